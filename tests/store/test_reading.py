import gc

import pytest

from planner.domain.errors import BadInput
from planner.store.reading import understood


@pytest.mark.parametrize("works", [True, False])
def test_the_collector_is_left_as_it_was_found(works: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if works else gc.disable)()
        with pytest.raises(BadInput):
            understood(b'{"format": "planner"}')
        assert gc.isenabled() is works
    finally:
        (gc.enable if before else gc.disable)()

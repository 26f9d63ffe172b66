"""From the bytes of a data file, of whatever form, to what it holds."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from planner.domain.errors import BadInput
from planner.formats.migrations import SCHEMA, migrate
from planner.store import contents, layout
from planner.store.contents import Contents


def understood(raw: bytes) -> Contents:
    """What a data file with that content holds. Raises BadInput for what is none; NewerForm, where it says more."""
    with _collector_at_rest():
        with suppress(BadInput):  # which does not know what a person is to be told
            return contents.read(layout.laid_out(raw))
        content = layout.parsed(raw)
        found = contents.read(migrate(content))
        ours = b"".join(layout.pieces(found.state.revision, found.tables))
    return found._replace(tables=layout.laid_out(ours)["tables"], migrated=content["schema"] != SCHEMA)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Of all that is read nothing can be let go, so looking for it would take a quarter of the time for nothing."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()

"""From the bytes of a data file, of whatever form, to what it holds."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from planner.formats.migrations import SCHEMA, migrate
from planner.store import contents, layout
from planner.store.contents import Contents


def understood(raw: bytes) -> Contents:
    """What a data file with that content holds. Raises BadInput for what is none; NewerForm, where it says more."""
    with _collector_at_rest():
        content = layout.parsed(raw)
        found = contents.read(migrate(content))
    if content["schema"] != SCHEMA:
        return found._replace(migrated=True)
    return found._replace(tables=layout.as_lines(raw, found.tables))


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

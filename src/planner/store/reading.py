"""From the bytes of a data file, of whatever form, to what it holds."""

from dataclasses import replace

from planner.formats.migrations import SCHEMA, migrate
from planner.store import contents, layout
from planner.store.contents import Contents


def understood(raw: bytes) -> Contents:
    """What a data file with that content holds. Raises BadInput for what is none; NewerForm, where it says more."""
    content = layout.parsed(raw)
    found = contents.read(migrate(content))
    return found if content["schema"] == SCHEMA else replace(found, migrated=True)

"""What people bring: files are read into proposals, shown as a preview, and only then written, as one step."""

from planner.planning.transfer.found import (
    Card,
    Corrections,
    Difference,
    Filled,
    Found,
    Incoming,
    Kind,
    Refusal,
    Row,
)
from planner.planning.transfer.preview import preview, summary, taken
from planner.planning.transfer.reading import Wishes, columns, read_files

__all__ = [
    "Card",
    "Corrections",
    "Difference",
    "Filled",
    "Found",
    "Incoming",
    "Kind",
    "Refusal",
    "Row",
    "Wishes",
    "columns",
    "preview",
    "read_files",
    "summary",
    "taken",
]

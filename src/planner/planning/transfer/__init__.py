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
from planner.planning.transfer.reading import columns_of, is_told_by_its_beginning, read_files
from planner.planning.transfer.wishes import Wishes, header_key, recall_from, with_said

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
    "columns_of",
    "header_key",
    "is_told_by_its_beginning",
    "preview",
    "read_files",
    "recall_from",
    "summary",
    "taken",
    "with_said",
]

"""What people bring: files are read into proposals, shown as a preview, and only then written, as one step."""

from planner.planning.transfer.found import (
    AS_FOUND,
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
from planner.planning.transfer.preview import Preview, preview, summary, taken
from planner.planning.transfer.progress import SAVING, Progress, Stage, Watch, in_line, unwatched
from planner.planning.transfer.reading import Brought, Source, is_told_by_its_beginning, read_files
from planner.planning.transfer.wishes import Wishes, header_key, recall_from, with_said

__all__ = [
    "AS_FOUND",
    "SAVING",
    "Brought",
    "Card",
    "Corrections",
    "Difference",
    "Filled",
    "Found",
    "Incoming",
    "Kind",
    "Preview",
    "Progress",
    "Refusal",
    "Row",
    "Source",
    "Stage",
    "Watch",
    "Wishes",
    "header_key",
    "in_line",
    "is_told_by_its_beginning",
    "preview",
    "read_files",
    "recall_from",
    "summary",
    "taken",
    "unwatched",
    "with_said",
]

"""An earlier version of the data file, as a person may choose it."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple


class Version(NamedTuple):
    """One version that was kept, under a `number` that tells the order in which they were; 0 for a file elsewhere.

    `written_at` is when it became the data file, `last` the newest of the changes that can be undone in it. Of one
    that can't be opened `trouble` says why, and `interviews` is 0.
    """

    number: int
    path: Path
    written_at: datetime
    revision: int
    interviews: int = 0
    last: str = ""
    lasting: bool = False
    trouble: str = ""

"""What planning needs from outside, as protocols; `bootstrap` hands in the real things."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from planner.planning.settings import Settings
from planner.planning.state import State

Clock = Callable[[], datetime]
"""Gives the instant it is, zone-aware."""

ReportCrash = Callable[[BaseException], Path]
"""Writes down where a bug showed itself, without a value of the person's, and says in which file."""

ReadFile = Callable[[str], bytes]
"""Gives all of the file at a path. Raises BadInput when it can't be read, is too large, or is no ordinary file."""

Change = Callable[[State], State]
"""A pure step from the state read under the lock to the one to be written; the same object back writes nothing."""


class Store(Protocol):
    """Where the state is kept. Every method raises StoreTrouble with a sentence when the file is at fault."""

    def load(self) -> State:
        """What the file holds now, read without the lock; a file that is not there yet is an empty State."""

    def commit(self, change: Change, wait: float = 5.0) -> State:
        """Read fresh under the lock, apply `change`, make the result durable, and return it.

        Returns only once the result would survive a power cut. What `change` raises comes through, with
        nothing written. `wait` is how many seconds to wait for another writer; 0 does not wait.
        """

    def changed(self) -> bool:
        """Whether the file is another than the one last loaded or committed here: one `stat`, no reading."""


class SettingsFile(Protocol):
    """The person's settings. `host_zone` is the zone the machine is in, for as long as no home zone is set."""

    @property
    def current(self) -> Settings: ...

    @property
    def host_zone(self) -> str: ...

    def set_home_zone(self, zone: str) -> None:
        """Keeps the home zone in the file, which is otherwise left as the person wrote it."""

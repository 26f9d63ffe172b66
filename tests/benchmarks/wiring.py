"""The planner on a data file of made-up interviews, wired as the program wires it, but for settings kept in memory."""

from itertools import count
from pathlib import Path

from planner.domain.policy import Policy
from planner.planning.planner import Planner
from planner.planning.settings import Settings
from planner.store.data_file import DataFile
from planner.system.clock import system_clock
from tests.benchmarks import made_up
from tests.tui.house import MemoryFiles, MemoryLetterFiles, MemorySettings

# The program's own limit is far above what a person has, and below what is measured for the record.
NO_LIMIT = 2**40


def planner_on(path: Path) -> Planner:
    settings = MemorySettings()
    settings.current = Settings(policy=Policy(home_time_zone=made_up.ZONE.key))
    uids = (f"brought-{number}" for number in count())
    return Planner(
        DataFile(path, system_clock, NO_LIMIT),
        settings,
        system_clock,
        session="benchmark",
        new_uid=lambda: next(uids),
        files=MemoryFiles({}),
        letter_files=MemoryLetterFiles(),
    )


def make_file(path: Path, size: int) -> None:
    """Writes a data file with so many interviews."""
    made = made_up.state(size, system_clock())
    DataFile(path, system_clock, NO_LIMIT).commit(lambda _: made)

"""A tick of the checklist, durable: the planner on its data file, against the ways a disk can be told to keep it.

Beside it the same key on the screen, until all that it changed is seen.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from planner.planning.outcomes import Done
from planner.planning.planner import Planner
from tests.benchmarks import board
from tests.benchmarks.afresh import afresh
from tests.benchmarks.conditions import PLANNER, RECORD, Conditions
from tests.benchmarks.figure import MILLISECONDS, Figure, Target
from tests.benchmarks.in_turn import Run, Runs, in_turn
from tests.benchmarks.terminal import NotShown, pressed, terminal
from tests.benchmarks.wiring import planner_on

TITLE = "A tick of the checklist"
TIMES = 3.0
ENTRY = b'{"at": "2026-11-23T17:00:00-05:00", "kind": "thanked", "to": "Ann Lee", "channel": "email", "id": 4711}\n'


def figures(conditions: Conditions) -> Iterator[Figure]:
    for size in conditions.sizes_here:
        yield from _durable(conditions, size)
    for size in conditions.sizes:
        yield from _on_screen(conditions, size)


def _durable(conditions: Conditions, size: int) -> Iterator[Figure]:
    rounds = conditions.rounds if size < RECORD else 3
    runs = afresh(durable, conditions.own_copy(size), conditions.new_folder(), size, rounds)
    mine = runs.of("planner", "took")
    yield Figure(
        "durable", size, MILLISECONDS, mine, "replacing a file of that size", runs.of("replace", "took"), Target(TIMES)
    )
    yield Figure("durable", size, MILLISECONDS, mine, "one fsynced append", runs.of("append", "took"))
    yield Figure("durable", size, MILLISECONDS, mine, "SQLite, WAL, FULL", runs.of("sqlite", "took"))


def durable(path: Path, folder: Path, size: int, rounds: int) -> Runs:
    """A tick of the data file in turn with the others, which write in `folder`."""
    contestants = {
        "planner": _ticking(planner_on(path)),
        "replace": _timed(_replacing(path.read_bytes(), folder)),
        "append": _timed(_appending(folder / "log")),
        "sqlite": _timed(_updating(folder / "database", size)),
    }
    # Once done and undone, the file and what is in memory are as they will be each time.
    return in_turn(contestants, rounds, warm_up=2)


def _timed(do: Callable[[], object]) -> Run:
    def run() -> dict[str, float]:
        begun = perf_counter()
        do()
        return {"took": (perf_counter() - begun) * 1000}

    return run


def _ticking(planner: Planner) -> Run:
    """Thanks whoever is first owed a note; taking it back is not counted."""
    owed = next(standing for standing in planner.board().standings if standing.thank_you.is_open)

    def run() -> dict[str, float]:
        begun = perf_counter()
        done = planner.thank(owed.interview.id)
        took = perf_counter() - begun
        if not isinstance(done, Done) or not isinstance(planner.undo(), Done):
            raise NotShown("It was not recorded.")
        return {"took": took * 1000}

    return run


def _replacing(content: bytes, folder: Path) -> Callable[[], None]:
    """A whole file in place of the last, so that a crash leaves one of them."""
    path, new = folder / "file", folder / "file.tmp"

    def replace() -> None:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
        number = os.open(folder, os.O_RDONLY)
        os.fsync(number)
        os.close(number)

    return replace


def _appending(path: Path) -> Callable[[], None]:
    def append() -> None:
        with path.open("ab", buffering=0) as file:
            file.write(ENTRY)
            os.fsync(file.fileno())

    return append


def _updating(path: Path, size: int) -> Callable[[], None]:
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE interviews (id INTEGER PRIMARY KEY, document TEXT)")
    database.execute("BEGIN")
    database.executemany("INSERT INTO interviews VALUES (?, ?)", ((id_, "x" * 700) for id_ in range(size)))
    database.execute("COMMIT")

    def update() -> None:
        database.execute("UPDATE interviews SET document = document || ? WHERE id = 1", (ENTRY.decode(),))

    return update


def _on_screen(conditions: Conditions, size: int) -> Iterator[Figure]:
    path = conditions.own_copy(size)
    place = next(
        place for place, one in enumerate(board.standings(path)) if one.thank_you.is_open and len(one.left) < 2
    )
    with terminal(PLANNER, conditions.env(data=path)) as session:
        board.opened(session)
        session.put(b"j" * place)
        runs = in_turn({"planner": pressed(session, b"t", after=b"u")}, conditions.rounds)
    for name, what in (("first", "first change"), ("last", "all of it")):
        yield Figure(f"t on the board, {what}", size, MILLISECONDS, runs.of("planner", name))

"""Taking in a file whole, by the command and by the screen; against reading the same file by a library and writing it durably as JSON."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from planner.system.clock import system_clock
from tests.benchmarks import board, brought, processes
from tests.benchmarks.conditions import PLANNER, PYTHON, REFERENCES, Conditions
from tests.benchmarks.figure import MEBIBYTES, Figure, Target
from tests.benchmarks.in_turn import Sample, in_turn
from tests.benchmarks.one_shot import shot
from tests.benchmarks.terminal import terminal
from tests.benchmarks.wiring import planner_on

TITLE = "Import"
ROUNDS = 3
TIMES_ITS_FILE = 8
# Two that are alike in all that tells interviews apart are taken once.
MOST_ALIKE = 0.05


class Kind(NamedTuple):
    """A kind of file: its name, what makes one that holds so many, and the script that reads it by a library.

    What memory may be taken is promised of the last of the `counts`: a small file has the same tables to fill.
    """

    what: str
    name: str
    make: Callable[[int, datetime], bytes]
    reader: str
    counts: Sequence[int]


KINDS = (
    Kind("rows of a table", "a.csv", brought.sheet, "read_table.py", (1_000, 10_000)),
    Kind("events of a calendar", "a.ics", brought.calendar, "read_calendar.py", (2_000,)),
)


def figures(conditions: Conditions) -> Iterator[Figure]:
    largest = conditions.sizes[-1]
    for kind in KINDS:
        for count in kind.counts:
            if count <= largest:
                yield from _both(conditions, kind, count)
        if kind.counts[-1] <= largest:
            yield from _on_screen(conditions, kind, kind.counts[-1])


def _both(conditions: Conditions, kind: Kind, count: int) -> Iterator[Figure]:
    file = _file(conditions, kind, count)
    runs = in_turn(
        {
            "planner": lambda: _import(conditions, file, count),
            "plain": lambda: _plain(conditions, file, REFERENCES / kind.reader),
        },
        ROUNDS,
    )
    yield Figure(kind.what, count, "s", runs.of("planner", "wall"), "library", runs.of("plain", "wall"))
    # What the program holds before it has read anything is no matter of the file's.
    beside = _import(conditions, _file(conditions, kind, 1), 1)["peak"]
    peaks, size = [peak - beside for peak in runs.of("planner", "peak")], file.stat().st_size / 2**20
    yield Figure(
        f"{kind.what}, memory beyond one's",
        count,
        MEBIBYTES,
        peaks,
        "file",
        [size] * len(peaks),
        Target(TIMES_ITS_FILE) if count == kind.counts[-1] else None,
    )


def _on_screen(conditions: Conditions, kind: Kind, count: int) -> Iterator[Figure]:
    """What it holds until a person agrees; and in the end, when it is the board that holds all of them."""
    file, one = _file(conditions, kind, count), _file(conditions, kind, 1)
    runs = in_turn({"many": lambda: _seen(conditions, file), "one": lambda: _seen(conditions, one)}, ROUNDS)
    size, name = file.stat().st_size / 2**20, f"{kind.what} on the screen, memory"
    beyond = [many - beside for many, beside in zip(runs.of("many", "shown"), runs.of("one", "shown"), strict=True)]
    target = Target(TIMES_ITS_FILE)
    yield Figure(f"{name} beyond one's till yes", count, MEBIBYTES, beyond, "file", [size] * len(beyond), target)
    yield Figure(
        f"{name} when taken", count, MEBIBYTES, runs.of("many", "taken"), "board of them", runs.of("many", "board")
    )


def _seen(conditions: Conditions, file: Path) -> Sample:
    """Peaks: with the preview of a file, when it was taken, and of the board of the same opened afresh."""
    env = conditions.env(data=conditions.new_folder() / "planner.json")
    with terminal(PLANNER, env) as session:
        session.wait(board.says("look at a demo"), "the empty board")
        session.put(b"i")
        session.type(bytes(file))
        session.rest()
        session.type(b"\r")
        session.wait(board.says(" new"), "the preview")
        session.rest()
        shown = processes.peak_memory(session.pid)
        session.type(b"\r")
        session.wait(board.says("Import: "), "what was taken")
        session.rest()
        taken = processes.peak_memory(session.pid)
    with terminal(PLANNER, env) as session:
        board.opened(session)
        opened = processes.peak_memory(session.pid)
    return {"shown": shown / 2**20, "taken": taken / 2**20, "board": opened / 2**20}


def _file(conditions: Conditions, kind: Kind, count: int) -> Path:
    file = conditions.new_folder() / kind.name
    file.write_bytes(kind.make(count, system_clock()))
    return file


def _import(conditions: Conditions, file: Path, count: int) -> Sample:
    data = conditions.new_folder() / "planner.json"
    done = shot((*PLANNER, "import", str(file), "--yes"), conditions.env(data=data), watched=True)
    taken = len(planner_on(data).state.interviews)
    if taken < count * (1 - MOST_ALIKE):
        raise AssertionError(f"Only {taken} of {count} were taken:\n{done.out[-2000:]}")
    return {"wall": done.wall, "peak": done.peak / 2**20}


def _plain(conditions: Conditions, file: Path, reader: Path) -> Sample:
    written = conditions.new_folder() / "written.json"
    return {"wall": shot((PYTHON, str(reader), str(file), str(written)), conditions.env()).wall}

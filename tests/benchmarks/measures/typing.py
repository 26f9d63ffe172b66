"""A letter typed: into the find line, a form, and what is filled in for a letter; against a bare input of Textual."""

from collections.abc import Iterator

from tests.benchmarks import board
from tests.benchmarks.conditions import PLANNER, PYTHON, REFERENCES, USUAL, Conditions
from tests.benchmarks.figure import BYTES, MILLISECONDS, Figure, Target
from tests.benchmarks.in_turn import Runs, in_turn
from tests.benchmarks.terminal import pressed, terminal

TITLE = "A letter typed"
BACKSPACE = b"\x7f"
# What was asked of finding in 10,000, as a person meets it.
FIND_MOST = 16.0


def figures(conditions: Conditions) -> Iterator[Figure]:
    for size in conditions.sizes:
        # The first letter narrows from all, and what it finds is drawn anew.
        standings = board.standings(conditions.data_file(size))
        letter, _ = board.narrowing(standings, 1)
        runs = _runs(conditions, size, b"/", letter)
        yield from _both("find line", size, runs, Target(times=1.5, most=FIND_MOST))
    for where, way in (("form", b"a"), ("filling in a letter", b"le")):
        yield from _both(where, USUAL, _runs(conditions, USUAL, way, b"m"), Target(times=1.5))


def _runs(conditions: Conditions, size: int, way: bytes, letter: bytes) -> Runs:
    bare = (PYTHON, str(REFERENCES / "bare.py"), "input")
    with (
        terminal(PLANNER, conditions.env(data=conditions.data_file(size))) as mine,
        terminal(bare, conditions.env()) as theirs,
    ):
        board.opened(mine)
        theirs.wait(board.says("READY"), "READY")
        mine.put(way)
        return in_turn(
            {
                "planner": pressed(mine, letter, after=BACKSPACE),
                "input": pressed(theirs, letter, after=BACKSPACE),
            },
            conditions.rounds,
        )


def _both(where: str, size: int, runs: Runs, target: Target) -> Iterator[Figure]:
    for name, what in (("first", "first change"), ("last", "all of it")):
        mine, theirs = runs.of("planner", name), runs.of("input", name)
        yield Figure(
            f"{where}, {what}", size, MILLISECONDS, mine, "bare input", theirs, target if name == "first" else None
        )
    yield Figure(where, size, BYTES, runs.of("planner", "bytes"), "bare input", runs.of("input", "bytes"))

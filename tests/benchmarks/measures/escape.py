"""Escape, which is told from the beginning of another key only by waiting; against a bare Textual app."""

from collections.abc import Iterator

from tests.benchmarks import board
from tests.benchmarks.conditions import PLANNER, PYTHON, REFERENCES, USUAL, Conditions
from tests.benchmarks.figure import MILLISECONDS, Figure, Target
from tests.benchmarks.in_turn import in_turn
from tests.benchmarks.terminal import pressed, terminal

TITLE = "Escape"
MOST = 60.0


def figures(conditions: Conditions) -> Iterator[Figure]:
    bare = (PYTHON, str(REFERENCES / "bare.py"))
    with (
        terminal(PLANNER, conditions.env(data=conditions.data_file(USUAL))) as mine,
        terminal(bare, conditions.env()) as theirs,
    ):
        board.opened(mine)
        theirs.wait(board.says("READY"), "READY")
        # What was refused is said in a line, which escape takes away; the find line and a room of its own go as well.
        for way, what, target in (
            (b"f", "a line that was said", Target(most=MOST)),
            (b"/", "the find line", None),
            (b"w", "the room of reasons", None),
        ):
            runs = in_turn(
                {"planner": pressed(mine, b"\x1b", way), "bare": pressed(theirs, b"\x1b", b"j")}, conditions.rounds
            )
            mine_first, bare_first = runs.of("planner", "first"), runs.of("bare", "first")
            yield Figure(what, USUAL, MILLISECONDS, mine_first, "bare", bare_first, target)

"""A key on the board, to the first change that is seen and to the last, against a bare list of Textual's Line API."""

from collections.abc import Iterator, Mapping

from tests.benchmarks import board
from tests.benchmarks.conditions import PLANNER, PYTHON, REFERENCES, Conditions
from tests.benchmarks.figure import BYTES, MILLISECONDS, Figure, Target
from tests.benchmarks.in_turn import Runs, in_turn
from tests.benchmarks.terminal import NARROW, WIDE, pressed, terminal

TITLE = "A key on the board"
KEYS = 2
"""How many times as many keys as rounds: each takes but a moment."""
# Each with the way back.
ROW, PAGE, END = (b"j", b"k"), (b"\x1b[6~", b"g"), (b"G", b"g")
# What one row of the cursor may cost; the rest is what stands beside the list, of another interview each time.
ROW_BYTES = 120


def figures(conditions: Conditions) -> Iterator[Figure]:
    for size in conditions.sizes:
        wide = _runs(conditions, size, WIDE, {"j": ROW, "page": PAGE, "end": END})
        narrow = _runs(conditions, size, NARROW, {"j": ROW})
        for key, what, target in (
            ("j", "one row down, first change", Target(times=1.5)),
            ("page", "a page down, first change", None),
            ("end", "to the end, first change", None),
        ):
            yield _time(what, size, wide[key], "first", target)
        yield _time("one row down, all of it", size, wide["j"], "last", None)
        yield _time("to the end, all of it", size, wide["end"], "last", None)
        yield _bytes("one row down, 80 columns", size, narrow["j"], Target(most=ROW_BYTES))
        yield _bytes("one row down, with what is beside", size, wide["j"], None)
        yield _bytes("to the end", size, wide["end"], None)


def _runs(
    conditions: Conditions, size: int, seats: tuple[int, int], keys: Mapping[str, tuple[bytes, bytes]]
) -> dict[str, Runs]:
    bare = (PYTHON, str(REFERENCES / "bare_list.py"), str(size))
    with (
        terminal(PLANNER, conditions.env(data=conditions.data_file(size)), seats) as mine,
        terminal(bare, conditions.env(), seats) as theirs,
    ):
        board.opened(mine)
        theirs.wait(board.says("line 1"), "the list")
        return {
            name: in_turn(
                {"planner": pressed(mine, key, after=back), "list": pressed(theirs, key, after=back)},
                conditions.rounds * (KEYS if name == "j" else 1),
            )
            for name, (key, back) in keys.items()
        }


def _time(what: str, size: int, runs: Runs, name: str, target: Target | None) -> Figure:
    return Figure(what, size, MILLISECONDS, runs.of("planner", name), "bare list", runs.of("list", name), target)


def _bytes(what: str, size: int, runs: Runs, target: Target | None) -> Figure:
    return Figure(what, size, BYTES, runs.of("planner", "bytes"), "bare list", runs.of("list", "bytes"), target)

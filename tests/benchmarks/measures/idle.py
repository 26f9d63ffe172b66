"""What it costs to leave it open: bytes and processor while nothing is done; against a bare Textual app."""

from collections.abc import Iterator, Sequence
from functools import partial

from tests.benchmarks import board
from tests.benchmarks.conditions import PLANNER, PYTHON, REFERENCES, Conditions
from tests.benchmarks.figure import Figure, Target
from tests.benchmarks.in_turn import Runs, in_turn
from tests.benchmarks.terminal import Terminal, terminal

TITLE = "Idle"
ROUNDS = 2


def figures(conditions: Conditions) -> Iterator[Figure]:
    bare = (PYTHON, str(REFERENCES / "bare.py"))
    for size in (conditions.sizes[0], conditions.sizes[-1]):
        with (
            terminal(PLANNER, conditions.env(data=conditions.data_file(size))) as mine,
            terminal(bare, conditions.env()) as theirs,
        ):
            board.opened(mine)
            theirs.wait(board.says("READY"), "READY")
            runs = in_turn(
                {"planner": partial(_idle, mine, conditions.idle), "bare": partial(_idle, theirs, conditions.idle)},
                ROUNDS,
                warm_up=0,
            )
        yield Figure("bytes a second", size, "B/s", *_pair(runs, "bytes"), Target(most=0))
        yield Figure("processor a second", size, "ms/s", *_pair(runs, "processor"), Target(most=1))


def _pair(runs: Runs, name: str) -> tuple[Sequence[float], str, Sequence[float]]:
    return runs.of("planner", name), "bare", runs.of("bare", name)


def _idle(session: Terminal, seconds: float) -> dict[str, float]:
    sent, used = session.idle(seconds)
    return {"bytes": sent / seconds, "processor": used * 1000 / seconds}

"""From the key that leaves to the shell: the process has ended; against a bare Textual app."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks import board
from tests.benchmarks.conditions import PLANNER, PYTHON, REFERENCES, Conditions
from tests.benchmarks.figure import MILLISECONDS, Figure, Target
from tests.benchmarks.in_turn import Sample, in_turn
from tests.benchmarks.terminal import terminal

TITLE = "Quit"
MOST = 80.0
BARE = (PYTHON, str(REFERENCES / "bare.py"))


def figures(conditions: Conditions) -> Iterator[Figure]:
    for size in (conditions.sizes[0], conditions.sizes[-1]):
        runs = in_turn(
            {
                "planner": partial(_quit, conditions, PLANNER, "? Help", conditions.data_file(size)),
                "bare": partial(_quit, conditions, BARE, "READY"),
            },
            conditions.rounds,
        )
        yield Figure(
            "q, until it has ended",
            size,
            MILLISECONDS,
            runs.of("planner", "quit"),
            "bare",
            runs.of("bare", "quit"),
            Target(most=MOST),
        )


def _quit(conditions: Conditions, command: tuple[str, ...], ready: str, data: Path | None = None) -> Sample:
    with terminal(command, conditions.env(data=data)) as session:
        session.wait(board.says(ready), ready)
        session.rest()
        pressed_at = session.type(b"q")
        return {"quit": (session.wait_end() - pressed_at) * 1000}

"""The most memory the board ever held, opened and with some keys pressed; against a bare Textual app."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks import board, processes
from tests.benchmarks.conditions import PLANNER, PYTHON, REFERENCES, Conditions
from tests.benchmarks.figure import MEBIBYTES, Figure, Target
from tests.benchmarks.in_turn import Sample, in_turn
from tests.benchmarks.terminal import terminal

TITLE = "Memory"
ROUNDS = 3
TIMES = {10: 1.2, 300: 1.2, 1_000: 1.2}


def figures(conditions: Conditions) -> Iterator[Figure]:
    for size in conditions.sizes:
        path = conditions.data_file(size)
        runs = in_turn(
            {"planner": partial(_planner, conditions, path), "bare": partial(_bare, conditions)},
            ROUNDS,
            warm_up=0,
        )
        target = Target(times=TIMES[size]) if size in TIMES else None
        yield Figure(
            "the most it held", size, MEBIBYTES, runs.of("planner", "peak"), "bare", runs.of("bare", "peak"), target
        )


def _planner(conditions: Conditions, path: Path) -> Sample:
    with terminal(PLANNER, conditions.env(data=path)) as session:
        board.opened(session)
        session.put(b"jjG")
        return {"peak": processes.peak_memory(session.pid) / 2**20}


def _bare(conditions: Conditions) -> Sample:
    with terminal((PYTHON, str(REFERENCES / "bare.py")), conditions.env()) as session:
        session.wait(board.says("READY"), "READY")
        session.put(b"jjj")
        return {"peak": processes.peak_memory(session.pid) / 2**20}

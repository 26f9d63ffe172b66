"""From the command to the board: something true, something that answers, and all of it; against a bare Textual app."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks import board, processes
from tests.benchmarks.conditions import PLANNER, PYTHON, REFERENCES, Conditions
from tests.benchmarks.figure import BYTES, MILLISECONDS, Figure, Target
from tests.benchmarks.in_turn import Sample, in_turn
from tests.benchmarks.terminal import Terminal, terminal

TITLE = "Start"
TRUE_AT_ONCE = 1_000
USABLE = {10: 1.15, 300: 1.15, 1_000: 1.15, 10_000: 1.5}
START_BYTES = 15_000
BARE = (PYTHON, str(REFERENCES / "bare.py"))


def figures(conditions: Conditions) -> Iterator[Figure]:
    for size in conditions.sizes:
        path = conditions.data_file(size)
        runs = in_turn(
            {
                "planner": partial(_planner, conditions, path, conditions.new_folder()),
                "bare": partial(_bare, conditions),
            },
            conditions.rounds,
        )
        true = Target(times=0.4) if size <= TRUE_AT_ONCE else None
        for name, what, target in (
            ("first", "first true words", true),
            ("usable", "a key answered", Target(times=USABLE[size])),
            ("complete", "complete", None),
            ("processor", "processor used until it rests", None),
        ):
            mine, bare = runs.of("planner", name), runs.of("bare", name)
            yield Figure(what, size, MILLISECONDS, mine, "bare", bare, target)
        mine, bare = runs.of("planner", "bytes"), runs.of("bare", "bytes")
        yield Figure("bytes until complete", size, BYTES, mine, "bare", bare, Target(most=START_BYTES))


def _planner(conditions: Conditions, path: Path, cache: Path) -> Sample:
    first, second = board.rows(path)[:2]
    with terminal(PLANNER, conditions.env(data=path, cache=cache)) as session:
        at = session.wait(board.shows(first), first.company)
        board.opened(session)
        found = _found(session, at)
    with terminal(PLANNER, conditions.env(data=path, cache=cache)) as session:
        session.wait(board.shows(first), first.company)
        session.type(b"j")
        usable = session.wait(board.on(second), "the cursor on the second row")
    return found | {"usable": usable * 1000}


def _bare(conditions: Conditions) -> Sample:
    with terminal(BARE, conditions.env()) as session:
        at = session.wait(board.says("READY"), "READY")
        session.rest()
        found = _found(session, at)
    with terminal(BARE, conditions.env()) as session:
        session.wait(board.says("READY"), "READY")
        session.type(b"j")
        usable = session.wait(board.says("ANSWERED"), "its answer")
    return found | {"usable": usable * 1000}


def _found(session: Terminal, first: float) -> dict[str, float]:
    return {
        "first": first * 1000,
        "complete": session.changed_at * 1000,
        "processor": processes.processor_seconds(session.pid) * 1000,
        "bytes": float(session.sent),
    }

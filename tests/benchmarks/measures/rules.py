"""The rules for the whole board, and again after one change; against six sums and comparisons of instants for each.

Each time in a Python of its own, so that nothing is remembered from one to the next; in time of the processor, as
nothing is waited for.
"""

from collections.abc import Iterator
from datetime import UTC, timedelta
from functools import partial
from pathlib import Path
from time import process_time

from planner.planning.outcomes import Done
from planner.system.clock import system_clock
from tests.benchmarks.afresh import afresh
from tests.benchmarks.conditions import Conditions
from tests.benchmarks.figure import MILLISECONDS, Figure, Target
from tests.benchmarks.in_turn import Sample, in_turn
from tests.benchmarks.wiring import planner_on

TITLE = "The rules"
LARGEST = 10_000
MOST = 100.0
RULES = 6


def figures(conditions: Conditions) -> Iterator[Figure]:
    for size in conditions.sizes_here:
        path = conditions.own_copy(size)
        runs = in_turn(
            {"planner": partial(afresh, boards, path), "instants": partial(afresh, instants, path)},
            conditions.rounds if size < LARGEST else 3,
            warm_up=0,
        )
        floor = runs.of("instants", "took")
        target = Target(most=MOST) if size == LARGEST else None
        yield Figure("the whole board", size, MILLISECONDS, runs.of("planner", "whole"), "six instants", floor, target)
        yield Figure("the board after one change", size, MILLISECONDS, runs.of("planner", "after"))
        yield Figure("reading the file before that", size, MILLISECONDS, runs.of("planner", "load"))


def boards(path: Path) -> Sample:
    begun = process_time()
    planner = planner_on(path)
    loaded = process_time()
    before = planner.board()
    whole = process_time()
    owed = next(standing for standing in before.standings if standing.thank_you.is_open)
    done = planner.thank(owed.interview.id)
    changed = process_time()
    after = planner.board()
    ended = process_time()
    if not isinstance(done, Done) or after.standings == before.standings or not isinstance(planner.undo(), Done):
        raise TypeError("Nothing was changed.")
    took = {"load": loaded - begun, "whole": whole - loaded, "after": ended - changed}
    return {name: seconds * 1000 for name, seconds in took.items()}


def instants(path: Path) -> Sample:
    starts = [one.starts_at.astimezone(UTC) for one in planner_on(path).state.interviews.values()]
    now = system_clock()
    spans = [timedelta(days=days) for days in range(RULES)]
    begun = process_time()
    for start in starts:
        for span in spans:
            _ = start + span < now
    return {"took": (process_time() - begun) * 1000}

"""The rules for the whole board, and again after one change; against six sums and comparisons of instants for each."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from time import perf_counter

from planner.planning.outcomes import Done
from planner.system.clock import system_clock
from tests.benchmarks.conditions import Conditions
from tests.benchmarks.figure import MILLISECONDS, Figure, Target
from tests.benchmarks.in_turn import Sample, in_turn

TITLE = "The rules"
MOST = 100.0
RULES = 6


def figures(conditions: Conditions) -> Iterator[Figure]:
    for size in conditions.sizes_here:
        interviews = conditions.planner(conditions.data_file(size)).state.interviews.values()
        starts = [one.starts_at.astimezone(UTC) for one in interviews]
        runs = in_turn(
            {"planner": partial(_boards, conditions, size), "instants": partial(_instants, starts)},
            conditions.rounds if size < 10_000 else 3,
        )
        floor = runs.of("instants", "took")
        target = Target(most=MOST) if size == 10_000 else None
        yield Figure("the whole board", size, MILLISECONDS, runs.of("planner", "whole"), "six instants", floor, target)
        yield Figure("the board after one change", size, MILLISECONDS, runs.of("planner", "after"))
        yield Figure("reading the file before that", size, MILLISECONDS, runs.of("planner", "load"))


def _boards(conditions: Conditions, size: int) -> Sample:
    path = conditions.own_copy(size)
    begun = perf_counter()
    planner = conditions.planner(path)
    load = perf_counter() - begun
    begun = perf_counter()
    before = planner.board()
    whole = perf_counter() - begun
    owed = next(standing for standing in before.standings if standing.thank_you.is_open)
    done = planner.thank(owed.interview.id)
    begun = perf_counter()
    after = planner.board()
    again = perf_counter() - begun
    if not isinstance(done, Done) or after.standings == before.standings:
        raise AssertionError("Nothing was changed.")
    return {"load": load * 1000, "whole": whole * 1000, "after": again * 1000}


def _instants(starts: Sequence[datetime]) -> Sample:
    now = system_clock()
    spans = [timedelta(days=days) for days in range(RULES)]
    begun = perf_counter()
    for start in starts:
        for span in spans:
            _ = start + span < now
    return {"took": (perf_counter() - begun) * 1000}

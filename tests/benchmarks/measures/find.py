"""Finding as one types, over all text; against looking for the same letters in texts that were folded beforehand."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import perf_counter

from planner.domain.board import Standing
from planner.planning.names import Search, searchable
from tests.benchmarks.conditions import Conditions
from tests.benchmarks.figure import MILLISECONDS, Figure, Target
from tests.benchmarks.in_turn import Run, Sample, in_turn

TITLE = "Find over all text"
MOST = 16.0
TYPED = "harb"


def figures(conditions: Conditions) -> Iterator[Figure]:
    for size in conditions.sizes_here:
        standings = conditions.planner(conditions.data_file(size)).board().standings
        texts = [searchable(standing.interview) for standing in standings]
        if size > len(TYPED) and not 0 < sum(TYPED in text for text in texts) < size:
            raise AssertionError(f"“{TYPED}” finds nothing, or everything.")
        contestants: dict[str, Run] = {
            "first": partial(_first, standings),
            "again": partial(_typed, partial(_matching, Search(), standings)),
            "floor": partial(_typed, partial(_plain, texts)),
        }
        runs = in_turn(contestants, conditions.rounds)
        for who, letters, what, target in (
            ("first", TYPED[:1], "the very first letter", None),
            ("again", TYPED[:1], "a first letter", Target(most=MOST)),
            ("again", TYPED, "the fourth letter", Target(most=MOST)),
        ):
            yield Figure(
                what, size, MILLISECONDS, runs.of(who, letters), "folded texts", runs.of("floor", letters), target
            )


def _first(standings: tuple[Standing, ...]) -> Sample:
    """Nothing has been looked for before: all texts are folded."""
    return _typed(partial(_matching, Search(), standings))


def _matching(search: Search, standings: tuple[Standing, ...], wanted: str) -> int:
    return len(search.matching(standings, wanted))


def _plain(texts: Sequence[str], wanted: str) -> int:
    return len([text for text in texts if wanted in text])


def _typed(find: Callable[[str], int]) -> Sample:
    """How many milliseconds each letter takes, as they are typed."""
    took = {}
    for end in range(1, len(TYPED) + 1):
        begun = perf_counter()
        find(TYPED[:end])
        took[TYPED[:end]] = (perf_counter() - begun) * 1000
    return took

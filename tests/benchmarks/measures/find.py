"""Finding as one types, over all text; against looking for the same letters in texts that were folded beforehand.

In time of the processor, as nothing is waited for.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import process_time

from planner.domain.board import Standing
from planner.planning.names import Search, searchable
from tests.benchmarks.afresh import afresh
from tests.benchmarks.conditions import Conditions
from tests.benchmarks.figure import MILLISECONDS, Figure, Target
from tests.benchmarks.in_turn import Run, Runs, Sample, in_turn
from tests.benchmarks.wiring import planner_on

TITLE = "Find over all text"
MOST = 16.0
TYPED = "harb"
FEW = 100
"""Among so few it may be that nothing is found."""


def figures(conditions: Conditions) -> Iterator[Figure]:
    for size in conditions.sizes_here:
        runs = afresh(found, conditions.data_file(size), conditions.rounds)
        for who, letters, what, target in (
            ("first", TYPED[:1], "the very first letter", None),
            ("again", TYPED[:1], "a first letter", Target(most=MOST)),
            ("again", TYPED, "the fourth letter", Target(most=MOST)),
        ):
            yield Figure(
                what, size, MILLISECONDS, runs.of(who, letters), "folded texts", runs.of("floor", letters), target
            )


def found(path: Path, rounds: int) -> Runs:
    standings = planner_on(path).board().standings
    texts = [searchable(standing.interview) for standing in standings]
    if len(texts) > FEW and not 0 < _plain(texts, TYPED) < len(texts):
        raise AssertionError(f"“{TYPED}” finds nothing, or everything.")
    contestants: dict[str, Run] = {
        "first": partial(_first, standings),
        "again": partial(_typed, partial(_matching, Search(), standings)),
        "floor": partial(_typed, partial(_plain, texts)),
    }
    return in_turn(contestants, rounds)


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
        begun = process_time()
        find(TYPED[:end])
        took[TYPED[:end]] = (process_time() - begun) * 1000
    return took

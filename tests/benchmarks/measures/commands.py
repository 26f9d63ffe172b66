"""Commands as one types them, `list` and `thank`; against a Python that does nothing."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import board
from tests.benchmarks.conditions import PLANNER, PYTHON, USUAL, Conditions
from tests.benchmarks.figure import MILLISECONDS, Figure, Target
from tests.benchmarks.in_turn import Run, Sample, in_turn
from tests.benchmarks.one_shot import shot

TITLE = "Commands"
TIMES = Target(times=6)


def figures(conditions: Conditions) -> Iterator[Figure]:
    size = USUAL
    path = conditions.own_copy(size)
    owed = next(one for one in board.standings(path) if one.thank_you.is_open and len(one.left) < 2)
    contestants: dict[str, Run] = {
        "pass": lambda: shot((PYTHON, "-c", "pass"), conditions.env()).sample,
        "list": lambda: _said(conditions, path, "list"),
        "thank": lambda: _thank(conditions, path, str(owed.interview.id)),
    }
    runs = in_turn(contestants, conditions.rounds, warm_up=2)
    for name, what in (("list", "list"), ("thank", "thank ID")):
        yield Figure(what, size, MILLISECONDS, runs.of(name, "wall"), "pass", runs.of("pass", "wall"), TIMES)
        mine, theirs = runs.of(name, "processor"), runs.of("pass", "processor")
        yield Figure(f"{what}: processor", size, MILLISECONDS, mine, "pass", theirs)


def _said(conditions: Conditions, path: Path, *words: str) -> Sample:
    done = shot((*PLANNER, *words), conditions.env(data=path))
    if not done.out.strip():
        raise AssertionError(f"{words} said nothing.")
    return done.sample


def _thank(conditions: Conditions, path: Path, id_: str) -> Sample:
    done = shot((*PLANNER, "thank", id_), conditions.env(data=path))
    shot((*PLANNER, "undo"), conditions.env(data=path))
    return done.sample

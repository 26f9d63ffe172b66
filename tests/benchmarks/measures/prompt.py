"""What a prompt waits for: `due --short`, with what an earlier one left in the cache and without, against no program.

Run by Python it is compared with one that does nothing; as installed, with a console script that does nothing.
"""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import sleep

from planner.prompt import COARSEST_CLOCK
from tests.benchmarks.conditions import PLANNER, PYTHON, USUAL, Conditions
from tests.benchmarks.figure import MILLISECONDS, Figure, Target
from tests.benchmarks.in_turn import Run, Sample, in_turn
from tests.benchmarks.one_shot import shot

TITLE = "In a prompt: due --short"
MODULE = "planner.__main__"
WITH_CACHE, WITHOUT = Target(times=1.3), Target(times=5)
ASKED = ("due", "--short")


def figures(conditions: Conditions) -> Iterator[Figure]:
    installed = Path(sys.executable).with_name("planner")
    for size in conditions.sizes:
        contestants: dict[str, Run] = {
            "pass": partial(_nothing, conditions, (PYTHON, "-c", "pass")),
            **_asking(conditions, size, "planner", PLANNER),
        }
        if installed.exists():
            nothing = _doing_nothing(conditions, installed)
            contestants["script"] = partial(_nothing, conditions, nothing)
            contestants |= _asking(conditions, size, "installed", (str(installed),))
        # Of a file that changed just now nothing is remembered, as it might change again and look the same.
        sleep(COARSEST_CLOCK + 0.1)
        runs = in_turn(contestants, conditions.rounds, warm_up=2)
        for who, floor in (("planner", "pass"), ("installed", "script")):
            for how, target in (("with the cache", WITH_CACHE), ("without", WITHOUT if size <= USUAL else None)):
                if f"{who} {how}" in contestants:
                    for name, what, most in (("wall", how, target), ("processor", f"{how}: processor", None)):
                        mine, theirs = runs.of(f"{who} {how}", name), runs.of(floor, name)
                        yield Figure(f"{_NAMES[who]}, {what}", size, MILLISECONDS, mine, floor, theirs, most)


_NAMES = {"planner": "python -m planner", "installed": "as installed"}


def _asking(conditions: Conditions, size: int, who: str, command: tuple[str, ...]) -> dict[str, Run]:
    path = conditions.data_file(size)
    # One home for all that are to remember: in another one it would be another question.
    remembering = conditions.env(data=path, cache=conditions.new_folder())
    said: dict[bool, str] = {}

    def run(*, cached: bool) -> Sample:
        done = shot((*command, *ASKED), remembering if cached else conditions.env(data=path))
        said[cached] = done.out
        if not done.out.strip() or len({*said.values()}) > 1:
            raise AssertionError(f"It said nothing, or something else than before: {said}")
        return done.sample

    return {f"{who} with the cache": partial(run, cached=True), f"{who} without": partial(run, cached=False)}


def _nothing(conditions: Conditions, command: tuple[str, ...]) -> Sample:
    return shot(command, conditions.env()).sample


def _doing_nothing(conditions: Conditions, installed: Path) -> tuple[str, ...]:
    """A script like the installed one, letter for letter, but for the module it calls."""
    folder = conditions.new_folder()
    (folder / "nothing.py").write_text("def main() -> int:\n    return 0\n")
    script = folder / "script"
    script.write_text(installed.read_text().replace(MODULE, "nothing"))
    script.chmod(0o700)
    return (str(script),)

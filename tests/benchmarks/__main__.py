"""`python -m tests.benchmarks`: the package says how to run and to read it."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from time import monotonic

from planner.system.clock import system_clock
from tests.benchmarks.conditions import QUICK_SIZES, SIZES, Conditions
from tests.benchmarks.figure import Figure, page, table
from tests.benchmarks.measures import (
    bring,
    commands,
    escape,
    everyday,
    find,
    idle,
    keys,
    memory,
    prompt,
    quit,  # noqa: A004 - the measure of it
    rules,
    start,
    tick,
    typing,
)

MEASURES = {
    module.__name__.rpartition(".")[2]: module
    for module in (
        start,
        keys,
        typing,
        escape,
        idle,
        everyday,
        tick,
        rules,
        find,
        bring,
        prompt,
        commands,
        memory,
        quit,
    )
}
FIGURES = Path(__file__).with_name("figures.md")


def main(argv: Sequence[str]) -> int:
    asked = _arguments(argv)
    names = asked.only or list(MEASURES)
    target = asked.to or (None if asked.only or asked.quick or asked.paced else FIGURES)
    begun = system_clock()
    measured: list[tuple[str, Figure]] = []
    with tempfile.TemporaryDirectory(prefix="planner-benchmarks-") as folder:
        conditions = Conditions(
            Path(folder),
            QUICK_SIZES if asked.quick else SIZES,
            rounds=3 if asked.quick else asked.rounds,
            idle=4.0 if asked.quick else 10.0,
            paced=asked.paced,
            record=asked.record,
        )
        sizes = ", ".join(f"{size:,}" for size in conditions.sizes)
        facts = [
            *_facts(folder),
            f"- {begun:%Y-%m-%d}, {conditions.rounds} rounds, sizes {sizes}",
            f"- load average {_load()} at the beginning",
        ]
        for name in names:
            measured += _measured(MEASURES[name].TITLE, MEASURES[name].figures, conditions)
            facts[-1] = f"{facts[-1].partition(',')[0]}, {_load()} at the end"
            # Each time anew, so that what took long to measure is not lost when the rest is stopped.
            if target:
                target.write_text(page(facts, measured), encoding="utf-8")
    _say("\n".join(["", *facts]))
    return 0


def _measured(
    title: str, figures: Callable[[Conditions], Iterator[Figure]], conditions: Conditions
) -> list[tuple[str, Figure]]:
    begun = monotonic()
    found = list(figures(conditions))
    _say("\n".join(["", f"{title} ({monotonic() - begun:.0f} s)", "", *table(found)]))
    return [(title, figure) for figure in found]


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="How quick the program is.")
    add = parser.add_argument
    add("--only", action="append", choices=MEASURES, metavar="NAME", help=f"one of {', '.join(MEASURES)}; repeatable")
    add("--quick", action="store_true", help="fewer rounds, and only 10 and 1,000 interviews")
    add("--rounds", type=int, default=7, help="how often each is run")
    add("--paced", action="store_true", help="the slow line in real time, not by arithmetic")
    add("--record", action="store_true", help="also 100,000 interviews where that is possible")
    add("--to", type=Path, help="the Markdown file to write")
    return parser.parse_args(argv)


def _facts(folder: str) -> list[str]:
    """What the figures were measured on."""
    return [
        f"- {_processor()}, {os.cpu_count()} cores, {platform.system()}; files on {_file_system(folder)}",
        f"- Python {platform.python_version()}, Textual {version('textual')}",
    ]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())


def _file_system(folder: str) -> str:
    """The kind of file system a folder is on, which decides what durable costs."""
    try:
        mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return "a file system of unknown kind"
    above = [(where, kind) for where, kind in mounts if Path(os.path.realpath(folder)).is_relative_to(where)]
    return max(above, key=lambda pair: len(pair[0]))[1]


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

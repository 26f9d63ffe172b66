"""A figure, what it is compared with, what it is to be, and how all of them are told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from tests.benchmarks.in_turn import ratio as ratio_of

MILLISECONDS = "ms"
BYTES = "B"
MEBIBYTES = "MiB"


@dataclass(frozen=True, slots=True)
class Target:
    """The most it is to be: so many times the reference, or so much of the figure's own unit."""

    times: float | None = None
    most: float | None = None

    def __str__(self) -> str:
        times = None if self.times is None else f"{self.times:g} x"
        most = None if self.most is None else f"{self.most:,g}"
        return " or ".join(filter(None, (times, most)))


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: medians, and between them the lowest and the highest sample. `size` is in interviews."""

    what: str
    size: int | None
    unit: str
    samples: Sequence[float]
    against: str = ""
    theirs: Sequence[float] = ()
    target: Target | None = None

    @property
    def value(self) -> float:
        return median(self.samples)

    @property
    def ratio(self) -> float | None:
        return ratio_of(self.samples, self.theirs) if all(self.theirs) and self.theirs else None

    @property
    def reached(self) -> bool | None:
        """Whether it is what it is to be; None where nothing was asked. Either part of a target will do."""
        if self.target is None:
            return None
        by_ratio = self.target.times is not None and self.ratio is not None and self.ratio <= self.target.times
        return by_ratio or (self.target.most is not None and self.value <= self.target.most)

    def cells(self) -> tuple[str, ...]:
        spread = f"{shown(min(self.samples))}–{shown(max(self.samples))}" if len(self.samples) > 1 else ""
        ratio = "" if self.ratio is None else f"{shown(self.ratio)} x"
        reference = f"{self.against}: {shown(median(self.theirs))}" if self.theirs else self.against
        verdict = {None: "", True: "yes", False: "**no**"}[self.reached]
        size = "" if self.size is None else f"{self.size:,}"
        target = "" if self.target is None else str(self.target)
        return (self.what, size, f"{shown(self.value)} {self.unit}", spread, reference, ratio, target, verdict)


HEAD = ("what", "interviews", "median", "from–to", "reference", "ratio", "target", "reached")


def shown(value: float) -> str:
    """A number with the digits that mean something."""
    size = abs(value)
    digits = 0 if size >= 100 or value == int(value) else 1 if size >= 10 else 2 if size >= 0.1 else 3
    return f"{value:,.{digits}f}"


def table(figures: Iterable[Figure]) -> Iterator[str]:
    """The lines of a Markdown table, its columns in line also for who reads it as it is."""
    rows = [HEAD, *(figure.cells() for figure in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    rule = tuple("-" * width for width in widths)
    for row in (rows[0], rule, *rows[1:]):
        yield f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"


def page(conditions: Sequence[str], measured: Sequence[tuple[str, Figure]]) -> str:
    """The file of figures: what they were measured on, then a table for each measure, by its title."""
    parts = ["# Figures", "", *conditions]
    for title, group in groupby(measured, key=lambda pair: pair[0]):
        parts += ["", f"## {title}", "", *table(figure for _, figure in group)]
    return "\n".join(parts) + "\n"

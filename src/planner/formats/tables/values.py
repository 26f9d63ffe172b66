"""What is read from a table: its columns, and for each row an interview to offer or the reason why there is none."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planner.domain.errors import BadInput
from planner.domain.interview import Interview

Cells = list[str]

Said = Callable[[Sequence[str]], Mapping[str, str]]
"""Gives what a person says the columns of a table with such a header are to be taken for: names, and a field for each."""


class NoTable(BadInput):
    """The content is none that can be taken for a table."""


class Numbered(NamedTuple):
    """A row with the number a spreadsheet program shows beside it."""

    number: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table that was opened: `header` are its column's names, `rows` gives what stands below them, again and again."""

    header: tuple[str, ...]
    rows: Callable[[], Iterator[Numbered]]


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a table is taken for: a field by the column's place; `header` are the names as they stand."""

    header: tuple[str, ...]
    fields: Mapping[int, str]

    def places(self, field: str) -> list[int]:
        """The places of the columns that are taken for `field`, from left to right."""
        return [place for place, taken_for in sorted(self.fields.items()) if taken_for == field]

    def in_words(self) -> str:
        """ "Company Name → company, Salary → notes": what a person would correct."""
        named = [
            f"{self.header[place] or f'column {place + 1}'} → {self.fields[place]}" for place in sorted(self.fields)
        ]
        return ", ".join(named)


@dataclass(frozen=True, slots=True)
class Offered:
    """An interview that a row tells of. `day_only` where the time of day stands in for one the table does not tell."""

    interview: Interview
    day_only: bool
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A row, or a part of one, from which nothing is made: `place` tells where it stands ("row 3"), `reason` why."""

    place: str
    what: str
    reason: str

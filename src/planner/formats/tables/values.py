"""What is read from a table: its columns, and for each row an interview to offer or the reason why there is none."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planner.domain.errors import BadInput
from planner.domain.interview import Interview
from planner.domain.text import NAME_LIMIT, stripped

Cells = list[str]

LONGEST = 2_000
"""Characters of one cell that are looked at: some patterns take a minute over the hundred thousand a cell may have."""

Said = Callable[[Sequence[str]], Mapping[str, str]]
"""Gives what a person says the columns of a table with such a header are to be taken for: names, and a field for each."""


class NoTable(BadInput):
    """The content is none that can be taken for a table."""


class Numbered(NamedTuple):
    """A row with the number a spreadsheet program shows beside it, and its sheet's name where several are read."""

    number: int
    cells: Cells
    sheet: str = ""

    @property
    def place(self) -> str:
        return f"row {self.number:,}" + (f" of “{self.sheet}”" if self.sheet else "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table that was opened: `header` are its column's names, `rows` gives what stands below them, again and again.

    `left_out` names the sheets of a workbook that are tables too, but with other columns.
    """

    header: tuple[str, ...]
    rows: Callable[[], Iterator[Numbered]]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a table is taken for: a field by the column's place; `header` are the names as they stand.

    `places` are the places of the columns that are taken for a field, from left to right.
    """

    header: tuple[str, ...]
    fields: Mapping[int, str]
    places: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, header: Sequence[str], fields: Mapping[int, str]) -> "Columns":
        """The same, looked up by place and by field; in the order of the columns."""
        ordered = dict(sorted(fields.items()))
        places = {
            field: tuple(place for place in ordered if ordered[place] == field) for field in set(ordered.values())
        }
        return cls(tuple(header), ordered, places)

    def in_words(self) -> str:
        """ "Company Name → company, Salary → notes": what a person would correct."""
        return ", ".join(
            f"{self.header[place] or f'column {place + 1}'} → {field}" for place, field in self.fields.items()
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A row with what its columns are taken for."""

    numbered: Numbered
    columns: Columns

    @property
    def place(self) -> str:
        return self.numbered.place

    def places(self, field: str) -> tuple[int, ...]:
        return self.columns.places.get(field, ())

    def cell(self, place: int) -> str:
        """What stands in a column, as far as it is looked at; rows may be shorter than the header."""
        cells = self.numbered.cells
        return cells[place][:LONGEST] if place < len(cells) else ""

    def cut(self) -> Iterator[str]:
        """What is said of the cells that are not taken whole."""
        for name, text in zip(self.columns.header, self.numbered.cells, strict=False):
            if len(text) > LONGEST:
                what = stripped(name, NAME_LIMIT) or "A cell"
                yield f"{what} has {len(text):,} characters: the first {LONGEST:,} were taken."

    def first(self, field: str) -> str:
        return next((text for place in self.places(field) if (text := self.cell(place))), "")

    @property
    def what(self) -> str:
        return stripped(", ".join(filter(None, (self.first("company"), self.first("role")))), NAME_LIMIT) or self.place


@dataclass(frozen=True, slots=True)
class Offered:
    """An interview that a row tells of. `day_only` where the time of day stands in for one the table does not tell.

    Unless `round_told`, its round stands in, too.
    """

    interview: Interview
    day_only: bool
    round_told: bool
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A row, or a part of one, from which nothing is made: `place` tells where it stands ("row 3"), `reason` why.

    `asks` names what has to be said for it to be read ("date_order"); "" where nothing would help.
    """

    place: str
    what: str
    reason: str
    asks: str = ""

"""The rows of the board's list: each section under its heading, an interview in columns."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len

from planner.domain.board import Section, Standing
from planner.planning.lines import SECTION_TITLES, Line, Tone, line_of
from planner.tui.spans import Row, Span, fitted, paragraph, row, width_of

SHORTEST_NAME = 10
"""Columns a name needs to be known by."""


class Columns(NamedTuple):
    """The widths of the board's columns. Where there is little room role and round go first, then the step."""

    company: int
    role: int
    round: int
    step: int
    day: int

    @classmethod
    def of(cls, lines: Sequence[Line], width: int) -> "Columns":
        company, role, step, day = (_widest(lines, name) for name in ("company", "role", "step", "day"))
        # Beside the columns there are the sign with its blanks (3), two blanks before each, one at the end.
        room = width - day - 3 - 2 - 1
        if room - step - 2 < SHORTEST_NAME:
            return cls(max(room, 0), 0, 0, 0, day)
        names = room - step - 2
        if names < 2 * SHORTEST_NAME + 7:
            return cls(names, 0, 0, step, day)
        names -= 2 + 2 + 3
        # What one of them does not need goes to the other.
        company = min(company, max(names - role, names // 2))
        return cls(company, names - company, 3, step, day)

    def draw(self, line: Line) -> Row:
        """Sign, company, role, round, step, day."""
        words = "grey" if line.tone is Tone.GREY else "text"
        name = "grey" if line.section is Section.CLOSED else "strong"
        return (
            Span(f" {line.sign} ", line.tone),
            Span(f"{fitted(line.company, self.company)}  ", name),
            Span(f"{fitted(line.role, self.role)}  " if self.role else "", words),
            Span(f"{fitted(line.round, self.round)}  " if self.round else "", words),
            Span(f"{fitted(line.step, self.step)}  " if self.step else "", line.tone),
            Span(f"{' ' * (self.day - cell_len(line.day))}{line.day} ", line.tone),
        )


def _widest(lines: Sequence[Line], name: str) -> int:
    return max(map(cell_len, {getattr(line, name) for line in lines}), default=0)


class Table(NamedTuple):
    """The lines of some standings, in their order, and the columns they stand in."""

    standings: Sequence[Standing]
    now: datetime
    width: int
    lines: Sequence[Line]
    columns: Columns

    @classmethod
    def of(cls, standings: Sequence[Standing], now: datetime, width: int, before: "Table | None" = None) -> "Table":
        """`now` is in the reader's zone, `width` how many columns there are. `before` spares some of the work."""
        same = before and (before.now.date(), before.now.tzinfo) == (now.date(), now.tzinfo)
        known = before.by_standing if before and same else {}
        lines = tuple(known.get(id(standing)) or line_of(standing, now) for standing in standings)
        return cls(standings, now, width, lines, Columns.of(lines, width))

    @property
    def by_standing(self) -> dict[int, Line]:
        """The lines by the identity of what they show, which lives as long as the table."""
        return {id(standing): line for standing, line in zip(self.standings, self.lines, strict=True)}

    def rows(self, shown: Sequence[Line]) -> Iterator[Line | str]:
        """What stands under each other: headings, "" for a blank row, and those of the lines that are shown."""
        for section in Section:
            mine = [line for line in shown if line.section is section]
            if mine:
                if mine[0] is not shown[0]:
                    yield ""
                yield f"{SECTION_TITLES[section]}  {len(mine)}"
                yield from mine

    def draw(self, one: Line | str) -> Row:
        """The row of a line, a heading or a blank."""
        if isinstance(one, Line):
            return self.columns.draw(one)
        return _heading(one, self.width) if one else ()


def _heading(title: str, width: int) -> Row:
    return (Span(f"{title}  ", "head"), Span("─" * max(width - width_of((Span(title),)) - 3, 0), "rule"))


def empty(width: int) -> Iterator[Row]:
    """What a board without interviews says."""
    text = (
        " Nothing here yet. Just out of an interview, or about to go to one?",
        "",
        "   a   add it: company, role and when",
        "   i   import the invitation you got (.ics)",
        "   D   look at a demo first",
        "   ?   all keys, and the rules with their reasons",
    )
    for part in text:
        yield from paragraph(part, width)


NOTHING_FOUND: tuple[Row, ...] = ((), row(" Nothing found. Escape shows all again.", "grey"))

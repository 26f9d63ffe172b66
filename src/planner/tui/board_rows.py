"""The rows of the board's list: each section under its heading, an interview in columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len

from planner.domain.board import Section, Standing
from planner.planning.lines import SECTION_TITLES, SHORTEST_NAME, Line, Tone, line_of, shares
from planner.tui.spans import Row, Span, fitted, paragraph, row, width_of

_ROUND = 3


class Columns(NamedTuple):
    """The widths of the board's columns. Where there is little room the role goes first, then the round, then the step.

    `next` holds step and day, each at its own end.
    """

    company: int
    role: int
    round: int
    next: int
    with_step: bool

    @classmethod
    def of(cls, lines: Sequence[Line], width: int) -> "Columns":
        company, role = (_widest(getattr(line, name) for line in lines) for name in ("company", "role"))
        ending = _widest(f"{step}  {day}" for step, day in {(line.step, line.day) for line in lines})
        # Beside the columns there are the sign with its blanks (3), two blanks before each, one at the end.
        room = width - 3 - 2 - 1
        names = room - ending
        if names < SHORTEST_NAME:
            day = _widest(line.day for line in lines)
            return cls(max(room - day, 0), 0, 0, day, with_step=False)
        both = names - 2 - 2 - _ROUND
        company_gets, role_gets = shares(company, role, both)
        if role and not role_gets:
            spared = 2 + _ROUND if names - 2 - _ROUND >= company else 0
            return cls(names - spared, 0, _ROUND if spared else 0, ending, with_step=True)
        return cls(company_gets, both - company_gets, _ROUND, ending, with_step=True)

    def draw(self, line: Line) -> Row:
        """Sign, company, role, round, step, day."""
        words = "grey" if line.tone is Tone.GREY else "text"
        name = "grey" if line.section is Section.CLOSED else "strong"
        step = line.step if self.with_step else ""
        between = " " * (self.next - cell_len(step) - cell_len(line.day))
        return (
            Span(f" {line.sign} ", line.tone),
            Span(f"{fitted(line.company, self.company)}  ", name),
            Span(f"{fitted(line.role, self.role)}  " if self.role else "", words),
            Span(f"{fitted(line.round, self.round)}  " if self.round else "", words),
            Span(f"{step}{between}{line.day} ", line.tone),
        )


def _widest(texts: Iterable[str]) -> int:
    return max(map(cell_len, {*texts}), default=0)


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


def empty(width: int, keys: Mapping[str, str]) -> Iterator[Row]:
    """What a board without interviews says; `keys` are the person's, by the commands' ids."""
    text = (
        " Nothing here yet. Just out of an interview, or about to go to one?",
        "",
    )
    ways = {
        "add": "add it: company, role and when",
        "import_file": "import the invitation you got (.ics)",
        "demo": "look at a demo first",
        "help": "all keys, and the rules with their reasons",
    }
    widest = _widest(keys[command] for command in ways)
    for part in (*text, *(f"   {keys[command]:{widest}}   {does}" for command, does in ways.items())):
        yield from paragraph(part, width)


NOTHING_FOUND: tuple[Row, ...] = ((), row(" Nothing found. Escape shows all again.", "grey"))

"""The board in columns, and the one line for a prompt."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from planner.cli import columns
from planner.cli.console import Painted, Piece, Style
from planner.domain.board import Section, Standing
from planner.domain.text import harmless
from planner.domain.verdict import ActionState
from planner.planning.lines import SECTION_TITLES, SHORTEST_NAME, Line, Tone, line_of, shares

STYLES = {Tone.URGENT: Style.URGENT, Tone.OPEN: Style.OPEN, Tone.AHEAD: Style.AHEAD, Tone.GREY: Style.GREY}
_GAP = 2
_MARGIN = 3


def listing(standings: Sequence[Standing], now: datetime, width: int) -> list[Painted]:
    """The interviews, section by section, on lines of at most `width` columns."""
    lines = [line_of(standing, now) for standing in standings]
    cells = _Cells(lines, width)
    painted: list[Painted] = []
    for section, title in SECTION_TITLES.items():
        chosen = [line for line in lines if line.section is section]
        if chosen:
            painted += [[Piece("")]] if painted else []
            painted.append([Piece(f"{title}  {len(chosen)}", Style.HEADING)])
            painted += [cells.row(line) for line in chosen]
    return painted


class _Cells:
    """The columns of a list: role and company give way to the others, at last the step. Step and day share one."""

    def __init__(self, lines: Sequence[Line], width: int) -> None:
        self._id = _widest(str(line.id) for line in lines)
        self._round = _widest(line.round for line in lines)
        room = width - (_MARGIN + self._id + _GAP + self._round + 2 * _GAP)
        self._next = _widest(f"{line.step}{'':{_GAP}}{line.day}" for line in lines)
        self._with_step = room - self._next >= SHORTEST_NAME
        if not self._with_step:
            self._next = _widest(line.day for line in lines)
        room -= self._next
        company, role = _widest(_shown(line.company) for line in lines), _widest(_shown(line.role) for line in lines)
        self._company, self._role = shares(company, role, max(room - _GAP, 0))
        if not self._role:
            self._company = max(min(company, room), 1)

    def row(self, line: Line) -> Painted:
        style = STYLES[line.tone]
        grey = Style.GREY if line.tone is Tone.GREY else Style.PLAIN
        role = f"{'':{_GAP}}{columns.left(_shown(line.role), self._role)}" if self._role else ""
        yield Piece(f" {line.sign} ", style)
        yield Piece(f"{line.id:>{self._id}}{'':{_GAP}}", grey)
        yield Piece(columns.left(_shown(line.company), self._company), grey or Style.STRONG)
        yield Piece(role, grey)
        yield Piece(f"{'':{_GAP}}{line.round:{self._round}}", grey)
        step = line.step if self._with_step else ""
        yield Piece(f"{'':{_GAP}}{step}", style)
        yield Piece(columns.right(line.day, self._next - columns.width(step)), style)


def _shown(text: str) -> str:
    """Text as it will be printed, which is what has to be measured."""
    return harmless(text)


def _widest(texts: Iterable[str]) -> int:
    return max(map(columns.width, texts), default=1)


def short(due: Sequence[Standing], width: int) -> str:
    """What is due, on one short line for a prompt; "" when nothing is."""
    thanks = sum(standing.thank_you.is_open for standing in due)
    asking = sum(standing.follow_up.is_open for standing in due)
    late = any(ActionState.OVERDUE in (answer.state for answer in standing.checklist) for standing in due)
    words = [f"{number} {noun}" for number, noun in ((thanks, "thank-you"), (asking, "follow-up")) if number]
    return columns.cut(f"{' '.join(words)}{' !' if late else ''}", width)


def is_due(standing: Standing) -> bool:
    return standing.section is Section.DO_NOW

"""The board before Textual is loaded, which takes longer than all else: the same rows, computed from the file just read.

Nothing here may import Textual.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.domain import wording
from planner.domain.board import Standing
from planner.planning.lines import Line
from planner.planning.outlook import Outlook
from planner.tui.board_rows import Table, empty
from planner.tui.commands import BOARD, COMMANDS, KEYS
from planner.tui.detail import brief
from planner.tui.gating import Situation
from planner.tui.key_hints import hint_row, hints
from planner.tui.spans import CURSOR, Row, Span, cut, row, width_of
from planner.tui.top_bar import top_bar

WIDE = 100
"""From this many columns the chosen interview stands beside the list."""
_AROUND = 4
"""Rows beside list and detail: the bar, two for what is said, the keys."""


class FrameRow(NamedTuple):
    """A row of the screen in its whole width, and the name of its ground."""

    row: Row
    ground: str = "background"


def first_frame(planner: Outlook, left_at: str, width: int, height: int, *, demo: bool = False) -> list[FrameRow]:
    """The rows of a screen of this size, with the cursor where the board was left: on the interview of that uid."""
    now = planner.now()
    board = planner.board(now)
    beside = min(max(int(width * 0.34), 38), 56) if width >= WIDE else 0
    list_width = width - beside
    table = Table.of(board.standings, now, list_width - 2)
    lines = [*table.rows(table.lines)]
    chosen = _chosen(board.standings, left_at)
    rows = height - _AROUND
    # A person's own keys are told once they have been looked through.
    own = bool(planner.settings.current.keys)
    listed = [*_listed(table, lines, chosen, list_width, rows - 1)] if chosen or not own else []
    told = brief(chosen, now, beside - 5) if chosen and beside else []
    situation = Situation(chosen, bool(planner.state.undo), bool(planner.state.redo), at=now)
    keys = () if own else hint_row(hints(COMMANDS, BOARD, situation), width - 2)
    day = Span(wording.day(now.date(), now.date()))
    return [
        FrameRow(_filled((Span(" "), *top_bar(BOARD, board, day, width - 2, demo=demo)), width), "panel"),
        *(FrameRow(each) for each in _beside([(), *listed], [(), *told] if beside else None, list_width, width, rows)),
        FrameRow(_filled((), width)),
        FrameRow(_filled((), width)),
        FrameRow(_filled((Span(" "), *cut(keys, width - 2)), width), "panel"),
    ]


def _chosen(standings: Sequence[Standing], left_at: str) -> Standing | None:
    """The interview under the cursor: the one left at, else the first."""
    return next((one for one in standings if one.interview.uid == left_at), standings[0] if standings else None)


def _listed(
    table: Table, lines: Sequence[Line | str], chosen: Standing | None, width: int, height: int
) -> Iterator[Row]:
    if chosen is None:
        yield from (_filled((Span(" "), *each), width) for each in empty(width - 2, KEYS))
        return
    place = next(place for place, one in enumerate(lines) if isinstance(one, Line) and one.id == chosen.interview.id)
    first = max(0, min((len(lines) if place == len(lines) - 1 else place + 1) - height, place))
    for line, one in enumerate(lines[first : first + height], first):
        mark = Span(CURSOR if line == place else " ", "cursor")
        yield (mark, *cut(table.draw(one), width - 2))


def _beside(
    left: Sequence[Row], right: Sequence[Row] | None, left_width: int, width: int, height: int
) -> Iterator[Row]:
    """Two panes beside each other with a rule between them; the left one alone where there is no right one."""
    for line in range(height):
        rows = _filled(left[line] if line < len(left) else (), left_width)
        if right is not None:
            told = cut(right[line], width - left_width - 5) if line < len(right) else ()
            rows = (*rows, Span("│", "rule"), *_filled((Span("  "), *told), width - left_width - 1))
        yield rows


def _filled(spans: Row, width: int) -> Row:
    """A row with blanks up to its width."""
    return (*spans, *row(" " * (width - width_of(spans))))

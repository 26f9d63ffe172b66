"""Draws on a terminal in few bytes: moves, styles and blanks are said in the shortest way known."""

import re
from collections.abc import Sequence

from planner.tui.terminal.styles import PLAIN, Style, on_blanks, turned
from planner.tui.terminal.written import Cell

GAP = 4
"""So many cells cost no more than the move past them, if they are in the style that is drawn in already."""
_LONG = " " * 10
"""It is shorter to erase these, also with the move past them."""
_LONG_BLANKS = re.compile(f"({_LONG}+)")


class Pen:
    """Where a terminal draws, and in which style; `column` is 0 while it is not sure in which.

    `erases`: whether what it erases gets the ground it draws on.
    """

    def __init__(self, *, erases: bool) -> None:
        self.row = self.column = 0
        self._erases = erases
        self._style = PLAIN
        self._codes: list[str] = []

    def taken(self) -> str:
        """All that has been drawn since, in codes that leave the terminal drawing plain."""
        self._turn(PLAIN)
        codes = "".join(self._codes)
        self._codes = []
        return codes

    def lost(self) -> None:
        """The terminal may be anywhere; it draws plain, and nothing is left to be said."""
        self.row = self.column = 0
        self._style = PLAIN
        self._codes = []

    def go(self, row: int, column: int, cells: Sequence[Cell | None] = ()) -> None:
        """To a place. `cells` are those of its row as they are shown, from a column 0 on."""
        if row == self.row and 0 < self.column <= column:
            gap = column - self.column
            if gap:
                self._codes.append(self._again(cells, column) or (f"\x1b[{gap}C" if gap > 1 else "\x1b[C"))
        elif row == self.row + 1 > 1 == column:
            self._codes.append("\r\n")
        else:
            self._codes.append(f"\x1b[{row};{column}H" if column > 1 else f"\x1b[{row}H" if row > 1 else "\x1b[H")
        self.row, self.column = row, column

    def put(self, text: str, width: int, style: Style) -> None:
        """Text of so many columns."""
        if text.isspace() and text.isascii():
            self._turn_on_blanks(style)
        else:
            self._turn(style)
        self._codes.append(text)
        self.column += width

    def draw(self, text: str, width: int, style: Style) -> None:
        """Like `put`, where each sign is as wide as it seems. It may leave off before blanks."""
        if not (self._erases and _LONG in text and width == len(text)) or on_blanks(style).attributes:
            self.put(text, width, style)
            return
        column = self.column
        for place, piece in enumerate(_LONG_BLANKS.split(text)):
            if place % 2:
                self._turn_on_blanks(style)
                self._codes.append(f"\x1b[{len(piece)}X")
            elif piece:
                self.go(self.row, column)
                self.put(piece, len(piece), style)
            column += len(piece)

    def _turn_on_blanks(self, style: Style) -> None:
        if on_blanks(style) != on_blanks(self._style):
            self._turn(style)

    def _turn(self, style: Style) -> None:
        if style is not self._style:
            self._codes.append(turned(self._style, style))
            self._style = style

    def _again(self, cells: Sequence[Cell | None], upto: int) -> str:
        """The signs that stand before a column, where to draw them once more is as short as the move past them."""
        between = cells[self.column : upto]
        if len(between) != upto - self.column or len(between) > GAP:
            return ""
        bare = on_blanks(self._style)
        signs = [cell[0] for cell in between if cell and cell[1] == (bare if cell[0] == " " else self._style)]
        is_cut = any(cell and not cell[0] for cell in cells[self.column : upto + 1])
        return "" if is_cut or len(signs) < len(between) else "".join(signs)

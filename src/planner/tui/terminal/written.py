"""Reads what Textual's compositor writes to a terminal: moves to a line and a column, texts in one style each."""

import re
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from planner.tui.terminal.styles import PLAIN, Style, on_blanks, styled

_PART = re.compile(r"\[(?:([0-9;]*)m|([0-9]*)(?:;([0-9]+))?H)([^\x00-\x1f\x7f-\x9f]*)\n?")
# Signs that take one column, or two, in every terminal. Combining marks, pictures and many a script are not among them.
_NARROW = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2100-\u22ff\u2500-\u25fc✓✗"
)
_WIDE = "\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
_is_narrow = re.compile(f"[{_NARROW}]*").fullmatch
_is_sure = re.compile(f"[{_NARROW}{_WIDE}]*").fullmatch

Cell = tuple[str, Style]
"""What is seen in one column of a row: a sign and its look. "" is the second half of a wide sign."""


class StrangeError(ValueError):
    """Something is written that is not understood."""


class Part(NamedTuple):
    """Text in one style, of so many columns, and where it begins: `row` 0 is where the part before it ended.

    `cells` are empty for a text of which terminals may take more or fewer columns. `is_plain`: whether the text is
    drawn in no style; `feeds`: whether it leads on to a line that must be named.
    """

    row: int
    column: int
    text: str
    width: int
    look: Style
    cells: list[Cell]
    is_plain: bool
    feeds: bool


@lru_cache(1024)
def read(part: str) -> Part:
    """What stands between two escapes, without them."""
    found = _PART.fullmatch(part)
    if not found:
        raise StrangeError
    codes, row, column, text = found.groups()
    look = styled(codes or "")
    place = (int(row or 1), int(column or 1)) if codes is None else (0, 0)
    cells = _cells(text, look)
    width = len(cells) or cell_len(text)
    if text and not width:  # it would change what stands before it
        raise StrangeError
    return Part(*place, text, width, look, cells, look == PLAIN, part.endswith("\n"))


def _cells(text: str, look: Style) -> list[Cell]:
    of = _cells_in(look)
    if text.isascii() or _is_narrow(text):
        return [of[sign] for sign in text]
    if not _is_sure(text):
        return []
    return [of[half] for sign in text for half in ((sign,) if _is_narrow(sign) else (sign, ""))]


class _Cells(dict[str, Cell]):
    """The cells of one look by their signs, each made once: of those a screen shows most are the same."""

    def __init__(self, look: Style) -> None:
        self._look = look
        self[" "] = " ", on_blanks(look)

    def __missing__(self, sign: str) -> Cell:
        cell = self[sign] = sign, self._look
        return cell


@lru_cache(256)
def _cells_in(look: Style) -> _Cells:
    return _Cells(look)

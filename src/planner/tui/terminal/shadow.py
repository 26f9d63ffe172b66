"""Remembers what the terminal shows, and says only what differs: Textual paints whole rows, panes and screens anew."""

import re
from collections.abc import Iterator, Sequence

from planner.tui.terminal.pen import GAP, Pen
from planner.tui.terminal.written import Cell, Part, StrangeError, read

# No cell is another after these: modes of the mouse, the focus, what is pasted, the cursor, wrapping, showing at once.
_MODE = re.compile(r"\x1b\[\?(?:7|25|1000|1002|1003|1004|1006|1015|1016|2004|2026|2048)[hl]")
# Questions, keyboards, the clipboard and the like: a terminal that does not know them may show some of it as text.
_ASIDE = re.compile(r"\x1b\[\?\d+\$p|\x1b\[[<>]\d*u|\x1b\][^\x00-\x1f\x7f-\x9f]*\x07|\x07")


class Shadow:
    """What the terminal shows, as far as it is known.

    `erases`: whether the terminal gives what it erases the ground it draws on. Where it `remembers` nothing, each write
    is still said in few bytes, by itself.
    """

    def __init__(self, *, erases: bool = False, remembers: bool = True) -> None:
        self._pen = Pen(erases=erases)
        self._remembers = remembers
        self._is_known = False
        # From column 0 on, in which there is nothing. What lies beyond the end of a row is not known.
        self._rows: dict[int, list[Cell | None]] = {}

    def forget(self) -> None:
        """For when something else may have changed what is shown. Safe at any time, also from a signal or a thread."""
        self._is_known = False

    def differing(self, text: str) -> str:
        """What leads the terminal to where `text` would; `text` itself where it is not understood."""
        if not (self._is_known and self._remembers):
            self._is_known = True
            self._rows.clear()
            self._pen.lost()
        if _MODE.fullmatch(text):
            return text
        if _ASIDE.fullmatch(text):
            self._rows.pop(self._pen.row, None)
            self._pen.column = 0
            return text
        try:
            self._draw(text)
            return self._pen.taken()
        except StrangeError:
            self.forget()
            return text

    def _draw(self, text: str) -> None:
        """Draws what differs. What is written begins with a move, and each style ends before the next begins."""
        before, *parts = text.split("\x1b")
        if before:
            raise StrangeError
        is_plain, is_placed, is_sure = True, False, True
        row = column = 0
        for part in map(read, parts):
            if part.row:
                row, column = part.row, part.column
                is_placed = True
                if not is_sure:  # in that row, but nobody knows where
                    self._pen.column = 0
                    is_sure = True
            elif not (is_plain or part.is_plain):
                raise StrangeError
            is_plain = part.is_plain
            if part.text:
                if not is_placed:
                    raise StrangeError
                is_sure = is_sure and bool(part.cells)
                (self._draw_differing if is_sure else self._draw_whole)(part, row, column)
                column += part.width
            is_placed = is_placed and not part.feeds
        if not is_placed:
            raise StrangeError
        self._pen.go(row, column, self._rows.get(row, ()))

    def _draw_differing(self, part: Part, row: int, column: int) -> None:
        known = self._rows.setdefault(row, [None])
        end = column + part.width
        was = known[column:end]
        if was == part.cells:
            return
        if len(was) < part.width:
            known += [None] * (end - len(known))
            was = known[column:end]
        for first, last in _differing(was, part.cells):
            self._pen.go(row, column + first, known)
            cells = part.cells[first:last]
            self._pen.draw("".join([sign for sign, _ in cells]), last - first, part.look)
        known[column:end] = part.cells
        # What is left of a wide sign that was cut in two depends on the terminal.
        for place, half in ((column - 1, was[0]), (end, (known[end:] or [None])[0])):
            if half and not half[0]:
                known[place] = None

    def _draw_whole(self, part: Part, row: int, column: int) -> None:
        """A text of which terminals take more or fewer columns, and what follows it: neither is known afterwards.

        Nor is the sign before it, as a mark at its beginning stands on that.
        """
        known = self._rows.setdefault(row, [None])
        self._pen.go(row, column, known)
        self._pen.put(part.text, part.width, part.look)
        del known[max(column - 1, 1) :]


def _differing(were: Sequence[Cell | None], are: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """From where to where cells are others, with what is drawn along between them; wide signs are kept whole."""
    first = last = -1
    for place, (was, now) in enumerate(zip(were, are, strict=True)):
        if was is not now and was != now:
            if first >= 0 and place - last > GAP:
                yield _whole(first, last, are)
                first = -1
            first = place if first < 0 else first
            last = place + 1
    if first >= 0:
        yield _whole(first, last, are)


def _whole(first: int, last: int, cells: Sequence[Cell]) -> tuple[int, int]:
    return first - (not cells[first][0]), last + (last < len(cells) and not cells[last][0])

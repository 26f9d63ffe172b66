"""What a person at the terminal sees of the bytes that came."""

from typing import TypeAlias

import pyte

Row: TypeAlias = tuple[object, ...]
"""Cells with their signs and their looks; two rows are equal when nobody could tell them apart."""


class Screen:
    """Of so many `columns` and rows."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns = columns
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._rows = [self._row(y) for y in range(rows)]

    def feed(self, data: bytes) -> bool:
        """Takes in what came; whether what is seen is another than before."""
        self._screen.dirty.clear()
        self._stream.feed(data)
        now = {y: self._row(y) for y in self._screen.dirty}
        changed = any(self._rows[y] != row for y, row in now.items())
        for y, row in now.items():
            self._rows[y] = row
        return changed

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def _row(self, y: int) -> Row:
        row = self._screen.buffer[y]
        return tuple(row[x] for x in range(self.columns))

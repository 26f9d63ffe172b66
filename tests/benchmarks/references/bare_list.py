"""A bare list by Textual's Line API: so many lines of text, the one under the cursor in reverse, and nothing beside it."""

import sys
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

PLAIN, CHOSEN = Style(), Style(reverse=True)


class BareList(ScrollView, can_focus=True):
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "go(1)", ""),
        ("k", "go(-1)", ""),
        ("pagedown", "go(25)", ""),
        ("G", "go(1000000)", ""),
        ("g", "go(-1000000)", ""),
    ]

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count
        self._cursor = 0

    def on_mount(self) -> None:
        self.virtual_size = Size(0, self._count)
        self.focus()

    def render_line(self, y: int) -> Strip:
        line = y + int(self.scroll_offset.y)
        style = CHOSEN if line == self._cursor else PLAIN
        return Strip([Segment(f" line {line}", style)]).adjust_cell_length(self.size.width, style)

    def action_go(self, lines: int) -> None:
        before, self._cursor = self._cursor, min(max(self._cursor + lines, 0), self._count - 1)
        top, height = int(self.scroll_offset.y), self.size.height
        for line in (before, self._cursor):
            self.refresh(Region(0, line - top, self.size.width, 1))
        if not top <= self._cursor < top + height:
            self.scroll_to(y=self._cursor - height + 1 if lines > 0 else self._cursor, animate=False, immediate=True)


class Bare(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "")]

    def compose(self) -> ComposeResult:
        yield BareList(int(sys.argv[1]))


if __name__ == "__main__":
    Bare().run()

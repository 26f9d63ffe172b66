"""A pane of rows, drawn line by line: a change repaints the lines that differ and nothing else."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from planner.tui.spans import Row, cut
from planner.tui.theme import TONES


class Pane(ScrollView):
    """Shows rows of text. `rows` are as wide as the pane; scrolling is by the keys of a scrollable container."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"pane--{tone}" for tone in TONES}

    def __init__(self, *, id: str | None = None, classes: str | None = None, focusable: bool = False) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, classes=classes)
        self.can_focus = focusable
        self._rows: Sequence[Row] = ()
        self._styles: dict[str, Style] = {}

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Replaces the rows, and repaints those that changed."""
        before, self._rows = self._rows, rows
        if len(before) != len(rows):
            self.virtual_size = Size(0, len(rows))
        first = int(self.scroll_offset.y)
        for y in range(first, first + self.size.height):
            if _at(before, y) != _at(rows, y):
                self.refresh_line(y)

    def render_line(self, y: int) -> Strip:
        spans = _at(self._rows, y + int(self.scroll_offset.y))
        return self.strip(spans)

    def strip(self, spans: Row) -> Strip:
        """A row as what Textual draws: cut to the width, each span in the style of its tone."""
        width = self.scrollable_content_region.width
        segments = [Segment(span.text, self.style(span.tone)) for span in cut(spans, width)]
        return Strip(segments).adjust_cell_length(width, self.style("text"))

    def style(self, tone: str) -> Style:
        found = self._styles.get(tone)
        if found is None:
            found = self._styles[tone] = self.get_component_rich_style(f"pane--{tone}")
        return found

    def notify_style_update(self) -> None:
        self._styles.clear()
        super().notify_style_update()

    def refresh_cells(self, y: int, first: int, count: int) -> None:
        """Repaints some columns of one row."""
        self.refresh(Region(first, y - int(self.scroll_offset.y), count, 1))


def _at(rows: Sequence[Row], y: int) -> Row:
    return rows[y] if 0 <= y < len(rows) else ()

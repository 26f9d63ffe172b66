"""A pane of rows, drawn line by line: a change repaints the lines that differ and nothing else."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from planner.tui.spans import Row, cut
from planner.tui.theme import TONES, Look


class Pane(ScrollView):
    """Shows rows of text. `rows` are as wide as the pane; scrolling is by the keys of a scrollable container."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]

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
            # A pane is as large as its place, whatever it holds: only the scrollbar can change.
            self.set_reactive(Pane.virtual_size, Size(0, len(rows)))
            self._scroll_update(self.virtual_size)
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
            found = self._styles[tone] = self._looked_up(TONES[tone])
        return found

    def _looked_up(self, look: Look) -> Style:
        named = self.app.theme_variables
        ground = Color.parse(named[look.ground]) if look.ground else self.background_colors[1]
        # Without colours grey can only be told by its weight.
        dim = self.app.no_color and look == TONES["grey"]
        colour = Color.parse(named[look.colour])
        return Style(color=colour.rich_color, bgcolor=ground.rich_color, bold=look.bold or None, dim=dim or None)

    def notify_style_update(self) -> None:
        self._styles.clear()
        super().notify_style_update()

    def _scroll_update(self, virtual_size: Size) -> None:
        """As Textual's own, but a scrollbar that stays as it was is not painted again."""
        self._refresh_scrollbars()
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = virtual_size.height
            self.vertical_scrollbar.window_size = self.container_size.height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def refresh_cells(self, y: int, first: int, count: int) -> None:
        """Repaints some columns of one row."""
        self.refresh(Region(first, y - int(self.scroll_offset.y), count, 1))


def _at(rows: Sequence[Row], y: int) -> Row:
    return rows[y] if 0 <= y < len(rows) else ()

"""A pane of rows, drawn line by line: a change repaints the lines that differ and nothing else."""

from collections.abc import Sequence
from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from planner.tui.palettes import TONES, Look
from planner.tui.spans import Row, cut, width_of
from planner.tui.widgets import thumb


class Pane(ScrollView):
    """Shows rows of text. `rows` are as wide as the pane; scrolling is by the keys of a scrollable container."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]

    _spares_a_refresh = False
    _margin = 0
    """Columns before each row."""

    def __init__(self, *, id: str | None = None, classes: str | None = None, focusable: bool = False) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, classes=classes)
        self.can_focus = focusable
        self._rows: Sequence[Row] = ()
        self._styles: dict[str, Style] = {}

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @property
    def text_width(self) -> int:
        """Columns for text: one stays blank before the scrollbar."""
        return max(self.scrollable_content_region.width - 1, 0)

    def show(self, rows: Sequence[Row]) -> None:
        """Replaces the rows, and repaints those that changed."""
        before, self._rows = self._rows, rows
        if len(before) != len(rows):
            # A pane is as large as its place, whatever it holds: only the scrollbar can change.
            self.set_reactive(Pane.virtual_size, Size(0, len(rows)))
            self._scroll_update(self.virtual_size)
        first = int(self.scroll_offset.y)
        for y in range(first, first + self.size.height):
            was, now = _at(before, y), _at(rows, y)
            if was != now:
                self.refresh_cells(y, 0, max(width_of(was), width_of(now)) + self._margin)

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

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - Textual's own
        """A pane looks the same with the focus and without: no style is worked out anew, and nothing is painted."""
        self._spares_a_refresh = True

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: FBT001, FBT002 - Textual's own
        self._spares_a_refresh = True
        return super().focus(scroll_visible)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As Textual's own, but for the one that follows when the focus has moved."""
        if self._spares_a_refresh and not regions:
            self._spares_a_refresh = False
            repaint = layout
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """As Textual's own, but of the scrollbar only what changes is painted again."""
        if round(old_value) != round(new_value):
            self._move_thumb()
            self.refresh(self.size.region)

    def _scroll_update(self, _virtual_size: Size) -> None:
        """As Textual's own, but of the scrollbar only what changes is painted again."""
        self._refresh_scrollbars()
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
        self._move_thumb()

    def _move_thumb(self) -> None:
        if self.show_vertical_scrollbar:
            thumb.move(self.vertical_scrollbar, len(self.rows), self.container_size.height, int(self.scroll_offset.y))

    def refresh_cells(self, y: int, first: int, count: int) -> None:
        """Repaints some columns of one row."""
        self.refresh(Region(first, y - int(self.scroll_offset.y), count, 1))


def _at(rows: Sequence[Row], y: int) -> Row:
    return rows[y] if 0 <= y < len(rows) else ()

"""A list to move in: a pane whose rows may be chosen. The cursor is a mark at the left, kept by what it stands on."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from planner.tui.bindings import bindings
from planner.tui.commands import LIST
from planner.tui.drawn import Drawn
from planner.tui.spans import CURSOR, Row, Span
from planner.tui.widgets.pane import Pane


class Item(NamedTuple):
    """A row of a list, or what draws it, and what choosing it means; None for one that can't be chosen."""

    row: Row | Callable[[], Row]
    key: Hashable = None


class Listing(Pane):
    """Rows with a cursor. Moving posts `Moved`; a click posts it too. What a key opens is the screen's business."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(LIST)
    _margin = len(CURSOR)

    class Moved(Message):
        """The cursor stands on another item."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, classes=classes, focusable=True)
        self._items: Sequence[Item] = ()
        self._stops: Sequence[int] = []
        self._cursor = 0

    @property
    def chosen(self) -> Hashable:
        """The key of the item under the cursor; None in a list with nothing to choose."""
        return self._items[self._line].key if self._stops else None

    def fill(self, items: Sequence[Item]) -> None:
        """Replaces the items. The cursor stays on the key it was on, else on the place it was at."""
        chosen, line = self.chosen, self._line
        self._items = items
        self._stops = [place for place, item in enumerate(items) if item.key is not None]
        places = [index for index, place in enumerate(self._stops) if items[place].key == chosen]
        self._cursor = places[0] if places else min(self._cursor, max(len(self._stops) - 1, 0))
        self.show(Drawn(len(items), lambda place: _drawn(items[place])))
        if self._line != line:
            self._repaint_mark(line)
            self._repaint_mark(self._line)
        self._reveal()
        if self.chosen != chosen:
            self.post_message(self.Moved())

    def choose(self, key: Hashable) -> None:
        """Puts the cursor on an item, if it is there."""
        for index, place in enumerate(self._stops):
            if self._items[place].key == key:
                self._go(index)

    @property
    def _line(self) -> int:
        return self._stops[self._cursor] if self._stops else 0

    def _go(self, index: int) -> None:
        if not self._stops:
            return
        before = self._line
        self._cursor = max(0, min(index, len(self._stops) - 1))
        if self._line != before:
            self._repaint_mark(before)
            self._repaint_mark(self._line)
            self._reveal()
            self.post_message(self.Moved())

    def _repaint_mark(self, line: int) -> None:
        self.refresh_cells(line, 0, 1)

    def _reveal(self) -> None:
        """Scrolls as little as is needed to show the cursor, and what stands before the first item or after the last."""
        if not self._stops:
            return
        top, height = int(self.scroll_offset.y), self.size.height
        first = 0 if self._cursor == 0 else self._line
        last = len(self._items) - 1 if self._cursor == len(self._stops) - 1 else self._line
        if first < top:
            self.scroll_to(y=first, animate=False, immediate=True)
        elif last >= top + height > 0:
            self.scroll_to(y=min(last - height + 1, self._line), animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        line = y + int(self.scroll_offset.y)
        spans = self.rows[line] if line < len(self.rows) else ()
        mark = CURSOR if self._stops and line == self._line else " "
        return self.strip((Span(mark, "cursor"), *spans))

    def on_resize(self) -> None:
        self._reveal()

    def on_click(self, click: Click) -> None:
        line = click.y + int(self.scroll_offset.y)
        if line in self._stops:
            self._go(self._stops.index(line))

    def action_down(self) -> None:
        self._go(self._cursor + 1)

    def action_up(self) -> None:
        self._go(self._cursor - 1)

    def action_first(self) -> None:
        self._go(0)

    def action_last(self) -> None:
        self._go(len(self._stops) - 1)

    def action_page_down(self) -> None:
        self._go(self._cursor + max(self.size.height - 2, 1))

    def action_page_up(self) -> None:
        self._go(self._cursor - max(self.size.height - 2, 1))


def _drawn(item: Item) -> Row:
    return item.row() if callable(item.row) else item.row

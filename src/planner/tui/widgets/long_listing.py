"""A list of thousands: each row is drawn when it comes into sight."""

from collections.abc import Callable

from planner.tui.drawn import Drawn
from planner.tui.spans import Row
from planner.tui.widgets.listing import Item, Listing


class LongListing(Listing):
    """A list whose items are known by their places."""

    def draw(self, count: int, row: Callable[[int], Row]) -> None:
        """Replaces the items: so many, and what draws the one in a place. The cursor stays where it is."""
        chosen = self.chosen
        items = Drawn(count, lambda place: Item(row(place), place))
        self._items, self._stops = items, range(count)
        self._cursor = min(self._cursor, max(count - 1, 0))
        self.show(Drawn(count, row))
        self._reveal()
        if self.chosen != chosen:
            self.post_message(self.Moved())

"""A list of thousands: each row is drawn when it comes into sight."""

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

from planner.tui.spans import Row
from planner.tui.widgets.listing import Item, Listing

T = TypeVar("T")


class LongListing(Listing):
    """A list whose items are known by their places."""

    def draw(self, count: int, row: Callable[[int], Row]) -> None:
        """Replaces the items: so many, and what draws the one in a place. The cursor stays where it is."""
        chosen = self.chosen
        items = _Drawn(count, lambda place: Item(row(place), place))
        self._items, self._stops = items, range(count)
        self._cursor = min(self._cursor, max(count - 1, 0))
        self.show(_Drawn(count, lambda place: items[place].row))
        self._reveal()
        if self.chosen != chosen:
            self.post_message(self.Moved())


class _Drawn(Sequence[T]):
    """Makes each of its members when it is first asked for."""

    def __init__(self, count: int, make: Callable[[int], T]) -> None:
        self._count = count
        self._make = make
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(self._count))]
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]

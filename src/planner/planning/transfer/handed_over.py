"""Many things on their way from one who is done with them to another."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


class HandedOver(Iterator[T]):
    """The things in turn, each let go as it is taken: there is no room for thousands beside what becomes of them."""

    def __init__(self, things: Iterable[T]) -> None:
        self._left = deque(things)

    def __next__(self) -> T:
        if not self._left:
            raise StopIteration
        return self._left.popleft()

    def __length_hint__(self) -> int:
        return len(self._left)

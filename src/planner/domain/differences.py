"""What differs between two versions, found by identity: what a change leaves alone stays the very same object."""

from collections.abc import Mapping
from itertools import compress
from operator import is_not
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def new_in(after: Mapping[K, V], before: Mapping[K, V]) -> dict[K, V]:
    """What is in `after`, and was not in `before` or was another object there."""
    # Nearly all of thousands is what it was: a loop written out would take longer than the rest of the change.
    return dict(compress(after.items(), map(is_not, after.values(), map(before.get, after))))

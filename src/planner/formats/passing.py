"""How a reader of many things lets others know how far it is."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

Passing = Callable[[Sequence[T]], Iterable[T]]
"""Hands things on one by one, as they are read; `iter` does no more than that."""

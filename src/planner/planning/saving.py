"""A change on its way into the file, and what to say where the disk leaves its fate open."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from planner.domain.errors import NotConfirmed
from planner.planning.ports import Change, Store
from planner.planning.state import State

PATIENCE_SECONDS = 5.0
"""How long a change waits for another session that is writing."""

_patience = ContextVar("patience", default=PATIENCE_SECONDS)


@contextmanager
def without_waiting() -> Iterator[None]:
    """A change made within raises Busy at once where another session is writing. Other threads wait as ever."""
    before = _patience.set(0.0)
    try:
        yield
    finally:
        _patience.reset(before)


def saved(store: Store, change: Change) -> tuple[State, str]:
    """The state after `change`, and what to tell besides: "" once it would survive a power cut.

    Where the disk did not confirm it the change is in the file all the same: to call that a failure would have it made
    once more.
    """
    try:
        return store.commit(change, _patience.get()), ""
    except NotConfirmed as doubt:
        return store.load(), in_doubt(doubt)


def in_doubt(error: NotConfirmed) -> str:
    """What is told behind what was done."""
    return f" {error.sentence} {error.hint}".rstrip()

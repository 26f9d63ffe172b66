"""A change on its way into the file, and what to say where the disk leaves its fate open."""

from planner.domain.errors import NotConfirmed
from planner.planning.ports import Change, Store
from planner.planning.state import State


def saved(store: Store, change: Change, wait: float) -> tuple[State, str]:
    """The state after `change`, and what to tell besides: "" once it would survive a power cut.

    Where the disk did not confirm it the change is in the file all the same: to call that a failure would have it made
    once more.
    """
    try:
        return store.commit(change, wait), ""
    except NotConfirmed as doubt:
        return store.load(), f" {doubt.sentence} {doubt.hint}"

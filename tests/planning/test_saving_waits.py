"""How long a change waits for another session: on the screen's thread not at all, elsewhere a while."""

from threading import Thread

from planner.planning.ports import Change
from planner.planning.saving import PATIENCE_SECONDS, saved, without_waiting
from planner.planning.state import State


class Waiting:
    """A store that writes down how long each change would wait."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def load(self) -> State:
        return State()

    def commit(self, change: Change, wait: float = -1.0) -> State:
        self.waits.append(wait)
        return change(State())

    def changed(self) -> bool:
        return False


def test_a_change_waits_for_another_session_unless_it_is_told_not_to() -> None:
    store = Waiting()
    saved(store, lambda state: state)
    with without_waiting():
        saved(store, lambda state: state)
        other = Thread(target=lambda: saved(store, lambda state: state))
        other.start()
        other.join()
    saved(store, lambda state: state)
    assert store.waits == [PATIENCE_SECONDS, 0.0, PATIENCE_SECONDS, PATIENCE_SECONDS]

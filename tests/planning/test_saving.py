"""A change that reached the file, though the disk would not confirm it, is done, and is not to be done again."""

from typing import NoReturn

import pytest

from planner.domain.errors import NotConfirmed
from planner.planning.outcomes import Done
from planner.planning.ports import Change
from planner.planning.state import State
from tests.tui.house import MemoryStore, planner_of
from tests.tui.interviews import NORTHWIND


def unconfirmed(store: MemoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the disk of the store confirms nothing."""

    def commit(change: Change, wait: float = 5.0) -> NoReturn:
        store.elsewhere(change)
        raise NotConfirmed("It was saved, but the disk did not confirm it.", "Look after the disk.")

    monkeypatch.setattr(store, "commit", commit)


def test_it_is_told_as_done_and_the_doubt_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    planner, store = planner_of([NORTHWIND])
    unconfirmed(store, monkeypatch)
    seen: list[State] = []
    planner.listen(lambda: seen.append(planner.state))
    done = planner.edit(1, {"notes": "new"})
    assert isinstance(done, Done)
    assert done.sentence.startswith("Saved. It was saved, but the disk did not confirm it. Look after the disk. ")
    assert done.interview
    assert done.interview.notes == planner.interview(1).notes == "new"
    assert seen == [store.state]
    assert planner.delete(1).sentence.endswith(
        "undo brings it back. It was saved, but the disk did not confirm it. Look after the disk."
    )


def test_what_is_added_so_is_there_once(monkeypatch: pytest.MonkeyPatch) -> None:
    planner, store = planner_of([])
    unconfirmed(store, monkeypatch)
    planner.add({"company": "Acme", "role": "Dev", "starts_at": "2026-12-04 14:00"})
    assert [one.company for one in store.state.interviews.values()] == ["Acme"]
    assert not planner.refresh()

"""Leaving the form of an interview, editing, and what happens where saving goes wrong."""

from dataclasses import replace
from typing import Any

import pytest

from planner.domain.errors import Conflict, StoreTrouble
from planner.domain.log import Rescheduled
from planner.planning.ports import Change
from planner.planning.state import State
from planner.tui.screens.board import BoardScreen
from tests.tui.house import MemoryStore, StandingClock, planner_of
from tests.tui.interviews import NORTHWIND, STARK
from tests.tui.screen import text
from tests.tui.seat import NARROW, Seat, no_crash, seated
from tests.tui.typing import cleared, field, filled, sent, typed

# -- leaving, and coming back


async def test_escape_saves_nothing_and_what_was_typed_is_offered_back() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        await filled(seat, "Contoso", "Engin")
        await sent(seat, "escape")
        assert not seat.store.state.interviews
        assert "What you typed is kept" in seat.said
        await sent(seat, "a")
        assert field(seat, "Company") == "Contoso"
        assert field(seat, "Role") == "Engin"
        assert "not saved yet" in seat.said
        await sent(seat, "ctrl+n")
        assert field(seat, "Company") == ""
        await sent(seat, "escape")
        assert "kept" not in seat.said
        await sent(seat, "a")
        assert field(seat, "Company") == ""
        assert "not saved" not in seat.said


async def test_what_was_saved_is_not_offered_again() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        await filled(seat, "Contoso", "Engineer", "tue 9:30")
        await sent(seat, "escape", "a", "ctrl+s")
        assert len(seat.store.state.interviews) == 1
        await sent(seat, "a")
        assert field(seat, "Company") == ""


async def test_each_interview_has_its_own_unsaved_text() -> None:
    async with seated(NORTHWIND, STARK) as seat:
        await sent(seat, "e")
        await typed(seat, " GmbH")
        await sent(seat, "escape", "j", "e")
        assert field(seat, "Company") == "Stark Labs"
        await sent(seat, "escape", "k")
        assert "kept" not in seat.said
        await sent(seat, "e")
        assert field(seat, "Company") == "Northwind Traders GmbH"
        await sent(seat, "ctrl+n")
        assert field(seat, "Company") == "Northwind Traders"
        assert field(seat, "When").startswith("2026-11-21 14:00 = Sat 21 Nov 14:00")


# -- editing


async def test_editing_changes_what_was_typed_and_nothing_else() -> None:
    async with seated(NORTHWIND) as seat:
        await sent(seat, "e")
        assert "Edit   Northwind Traders (Data analyst, round 2)" in seat.sees
        assert field(seat, "When").startswith("2026-11-21 14:00 = Sat 21 Nov 14:00")
        await sent(seat, "down")
        await typed(seat, ", senior")
        await sent(seat, "ctrl+s")
        assert "Saved." in seat.said
        after = seat.interview(1)
        assert replace(after, role=NORTHWIND.role, id=0, rev=0) == replace(NORTHWIND, id=0, rev=0)
        assert after.role == "Data analyst, senior"


async def test_moving_the_start_is_logged() -> None:
    async with seated(STARK) as seat:
        await sent(seat, "e", "down", "down")
        await cleared(seat)
        await typed(seat, "thu 11:00")
        await sent(seat, "ctrl+s")
        assert isinstance(seat.interview(1).log[-1], Rescheduled)
        assert "Thu 26 · 11:00" in seat.sees


async def test_saving_without_a_change_changes_nothing() -> None:
    async with seated(NORTHWIND) as seat:
        before = seat.store.state
        await sent(seat, "e", "ctrl+s")
        assert seat.store.state is before
        assert "Nothing was changed." in seat.said


async def test_a_field_can_be_emptied_but_for_those_an_interview_needs() -> None:
    async with seated(STARK) as seat:
        await sent(seat, "e")
        await sent(seat, *["down"] * 8)
        await cleared(seat)
        await sent(seat, "ctrl+s")
        assert seat.interview(1).location == ""
        await sent(seat, "e")
        await cleared(seat)
        await sent(seat, "ctrl+s")
        assert "! Company is missing." in field(seat, "Company")
        assert seat.interview(1).company == "Stark Labs"


# -- with others at it, and with trouble


def elsewhere(seat: Seat, **facts: Any) -> None:  # noqa: ANN401 - whatever an interview may hold
    """Another session edits the first interview."""

    def change(state: State) -> State:
        return state.changed("Edited", seat.clock.now, "another", {1: replace(state.interviews[1], **facts)})

    seat.store.elsewhere(change)


async def test_what_another_session_changed_meanwhile_is_shown_and_not_overwritten() -> None:
    async with seated(NORTHWIND) as seat:
        await sent(seat, "e", "down")
        await typed(seat, ", senior")
        elsewhere(seat, company="Northwind Ltd", location="Room 7")
        await sent(seat, "ctrl+s")
        assert "Another session changed Northwind Ltd" in seat.said
        assert seat.interview(1).role == "Data analyst"
        assert field(seat, "Company") == "Northwind Ltd"
        assert field(seat, "Role") == "Data analyst, senior"
        await sent(seat, "ctrl+s")
        after = seat.interview(1)
        assert (after.company, after.role, after.location) == ("Northwind Ltd", "Data analyst, senior", "Room 7")


async def test_a_field_that_both_changed_says_what_it_became_elsewhere() -> None:
    async with seated(NORTHWIND) as seat:
        await sent(seat, "e", "down")
        await typed(seat, ", senior")
        elsewhere(seat, role="Data scientist")
        await sent(seat, "ctrl+s")
        assert "Elsewhere it became “Data scientist”." in field(seat, "Role")
        await sent(seat, "ctrl+s")
        assert seat.interview(1).role == "Data analyst, senior"


async def test_an_interview_deleted_elsewhere_is_said_and_the_text_stays() -> None:
    async with seated(NORTHWIND) as seat:
        await sent(seat, "e")
        await typed(seat, " GmbH")
        seat.store.elsewhere(lambda state: state.changed("Deleted", seat.clock.now, "another", {1: None}))
        await sent(seat, "ctrl+s")
        assert "There is no interview number 1." in seat.said
        assert field(seat, "Company") == "Northwind Traders GmbH"


async def test_an_interview_deleted_after_the_conflict_was_told_is_said_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async with seated(NORTHWIND) as seat:
        await sent(seat, "e")
        await typed(seat, " GmbH")

        def changed_and_deleted(*_: object, **__: object) -> None:
            seat.store.elsewhere(lambda state: state.changed("Deleted", seat.clock.now, "another", {1: None}))
            raise Conflict("Another session changed it.", "Save again.")

        monkeypatch.setattr(seat.app.planner, "edit", changed_and_deleted)
        await sent(seat, "ctrl+s")
        assert "There is no interview number 1." in seat.said
        assert field(seat, "Company") == "Northwind Traders GmbH"


class FailingStore(MemoryStore):
    """A disk that is full the first time."""

    fails = True

    def commit(self, change: Change, wait: float = 5.0) -> State:
        if self.fails:
            self.fails = False
            raise StoreTrouble("The disk is full: nothing was saved.", "Make room, then save again.")
        return super().commit(change, wait)


async def test_when_saving_fails_the_text_stays_and_a_retry_makes_one_record() -> None:
    from planner.tui.app import PlannerApp

    planner, _ = planner_of()
    store = FailingStore(State())
    planner._store = store
    app = PlannerApp(planner, no_crash)
    async with app.run_test(size=NARROW) as pilot:
        seat = Seat(pilot, app, store, StandingClock())
        await pilot.pause()
        await sent(seat, "a")
        await filled(seat, "Contoso", "Engineer", "tue 9:30")
        await sent(seat, "ctrl+s")
        assert "The disk is full: nothing was saved." in text(app)
        assert field(seat, "Company") == "Contoso"
        await sent(seat, "ctrl+s")
        assert len(store.state.interviews) == 1


async def test_saving_twice_while_another_session_writes_makes_one_record() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        await filled(seat, "Contoso", "Engineer", "tue 9:30")
        seat.store.busy = True
        await seat.pilot.press("ctrl+s", "ctrl+s")
        await seat.app.workers.wait_for_complete()
        await seat.pilot.pause()
        assert len(seat.store.state.interviews) == 1
        assert isinstance(seat.app.screen, BoardScreen)

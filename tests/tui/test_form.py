"""Adding and editing an interview, by what a person sees and presses."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from textual.widgets import Input

from planner.domain.errors import StoreTrouble
from planner.domain.log import Rescheduled
from planner.planning.ports import Change
from planner.planning.state import State
from planner.tui.screens.board import BoardScreen
from planner.tui.screens.form import FormScreen
from tests.tui.house import MemoryStore, StandingClock, planner_of
from tests.tui.interviews import NORTHWIND, STARK, berlin
from tests.tui.screen import lines, text
from tests.tui.seat import NARROW, WIDE, Seat, no_crash, row_with, seated
from tests.tui.typing import cleared, field, filled, pasted, sent, typed

TINY = (40, 12)


@pytest.mark.parametrize("size", [NARROW, WIDE, TINY])
async def test_company_role_and_when_are_enough_to_add_an_interview(size: tuple[int, int]) -> None:
    async with seated(size=size) as seat:
        await seat.press("a")
        await filled(seat, "Contoso", "Backend engineer", "tue 9:30")
        assert "= Tue 24 Nov 09:30, Europe/Berlin" in seat.sees
        await seat.press("ctrl+s")
        assert isinstance(seat.app.screen, BoardScreen)
        assert "Contoso" in row_with(seat, "○")
        added = seat.interview(1)
        assert (added.company, added.role, added.round, added.minutes) == ("Contoso", "Backend engineer", 1, 60)
        assert added.starts_at.astimezone(UTC) == datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
        assert added.time_zone == "Europe/Berlin"


async def test_what_was_added_is_said_and_chosen_on_the_board() -> None:
    async with seated(NORTHWIND) as seat:
        await seat.press("a")
        await filled(seat, "Contoso", "Backend engineer", "tue 9:30")
        await seat.press("f2")
        assert "Added for Tue 24 Nov 09:30" in seat.said
        assert "▌ ○ Contoso" in seat.sees


async def test_enter_goes_to_the_next_field_and_on_the_last_one_saves() -> None:
    async with seated() as seat:
        await seat.press("a")
        for answer in ("Contoso", "Engineer", "tue 9:30"):
            await typed(seat, answer)
            await seat.press("enter")
        await sent(seat, *["enter"] * 12)
        await typed(seat, "Two lines")
        await seat.press("enter")
        await typed(seat, "of notes")
        await seat.press("tab")
        await typed(seat, "remote, far")
        await seat.press("enter")
        assert isinstance(seat.app.screen, BoardScreen)
        assert seat.interview(1).notes == "Two lines\nof notes"
        assert seat.interview(1).tags == ("remote", "far")


async def test_the_round_follows_those_of_the_same_pursuit_unless_given() -> None:
    async with seated(NORTHWIND) as seat:
        await seat.press("a")
        await filled(seat, "northwind traders", "Data Analyst", "fri 9:00")
        await seat.press("ctrl+s")
        assert seat.interview(2).round == NORTHWIND.round + 1


async def test_all_fields_can_be_given() -> None:
    async with seated() as seat:
        await seat.press("a")
        await filled(
            seat,
            "Contoso",
            "Engineer",
            "tue 9:30",
            "Europe/London",
            "3",
            "45",
            "Technology",
            "on site",
            "1 High Street",
            "yes",
            "Ann Lee <ann@x.example>; Bo Ek",
            "Jo Park, recruiter, main",
            "two weeks either way",
            "5 %",
            "fri",
        )
        assert "= Fri 27 Nov" in field(seat, "My other offer ends")
        await seat.press("ctrl+s")
        added = seat.interview(1)
        assert added.time_zone == "Europe/London"
        assert (added.round, added.minutes, added.industry, added.mode) == (3, 45, "Technology", "on_site")
        assert (added.location, added.no_postal_address) == ("1 High Street", True)
        assert [person.name for person in added.people] == ["Ann Lee", "Bo Ek", "Jo Park"]
        assert (added.flexibility.start_date, added.flexibility.salary) == ("two weeks either way", "5 %")
        assert str(added.own_offer_deadline) == "2026-11-27"


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_each_missing_field_says_so_at_its_place_and_nothing_is_saved(size: tuple[int, int]) -> None:
    async with seated(size=size) as seat:
        await seat.press("a", "down")
        await typed(seat, "Engineer")
        await seat.press("ctrl+s")
        assert field(seat, "Company").startswith("! Company is missing.")
        assert "missing" not in field(seat, "Role")
        assert "! When is missing. An interview needs company, role and when." in field(seat, "When")
        assert "Not saved yet: 2 fields" in seat.said
        assert not seat.store.state.interviews
        await typed(seat, "C")
        assert field(seat, "Company") == "C"


async def test_what_can_not_be_read_is_said_on_leaving_the_field_and_not_while_typing() -> None:
    async with seated() as seat:
        await seat.press("a", "down", "down")
        await typed(seat, "friday-ish")
        assert field(seat, "When") == "friday-ish"
        await seat.press("tab")
        assert "! “friday-ish” is no day that is understood here." in field(seat, "When")
        await typed(seat, "Europ/Berlin")
        await seat.press("tab")
        assert "Did you mean Europe/Berlin?" in field(seat, "Time zone")


async def test_a_day_without_a_time_is_asked_for_its_time() -> None:
    async with seated() as seat:
        await seat.press("a", "down", "down")
        await typed(seat, "fri")
        await seat.press("tab")
        assert "At what time on Fri 27 Nov?" in field(seat, "When")


async def test_a_field_is_called_by_its_label_where_it_is_wrong() -> None:
    async with seated() as seat:
        await seat.press("a")
        await filled(seat, "C", "R", "fri 9:00", "", "first")
        await seat.press("tab")
        assert field(seat, "Round").startswith("first ! Round is “first”. Give a whole number")


async def test_one_wrong_person_is_said_at_the_people() -> None:
    async with seated(STARK) as seat:
        await sent(seat, "e")
        await sent(seat, *["down"] * 10)
        await typed(seat, "Ann Lee, captain")
        await seat.press("ctrl+s")
        assert "“captain” after the name of Ann Lee is not understood" in field(seat, "Interviewers")
        assert not seat.interview(1).people


async def test_letters_that_are_keys_elsewhere_are_typed() -> None:
    async with seated() as seat:
        await seat.press("a")
        await typed(seat, "quit? j/k [t] 1.")
        assert field(seat, "Company") == "quit? j/k [t] 1."


async def test_text_that_looks_like_markup_stands_as_it_was_typed() -> None:
    async with seated() as seat:
        await seat.press("a")
        await filled(seat, "[/] Acme [EMEA] [red", "[@click=app.exit]x", "fri 9:00")
        assert field(seat, "Company") == "[/] Acme [EMEA] [red"
        await seat.press("ctrl+s")
        assert seat.interview(1).company == "[/] Acme [EMEA] [red"
        await seat.press("e")
        assert field(seat, "Company") == "[/] Acme [EMEA] [red"


async def test_a_time_that_comes_twice_is_asked_back_and_its_offset_chooses() -> None:
    async with seated() as seat:
        await seat.press("a")
        await filled(seat, "Contoso", "Engineer", "2027-10-31 02:30")
        assert "comes twice in Europe/Berlin" in field(seat, "When")
        assert "2027-10-31T02:30+02:00 is the first" in field(seat, "When")
        await seat.press("ctrl+s")
        assert not seat.store.state.interviews
        await typed(seat, "+01:00")
        assert field(seat, "When").endswith("= Sun 31 Oct 2027 02:30, Europe/Berlin")
        await seat.press("ctrl+s")
        assert seat.interview(1).starts_at.astimezone(UTC) == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


async def test_a_time_that_the_clocks_skip_is_refused_with_its_neighbours() -> None:
    async with seated() as seat:
        await seat.press("a", "down", "down")
        await typed(seat, "2027-03-28 02:30")
        assert "does not exist in Europe/Berlin" in field(seat, "When")
        assert "2027-03-28T03:30" in field(seat, "When")


async def test_the_zone_typed_is_the_one_the_time_is_read_in() -> None:
    async with seated() as seat:
        await seat.press("a")
        await filled(seat, "Contoso", "Engineer", "tue 9:30", "Asia/Tokyo")
        assert "= Tue 24 Nov 09:30, Asia/Tokyo" in seat.sees
        await seat.press("ctrl+s")
        assert seat.interview(1).starts_at.astimezone(UTC) == datetime(2026, 11, 24, 0, 30, tzinfo=UTC)


# -- leaving, and coming back


async def test_escape_saves_nothing_and_what_was_typed_is_offered_back() -> None:
    async with seated() as seat:
        await seat.press("a")
        await filled(seat, "Contoso", "Engin")
        await seat.press("escape")
        assert not seat.store.state.interviews
        await seat.press("a")
        assert field(seat, "Company") == "Contoso"
        assert field(seat, "Role") == "Engin"
        assert "not saved yet" in seat.said
        await seat.press("ctrl+n")
        assert field(seat, "Company") == ""
        await seat.press("escape", "a")
        assert field(seat, "Company") == ""
        assert "not saved" not in seat.said


async def test_what_was_saved_is_not_offered_again() -> None:
    async with seated() as seat:
        await seat.press("a")
        await filled(seat, "Contoso", "Engineer", "tue 9:30")
        await seat.press("escape", "a", "ctrl+s")
        assert len(seat.store.state.interviews) == 1
        await seat.press("a")
        assert field(seat, "Company") == ""


async def test_each_interview_has_its_own_unsaved_text() -> None:
    async with seated(NORTHWIND, STARK) as seat:
        await seat.press("e")
        await typed(seat, " GmbH")
        await seat.press("escape", "j", "e")
        assert field(seat, "Company") == "Stark Labs"
        await seat.press("escape", "k", "e")
        assert field(seat, "Company") == "Northwind Traders GmbH"


# -- editing


async def test_editing_changes_what_was_typed_and_nothing_else() -> None:
    async with seated(NORTHWIND) as seat:
        await seat.press("e")
        assert "Edit   Northwind Traders (Data analyst, round 2)" in seat.sees
        assert field(seat, "When").startswith("2026-11-21 14:00 = Sat 21 Nov 14:00")
        await seat.press("down")
        await typed(seat, ", senior")
        await seat.press("ctrl+s")
        assert "Saved." in seat.said
        after = seat.interview(1)
        assert replace(after, role=NORTHWIND.role, id=0, rev=0) == replace(NORTHWIND, id=0, rev=0)
        assert after.role == "Data analyst, senior"


async def test_moving_the_start_is_logged() -> None:
    async with seated(STARK) as seat:
        await seat.press("e", "down", "down")
        await cleared(seat)
        await typed(seat, "thu 11:00")
        await seat.press("ctrl+s")
        assert isinstance(seat.interview(1).log[-1], Rescheduled)
        assert "Thu 26 · 11:00" in seat.sees


async def test_saving_without_a_change_changes_nothing() -> None:
    async with seated(NORTHWIND) as seat:
        before = seat.store.state
        await seat.press("e", "ctrl+s")
        assert seat.store.state is before
        assert "Nothing was changed." in seat.said


async def test_a_field_can_be_emptied_but_for_those_an_interview_needs() -> None:
    async with seated(STARK) as seat:
        await sent(seat, "e")
        await sent(seat, *["down"] * 8)
        await cleared(seat)
        await seat.press("ctrl+s")
        assert seat.interview(1).location == ""
        await seat.press("e")
        await cleared(seat)
        await seat.press("ctrl+s")
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
        await seat.press("e", "down")
        await typed(seat, ", senior")
        elsewhere(seat, company="Northwind Ltd", location="Room 7")
        await seat.press("ctrl+s")
        assert "Another session changed Northwind Ltd" in seat.said
        assert seat.interview(1).role == "Data analyst"
        assert field(seat, "Company") == "Northwind Ltd"
        assert field(seat, "Role") == "Data analyst, senior"
        await seat.press("ctrl+s")
        after = seat.interview(1)
        assert (after.company, after.role, after.location) == ("Northwind Ltd", "Data analyst, senior", "Room 7")


async def test_a_field_that_both_changed_says_what_it_became_elsewhere() -> None:
    async with seated(NORTHWIND) as seat:
        await seat.press("e", "down")
        await typed(seat, ", senior")
        elsewhere(seat, role="Data scientist")
        await seat.press("ctrl+s")
        assert "Elsewhere it became “Data scientist”." in field(seat, "Role")
        await seat.press("ctrl+s")
        assert seat.interview(1).role == "Data analyst, senior"


async def test_an_interview_deleted_elsewhere_is_said_and_the_text_stays() -> None:
    async with seated(NORTHWIND) as seat:
        await seat.press("e")
        await typed(seat, " GmbH")
        seat.store.elsewhere(lambda state: state.changed("Deleted", seat.clock.now, "another", {1: None}))
        await seat.press("ctrl+s")
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
        await seat.press("a")
        await filled(seat, "Contoso", "Engineer", "tue 9:30")
        await seat.press("ctrl+s")
        assert "The disk is full: nothing was saved." in text(app)
        assert field(seat, "Company") == "Contoso"
        await seat.press("ctrl+s")
        assert len(store.state.interviews) == 1


async def test_saving_twice_while_another_session_writes_makes_one_record() -> None:
    async with seated() as seat:
        await seat.press("a")
        await filled(seat, "Contoso", "Engineer", "tue 9:30")
        seat.store.busy = True
        await seat.pilot.press("ctrl+s", "ctrl+s")
        await seat.app.workers.wait_for_complete()
        await seat.pilot.pause()
        assert len(seat.store.state.interviews) == 1
        assert isinstance(seat.app.screen, BoardScreen)


# -- pasting, and looks


async def test_a_paste_of_several_lines_loses_none() -> None:
    async with seated() as seat:
        await seat.press("a")
        await pasted(seat, "Contoso\r\n  Ltd\n")
        assert field(seat, "Company") == "Contoso Ltd"
        await sent(seat, *["down"] * 10)
        await pasted(seat, "Ann Lee\nBo Ek\n")
        assert field(seat, "Interviewers") == "Ann Lee; Bo Ek"


async def test_a_paste_that_is_far_too_long_is_refused_and_said() -> None:
    async with seated() as seat:
        await seat.press("a")
        await typed(seat, "Acme")
        await pasted(seat, "x" * 1_000_000)
        assert field(seat, "Company").startswith("Acme ! What was pasted has 1,000,000 characters.")
        await sent(seat, *["tab"] * 15)
        await pasted(seat, "x" * 1_000_000)
        assert "At most 20,000 go in here; nothing was pasted." in " ".join(seat.sees.split())


async def test_a_control_character_is_refused_by_name_and_place() -> None:
    async with seated() as seat:
        await seat.press("a")
        await pasted(seat, "Ac\x1bme")
        await seat.press("tab")
        assert "Company holds a control character (U+001B) at place 3." in field(seat, "Company")


async def test_on_a_tiny_terminal_labels_stand_above_and_the_field_typed_in_is_seen() -> None:
    async with seated(size=TINY) as seat:
        await seat.press("a")
        await sent(seat, *["tab"] * 16)
        await typed(seat, "remote")
        shown = lines(seat.app)
        place = next(place for place, line in enumerate(shown) if "▌Tags" in line)
        assert shown[place + 1].strip().startswith("remote")


async def test_nothing_blinks() -> None:
    async with seated() as seat:
        await seat.press("a")
        assert isinstance(seat.app.screen, FormScreen)
        assert not any(line.cursor_blink for line in seat.app.screen.query(Input))


async def test_an_interview_that_was_today_is_added_as_one_to_thank_for() -> None:
    async with seated(berlin("Other", "Role", "2026-11-28T10:00")) as seat:
        await seat.press("a")
        await filled(seat, "Contoso", "Engineer", "today 9:30")
        await seat.press("ctrl+s")
        assert "Thank-you" in row_with(seat, "Contoso")

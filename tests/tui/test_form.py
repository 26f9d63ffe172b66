"""Adding and editing an interview, by what a person sees and presses."""

from datetime import UTC, datetime

import pytest
from textual.widgets import Input

from planner.tui.screens.board import BoardScreen
from planner.tui.screens.form import FormScreen
from tests.tui.interviews import NORTHWIND, STARK, berlin
from tests.tui.screen import lines
from tests.tui.seat import NARROW, WIDE, row_with, seated
from tests.tui.typing import field, filled, pasted, sent, typed

TINY = (40, 12)


@pytest.mark.parametrize("size", [NARROW, WIDE, TINY])
async def test_company_role_and_when_are_enough_to_add_an_interview(size: tuple[int, int]) -> None:
    async with seated(size=size) as seat:
        await sent(seat, "a")
        await filled(seat, "Contoso", "Backend engineer", "tue 9:30")
        assert "= Tue 24 Nov 09:30, Europe/Berlin" in seat.sees
        await sent(seat, "ctrl+s")
        assert isinstance(seat.app.screen, BoardScreen)
        assert "Contoso" in row_with(seat, "○")
        added = seat.interview(1)
        assert (added.company, added.role, added.round, added.minutes) == ("Contoso", "Backend engineer", 1, 60)
        assert added.starts_at.astimezone(UTC) == datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
        assert added.time_zone == "Europe/Berlin"


async def test_what_was_added_is_said_and_chosen_on_the_board() -> None:
    async with seated(NORTHWIND) as seat:
        await sent(seat, "a")
        await filled(seat, "Contoso", "Backend engineer", "tue 9:30")
        await sent(seat, "f2")
        assert "Added for Tue 24 Nov 09:30" in seat.said
        assert "▌ ○ Contoso" in seat.sees


async def test_enter_goes_to_the_next_field_and_on_the_last_one_saves() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        for answer in ("Contoso", "Engineer", "tue 9:30"):
            await typed(seat, answer)
            await sent(seat, "enter")
        await sent(seat, *["enter"] * 12)
        await typed(seat, "Two lines")
        await sent(seat, "enter")
        await typed(seat, "of notes")
        await sent(seat, "tab")
        await typed(seat, "remote, far")
        await sent(seat, "enter")
        assert isinstance(seat.app.screen, BoardScreen)
        assert seat.interview(1).notes == "Two lines\nof notes"
        assert seat.interview(1).tags == ("remote", "far")


async def test_the_round_follows_those_of_the_same_pursuit_unless_given() -> None:
    async with seated(NORTHWIND) as seat:
        await sent(seat, "a")
        await filled(seat, "northwind traders", "Data Analyst", "fri 9:00")
        await sent(seat, "ctrl+s")
        assert seat.interview(2).round == NORTHWIND.round + 1


async def test_all_fields_can_be_given() -> None:
    async with seated() as seat:
        await sent(seat, "a")
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
        await sent(seat, "ctrl+s")
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
        await sent(seat, "a", "down")
        await typed(seat, "Engineer")
        await sent(seat, "ctrl+s")
        assert field(seat, "Company").startswith("! Company is missing.")
        assert "missing" not in field(seat, "Role")
        assert "! When is missing. An interview needs company, role and when." in field(seat, "When")
        assert "Not saved yet: 2 fields" in seat.said
        assert not seat.store.state.interviews
        await typed(seat, "C")
        assert field(seat, "Company") == "C"
        assert "Not saved yet" in seat.said
        await sent(seat, "down", "down", "f")
        assert seat.said == "", "none is wrong any more"


async def test_what_can_not_be_read_is_said_on_leaving_the_field_and_not_while_typing() -> None:
    async with seated() as seat:
        await sent(seat, "a", "down", "down")
        await typed(seat, "friday-ish")
        assert field(seat, "When") == "friday-ish"
        await sent(seat, "tab")
        assert "! “friday-ish” is no day that is understood here." in field(seat, "When")
        await typed(seat, "Europ/Berlin")
        await sent(seat, "tab")
        assert "Did you mean Europe/Berlin?" in field(seat, "Time zone")


async def test_a_day_without_a_time_is_asked_for_its_time() -> None:
    async with seated() as seat:
        await sent(seat, "a", "down", "down")
        await typed(seat, "fri")
        await sent(seat, "tab")
        assert "At what time on Fri 27 Nov?" in field(seat, "When")


async def test_a_field_is_called_by_its_label_where_it_is_wrong() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        await filled(seat, "C", "R", "fri 9:00", "", "first")
        await sent(seat, "tab")
        assert field(seat, "Round").startswith("first ! Round is “first”. Give a whole number")


async def test_one_wrong_person_is_said_at_the_people() -> None:
    async with seated(STARK) as seat:
        await sent(seat, "e")
        await sent(seat, *["down"] * 10)
        await typed(seat, "Ann Lee, captain")
        await sent(seat, "ctrl+s")
        assert "“captain” after Ann Lee is neither a part nor a phone number" in field(seat, "Interviewers")
        assert not seat.interview(1).people


async def test_letters_that_are_keys_elsewhere_are_typed() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        await typed(seat, "quit? j/k [t] 1.")
        assert field(seat, "Company") == "quit? j/k [t] 1."


async def test_text_that_looks_like_markup_stands_as_it_was_typed() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        await filled(seat, "[/] Acme [EMEA] [red", "[@click=app.exit]x", "fri 9:00")
        assert field(seat, "Company") == "[/] Acme [EMEA] [red"
        await sent(seat, "ctrl+s")
        assert seat.interview(1).company == "[/] Acme [EMEA] [red"
        await sent(seat, "e")
        assert field(seat, "Company") == "[/] Acme [EMEA] [red"


async def test_a_time_that_comes_twice_is_asked_back_and_its_offset_chooses() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        await filled(seat, "Contoso", "Engineer", "2027-10-31 02:30")
        assert "comes twice in Europe/Berlin" in field(seat, "When")
        assert "2027-10-31T02:30+02:00 is the first" in field(seat, "When")
        await sent(seat, "ctrl+s")
        assert not seat.store.state.interviews
        await typed(seat, "+01:00")
        assert field(seat, "When").endswith("= Sun 31 Oct 2027 02:30, Europe/Berlin")
        await sent(seat, "ctrl+s")
        assert seat.interview(1).starts_at.astimezone(UTC) == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


async def test_a_time_that_the_clocks_skip_is_refused_with_its_neighbours() -> None:
    async with seated() as seat:
        await sent(seat, "a", "down", "down")
        await typed(seat, "2027-03-28 02:30")
        assert "does not exist in Europe/Berlin" in field(seat, "When")
        assert "2027-03-28T03:30" in field(seat, "When")


async def test_the_zone_typed_is_the_one_the_time_is_read_in() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        await filled(seat, "Contoso", "Engineer", "tue 9:30", "Asia/Tokyo")
        assert "= Tue 24 Nov 09:30, Asia/Tokyo" in seat.sees
        await sent(seat, "ctrl+s")
        assert seat.interview(1).starts_at.astimezone(UTC) == datetime(2026, 11, 24, 0, 30, tzinfo=UTC)


async def test_a_paste_of_several_lines_loses_none() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        await pasted(seat, "Contoso\r\n  Ltd\n")
        assert field(seat, "Company") == "Contoso Ltd"
        await sent(seat, *["down"] * 10)
        await pasted(seat, "Ann Lee\nBo Ek\n")
        assert field(seat, "Interviewers") == "Ann Lee; Bo Ek"


async def test_a_paste_that_is_far_too_long_is_refused_and_said() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        await typed(seat, "Acme")
        await pasted(seat, "x" * 1_000_000)
        assert field(seat, "Company").startswith("Acme ! What was pasted has 1,000,000 characters.")
        await sent(seat, *["tab"] * 15)
        await pasted(seat, "x" * 1_000_000)
        await seat.until("go in here; nothing was pasted.")
        assert "At most 20,000 go in here; nothing was pasted." in " ".join(seat.sees.split())


async def test_a_control_character_is_refused_by_name_and_place() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        await pasted(seat, "Ac\x1bme")
        await sent(seat, "tab")
        assert "Company holds a control character (U+001B) at place 3." in field(seat, "Company")


async def test_on_a_tiny_terminal_labels_stand_above_and_the_field_typed_in_is_seen() -> None:
    async with seated(size=TINY) as seat:
        await sent(seat, "a")
        await sent(seat, *["tab"] * 16)
        await typed(seat, "remote")
        shown = lines(seat.app)
        place = next(place for place, line in enumerate(shown) if "▌Tags" in line)
        assert shown[place + 1].strip().startswith("remote")


async def test_nothing_blinks() -> None:
    async with seated() as seat:
        await sent(seat, "a")
        assert isinstance(seat.app.screen, FormScreen)
        assert not any(line.cursor_blink for line in seat.app.screen.query(Input))


async def test_an_interview_that_was_today_is_added_as_one_to_thank_for() -> None:
    async with seated(berlin("Other", "Role", "2026-11-28T10:00")) as seat:
        await sent(seat, "a")
        await filled(seat, "Contoso", "Engineer", "today 9:30")
        await sent(seat, "ctrl+s")
        assert "Thank-you" in row_with(seat, "Contoso")

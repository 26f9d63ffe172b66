"""Keys that arrive all at once, as they do over a slow line, do what they do when they are typed slowly."""

from datetime import date

import pytest
from textual.events import Key, Paste

from planner.domain.log import Days, ToldDecision
from planner.tui.screens.board import BoardScreen
from planner.tui.widgets.line_field import LineField
from tests.tui.interviews import CONTOSO, EACH, NORTHWIND
from tests.tui.seat import seated
from tests.tui.typing import sent, settled


async def test_a_whole_form_can_be_filled_in_ahead() -> None:
    async with seated() as seat:
        await sent(seat, "a", *"Contoso", "tab", *"Engineer", "enter", *"tue 9:30", "ctrl+s")
        assert isinstance(seat.app.screen, BoardScreen)
        added = seat.interview(1)
        assert (added.company, added.role, added.starts_at.hour) == ("Contoso", "Engineer", 9)


async def test_what_they_said_can_be_typed_ahead_and_none_of_it_is_a_key_of_the_board() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "r", "d", *"fri 4 dec", "enter")
        told = seat.interview(1).log[-1]
        assert isinstance(told, ToldDecision)
        assert told.days == Days.one(date(2026, 12, 4))
        assert isinstance(seat.app.screen, BoardScreen)


async def test_moving_in_and_out_of_screens_ahead_ends_where_it_would() -> None:
    async with seated(*EACH) as seat:
        await sent(seat, "j", "enter", "escape", "j", "j", "w", "escape", "?", "q", "k")
        assert isinstance(seat.app.screen, BoardScreen)
        assert seat.board.listing.chosen == 3


async def test_a_question_can_be_answered_ahead() -> None:
    async with seated(NORTHWIND) as seat:
        await sent(seat, "d", "y", "u")
        assert seat.interview(1).company == NORTHWIND.company
        assert "Undone" in seat.said


async def test_a_paste_keeps_its_place_among_the_keys() -> None:
    async with seated() as seat:
        seat.app.post_message(Key("a", "a"))
        seat.app.post_message(Paste("Contoso"))
        seat.app.post_message(Key("tab", None))
        seat.app.post_message(Paste("Engineer"))
        await settled(seat)
        values = {field.key: field.value for field in seat.app.screen.query(LineField)}
        assert (values["company"], values["role"]) == ("Contoso", "Engineer")


@pytest.mark.parametrize("times", [1, 3])
async def test_many_keys_at_once_lose_none(times: int) -> None:
    async with seated() as seat:
        await sent(seat, "a", *"0123456789" * 40 * times)
        (company,) = [field for field in seat.app.screen.query(LineField) if field.key == "company"]
        assert company.value == "0123456789" * 40 * times

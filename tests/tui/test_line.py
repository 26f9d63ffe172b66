"""Adding a note, by what a person sees and presses."""

import pytest

from planner.domain.log import Note
from planner.tui.screens.board import BoardScreen
from tests.tui.interviews import CONTOSO
from tests.tui.seat import NARROW, WIDE, seated
from tests.tui.typing import field, pasted, sent, typed


@pytest.mark.parametrize("size", [NARROW, WIDE, (40, 12)])
async def test_a_note_is_typed_and_kept_with_enter(size: tuple[int, int]) -> None:
    async with seated(CONTOSO, size=size) as seat:
        await sent(seat, "n")
        assert "A note on Contoso" in seat.sees
        await typed(seat, "Asked for [two] references? q")
        await sent(seat, "enter")
        assert isinstance(seat.app.screen, BoardScreen)
        note = seat.interview(1).log[-1]
        assert isinstance(note, Note)
        assert note.words == "Asked for [two] references? q"
        assert "Noted." in seat.said


async def test_an_empty_note_is_not_kept() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "n", "space", "enter")
        assert field(seat, "Note") == "! Note is empty. Give it some words, or leave with escape."
        await typed(seat, "x")
        assert field(seat, "Note") == "x"


async def test_escape_leaves_without_one() -> None:
    async with seated(CONTOSO) as seat:
        before = seat.store.state
        await sent(seat, "n")
        await pasted(seat, "never mind")
        await sent(seat, "escape")
        assert isinstance(seat.app.screen, BoardScreen)
        assert seat.store.state is before


async def test_a_note_that_can_not_be_kept_stays_typed_with_the_reason() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "n")
        await pasted(seat, "bell \x07")
        await sent(seat, "enter")
        assert field(seat, "Note").startswith("bell")
        assert "Note holds a control character (U+0007) at place 6." in field(seat, "Note")

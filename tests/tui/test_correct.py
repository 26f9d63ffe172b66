"""Correcting and forgetting entries of the log, by what a person sees and presses."""

from datetime import date

import pytest

from planner.domain.log import Days, ToldDecision
from planner.tui.screens.interview import InterviewScreen
from tests.tui.interviews import INITECH
from tests.tui.seat import WIDE, row_with, seated
from tests.tui.typing import cleared, field, sent, typed


@pytest.mark.parametrize("size", [(40, 12), WIDE])
async def test_e_on_an_entry_corrects_it_and_u_takes_that_back(size: tuple[int, int]) -> None:
    async with seated(INITECH, size=size) as seat:
        await sent(seat, "enter", "G", "e")
        assert "Correct “They decide by Fri 27 Nov”" in seat.sees
        await sent(seat, "tab")
        await cleared(seat)
        await typed(seat, "4 dec")
        assert "= Fri 4 Dec" in seat.sees
        await sent(seat, "ctrl+s")
        assert isinstance(seat.app.screen, InterviewScreen)
        entry = seat.interview(1).log[-1]
        assert isinstance(entry, ToldDecision)
        assert entry.days == Days.one(date(2026, 12, 4))
        assert entry.words == "by the end of next week"
        assert "Corrected to “They decide by Fri 4 Dec”" in seat.said
        assert "They decide by Fri 4" in row_with(seat, "▌")
        await sent(seat, "u")
        assert seat.interview(1).log[-1] == INITECH.log[-1]


async def test_what_does_not_read_stays_typed_with_the_reason_and_nothing_changed_is_said() -> None:
    async with seated(INITECH) as seat:
        before = seat.store.state
        await sent(seat, "enter", "G", "e", "ctrl+s")
        assert "Nothing was changed." in seat.said
        await cleared(seat)
        await typed(seat, "whenever")
        await sent(seat, "ctrl+s")
        assert field(seat, "When").startswith("whenever !")
        await cleared(seat)
        await typed(seat, "tomorrow 10:00")
        await sent(seat, "ctrl+s")
        assert "has not come yet" in field(seat, "When")
        assert seat.store.state is before


async def test_d_on_an_entry_asks_and_forgets_it_and_elsewhere_asks_for_the_interview() -> None:
    async with seated(INITECH) as seat:
        await sent(seat, "enter", "d")
        assert "Delete Initech" in seat.said
        await sent(seat, "escape", "G", "d")
        assert "Forget “They decide by Fri 27 Nov”?" in seat.said
        await sent(seat, "escape")
        assert seat.interview(1).log == INITECH.log
        await sent(seat, "d", "y")
        assert len(seat.interview(1).log) == len(INITECH.log) - 1
        assert "Forgot “They decide by Fri 27 Nov”." in seat.said
        await sent(seat, "u")
        assert seat.interview(1).log == INITECH.log


async def test_on_another_day_the_log_is_only_looked_at() -> None:
    async with seated(INITECH) as seat:
        await sent(seat, "right_square_bracket", "enter", "G")
        for key in "ed":
            await sent(seat, key)
            assert "nothing can be changed" in seat.said

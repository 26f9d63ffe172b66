"""The insights, by what a person sees and presses."""

import pytest

from planner.tui.screens.help import HelpScreen
from planner.tui.screens.insights import InsightsScreen
from tests.domain.building import said
from tests.tui.interviews import CONTOSO, EACH, berlin
from tests.tui.screen import lines
from tests.tui.seat import NARROW, WIDE, seated

ANSWERED = [
    berlin(
        f"Company {day}",
        "Analyst",
        f"2026-10-{day:02}T10:00",
        log=[said("thanked", f"2026-10-{day:02}T15:00+02:00"), said("heard", f"2026-10-{day + 9}T15:00+02:00")],
    )
    for day in (5, 6, 7)
]


@pytest.mark.parametrize("size", [NARROW, WIDE, (40, 12)])
async def test_figures_are_drawn_as_bars_with_their_cases(size: tuple[int, int]) -> None:
    async with seated(*ANSWERED, CONTOSO, size=size) as seat:
        shown = await seat.press("3")
        assert "Insights" in lines(seat.app)[0]
        assert "In time after 4 of 4 interviews." in shown
        assert any("in time" in line and "■■■" in line and line.endswith("4") for line in lines(seat.app))
        await seat.press(*["j"] * 8)
        assert "NACE since 2017" in seat.sees
        assert "9 days, the median of 3" in seat.sees


async def test_nothing_is_drawn_from_fewer_than_three_and_new_cases_are_seen_at_once() -> None:
    async with seated(*ANSWERED[:2]) as seat:
        shown = await seat.press("3")
        assert "2 interviews so far: a figure takes 3." in shown
        assert "■" not in shown
        seat.store.elsewhere(lambda state: state.changed("More", seat.clock.now, "other", {3: ANSWERED[2]}))
        seat.app.planner.refresh()
        await seat.pilot.pause()
        assert "In time after 3 of 3 interviews." in seat.sees
        await seat.press("question_mark")
        assert isinstance(seat.app.screen, HelpScreen)


async def test_the_palette_has_the_commands_of_the_room() -> None:
    async with seated(*EACH) as seat:
        await seat.press("3", "ctrl+p")
        await seat.app.workers.wait_for_complete()
        await seat.pilot.pause()
        assert "Timeline  (2)" in seat.sees
        await seat.press("escape")
        assert isinstance(seat.app.screen, InsightsScreen)

"""The one question of the first start, by what a person sees and presses."""

from datetime import UTC, datetime

import pytest

from planner.domain.errors import BadInput
from planner.tui.app import PlannerApp
from planner.tui.screens.board import BoardScreen
from planner.tui.screens.first_start import FirstStartScreen, zones_like
from tests.tui.house import MemorySettings, StandingClock, planner_of
from tests.tui.screen import lines, text
from tests.tui.seat import NARROW, WIDE, no_crash, seated
from tests.tui.typing import field, sent, typed

TINY = (40, 12)


def unset() -> MemorySettings:
    return MemorySettings("")


@pytest.mark.parametrize("size", [NARROW, WIDE, TINY])
async def test_it_asks_with_the_machine_s_zone_as_a_guess_and_enter_takes_it(size: tuple[int, int]) -> None:
    settings = unset()
    async with seated(size=size, settings=settings) as seat:
        assert "This machine says UTC" in seat.sees
        assert "= Sun 22 Nov 13:05 there now" in seat.sees
        await sent(seat, "enter")
        assert isinstance(seat.app.screen, BoardScreen)
        assert settings.current.policy.home_time_zone == "UTC"
        assert "Nothing here yet." in seat.sees


async def test_the_first_key_replaces_the_guess_and_zones_like_it_are_offered() -> None:
    settings = unset()
    async with seated(settings=settings) as seat:
        await typed(seat, "ber")
        assert field(seat, "Home time zone").startswith("ber")
        assert "▌Atlantic/Bermuda" in seat.sees
        await sent(seat, "down")
        assert "▌Europe/Berlin" in seat.sees
        await sent(seat, "tab")
        assert field(seat, "Home time zone") == "Europe/Berlin = Sun 22 Nov 14:05 there now"
        await sent(seat, "enter")
        assert settings.current.policy.home_time_zone == "Europe/Berlin"


async def test_enter_on_a_beginning_completes_it_first_so_that_one_sees_what_is_taken() -> None:
    settings = unset()
    async with seated(settings=settings) as seat:
        await typed(seat, "new york")
        await sent(seat, "enter")
        assert isinstance(seat.app.screen, FirstStartScreen)
        assert field(seat, "Home time zone").startswith("America/New_York")
        await sent(seat, "enter")
        assert settings.current.policy.home_time_zone == "America/New_York"


async def test_what_is_no_zone_is_refused_with_a_sentence() -> None:
    settings = unset()
    async with seated(settings=settings) as seat:
        await typed(seat, "[/] nowhere")
        await sent(seat, "enter")
        assert "“[/] nowhere” is not a time zone known here." in field(seat, "Home time zone")
        assert isinstance(seat.app.screen, FirstStartScreen)
        assert settings.current.policy.home_time_zone == ""


async def test_escape_takes_the_machine_s_zone_for_now_and_keeps_nothing() -> None:
    settings = unset()
    async with seated(settings=settings) as seat:
        await sent(seat, "escape")
        assert isinstance(seat.app.screen, BoardScreen)
        assert settings.current.policy.home_time_zone == ""
        assert seat.app.planner.home_zone == "UTC"


class UnwritableSettings(MemorySettings):
    def set_home_zone(self, zone: str) -> None:
        raise BadInput("The config file could not be written: it is read-only.", "Add it by hand.")


async def test_settings_that_can_not_be_written_are_said_and_escape_still_leads_on() -> None:
    async with seated(settings=UnwritableSettings("")) as seat:
        await sent(seat, "enter")
        assert "could not be written: it is read-only." in seat.said
        await sent(seat, "escape")
        assert isinstance(seat.app.screen, BoardScreen)


async def test_who_has_answered_is_not_asked_again() -> None:
    async with seated() as seat:
        assert isinstance(seat.app.screen, BoardScreen)


async def test_the_demo_does_not_ask() -> None:
    planner, _ = planner_of((), StandingClock(datetime(2026, 11, 22, tzinfo=UTC)), unset())
    app = PlannerApp(planner, no_crash, demo=True)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        assert "Home time zone" not in text(app)


async def test_on_a_tiny_terminal_the_question_and_the_keys_are_seen() -> None:
    async with seated(size=TINY, settings=unset()) as seat:
        await typed(seat, "berl")
        shown = lines(seat.app)
        assert any("Home time zone" in line for line in shown)
        assert "enter Take it" in shown[-1]


def test_a_city_that_begins_so_comes_before_one_that_holds_it() -> None:
    assert zones_like("berl") == ["Europe/Berlin"]
    assert zones_like("los a")[0] == "America/Los_Angeles"
    assert zones_like("lin").index("Europe/Berlin") > zones_like("lin").index("Australia/Lindeman")
    assert zones_like("") == []
    assert zones_like("utc") == ["UTC"]

"""The settings on the screen, by what a person sees and presses."""

import pytest

from planner.planning.setting import Setting
from planner.tui.screens.board import BoardScreen
from planner.tui.screens.settings import ANOTHER, SettingsScreen
from planner.tui.terminal.environment import Terminal
from planner.tui.widgets.listing import Listing
from tests.tui.house import MemorySettings
from tests.tui.interviews import CONTOSO
from tests.tui.screen import lines
from tests.tui.seat import NARROW, WIDE, Seat, seated
from tests.tui.typing import cleared, sent, settled, typed


async def go_to(seat: Seat, title: str) -> None:
    """Puts the cursor on the setting with that title; moving there key by key would take long."""
    listing = seat.app.screen.query_one(Listing)
    keys = {item.key.title if isinstance(item.key, Setting) else item.key: item.key for item in listing._items}
    listing.choose(keys[title])
    await settled(seat)


def told(seat: Seat) -> str:
    return " ".join(seat.sees.split())


def room(seat: Seat) -> str:
    return type(seat.app.screen).__name__


def columns(seat: Seat) -> list[str]:
    """Title, value and source of the row under the cursor."""
    line = next(line for line in lines(seat.app) if line.startswith(("▌ ", "▌* ")))
    parts = (part.strip(" ▌*▁▂▃▄▅▆▇█") for part in line.partition("│")[0].split("  "))
    return [part for part in parts if part]


@pytest.mark.parametrize("size", [NARROW, (40, 12)])
async def test_a_number_is_changed_refused_where_it_does_not_fit_and_taken_back(size: tuple[int, int]) -> None:
    settings = MemorySettings()
    async with seated(CONTOSO, size=size, settings=settings) as seat:
        await sent(seat, "S")
        sources = size[0] > NARROW[0] // 2
        assert columns(seat) == ["Home time zone", "Europe/Berlin", *["yours"] * sources]
        await go_to(seat, "After their date")
        assert columns(seat)[1] == "1 day"
        await go_to(seat, "Wait")
        assert columns(seat) == ["Wait", "7 days", *["default"] * sources]
        await sent(seat, "enter")
        assert "from 0 to 365" in told(seat)
        await typed(seat, "seven")
        await sent(seat, "enter")
        assert 'policy.wait_days is "seven"' in told(seat)
        await cleared(seat)
        await typed(seat, "2")
        await sent(seat, "enter")
        assert columns(seat) == ["Wait", "2 days", *["yours"] * sources]
        assert "Wait: 2 days." in seat.said
        assert settings.current.policy.wait_days == 2
        await sent(seat, "u")
        assert columns(seat) == ["Wait", "7 days", *["default"] * sources]
        assert "There is nothing to undo." in await sent(seat, "u")
        await sent(seat, "escape")
        assert isinstance(seat.app.screen, BoardScreen)


async def test_what_changes_the_rules_is_seen_on_the_board_at_once() -> None:
    async with seated(CONTOSO) as seat:
        assert "WAITING" in seat.sees
        await sent(seat, "S")
        await go_to(seat, "Wait")
        await sent(seat, "enter", "0", "enter", "escape")
        assert "DO NOW" in seat.sees


async def test_a_theme_is_chosen_by_one_key_and_seen_at_once_and_d_returns_to_the_default() -> None:
    settings = MemorySettings()
    async with seated(size=WIDE, settings=settings) as seat:
        await sent(seat, "S")
        await go_to(seat, "Theme")
        assert "1 dark   2 light   3 contrast" in await sent(seat, "enter")
        await sent(seat, "2")
        assert (settings.current.display.theme, seat.app.theme) == ("light", "light")
        assert columns(seat) == ["Theme", "light", "yours"]
        await sent(seat, "d")
        assert (settings.current.display.theme, seat.app.theme) == ("", "dark")
        assert "It is the default already" in await sent(seat, "d")
        await go_to(seat, "Mouse")
        await sent(seat, "enter", "3")
        assert "It counts from the next start." in seat.said


async def test_keys_are_changed_and_act_at_once_and_those_that_can_not_work_are_refused() -> None:
    settings = MemorySettings()
    async with seated(CONTOSO, settings=settings) as seat:
        await sent(seat, "S")
        await go_to(seat, "Follow-up")
        await sent(seat, "enter", "t", "enter")
        assert "gives t to thank_you and to follow_up" in told(seat)
        await sent(seat, "end", "ctrl+u", *"ctrl+a", "enter")
        assert "can't send it" in told(seat)
        assert settings.current.keys == {}
        await sent(seat, "end", "ctrl+u", "F", "enter", "escape")
        assert "F Follow-up" in seat.sees
        await sent(seat, "F")
        assert "Not yet." in seat.said


async def test_an_industry_is_added_and_taken_out() -> None:
    settings = MemorySettings()
    async with seated(settings=settings) as seat:
        await sent(seat, "S")
        await go_to(seat, ANOTHER)
        await sent(seat, "enter", *"law", "enter")
        assert "An industry and its channel are needed." in seat.sees
        await sent(seat, *"=fax", "enter")
        assert 'is "fax"' in seat.sees
        await sent(seat, "end", "ctrl+u", *"law=email", "enter")
        assert dict(settings.current.policy.channel) == {"law": "email"}
        await go_to(seat, "law")
        assert columns(seat) == ["law", "email", "yours"]
        await sent(seat, "d")
        assert dict(settings.current.policy.channel) == {}
        assert seat.said == "law: what the rules choose, the default."
        await sent(seat, "j")
        assert seat.said == ""


async def test_what_was_changed_in_the_file_meanwhile_is_told_and_shown_and_holds() -> None:
    settings = MemorySettings()
    colourless = Terminal(overrides={"display.colour": "none, as NO_COLOR is set"})
    async with seated(CONTOSO, settings=settings, terminal=colourless) as seat:
        await sent(seat, "S")
        await go_to(seat, "Colours")
        assert columns(seat) == ["Colours", "none, as NO_COLOR is set", "environment"]
        await go_to(seat, "Wait")
        settings.elsewhere = {"policy": {"home_time_zone": "Europe/Berlin", "wait_days": 3}, "keys": {"timeline": "Z"}}
        await sent(seat, "enter", "9", "enter")
        assert "changed meanwhile" in seat.said
        await sent(seat, "escape")
        assert isinstance(seat.app.screen, SettingsScreen)
        assert columns(seat) == ["Wait", "3 days", "yours"]
        await sent(seat, "escape", "Z")
        assert room(seat) == "TimelineScreen"
        settings.elsewhere = {"keys": {"timeline": "Y"}}
        await sent(seat, "escape", "S", "escape", "Y")
        assert room(seat) == "TimelineScreen"

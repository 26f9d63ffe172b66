"""In every room a text is nothing but text: markup stands there as it is, and nothing that acts on a terminal gets out."""

import json

import pytest

from planner.domain.text import harmless
from planner.planning.state import State
from planner.tui import palette
from planner.tui.harmless import Harmless
from tests.tui.hostile import MARKUP, UNSAFE, interviews
from tests.tui.house import NOW
from tests.tui.rooms import FILE, ROOMS, WITHOUT_A_WAY, names_of_screens, walk
from tests.tui.screen import segments
from tests.tui.seat import Seat, seated
from tests.tui.typing import sent

OFFER = {"company": MARKUP[0], "role": MARKUP[1], "starts_at": "2026-12-04T14:00", "notes": "\n".join(MARKUP)}

EARLIER = State().changed(f"Note: {MARKUP[0]}{UNSAFE}", NOW, "before", {99: interviews("")[1]})


def unsafe(seat: Seat) -> list[str]:
    """What is drawn and could act on a terminal."""
    return [part.text for part in segments(seat.app) if harmless(part.text) != part.text]


def test_no_screen_is_left_out_by_who_walks_through_the_rooms() -> None:
    assert {room.screen for room in ROOMS} | WITHOUT_A_WAY == names_of_screens() | {"CommandPalette"}


async def test_markup_stands_as_it_is_in_every_room_and_nothing_gets_out_that_acts_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offer = json.dumps({"planner": 1, "interviews": [OFFER]}).encode()
    monkeypatch.setattr(palette, "grey", lambda _command, _now: f"Not now: {' '.join(MARKUP)}")
    seen: set[str] = set()
    async with seated(*interviews(UNSAFE), files={FILE: offer}, earlier=[EARLIER]) as seat:
        async for room in walk(seat):
            assert unsafe(seat) == [], room
            styles = [part.style for part in segments(seat.app) if part.style]
            assert [style for style in styles if style.link or "@click" in style.meta] == [], room
            if room.name == "the palette":
                assert f"Not now: {MARKUP[0]}" in seat.sees
            elif room.personal:
                assert MARKUP[0] in seat.sees, f"{room}\n{seat.sees}"
            seen |= {text for text in MARKUP if text in seat.sees}
        assert seen == {*MARKUP}

        # Without the last gate it would be seen: what is shown here does get that far.
        monkeypatch.setattr(Harmless, "apply", lambda _self, line, _background: line)
        await sent(seat, "enter")
        assert unsafe(seat)

"""The terminal says when something opens, if the person wants it to."""

import pytest

from planner.planning.settings import Display
from tests.tui.house import MemorySettings
from tests.tui.interviews import CONTOSO
from tests.tui.seat import seated


async def test_what_opens_is_notified_of_once_and_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = MemorySettings()
    async with seated(CONTOSO, settings=settings) as seat:
        written: list[str] = []
        monkeypatch.setattr(seat.app._driver, "write", written.append)
        monkeypatch.setenv("TERM", "foot")
        for wanted in ("off", "on"):
            settings.current = settings.current._replace(display=Display(notices=wanted))
            seat.app._watch()
        seat.clock.pass_by(days=5)
        seat.app._watch()
        seat.app._watch()
        told = "Contoso (Backend engineer, round 1). Follow-up: The wait is over: one polite call or email is fine."
        assert [text for text in written if "\x1b]777" in text] == [f"\x1b]777;notify;planner;{told}\a"]

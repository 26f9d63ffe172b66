"""A person's own keys do what they say, are shown as such, and are refused where they can't work."""

import re
import tomllib

import pytest

from planner.domain.errors import BadInput
from planner.planning.starter import starter
from planner.tui.commands import COMMANDS
from planner.tui.keymap import own_commands
from tests.tui.house import MemorySettings
from tests.tui.interviews import CONTOSO
from tests.tui.screen import lines
from tests.tui.seat import seated


async def test_a_key_of_one_s_own_acts_and_stands_on_the_bar_and_in_the_help() -> None:
    settings = MemorySettings()
    settings.current = settings.current._replace(keys={"follow_up": "?", "help": "F,f1"})
    async with seated(CONTOSO, settings=settings) as seat:
        assert "? Follow-up" in seat.sees
        await seat.press("question_mark")
        assert "Not yet." in seat.said
        assert "KEYS OF THIS SCREEN" in await seat.press("f1")
        assert any(line.split()[:2] == ["?", "Note"] for line in lines(seat.app))


async def test_a_sentence_that_names_a_key_names_one_s_own() -> None:
    settings = MemorySettings()
    own = {
        "why": "W",
        "anyway": "Y",
        "now": "ctrl+t",
        "they_said": "R",
        "note": "N",
        "add": "A",
        "undo": "U",
        "back": "ctrl+g",
    }
    settings.current = settings.current._replace(keys=own)
    async with seated(CONTOSO, settings=settings) as seat:
        await seat.press("f")
        assert "W why · Y I did it anyway" in seat.said
        assert "ctrl+g All again" in await seat.press("slash")
        await seat.press("ctrl+g", "enter")
        assert lines(seat.app)[0].rstrip().endswith("ctrl+g back")
        await seat.press("ctrl+g")
        assert "ctrl+t returns to now" in await seat.press("right_square_bracket")
        assert "Press ctrl+t for now." in await seat.press("t")
        await seat.press("ctrl+t", "d", "y")
        assert ["A", "add"] in [line.split()[:2] for line in lines(seat.app)]
        assert "Press A to add one." in await seat.press("W")
        assert "where A adds an interview" in await seat.press("2")


async def test_what_paints_anew_has_its_key_in_forms_too_and_may_be_given_another() -> None:
    settings = MemorySettings()
    settings.current = settings.current._replace(keys={"redraw": "f9"})
    async with seated(CONTOSO, settings=settings) as seat:
        painted: list[str] = []
        seat.app.action_redraw = lambda: painted.append(type(seat.app.screen).__name__)  # type: ignore[method-assign]
        await seat.press("f9", "d", "f9", "escape", "n", "f9", "ctrl+l", "escape")
        assert painted == ["BoardScreen", "BoardScreen", "LineScreen"], "over a question, and while one types"
        await seat.press("ctrl+p", "f9", *"anew", "enter")
        await seat.app.workers.wait_for_complete()
        await seat.pilot.pause()
        assert painted[3:] == ["CommandPalette", "BoardScreen"]


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"thank": "t"}, "names thank, which is no command"),
        ({"why": "t"}, "gives t to thank_you and to why"),
        ({"why": "j"}, "gives j to"),
        ({"why": "ctrl+a"}, "the key ctrl+a"),
        ({"why": "/"}, "gives / to"),
        ({"help": "j"}, "gives j to down and to help"),
        ({"why": "ctrl+["}, "the key ctrl+["),
        ({"redraw": "L"}, "gives redraw the key L"),
        ({"redraw": "ctrl+s"}, "gives redraw the key ctrl+s"),
    ],
)
def test_a_key_that_can_not_work_is_refused_by_name(keys: dict[str, str], says: str) -> None:
    with pytest.raises(BadInput) as refused:
        own_commands(keys, "/config.toml")
    assert refused.value.sentence.startswith("/config.toml: [keys] ")
    assert says in refused.value.sentence


def test_the_key_that_the_starting_file_shows_is_one_that_works() -> None:
    text = re.sub(r"^# (?=\w+ = )", "", starter().partition("[keys]")[2], flags=re.MULTILINE)
    assert own_commands(tomllib.loads(text), "/config.toml") == COMMANDS

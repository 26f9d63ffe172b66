"""The catalogue: what it promises holds for every command in it."""

from pathlib import Path

import pytest

from planner.tui.bindings import bindings
from planner.tui.commands import (
    ANYWHERE,
    BOARD,
    COMMANDS,
    INSIGHTS,
    INTERVIEW,
    LIST,
    SETTINGS,
    TIMELINE,
    Command,
    key_table,
    of_room,
)
from planner.tui.gating import CHANGING, OF_AN_INTERVIEW, Situation, grey
from planner.tui.screens.board import BoardScreen
from planner.tui.screens.insights import InsightsScreen
from planner.tui.screens.interview import InterviewScreen
from planner.tui.screens.settings import SettingsScreen
from planner.tui.screens.timeline import TimelineScreen
from planner.tui.widgets.listing import Listing

ROOMS = {
    BOARD: BoardScreen,
    INTERVIEW: InterviewScreen,
    LIST: Listing,
    TIMELINE: TimelineScreen,
    INSIGHTS: InsightsScreen,
    SETTINGS: SettingsScreen,
}
OVER_PLAIN_SSH = {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+left_square_bracket", "ctrl+a", "ctrl+b"}


@pytest.mark.parametrize("room", ROOMS)
def test_no_key_is_given_twice_on_a_screen(room: str) -> None:
    keys = [key for command in (*of_room(room), *of_room(LIST)) for key in command.keys.split(",")]
    if room == LIST:
        keys = [key for command in of_room(LIST) for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("room", ROOMS)
def test_every_command_has_an_action_where_it_is_offered(room: str) -> None:
    for command in of_room(room):
        assert callable(getattr(ROOMS[room], f"action_{command.id}"))
    assert len(bindings(room)) == len([command for command in of_room(room) if ANYWHERE not in command.rooms])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_no_key_is_one_that_a_plain_ssh_terminal_can_not_send(command: Command) -> None:
    assert not OVER_PLAIN_SSH & set(command.keys.split(","))
    assert command.help.endswith(".")


def test_the_gates_know_only_commands_of_the_catalogue() -> None:
    known = {command.id for command in COMMANDS}
    assert set(OF_AN_INTERVIEW) | set(CHANGING) <= known


@pytest.mark.parametrize("command", OF_AN_INTERVIEW)
def test_what_acts_on_an_interview_is_grey_without_one(command: str) -> None:
    assert "No interview is chosen" in grey(command, Situation(None))


@pytest.mark.parametrize("command", CHANGING)
def test_what_changes_something_is_grey_on_another_day(command: str) -> None:
    assert grey(command, Situation(None, undoable=True, redoable=True, elsewhen="Fri 4 Dec"))


def test_the_table_of_keys_has_a_row_for_each_command() -> None:
    assert len([*key_table()]) == len(COMMANDS) + 2


def test_the_readme_s_table_of_keys_is_the_catalogue_s() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table = readme.partition("<!-- keys -->")[2].partition("<!-- /keys -->")[0]
    assert table.strip() == "\n".join(key_table())

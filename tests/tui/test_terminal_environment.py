"""What is made of the environment before Textual is imported."""

import subprocess
import sys
from typing import Literal

import pytest

from planner.planning.settings import Display
from planner.tui.terminal.environment import prepare

SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22", "SSH_TTY": "/dev/pts/0"}
DEFAULT = Display()


def prepared(environ: dict[str, str], display: Display = DEFAULT) -> dict[str, str]:
    environ = dict(environ)
    prepare(environ, display)
    return environ


def test_what_would_record_keys_press_keys_or_replace_the_driver_is_taken_away() -> None:
    spying = {"TEXTUAL": "devtools", "TEXTUAL_LOG": "keys.log", "TEXTUAL_DEBUG": "1", "TEXTUAL_PRESS": "d,enter"}
    drawing = {"TEXTUAL_DRIVER": "their:Driver", "TEXTUAL_SCREENSHOT": "1", "TEXTUAL_THEME": "none-such"}
    assert prepared(spying | drawing).keys().isdisjoint(spying | drawing)


def test_the_size_is_the_terminal_s_own_whatever_was_exported_once() -> None:
    assert prepared({"COLUMNS": "132", "LINES": "50"}).keys().isdisjoint({"COLUMNS", "LINES"})


def test_a_remedy_for_a_terminal_that_gets_keys_wrong_is_kept() -> None:
    assert prepared({"TEXTUAL_DISABLE_KITTY_KEY": "1"})["TEXTUAL_DISABLE_KITTY_KEY"] == "1"


@pytest.mark.parametrize(
    ("environ", "milliseconds"),
    [({}, "25"), (SSH, "100"), ({"SSH_TTY": "/dev/pts/0"}, "100"), (SSH | {"ESCDELAY": "300"}, "300")],
)
def test_escape_waits_longer_over_ssh_unless_the_person_says_how_long(
    environ: dict[str, str], milliseconds: str
) -> None:
    assert prepared(environ)["ESCDELAY"] == milliseconds


@pytest.mark.parametrize(
    ("environ", "system"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "truecolor"),
        ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, "truecolor"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"} | SSH, "256"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm-kitty"}, "256"),
        ({"TERM": "screen-256color", "COLORTERM": "truecolor"}, "256"),
        ({"TERM": "screen", "COLORTERM": "truecolor"}, "standard"),
        ({"TERM": "xterm"}, "standard"),
        ({"TERM": "vt100"}, "standard"),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, "standard"),
        ({"TERM": "linux"} | SSH, "standard"),
    ],
)
def test_the_terminal_gets_the_colours_it_has_and_over_ssh_at_most_256(environ: dict[str, str], system: str) -> None:
    assert prepared(environ)["TEXTUAL_COLOR_SYSTEM"] == system


@pytest.mark.parametrize(("colour", "system"), [("16", "standard"), ("256", "256"), ("true", "truecolor")])
def test_colours_set_by_the_person_hold_against_terminal_and_no_color(
    colour: Literal["16", "256", "true"], system: str
) -> None:
    environ = prepared({"TERM": "xterm", "NO_COLOR": "1"} | SSH, Display(colour=colour))
    assert environ["TEXTUAL_COLOR_SYSTEM"] == system
    assert "NO_COLOR" not in environ


@pytest.mark.parametrize(
    ("environ", "display", "no_color"),
    [
        ({"NO_COLOR": "1"}, DEFAULT, "1"),
        ({"NO_COLOR": ""}, DEFAULT, None),
        ({"NO_COLOR": "1"}, Display(colour="none"), "1"),
        ({}, Display(colour="none"), "planner"),
        ({}, DEFAULT, None),
    ],
)
def test_no_color_is_obeyed_when_it_is_not_empty(
    environ: dict[str, str], display: Display, no_color: str | None
) -> None:
    assert prepared(environ, display).get("NO_COLOR") == no_color


@pytest.mark.parametrize(
    ("environ", "display", "told"),
    [
        ({"NO_COLOR": "1"}, Display(colour="256"), {"display.colour": "none, as NO_COLOR is set"}),
        ({}, Display(colour="none"), {}),
        (SSH, Display(mouse="on"), {"display.mouse": "off, over SSH"}),
    ],
)
def test_what_the_environment_makes_of_settings_is_known_apart_from_what_they_are(
    environ: dict[str, str], display: Display, told: dict[str, str]
) -> None:
    assert prepare({**environ}, display).overrides == told


@pytest.mark.parametrize(
    ("environ", "mouse", "wanted"),
    [({}, "auto", True), (SSH, "auto", False), (SSH, "on", True), ({}, "off", False)],
)
def test_the_mouse_is_off_over_ssh_unless_set(
    environ: dict[str, str], mouse: Literal["auto", "on", "off"], wanted: bool
) -> None:
    assert prepare(dict(environ), Display(mouse=mouse)).mouse is wanted


def test_what_the_settings_made_of_colours_once_is_not_taken_for_the_person_s_by_the_next_start() -> None:
    environ = prepared({}, Display(colour="none"))
    assert prepare(environ, DEFAULT).overrides == {}
    assert "NO_COLOR" not in environ


def test_what_is_set_is_what_textual_reads() -> None:
    code = (
        "import os; from planner.planning.settings import Display;"
        "from planner.tui.terminal.environment import prepare; prepare(os.environ, Display());"
        "import sys; assert 'textual' not in sys.modules;"
        "from textual import constants as c; print(c.ESCAPE_DELAY, c.COLOR_SYSTEM, c.SMOOTH_SCROLL, c.LOG_FILE)"
    )
    environ = SSH | {"TERM": "xterm-256color", "TEXTUAL_LOG": "keys.log"}
    run = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "0.1 256 False None"

"""What a terminal is told by, and how it is asked to notify somebody."""

import subprocess
import sys
from base64 import b64encode

import pytest

from planner.planning.terminals import LONGEST_NOTICE, notice, shows_utf8

UTF8 = {"LANG": "C.UTF-8", "TERM": "xterm-256color"}
OSC_9 = "\x1b]9;planner: Acme waits\a"
OSC_777 = "\x1b]777;notify;planner;Acme waits\a"


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({"TERM_PROGRAM": "iTerm.app"}, OSC_9),
        ({"LC_TERMINAL": "iTerm2"}, OSC_9),
        ({"TERM_PROGRAM": "WezTerm"}, OSC_9),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}, OSC_9),
        ({"ConEmuPID": "17"}, OSC_9),
        ({"TERM": "rxvt-unicode-256color"}, OSC_777),
        ({"TERM": "foot"}, OSC_777),
        ({"VTE_VERSION": "7600"}, OSC_777),
        ({}, "\a"),
        ({"TERM": "linux"}, "\a"),
        ({"TERM": "vt100"}, "\a"),
    ],
)
def test_each_terminal_is_notified_in_its_own_way_and_others_ring(environ: dict[str, str], code: str) -> None:
    assert notice("planner", "Acme waits", UTF8 | environ) == code


def test_kitty_gets_title_and_text_as_parts_of_one_notification() -> None:
    title, text = (b64encode(words).decode() for words in (b"planner", b"Acme waits"))
    assert notice("planner", "Acme waits", UTF8 | {"TERM": "xterm-kitty"}) == (
        f"\x1b]99;i=planner:d=0:e=1:p=title;{title}\a\x1b]99;i=planner:d=1:e=1:p=body;{text}\a"
    )


def test_tmux_and_screen_pass_it_on_and_ring_themselves() -> None:
    inside = UTF8 | {"TERM_PROGRAM": "tmux", "LC_TERMINAL": "iTerm2"}
    tmux = inside | {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"}
    assert notice("planner", "Acme waits", tmux) == f"\x1bPtmux;\x1b{OSC_9}\x1b\\\a"
    assert notice("planner", "Acme waits", inside | {"TERM": "screen", "STY": "1.pts"}) == f"\x1bP{OSC_9}\x1b\\\a"
    assert notice("planner", "Acme waits", UTF8 | {"TERM": "tmux-256color", "TMUX": "x"}) == "\a"


@pytest.mark.parametrize("environ", [{"TERM": "foot"}, {"LC_TERMINAL": "iTerm2"}, {"TERM": "xterm-kitty"}])
def test_no_text_ends_or_adds_to_the_code_it_stands_in(environ: dict[str, str]) -> None:
    evil = "a\x1b]52;c;eA==\x07b\x9c;c\nd" + "x" * 1_000
    code = notice(evil, evil, UTF8 | environ)
    ends = 2 if environ["TERM" if "TERM" in environ else "LC_TERMINAL"] == "xterm-kitty" else 1
    assert (code.count("\x1b"), code.count("\a"), code[-1]) == (ends, ends, "\a")
    assert not set(code) & {"\x9c", "\n"}
    assert len(code) < 4 * LONGEST_NOTICE
    if environ == {"TERM": "foot"}:
        assert code.count(";") == 3


def test_without_utf8_it_is_in_ascii() -> None:
    assert notice("planner", "Müller – late", {"LANG": "C", "TERM": "foot"}) == (
        "\x1b]777;notify;planner;Muller - late\a"
    )


@pytest.mark.parametrize(
    ("environ", "coerced", "utf8"),
    [
        ({"LANG": "en_US.UTF-8"}, False, True),
        ({"LANG": "de_DE.utf8"}, False, True),
        ({"LC_CTYPE": "UTF-8"}, False, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, True, False),
        ({"LANG": "de_DE.ISO-8859-1"}, False, False),
        ({"LANG": "C", "PYTHONIOENCODING": "utf-8"}, False, True),
        ({"LANG": "C.UTF-8", "PYTHONIOENCODING": "ascii:replace"}, False, False),
        ({"LANG": "C.UTF-8", "PYTHONIOENCODING": ":replace"}, False, True),
        ({}, False, False),
        # what Python sets for itself in the C locale, and what it leaves alone
        ({"LC_CTYPE": "C.UTF-8"}, True, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, True, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "en_US.UTF-8"}, True, True),
        ({"LC_CTYPE": "C.UTF-8"}, False, True),
    ],
)
def test_the_locale_the_person_set_tells_whether_the_terminal_shows_utf8(
    environ: dict[str, str], coerced: bool, utf8: bool
) -> None:
    assert shows_utf8(environ, coerced=coerced) is utf8


@pytest.mark.parametrize(("lang", "utf8"), [("C", "False"), ("C.UTF-8", "True")])
def test_a_fresh_python_knows_the_locale_it_was_started_in(lang: str, utf8: str) -> None:
    code = "import os; from planner.planning.terminals import shows_utf8; print(shows_utf8(os.environ))"
    run = subprocess.run([sys.executable, "-c", code], env={"LANG": lang}, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == utf8

"""What is sent is what differs from what the screen shows: the screen is the same as when all is sent."""

import signal
from pathlib import Path

import pytest

from planner.tui.terminal.environment import PLAIN_OUTPUT
from tests.e2e.person import Person, added, at_home_in_berlin, at_the_terminal
from tests.e2e.sizes import EDITOR, asleep, in_an_editor, stale

KEYS = (b"g", b"j", b"\r", b"\x1b", b"2", b"1", b"/b", b"\x1b", b"]", b".", b"w", b"\x1b", b"?", b"\x1b", b"n", b"\x1b")
SIZES = ((110, 30), (80, 24))
NOISE = b"\x1b[2J\x1b[3;1Hsomebody wrote to this terminal\x1b[7;9H\x1b[41mtwice\x1b[m"


def looked_at(person: Person) -> list[list[str]]:
    """The screen after each of some keys and sizes, noise on the line, and a while in the shell."""
    seen = []
    person.stands_before("Acme")
    for happens in (*KEYS, *SIZES, b"t"):
        if isinstance(happens, tuple):
            person.resizes(*happens)
        else:
            person.session.type(happens)
        person.settles()
        seen.append(person.rows)
    person.session.output += NOISE
    assert person.rows != seen[-1]
    person.session.type(b"\x0c")
    person.settles()
    assert person.rows == seen[-1]
    person.session.type(b"\x1b")
    person.settles()
    person.session.type(b"\x1a")
    person.session.wait_for(person.session.stopped, "it is not suspended")
    person.session.output += NOISE
    person.session.process.send_signal(signal.SIGCONT)
    person.sees("Acme")
    person.settles()
    seen.append(person.rows)
    return seen


def test_the_screen_is_the_same_as_when_all_is_sent_in_fewer_bytes(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_home_in_berlin(home)
    added("Acme", "Borg")
    sent = []
    screens = []
    for plain in ("1", ""):
        monkeypatch.setenv(PLAIN_OUTPUT, plain)
        with at_the_terminal() as person:
            screens.append(looked_at(person))
            sent.append(len(person.session.output))
            assert person.leaves() == 0
    assert screens[0] == screens[1]
    assert sent[1] < 0.8 * sent[0]


def test_nothing_stale_is_left_of_what_was_painted_in_a_size_the_terminal_no_longer_had(home: Path) -> None:
    at_home_in_berlin(home)
    added("Acme", "日本語")
    with at_the_terminal(COLUMNS="80", LINES="24", EDITOR=EDITOR) as person:
        person.stands_before("Acme")
        person.resizes(120, 40)
        asleep(person, (80, 24))
        assert stale(person) == ""
        person.pulls((80, 10), (80, 24))
        assert stale(person) == ""
        in_an_editor(person, (60, 15))
        assert stale(person) == ""

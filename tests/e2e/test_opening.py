"""From the first sight of the board until it is ready: keys are neither shown nor lost, and the terminal is left clean."""

import signal
from pathlib import Path

from tests.e2e.person import at_home_in_berlin, at_the_terminal

TO_THE_OTHER_SCREEN = b"\x1b[?1049h"
LEFT = b"\x1b[?1049l"
FIRST_OF_TEXTUAL = b"\x1b[?1004h"


def test_keys_typed_before_the_board_is_ready_are_acted_on_and_never_shown(home: Path) -> None:
    at_home_in_berlin(home)
    with at_the_terminal() as person:
        person.session.read_until(TO_THE_OTHER_SCREEN)
        person.sees("Nothing here yet")
        assert FIRST_OF_TEXTUAL not in person.session.output
        person.session.type(b"aAcme\x1b[C")
        person.sees("Company Acme")
        typed = person.session.output.split(FIRST_OF_TEXTUAL)[0]
        assert b"aAcme" not in typed
        # told twice, some terminals would clear what is there
        assert person.session.output.count(TO_THE_OTHER_SCREEN) == 1
        person.session.type(b"\x1b")
        person.sees("Nothing here yet")
        assert person.leaves() == 0
        assert person.session.is_restored()


def test_a_signal_to_end_before_the_board_is_ready_leaves_the_terminal_as_before(home: Path) -> None:
    at_home_in_berlin(home)
    for number in (signal.SIGTERM, signal.SIGHUP):
        with at_the_terminal() as person:
            person.session.read_until(TO_THE_OTHER_SCREEN)
            person.session.process.send_signal(number)
            assert person.session.exit_code() == 128 + number
            assert person.session.output.count(LEFT) == 1
            assert person.session.is_restored()


def test_what_goes_wrong_before_the_board_is_ready_is_said_on_the_ordinary_screen(home: Path) -> None:
    at_home_in_berlin(home)
    config = home / ".config" / "planner" / "config.toml"
    config.write_text(config.read_text() + '[keys]\nthank_you = "ctrl+m"\n')
    with at_the_terminal() as person:
        assert person.session.exit_code() == 2
        assert person.session.is_restored()
        assert b"plain terminal can't send it" in person.session.output.split(LEFT)[-1]

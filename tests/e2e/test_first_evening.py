"""A person with an empty home, one terminal of 80x24 and a keyboard: the main job from the first start to the second."""

import fcntl
import struct
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte

from tests.e2e.pty_session import PYTHON_M, PtySession, pty_session

AT = "2026-11-23T16:10:00-05:00"
"""An hour and ten minutes after the interview's end."""


class Person:
    """What someone before the terminal sees, as a terminal shows it, and types."""

    def __init__(self, session: PtySession) -> None:
        self._session = session
        self._screen = pyte.Screen(80, 24)
        self._terminal = pyte.ByteStream(self._screen)
        self._fed = 0

    def sees(self, text: str, after: bytes = b"") -> None:
        """Presses keys, and waits until the screen shows `text`, whatever lines it stands on."""
        if after:
            self._session.type(after)
        self._session.wait_for(lambda: text in self._text(), f"“{text}” is not on the screen:\n{self._text()}")

    def does_not_see(self, text: str) -> None:
        assert text not in self._text()

    def leaves(self) -> int:
        self._session.type(b"q")
        return self._session.exit_code()

    def _text(self) -> str:
        # pyte takes the > of a keyboard query for text
        self._terminal.feed(self._session.output[self._fed :].replace(b"\x1b[>1u", b"").replace(b"\x1b[<u", b""))
        self._fed = len(self._session.output)
        return " ".join(" ".join(self._screen.display).split())


@contextmanager
def at_the_terminal(at: str = AT) -> Iterator[Person]:
    with pty_session(*PYTHON_M, "planner", "--at", at, TZ="America/New_York") as session:
        fcntl.ioctl(session._slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        yield Person(session)


def test_everything_of_the_main_job_by_keyboard_alone(home: Path) -> None:
    with at_the_terminal() as person:
        person.sees("Home time zone")
        person.sees("Nothing here yet", b"\r")
        person.sees("Company", b"a")
        person.sees("Data analyst", b"Northwind Traders\tData analyst\t")
        person.sees("= Mon 23 Nov 14:00", b"today 14:00")
        person.sees("DO NOW 1", b"\x13")
        person.sees("by 15:00 tomorrow")

        person.sees("Follow-up opens Mon 30 Nov.", b"t")
        person.sees("WAITING 1")
        person.sees("Not yet. ", b"f")
        person.sees("wait about a week, till Mon 30 Nov.")

        person.sees("looking at Mon 30 Nov", b"]" * 7)
        person.sees("DO NOW 1")
        person.sees("WAITING 1", b".")

        person.sees("They decide by", b"rd")
        person.sees("The follow-up then opens Mon 7 Dec.", b"4 Dec")
        person.sees("They decide by Fri 4 Dec: noted. Follow-up opens Mon 7 Dec.", b"\r")
        person.sees("Mon 7 · 14 days")
        person.sees("Undone: They decide by Fri 4 Dec", b"u")
        person.sees("Mon 30 · 7 days")
        assert person.leaves() == 0

    with at_the_terminal() as person:
        person.sees("Mon 30 · 7 days")
        person.does_not_see("Home time zone")
        person.sees("Done again: They decide by Fri 4 Dec", b"\x12")
        person.sees("Mon 7 · 14 days")
        assert person.leaves() == 0

    with at_the_terminal("2026-12-07T09:00:00-05:00") as person:
        person.sees("DO NOW 1")
        person.sees("How did you follow up", b"f")
        person.sees("One follow-up is enough", b"e")
        assert person.leaves() == 0
    assert (home / ".local/share/planner/planner.json").stat().st_mode & 0o777 == 0o600

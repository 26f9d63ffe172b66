"""A person before the real program: what a terminal shows them, what they type, and what is left of it."""

import fcntl
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte

from tests.e2e.pty_session import PYTHON_M, PtySession, pty_session

SIZE = (80, 24)


class Person:
    """Someone before a terminal of 80x24, by which the program runs as `session`."""

    def __init__(self, session: PtySession) -> None:
        self.session = session
        self._screen = pyte.Screen(*SIZE)
        self._terminal = pyte.ByteStream(self._screen)
        self._fed = 0

    def sees(self, text: str, after: bytes = b"") -> None:
        """Presses keys, and waits until the screen shows `text`, whatever lines it stands on."""
        if after:
            self.session.type(after)
        self.session.wait_for(lambda: text in self._text(), f"“{text}” is not on the screen:\n{self._text()}")

    def resizes(self, columns: int, lines: int) -> None:
        """Pulls at the window's edge, and waits until the program has drawn itself anew."""
        if (lines, columns) == (self._screen.lines, self._screen.columns):
            return
        self._take_in()  # what was drawn for the old size
        self._screen.resize(lines, columns)
        self.drawn_after(lambda: self.session.resize(columns, lines))

    def pulls(self, *sizes: tuple[int, int], between: Callable[[], None] = lambda: None) -> None:
        """Pulls at the window's edge in one go: the terminal is as large at once, the program learns it later."""
        self._take_in()
        for columns, lines in sizes:
            self._screen.resize(lines, columns)
            self.session.resize(columns, lines)
            between()

    def drawn_after(self, act: Callable[[], None]) -> bytes:
        """What is drawn once something is done, until nothing more is."""
        begun = len(self.session.output)
        act()
        self.session.wait_for(lambda: len(self.session.output) > begun, "nothing is drawn")
        self.settles()
        return self.session.output[begun:]

    def presses_until(self, done: Callable[[], bool], *keys: bytes) -> None:
        """Presses keys, each after a while, and all of them again, until it is so."""
        for _ in range(10):
            for each in keys:
                self.session.type(each)
                self.session.read_until_quiet(0.3)
            if done():
                return
        raise AssertionError(f"{keys!r} does not lead there:\n{self._text()}")

    def stands_before(self, text: str) -> None:
        """Waits for the program itself: what it shows first is drawn before most of it is loaded."""
        self.sees(text)
        self.session.wait_for(lambda: b"\x1b[?2004h" in self.session.output, "Textual has not got the terminal")
        self.settles()

    def settles(self) -> None:
        """Waits until nothing more is drawn."""
        self.session.read_until_quiet()

    @property
    def rows(self) -> list[str]:
        """The lines of the screen as they stand."""
        self._take_in()
        return list(self._screen.display)

    @property
    def cells(self) -> list[list[tuple[object, ...]]]:
        """Of each line its columns as an eye sees them: of a blank only its ground."""
        self._take_in()
        shown = [
            [self._screen.buffer[line][column] for column in range(self._screen.columns)]
            for line in range(self._screen.lines)
        ]
        return [
            [(" ", cell.bg) if cell.data == " " and not cell.reverse else tuple(cell) for cell in row] for row in shown
        ]

    @property
    def size(self) -> tuple[int, int]:
        return self._screen.columns, self._screen.lines

    def does_not_see(self, text: str) -> None:
        assert text not in self._text()

    def leaves(self) -> int:
        self.session.type(b"q")
        return self.session.exit_code()

    def _text(self) -> str:
        self._take_in()
        return " ".join(" ".join(self._screen.display).split())

    def _take_in(self) -> None:
        # pyte takes the > of a keyboard query for text
        self._terminal.feed(self.session.output[self._fed :].replace(b"\x1b[>1u", b"").replace(b"\x1b[<u", b""))
        self._fed = len(self.session.output)


@contextmanager
def at_the_terminal(*words: str, ignoring_hangup: bool = False, **environment: str) -> Iterator[Person]:
    """`planner` with these words on its command line, in a terminal, begun in the person's home."""
    home = Path(environment.get("HOME", os.environ["HOME"]))
    command = (*PYTHON_M, "planner", *words)
    with pty_session(*command, ignoring_hangup=ignoring_hangup, folder=home, **environment) as session:
        session.resize(*SIZE)
        yield Person(session)


def at_home_in_berlin(home: Path) -> None:
    """Answers the question of the first start."""
    config = home / ".config" / "planner" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[policy]\nhome_time_zone = "Europe/Berlin"\n', encoding="utf-8")


def added(*companies: str) -> None:
    """So many interviews in the data file, of yesterday, with a person who is owed a note."""
    for company in companies:
        words = ("add", company, "Dev", "yesterday 10:00", "--interviewer", "Ann Lee")
        subprocess.run([*PYTHON_M, "planner", *words], capture_output=True, check=True, timeout=30)


@contextmanager
def another_writing(home: Path) -> Iterator[None]:
    """Another session holds the lock of the data file."""
    lock = home / ".local" / "share" / "planner" / "planner.json.lock"
    with lock.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def put_by(home: Path) -> dict[str, str]:
    """What is put by of the form that was typed in last, by its fields' names; nothing where nothing is."""
    files = (home / ".local" / "state" / "planner" / "drafts").glob("*.json")
    drafts = [draft for file in files for draft in json.loads(file.read_bytes())["drafts"]]
    newest: dict[str, str] = max(drafts, key=lambda draft: str(draft["typed_at"]), default={"fields": {}})["fields"]
    return newest

"""The far end of a pseudo-terminal: types, reads, and knows when what was to be seen was there.

The screen is worked out from the bytes only when the program pauses, a piece at a time and reading on in between, so
that working it out delays no time that is taken.
"""

import fcntl
import os
import re
import select
import signal
import struct
import termios
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from time import perf_counter, sleep
from typing import NamedTuple

from tests.benchmarks import processes
from tests.benchmarks.in_turn import Run, Sample
from tests.benchmarks.screen import Screen
from tests.benchmarks.slow_line import Chunk

WIDE, NARROW = (100, 30), (80, 24)
PAUSE = 0.005
"""Seconds without a byte after which there is time to look at the screen."""
PIECE = 64
"""Bytes of which the screen is worked out at a time: what was to be seen may stand at the beginning of a long write."""
RESTING, BUSY = 0.15, 0.005
"""Seconds in which a program at rest writes nothing, and the seconds of processor it uses in them at the most."""
PATIENCE = 20.0
"""Seconds in which a key must come to something."""
DEADLINE = 120.0

# What a program may ask of its terminal: which modes it knows, what it is, and where the cursor stands.
_QUESTION = re.compile(rb"\x1b\[\?(\d+)\$p|\x1b\[(?:0?c|(6)n)")

# A sequence of bytes that is one key, or one sign.
_KEY = re.compile(rb"\x1b\[[\d;]*[A-Za-z~]|\x1b|[\xc0-\xff][\x80-\xbf]*|[\x00-\x7f]")

Shows = Callable[[Screen], bool]


def split(keys: bytes) -> list[bytes]:
    """The keys one by one."""
    return _KEY.findall(keys)


class NotShown(AssertionError):
    """What was to be measured did not come: a figure would be of something else."""


class Answer(NamedTuple):
    """What keys came to: seconds to the first and to the last change of what is seen, and the bytes sent for it."""

    first: float
    last: float
    bytes: int


class Terminal:
    """A command in a terminal of its own. Times are seconds since it was started.

    `chunks` are all it wrote, in small pieces. Of those looked at, `seen` in number, `changes` are the places of those
    that changed what is seen.
    """

    def __init__(self, command: tuple[str, ...], env: Mapping[str, str], size: tuple[int, int] = WIDE) -> None:
        self.chunks: list[Chunk] = []
        self.changes: list[int] = []
        self.seen = 0
        self.screen = Screen(*size)
        self._rest = b""
        self.ended_at: float | None = None
        self.closed = False
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        name = os.ttyname(slave)
        # The leader of a new session gets the terminal it opens first as its own.
        opened = [
            (os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
            (os.POSIX_SPAWN_CLOSE, self._master),
        ]
        self._begun = perf_counter()
        self.pid = os.posix_spawn(
            command[0], command, env, file_actions=opened, setsid=True, setsigdef=[signal.SIGPIPE, signal.SIGINT]
        )
        os.close(slave)

    # -- time and bytes

    @property
    def now(self) -> float:
        return perf_counter() - self._begun

    @property
    def sent(self) -> int:
        """How many bytes it wrote so far."""
        return sum(len(chunk.data) for chunk in self.chunks)

    def type(self, keys: bytes) -> float:
        """Types, and returns when."""
        at = self.now
        os.write(self._master, keys)
        return at

    def read(self, seconds: float) -> bool:
        """Takes in what comes within so many seconds, if anything does."""
        if self.closed or not select.select([self._master], [], [], max(seconds, 0))[0]:
            return False
        data = self._bytes(65536)
        if data:
            at = self.now
            self.chunks += [Chunk(at, data[begun : begun + PIECE]) for begun in range(0, len(data), PIECE)]
            self._answer(data)
        return bool(data)

    def _bytes(self, most: int) -> bytes:
        try:
            data = os.read(self._master, most)
        except OSError:  # on Linux this is how a terminal says that nobody is at its other end
            data = b""
        self.closed = not data
        return data

    def _answer(self, data: bytes) -> None:
        """Answers like a terminal that knows none of the modes asked for."""
        text, done = self._rest + data, 0
        for question in _QUESTION.finditer(text):
            done = question.end()
            if question[1]:
                self.type(b"\x1b[?%s;0$y" % question[1])
            else:
                self.type(b"\x1b[1;1R" if question[2] else b"\x1b[?62;22c")
        begun = text.rfind(b"\x1b", done)
        self._rest = text[begun:][:32] if begun >= 0 else b""

    @property
    def changed_at(self) -> float:
        """When what is seen last changed."""
        return self.chunks[self.changes[-1]].at

    def rest(self) -> None:
        """Reads until it neither writes nor computes: what it shows next may take it a while to work out."""
        until = self.now + DEADLINE
        busy = True
        while busy:
            if self.now > until:
                raise NotShown("It never comes to rest.")
            used, sent = processes.processor_seconds(self.pid), self.sent
            self.listen(RESTING)
            busy = (
                self.sent > sent
                or processes.processor_seconds(self.pid) - used > BUSY
                or processes.is_running(self.pid)
            )
        self.look()

    def listen(self, seconds: float) -> None:
        """Reads for so long, or until nobody is at the other end."""
        until = self.now + seconds
        while (left := until - self.now) > 0 and self.read(left):
            pass

    # -- what is seen

    def wait(self, shows: Shows, what: str) -> float:
        """Reads until the screen shows it; when the chunk came that made it so."""
        until = self.now + DEADLINE
        while True:
            if self.read(PAUSE):
                continue
            for chunk in self._unseen():
                if shows(self.screen):
                    return chunk.at
            if self.closed or self.now > until:
                raise NotShown(f"{what} is not shown, but:\n{self.screen.text}")

    def _unseen(self) -> Iterator[Chunk]:
        """The chunks the screen has not shown yet; it shows each while it is looked at."""
        while self.seen < len(self.chunks):
            chunk = self.chunks[self.seen]
            self.seen += 1
            if self.screen.feed(chunk.data):
                self.changes.append(self.seen - 1)
            self.read(0)
            yield chunk

    def look(self) -> Screen:
        """The screen as it is after all that came so far."""
        for _ in self._unseen():
            pass
        return self.screen

    def press(self, keys: bytes) -> Answer:
        """Types once it is at rest, and reads until it is again. NotShown where nothing came of it."""
        self.rest()
        sent, changes, pressed_at = self.sent, len(self.changes), self.type(keys)
        self.read(PATIENCE)
        self.rest()
        new = self.changes[changes:]
        if not new:
            raise NotShown(f"Nothing came of {keys!r}:\n{self.screen.text}")
        first, last = (self.chunks[place].at - pressed_at for place in (new[0], new[-1]))
        return Answer(first, last, self.sent - sent)

    def put(self, keys: bytes) -> None:
        """Types, each key once it is at rest, and does not mind what comes of it; nothing for no keys."""
        for key in split(keys):
            self.type(key)
            self.rest()

    # -- the process

    def idle(self, seconds: float) -> tuple[int, float]:
        """Bytes written and seconds of processor used while nothing is done for so long."""
        self.rest()
        before, used = self.sent, processes.processor_seconds(self.pid)
        self.listen(seconds)
        return self.sent - before, processes.processor_seconds(self.pid) - used

    def wait_end(self) -> float:
        """Reads until the process has ended; when it had."""
        until = self.now + DEADLINE
        while self.ended_at is None:
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                self.ended_at = self.now
            elif self.now > until:
                raise NotShown("It does not end.")
            elif not self.read(0.001):
                sleep(0.0005)
        return self.ended_at

    def close(self) -> None:
        if self.ended_at is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._master)


@contextmanager
def terminal(command: tuple[str, ...], env: Mapping[str, str], size: tuple[int, int] = WIDE) -> Iterator[Terminal]:
    """Runs a command, named by its full path, in a terminal; what is left of it at the end is killed."""
    with closing(Terminal(command, env, size)) as session:
        yield session


def pressed(session: Terminal, keys: bytes, before: bytes = b"", after: bytes = b"") -> Run:
    """A run that presses keys, in milliseconds and bytes; what is pressed `before` and `after` is not counted."""

    def run() -> Sample:
        session.put(before)
        answer = session.press(keys)
        session.put(after)
        return {"first": answer.first * 1000, "last": answer.last * 1000, "bytes": float(answer.bytes)}

    return run

"""A program in a pseudo-terminal, as a person or a failing line meets it."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PYTHON_M = (sys.executable, "-m")
ROOT = Path(__file__).resolve().parents[2]
DEADLINE = 15.0
"""Seconds to wait for what must come; a busy machine may need some."""

# Makes the terminal the controlling one, so that the kernel sends it HUP when the line drops. What starts the tests in
# the background may have them ignore ctrl+c; a shell in a terminal does not.
_LAUNCH = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGINT, signal.SIG_DFL)
signal.signal(signal.SIGHUP, signal.SIG_IGN if sys.argv[1] else signal.SIG_DFL)
os.execvp(sys.argv[2], sys.argv[2:])
"""

# What a program may turn on, and what it must be when it is gone: alternate screen, mouse, focus, paste; wrap, cursor.
_RESTORED = dict.fromkeys(("1049", "1000", "1002", "1003", "1006", "1004", "2004"), "l") | {"7": "h", "25": "h"}


class PtySession:
    """The far end of the terminal a process runs in. `output` is all it has written so far."""

    def __init__(self, process: subprocess.Popen[bytes], master: int, slave: int) -> None:
        self.process = process
        self.output = b""
        self._master = master
        self._slave = slave
        self._attributes = termios.tcgetattr(slave)

    def type(self, keys: bytes) -> None:
        os.write(self._master, keys)

    def read_until(self, text: bytes, keys: bytes = b"") -> None:
        """Types `keys`, and reads until the program has written `text` since."""
        start = len(self.output)
        self.type(keys)
        self.wait_for(lambda: text in self.output[start:], f"{text!r} is not shown")

    def wait_for(self, condition: Callable[[], bool], otherwise: str, *, reading: bool = True) -> None:
        until = time.monotonic() + DEADLINE
        while not condition():
            assert time.monotonic() < until, f"{otherwise}; so far: {self.output[-400:]!r}"
            if not (reading and self._read(0.02)):
                time.sleep(0.02)

    def read_until_quiet(self, seconds: float = 0.15) -> None:
        """Reads until nothing more comes for so long."""
        while self._read(seconds):
            pass

    def resize(self, columns: int, lines: int) -> None:
        """As when somebody pulls at the window's edge."""
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def send(self, what: bytes | tuple[int, int]) -> None:
        """Types, or changes the size; of one who reads slowly what is drawn is read meanwhile."""
        if isinstance(what, tuple):
            self.resize(*what)
            return
        rest = memoryview(what)
        while rest and self.process.poll() is None:
            self.drain()
            if select.select([], [self._master], [], 0.05)[1]:
                rest = rest[os.write(self._master, rest[:1024]) :]

    def drain(self, seconds: float = 0.0) -> None:
        """Reads what has been drawn, for as long as nothing more comes in so many seconds."""
        while self._read(seconds):
            pass

    def stopped(self) -> bool:
        """Whether the process is suspended."""
        return os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is not None

    @property
    def has_line(self) -> bool:
        return self._master >= 0

    def drop_line(self) -> None:
        os.close(self._master)
        self._master = -1

    def exit_code(self, seconds: float = DEADLINE) -> int:
        """Waits for the end of the process, at most so long; then reads what it has left to read."""
        code = self.process.wait(seconds)
        while self._read(0):
            pass
        return code

    def is_restored(self) -> bool:
        """Whether the terminal is as it was before the program began."""
        last = {mode: state for modes, state in self._switches() for mode in modes.split(";")}
        keyboards = self.output.count(b"\x1b[>") - self.output.count(b"\x1b[<u")
        modes_are = all(last.get(mode, state) == state for mode, state in _RESTORED.items())
        return modes_are and keyboards == 0 and termios.tcgetattr(self._slave) == self._attributes

    def turned_on(self) -> set[str]:
        """The numbers of all modes that were turned on at some time."""
        return {mode for modes, state in self._switches() if state == "h" for mode in modes.split(";")}

    def _switches(self) -> list[tuple[str, str]]:
        found: list[tuple[bytes, bytes]] = re.findall(rb"\x1b\[\?([\d;]+)([hl])", self.output)
        return [(modes.decode(), state.decode()) for modes, state in found]

    def _read(self, seconds: float) -> bool:
        if self._master < 0:
            time.sleep(seconds)
            return False
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.output += data
        return bool(data)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        for descriptor in (self._master, self._slave):
            if descriptor >= 0:
                os.close(descriptor)


@contextmanager
def pty_session(
    *command: str, ignoring_hangup: bool = False, folder: Path = ROOT, **environment: str
) -> Iterator[PtySession]:
    """Runs a command in a terminal of its own; what is left of it at the end is killed."""
    master, slave = pty.openpty()
    launch = [sys.executable, "-ISc", _LAUNCH, "ignore" if ignoring_hangup else ""]
    process = subprocess.Popen(
        [*launch, *command],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        cwd=folder,
        env=os.environ | environment,
    )
    session = PtySession(process, master, slave)
    try:
        yield session
    finally:
        session.close()

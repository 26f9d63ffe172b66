"""Random input for the real program in a terminal: keys, pastes, mouse reports, broken sequences and sizes.

The same seed gives the same input. Whoever sends it looks that the program lives on.
"""

import random
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.e2e.person import Person, at_the_terminal
from tests.tui.hostile import MARKUP, UNSAFE

KEYS = (
    b"\x1b",
    b"\r",
    b"\t",
    b"\x7f",
    b"\x1b[A",
    b"\x1b[B",
    b"\x1b[C",
    b"\x1b[D",
    b"\x1b[H",
    b"\x1b[F",
    b"\x1b[5~",
    b"\x1b[6~",
    b"\x1b[3~",
    b"\x1b[Z",
    b"\x1bOQ",
    b"\x1b[1;5C",
    b"\x1b[1;2D",
)
LETTERS = b"abcdefghijklmnoprstuvwxyzABCGENS0123456789/?[].,+-= "
"""All that mean something, but for those that leave: q, and D, which opens a program of its own."""
BROKEN = (
    b"\x1b[",
    b"\x1bO",
    b"\x1b[<",
    b"\x1b[<0;1",
    b"\x1b[?",
    b"\x1b[1;",
    b"\x1bP+q",
    b"\x1b]52;c;",
    b"\x1b[200~",
    b"\x1b[M",
    b"\x1b[99999999999u",
    b"\x1b[1114112u",
    b"\x1b[:0A",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[?2048;1$y",
    b"\x1b[I",
    b"\x1b[O",
)
DRAWN = re.compile(
    rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]"  # CSI
    rb"|\x1b\]52;c;[A-Za-z0-9+/=]*\x07|\x1b\]22;[a-z-]*(?:\x07|\x1b\\)"  # the clipboard, the pointer
    rb"|\x1b[=>78]"
)
"""The sequences the program may write."""
FOREIGN = re.compile(rb"[\x00-\x06\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")

AT_ONCE = 10
"""So many inputs are sent before it is waited for what comes of them."""
QUIET_SECONDS = 0.05
"""When nothing was drawn for so long, all has been acted on."""


class Ordeal(NamedTuple):
    """What came of it: how many inputs were sent, how often the program left because it was asked to, what went wrong."""

    sent: int
    starts: int
    wrong: str


def noise(chance: random.Random) -> bytes | tuple[int, int]:
    """One input: bytes, or a size in columns and lines."""

    def letters() -> bytes:
        return bytes(chance.choices(LETTERS, k=chance.randint(1, 4)))

    def anything() -> bytes:
        # Neither ctrl+c and ctrl+q, nor ctrl+z, and no q: they would leave, which is right and costs a start.
        return bytes(code for code in chance.randbytes(chance.randint(1, 12)) if code not in b"\x03\x11\x1aqD")

    def paste() -> bytes:
        texts = (*MARKUP, UNSAFE, "Acme", "fri 14:00", "/tmp", "x" * 5000, "a\nb\nc", "面接 🎉 Zoë")
        text = "".join(chance.choices(texts, k=chance.randint(1, 3)))
        return b"\x1b[200~" + text.encode(errors="surrogatepass") + b"\x1b[201~"

    def mouse() -> bytes:
        button, column, line = chance.choice((0, 1, 2, 32, 64, 65)), chance.randint(0, 320), chance.randint(0, 120)
        return b"\x1b[<%d;%d;%d%c" % (button, column, line, chance.choice(b"Mm"))

    def of_kitty() -> bytes:
        code = chance.choice((chance.randint(1, 0x10FFFF), chance.randint(0xD800, 0xDFFF), chance.randint(1, 300)))
        return b"" if code in (ord("q"), ord("D")) else b"\x1b[%du" % code

    def size() -> tuple[int, int]:
        return chance.randint(1, 300), chance.randint(1, 100)

    kinds: tuple[tuple[int, Callable[[], bytes | tuple[int, int]]], ...] = (
        (40, lambda: chance.choice(KEYS)),
        (30, letters),
        (6, anything),
        (6, paste),
        (6, mouse),
        (5, of_kitty),
        (4, lambda: chance.choice(BROKEN)),
        (3, size),
    )
    return chance.choices([make for _, make in kinds], [weight for weight, _ in kinds])[0]()


def ordeal(home: Path, count: int, seed: int) -> Ordeal:
    """Sends so much noise, to one start of the program after the other where it leaves by itself."""
    chance = random.Random(seed)
    sent = starts = 0
    while sent < count:
        starts += 1
        with at_the_terminal("--at", "2026-11-22T14:05+01:00", EDITOR="true", HOME=str(home)) as person:
            person.sees("Northwind")
            while sent < count and person.session.process.poll() is None:
                person.session.send(noise(chance))
                sent += 1
                if sent % AT_ONCE == 0:
                    person.session.drain(QUIET_SECONDS)
            wrong = _wrong(person, home)
        if wrong:
            return Ordeal(sent, starts, f"seed {seed}, after {sent}: {wrong}")
    return Ordeal(sent, starts, "")


def _wrong(person: Person, home: Path) -> str:
    """What is wrong with the program after all that; "" for nothing. It is told to end, and must obey."""
    session = person.session
    if session.process.poll() is None:
        session.resize(80, 24)
        session.send(b"\x1b[201~")
        before = len(session.output)
        session.send(b"\x1b")
        until = time.monotonic() + 20
        while len(session.output) == before and time.monotonic() < until and session.process.poll() is None:
            session.drain(0.05)
            session.resize(80 + time.monotonic_ns() % 2, 24)
        if len(session.output) == before:
            return "it draws nothing any more"
        session.process.send_signal(signal.SIGTERM)
        session.wait_for(lambda: session.process.poll() is not None, "it does not end")
        code = session.exit_code()
        if code not in (0, 128 + signal.SIGTERM):  # 0: among the last keys was one that leaves
            return f"it ended with {code}"
    elif session.exit_code():
        return f"it left with {session.process.returncode}: {session.output[-300:]!r}"
    reports = [report.read_text() for report in home.rglob("crash-*")]
    if reports:
        return f"a bug: {reports[0]}"
    foreign = FOREIGN.findall(DRAWN.sub(b"", session.output))
    if foreign:
        return f"{foreign[:5]} reached the terminal"
    return "" if session.is_restored() else "the terminal is not as it was"

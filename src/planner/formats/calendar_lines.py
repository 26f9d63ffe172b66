"""The lines of a calendar file (RFC 5545): written here, as the calendar library takes ten times as long over them.

It matters for a feed of thousands, which is written anew each time it is asked for.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

_LONGEST = 75
"""Octets of a line, without its end; what is longer goes on in the next one, after a blank."""
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": ""})


def block(name: str, lines: Iterable[str]) -> Iterator[str]:
    """A component: its lines, those of the components in it among them, between its borders."""
    yield f"BEGIN:{name}"
    yield from lines
    yield f"END:{name}"


def text(name: str, words: str) -> str:
    return f"{name}:{words.translate(_ESCAPES)}"


def instant(name: str, at: datetime) -> str:
    """In UTC, so that no zone has to be described."""
    return f"{name}:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def written(lines: Iterable[str]) -> bytes:
    """The content of a file of these lines."""
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _folded(line: str) -> str:
    if len(line) <= _LONGEST and line.isascii():
        return line
    pieces, piece, room = [], "", _LONGEST
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _LONGEST - 1
        piece += letter
        room -= size
    return "\r\n ".join([*pieces, piece])

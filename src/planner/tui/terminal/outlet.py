"""Where what is drawn goes: to the terminal as long as it is there."""

from contextlib import suppress
from typing import TextIO


class Outlet:
    """A stream whose far end may go at any time: what is written then goes nowhere.

    That it has gone is noticed where keys are read, and no bug of the thread that writes.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._stream.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._stream.flush()

    def fileno(self) -> int:
        return self._stream.fileno()

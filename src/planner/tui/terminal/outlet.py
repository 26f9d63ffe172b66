"""Where what is drawn goes: to the terminal as long as it is there."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO


class Outlet:
    """A stream whose far end may go at any time: what is written then goes nowhere.

    That it has gone is noticed where keys are read, and no bug of the thread that writes. A bug of that thread is told
    to `report`, once; the thread lives on and writes past the stream, so that the terminal can still be restored.
    `lost` is told whenever something has gone nowhere: what is shown then is another than what was written.
    """

    def __init__(self, stream: TextIO, report: Callable[[Exception], None], lost: Callable[[], None]) -> None:
        self._stream = stream
        self._report = report
        self._lost = lost
        self._is_broken = False

    def write(self, text: str) -> None:
        with self._unless_gone():
            try:
                self._put(text)
            except OSError:
                raise
            except Exception as error:  # noqa: BLE001 - a bug, to be handled as one where the app runs
                self._put_past(text, error)

    def flush(self) -> None:
        with self._unless_gone():
            self._stream.flush()

    def fileno(self) -> int:
        return self._stream.fileno()

    @contextmanager
    def _unless_gone(self) -> Iterator[None]:
        try:
            yield
        except OSError:
            self._lost()

    def _put(self, text: str) -> None:
        self._stream.write(text)

    def _put_past(self, text: str, error: Exception) -> None:
        if not self._is_broken:
            self._is_broken = True
            self._report(error)
        os.write(self.fileno(), text.encode(errors="replace"))

"""The terminal from the first frame until Textual has it: what is typed meanwhile is neither shown nor lost."""

import os
import signal
import sys
import termios
import tty
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from planner.tui.terminal.environment import Terminal
from planner.tui.terminal.shadow import Shadow

ENTER = "\x1b[?1049h"
"""To the alternate screen. Some terminals clear it when they are told so again."""
_LEAVE = "\x1b[?7h\x1b[?1049l\x1b[?25h"


class Opening:
    """Shows one frame. `hand_over` tells the driver in which modes the terminal was found, for it to put them back.

    Its `shadow` knows what is shown.

    Until then a signal that ends the program, and whatever fails, leaves the terminal as it was found: by `end`.
    """

    def __init__(self, terminal: Terminal = Terminal()) -> None:  # noqa: B008 - frozen
        self.shadow = Shadow(erases=terminal.erases, remembers=terminal.remembers)
        self._size = os.terminal_size((0, 0))
        self._modes: list[Any] | None = None
        self._before: dict[int, Callable[[int, FrameType | None], Any] | int | None] = {}

    @property
    def holds(self) -> bool:
        """Whether the frame is shown and nobody else has the terminal yet."""
        return self._modes is not None

    def show(self, frame: str) -> None:
        """Takes the terminal and shows a frame, in codes; nothing where the terminal is not ours to take."""
        keys = sys.__stdin__.fileno() if sys.__stdin__ else -1
        try:
            if os.tcgetpgrp(keys) != os.getpgrp():
                return
            self._modes = termios.tcgetattr(keys)
            self._size = os.get_terminal_size(keys)
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
                if signal.getsignal(number) is not signal.SIG_IGN:
                    self._before[number] = signal.signal(number, _leave)
            termios.tcsetattr(keys, termios.TCSANOW, _raw(self._modes))
        except (OSError, termios.error):
            self._modes = None
        else:
            _write(f"{ENTER}\x1b[?25l\x1b[?7l{self.shadow.differing(frame)}")

    def hand_over(self) -> list[Any] | None:
        """The modes the terminal was found in; None where it was not taken here, or has been handed over.

        From here on whoever has it says when it has another size.
        """
        modes, self._modes = self._modes, None
        if modes is not None and not self._has_its_size():
            self.shadow.forget()
        return modes

    def _has_its_size(self) -> bool:
        try:
            return os.get_terminal_size(sys.__stdin__.fileno() if sys.__stdin__ else -1) == self._size
        except OSError:  # it is gone
            return False

    def end(self) -> None:
        """Puts everything back, unless it has been handed over."""
        modes = self.hand_over()
        if modes is None:
            return
        with suppress(OSError, termios.error):  # it may be gone
            _write(_LEAVE)
            termios.tcsetattr(sys.__stdin__ or 0, termios.TCSANOW, modes)
        for number, before in self._before.items():
            signal.signal(number, before)


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _raw(modes: list[Any]) -> list[Any]:
    """As Textual sets them: no echo, no lines, no keys that send signals."""
    raw = [*modes]
    raw[tty.LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    raw[tty.IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    raw[tty.CC] = [*modes[tty.CC]]
    raw[tty.CC][termios.VMIN] = 1
    return raw


def _write(codes: str) -> None:
    if sys.__stderr__:
        sys.__stderr__.write(codes)
        sys.__stderr__.flush()

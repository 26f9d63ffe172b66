"""Textual's driver, guarded against what the far end of a line can do: hang up, stall, or send what is no key."""

import os
import signal
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from io import TextIOWrapper
from select import select
from threading import Thread, Timer
from time import monotonic
from types import FrameType
from typing import Any, Protocol, cast

from textual import events
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers import _writer_thread
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from planner.tui.terminal.opening import ENTER, Opening
from planner.tui.terminal.outlet import Outlet

GRACE_SECONDS = 2.0
"""How long the app may take to leave when it has to: shutting down can wait for ever on a dead terminal."""
FLUSH_SECONDS = 0.3
"""How long the codes that restore the terminal then may take to reach it."""
CLEAR = "\x1b[m\x1b[2J"
"""Before leaving the alternate screen: of one that grew, tmux would put the rows among those of the shell."""

# No limit: the app would stop at the next write while the line stalls, and no key would reach it.
_writer_thread.MAX_QUEUED_WRITES = 0  # type: ignore[misc]


class Leaver(Protocol):
    """What the driver asks of its app. `opening` is what had the terminal before it."""

    opening: Opening

    def on_hangup(self, number: int) -> None:
        """The terminal is gone, or the process was told to end, by this signal: keep what must be kept, and leave."""


class GuardedDriver(LinuxDriver):
    """Restores the terminal whatever ends the program, and sleeps while nothing happens."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._leaver = cast("Leaver", app)
        self._shadow = self._leaver.opening.shadow
        outlet = Outlet(cast("TextIOWrapper", self._file), self._report, self._shadow.forget)
        self._file = cast("TextIOWrapper", outlet)
        self._begun = ""
        self._leaving = False
        self._is_reading = False
        self._is_gone = False
        self._context = copy_context()
        self._parser = XTermParser()
        self._woken, self._wake = os.pipe()
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self.hang_up)

    def hang_up(self, number: int, _frame: FrameType | None = None) -> None:
        """Leaves by way of the app, which may keep things first, or without it when it takes too long."""
        if not self._loop.is_running():
            raise SystemExit(128 + number)
        if self._leaving:
            return
        self._leaving = True
        hard_exit = Timer(GRACE_SECONDS, self._exit_hard, (128 + number,))
        hard_exit.daemon = True
        hard_exit.start()
        self._loop.call_soon_threadsafe(self._leaver.on_hangup, number, context=self._context)

    def _exit_hard(self, code: int) -> None:
        try:
            self._disable_mouse_support()
            self.stop_application_mode()
            closing = Thread(target=self.close, daemon=True)
            closing.start()
            closing.join(FLUSH_SECONDS)
        finally:
            os._exit(code)

    def _sigcont_application(self, *_: object) -> None:
        if not self._leaving:  # told to end while suspended: there is nothing to draw for
            super()._sigcont_application()

    @property
    def has_input(self) -> bool:
        """Whether something was typed that has not been passed on yet. False once the terminal is gone, or not ours."""
        try:
            waits = bool(select((self.fileno,), (), (), 0)[0])
        except (OSError, ValueError):
            waits = False
        # In this order: what is no longer there to be read is being read, or was passed on.
        return self._has_terminal and not self._is_gone and (waits or self._is_reading)

    def write(self, data: str) -> None:
        """What differs from what is shown, and when there is such a thing, that it is to be shown at once.

        Nothing while the shell keeps the terminal to itself, as for a program it started in the background.
        """
        if self._writer_thread is None or (data == ENTER and self._leaver.opening.holds):
            return
        if data == SYNC_START:
            self._begun = data
            return
        differing = "" if data == SYNC_END and self._begun else self._shadow.differing(data)
        if differing:
            super().write(self._begun + differing)
        if differing or data == SYNC_END:
            self._begun = ""

    def start_application_mode(self) -> None:
        super().start_application_mode()  # type: ignore[no-untyped-call]
        resized = signal.getsignal(signal.SIGWINCH)
        if callable(resized):
            signal.signal(signal.SIGWINCH, partial(self._resized, resized))
        if self._has_terminal:
            found = self._leaver.opening.hand_over()
            self.attrs_before = found or self.attrs_before

    def _resized(self, tell: Callable[[int, FrameType | None], Any], number: int, _frame: FrameType | None) -> None:
        """What becomes of what is shown, each terminal decides for itself.

        The size is asked for in turn: one signal may come while that before it is handled, and the older size be told last.
        """
        self._shadow.forget()
        self._loop.call_soon_threadsafe(tell, number, None, context=self._context)

    def stop_application_mode(self) -> None:
        if self._has_terminal:
            self.write(CLEAR)
            super().stop_application_mode()
            self.attrs_before = None

    def disable_input(self) -> None:
        if self._has_terminal:
            os.write(self._wake, b"!")
            super().disable_input()
            os.read(self._woken, 1)

    @property
    def _has_terminal(self) -> bool:
        """Whether its modes are ours. While suspended they are the shell's, and whoever touches them is stopped."""
        return self.attrs_before is not None

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - a bug, to be handled as one where the app runs
            self._report(error)

    def _report(self, error: Exception) -> None:
        """The bug of a thread; nobody is there any more to be told once the app has ended."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)  # noqa: SLF001

    def run_input_thread(self) -> None:
        """Passes on what is typed. Waits without a limit, unless for the rest of what began with an escape."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            due = self._parser._timeout_time  # noqa: SLF001
            ready, _, _ = select((self.fileno, self._woken), (), (), None if due is None else max(0, due - monotonic()))
            if self.fileno in ready:
                self._is_reading = True
                data = self._read()
                if not data:
                    self._is_gone = True
                    self.hang_up(signal.SIGHUP)
                    return
                # One at a time, so that one that is not understood takes no other along.
                for character in decode(data):
                    self._pass_on(self._parser.feed(character))
                self._is_reading = False
            self._pass_on(self._parser.tick())

    def _read(self) -> bytes:
        """What was typed; nothing when the terminal is gone."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in self._understood(messages):
            # A new size comes by signal; nobody asked for one among the keys.
            if not isinstance(message, events.Resize):
                self.process_message(message)

    def _understood(self, messages: Iterable[Message]) -> Iterator[Message]:
        try:
            yield from messages
        except (ValueError, ArithmeticError):
            # The code of a key, or a place of the mouse, that can't be.
            self._parser = XTermParser()

    def _enable_mouse_support(self) -> None:
        # Clicks, the wheel, and motion with a button held; each motion without one would cost an answer.
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1002h\x1b[?1006h")

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.write("\x1b[?1006l\x1b[?1002l\x1b[?1000l")

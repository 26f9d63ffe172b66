"""What every app of the program stands on: a terminal that is left as it was found, and sees no harmful character."""

import asyncio
import gc
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import Context
from functools import partial
from time import monotonic
from typing import Any, ClassVar, Self, TypeVar

from rich.console import Group, RenderableType
from rich.control import Control
from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Resize
from textual.filter import LineFilter
from textual.geometry import Size
from textual.screen import Screen
from textual.worker import WorkerFailed

from planner.domain.errors import PlannerError
from planner.domain.text import harmless
from planner.planning.ports import ReportCrash
from planner.tui.bindings import bindings
from planner.tui.colourless import Colourless
from planner.tui.commands import ANYWHERE
from planner.tui.harmless import Harmless
from planner.tui.in_turn import KeysInTurn
from planner.tui.terminal.driver import GuardedDriver
from planner.tui.terminal.environment import Terminal
from planner.tui.terminal.opening import Opening

R = TypeVar("R")

LAST_KEYS_SECONDS = 1.5
"""How long what was typed before the end may take to be acted on; the driver ends a program that takes much longer."""
LOOK_AGAIN_SECONDS = 0.01
ON_THE_WAY_SECONDS = 0.1
"""How long keys may take from the far end of the line to where they are read, though the signal came at once."""


LEAST_SIZE = (20, 5)
"""Columns and lines below which nothing can be read."""


class GuardedApp(KeysInTurn):
    """An app that survives its terminal, and whose bugs are written to a file, not to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", show=False),
        *bindings(ANYWHERE),
    ]

    def __init__(
        self,
        report_crash: ReportCrash,
        terminal: Terminal = Terminal(),  # noqa: B008 - frozen
        opening: Opening | None = None,
    ) -> None:
        super().__init__(driver_class=GuardedDriver)
        self.opening = opening or Opening(terminal)
        self.animation_level = "none"
        self.terminal = terminal
        self._report_crash = report_crash
        self._last_words = ""
        self._painted_in: Size | None = None
        gate = Harmless(ascii_only=not terminal.utf8)
        self._gates: tuple[LineFilter, ...] = (Colourless(), gate) if self.no_color else (gate,)

    def call_from_thread(self, callback: Callable[..., R | Awaitable[R]], *args: object, **kwargs: object) -> R:
        """As Textual's own, but in a context that does not know the work the thread does.

        A timer that is begun there, and may run for a day, would hold it with the screen it was done for.
        """
        return Context().run(partial(super().call_from_thread, callback, *args, **kwargs))

    def run_guarded(self) -> int:
        """Runs until the person leaves, and returns the exit code: 1 after a bug, told in one sentence on stderr."""
        try:
            self.run(mouse=self.terminal.mouse)
        except Exception as error:  # noqa: BLE001 - a traceback could show what belongs to the person
            self._handle_exception(error)
        if self._last_words:
            with suppress(OSError):  # nobody is there any more to be told
                sys.stderr.write(self._last_words)
        # Python's last collection would keep the person waiting longer than all else, to free what ends anyway.
        gc.freeze()
        return self.return_code or 0

    def on_hangup(self, number: int) -> None:
        """The terminal is gone, or the process was told to end, by this signal: leaves, with a shell's code for it.

        What was typed before is acted on first, as far as that takes no longer than LAST_KEYS_SECONDS.
        """
        self.put_by()
        until = monotonic() + LAST_KEYS_SECONDS
        self.set_timer(ON_THE_WAY_SECONDS, partial(self._leave_after_last_keys, 128 + number, until))

    def _leave_after_last_keys(self, code: int, until: float) -> None:
        if self._has_keys_to_come() and monotonic() < until:
            self.set_timer(LOOK_AGAIN_SECONDS, partial(self._leave_after_last_keys, code, until))
        else:
            self.put_by()
            self.exit(return_code=code)

    def _has_keys_to_come(self) -> bool:
        return (isinstance(self._driver, GuardedDriver) and self._driver.has_input) or self.has_keys_waiting

    def put_by(self) -> None:
        """Keeps what must outlast the end of the program; called more than once."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), *self._gates]

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """In a terminal too small for any screen draws the one word that helps; the screens live on below it.

        A terminal has its new size before the screens know: what they painted meanwhile may stand anywhere.
        """
        if screen.outer_size != self._painted_in:
            if self._painted_in:
                self.opening.shadow.forget()
            self._painted_in = screen.outer_size
        if renderable is not None and (self.size.width < LEAST_SIZE[0] or self.size.height < LEAST_SIZE[1]):
            renderable = Group(Control.clear(), Control.home(), Text("enlarge"[: self.size.width], end=""))
        super()._display(screen, renderable)

    def action_suspend_process(self) -> None:
        """Nothing while the person types, and means to take back a word."""
        if not (self.focused and self.focused.check_consume_key("z", "z")):
            super().action_suspend_process()

    def action_redraw(self) -> None:
        """Paints all anew, for when something else has written on the screen."""
        self.opening.shadow.forget()
        self._draw_again()

    def _set_pointer_shape(self, shape: str) -> None:
        """Says nothing to a terminal that keeps its mouse to itself."""
        if self.terminal.mouse:
            super()._set_pointer_shape(shape)

    def refresh(self, *, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As Textual's own. It is called with `layout` each time a screen is gone, when the one below is painted already."""
        return super().refresh(repaint=repaint and not layout, layout=layout, recompose=recompose)

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's own
        """As Textual's own. As long as there is no screen it only takes the colours: the first one has all parsed anyway."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_resize(self, resize: Resize) -> None:
        """Beside Textual's own, to which a size that it had is nothing new: of another in between the rows are lost."""
        if resize.size == self._painted_in:
            self._draw_again()

    @contextmanager
    def suspend(self) -> Iterator[None]:
        with super().suspend():
            yield
        self._draw_again()

    @on(Driver.SignalResume)
    def _draw_again(self) -> None:
        """The whole screen, with what lies below a panel: after another program had it, none of it is there."""
        self.screen.refresh(layout=True)
        whole = self.screen._compositor.render_update(full=True, screen_stack=self._background_screens)  # noqa: SLF001
        self._display(self.screen, whole)

    def _handle_exception(self, error: Exception) -> None:
        if not self._last_words:
            self._last_words = self._told(error.error if isinstance(error, WorkerFailed) else error)
        super()._handle_exception(error)

    def on_load(self) -> None:
        asyncio.get_running_loop().set_exception_handler(self._report_stray)

    def _report_stray(self, _loop: asyncio.AbstractEventLoop, found: dict[str, Any]) -> None:
        """Of a task that nobody waits for. Python's own handler prints what it held."""
        error = found.get("exception")
        if error:
            with suppress(Exception):  # or it would be printed, with what both hold
                self._report_crash(error)

    def _fatal_error(self) -> None:
        # Textual's own prints the values of all variables.
        self._close_messages_no_wait()

    def _told(self, error: BaseException) -> str:
        try:
            where = f"what it was doing, without anything of yours, is in {self._report_crash(error)}"
        except OSError as trouble:
            where = f"where it happened could not be written down ({trouble.strerror})"
        except PlannerError as trouble:
            where = f"where it happened could not be written down: {trouble.sentence.rstrip('.')}"
        except Exception:  # noqa: BLE001 - whatever is wrong with the report, what was held is told to nobody
            where = "where it happened could not be written down"
        return harmless(f"planner met a bug of its own ({type(error).__name__}) and stopped; {where}.") + "\n"

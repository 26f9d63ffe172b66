"""What every app of the program stands on: a terminal that is left as it was found, and sees no harmful character."""

import gc
import sys
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import LineFilter
from textual.worker import WorkerFailed

from planner.domain.text import harmless
from planner.planning.ports import ReportCrash
from planner.tui.colourless import Colourless
from planner.tui.harmless import Harmless
from planner.tui.in_turn import KeysInTurn
from planner.tui.terminal.driver import GuardedDriver
from planner.tui.terminal.environment import Terminal


class GuardedApp(KeysInTurn):
    """An app that survives its terminal, and whose bugs are written to a file, not to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False)]

    def __init__(self, report_crash: ReportCrash, terminal: Terminal = Terminal()) -> None:  # noqa: B008 - frozen
        super().__init__(driver_class=GuardedDriver)
        self.animation_level = "none"
        self._terminal = terminal
        self._report_crash = report_crash
        self._last_words = ""
        gate = Harmless(ascii_only=not terminal.utf8)
        self._gates: tuple[LineFilter, ...] = (Colourless(), gate) if self.no_color else (gate,)

    def run_guarded(self) -> int:
        """Runs until the person leaves, and returns the exit code: 1 after a bug, told in one sentence on stderr."""
        try:
            self.run(mouse=self._terminal.mouse)
        except Exception as error:  # noqa: BLE001 - a traceback could show what belongs to the person
            self._handle_exception(error)
        if self._last_words:
            sys.stderr.write(self._last_words)
        # Python's last collection would keep the person waiting longer than all else, to free what ends anyway.
        gc.freeze()
        return self.return_code or 0

    def on_hangup(self, number: int) -> None:
        """The terminal is gone, or the process was told to end, by this signal: leaves, with a shell's code for it."""
        self.exit(return_code=128 + number)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), *self._gates]

    def action_suspend_process(self) -> None:
        """Nothing while the person types, and means to take back a word."""
        if not (self.focused and self.focused.check_consume_key("z", "z")):
            super().action_suspend_process()

    @on(Driver.SignalResume)
    def _draw_again(self) -> None:
        self.refresh(layout=True)

    def _handle_exception(self, error: Exception) -> None:
        if not self._last_words:
            self._last_words = self._told(error.error if isinstance(error, WorkerFailed) else error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # Textual's own prints the values of all variables.
        self._close_messages_no_wait()

    def _told(self, error: BaseException) -> str:
        try:
            where = f"what it was doing, without anything of yours, is in {self._report_crash(error)}"
        except OSError as trouble:
            where = f"where it happened could not be written down ({trouble.strerror})"
        return harmless(f"planner met a bug of its own ({type(error).__name__}) and stopped; {where}.") + "\n"

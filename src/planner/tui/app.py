"""The app: holds the Planner, opens the first screen, and carries out changes. What screens do is theirs."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import ClassVar, TypeVar

from textual.screen import Screen

from planner.domain.errors import PlannerError
from planner.planning.planner import Planner
from planner.planning.ports import ReportCrash
from planner.tui.guarded_app import GuardedApp
from planner.tui.palette import Commands
from planner.tui.screens.board import BoardScreen
from planner.tui.terminal.environment import Terminal
from planner.tui.theme import DARK

R = TypeVar("R")
V = TypeVar("V")

WATCH_SECONDS = 2.0
"""How often the file is looked at for another session's changes: one stat each time."""


class PlannerApp(GuardedApp):
    """The screen side of the program. `demo` shows that the interviews are made up."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", *sorted(Path(__file__).parent.glob("screens/*.tcss"))]
    COMMANDS = {Commands}  # noqa: RUF012 - Textual's own declaration
    TITLE = "planner"
    ESCAPE_TO_MINIMIZE = False

    def __init__(
        self,
        planner: Planner,
        report_crash: ReportCrash,
        terminal: Terminal = Terminal(),  # noqa: B008 - frozen
        *,
        demo: bool = False,
    ) -> None:
        super().__init__(report_crash, terminal)
        self.planner = planner
        self.demo = demo
        self.drafts: dict[str, dict[str, str]] = {}
        self.register_theme(DARK)
        self.theme = DARK.name

    def on_mount(self) -> None:
        self.visit(BoardScreen())
        self.set_interval(WATCH_SECONDS, self._watch)

    def _watch(self) -> None:
        try:
            self.planner.refresh()
        except PlannerError as error:
            self.notify(error.sentence, markup=False)

    def visit(self, screen: Screen[V], then: Callable[[V | None], None] | None = None) -> None:
        """Opens a screen; `then` gets what it was left with. Not awaited: an action must not wait for its screen."""
        _ = self.push_screen(screen, then)

    def perform(self, change: Callable[[], R], then: Callable[[R], None], fail: Callable[[PlannerError], None]) -> None:
        """Carries out a change: `then` gets what came of it, `fail` what a person can mend."""
        try:
            outcome = change()
        except PlannerError as error:
            fail(error)
        else:
            then(outcome)

    def open_demo(self) -> None:
        """The demo in a program of its own, so that nothing of it can touch the person's file."""
        with self.suspend():
            subprocess.run([sys.executable, "-m", "planner", "demo"], check=False)

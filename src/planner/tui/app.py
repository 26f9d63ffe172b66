"""The app: holds the Planner, opens the first screen, and carries out changes. What screens do is theirs."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property, partial
from threading import current_thread
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.console import RenderableType
from textual.screen import Screen

from planner.domain.errors import Busy, PlannerError
from planner.planning.planner import Planner
from planner.planning.ports import ReportCrash
from planner.planning.reminders import Openings, in_brief
from planner.planning.saving import without_waiting
from planner.planning.terminals import notice
from planner.tui.commands import COMMANDS, TIMELINE, Command
from planner.tui.guarded_app import GuardedApp
from planner.tui.keymap import own_commands
from planner.tui.palette import Commands
from planner.tui.palettes import palette_for
from planner.tui.screens.acting import ActingScreen
from planner.tui.screens.board import BoardScreen
from planner.tui.terminal.environment import Terminal
from planner.tui.terminal.opening import Opening
from planner.tui.theme import STYLES, dress
from planner.tui.unsaved import Unsaved

if TYPE_CHECKING:
    from planner.planning.restoring import Restoring
    from planner.tui.house import House
    from planner.tui.typed import Typed

R = TypeVar("R")
V = TypeVar("V")

WATCH_SECONDS = 2.0
"""How often the file is looked at for another session's changes: one stat each time."""


class PlannerApp(GuardedApp):
    """The screen side of the program. `demo` shows that the interviews are made up.

    `restoring` gives the way back to earlier versions; None where there are none to go back to.
    """

    keys: Mapping[str, str]
    CSS_PATH: ClassVar = STYLES
    COMMANDS = {Commands}  # noqa: RUF012 - Textual's own declaration
    TITLE = "planner"
    ESCAPE_TO_MINIMIZE = False

    def __init__(
        self,
        planner: Planner,
        report_crash: ReportCrash,
        terminal: Terminal = Terminal(),  # noqa: B008 - frozen
        opening: Opening | None = None,
        *,
        demo: bool = False,
        restoring: Callable[[], "Restoring"] | None = None,
    ) -> None:
        super().__init__(report_crash, terminal, opening)
        self.planner = planner
        self.restoring = restoring
        self.demo = demo
        self.unsaved = Unsaved(planner.desk)
        self.board = BoardScreen()
        self._screen_thread = current_thread()
        self._trouble = ""
        self._openings = Openings()
        self._take_keys()
        dress(self, planner.settings.current.display.theme)

    def get_default_screen(self) -> BoardScreen:
        """The board is the first screen: a screen of Textual's own below it would be made and laid out for nothing."""
        return self.board

    def on_mount(self) -> None:
        if not self.planner.settings.current.policy.home_time_zone and not self.demo:
            from planner.tui.screens.first_start import FirstStartScreen

            self.visit(FirstStartScreen())
        self.set_interval(WATCH_SECONDS, self._watch)
        if not gc.isenabled():
            self.call_after_refresh(_settle)

    def _watch(self) -> None:
        """Looks for another session's changes. Trouble with the file is said once, not every two seconds."""
        try:
            self.planner.refresh()
        except PlannerError as error:
            if error.sentence != self._trouble and isinstance(self.screen, ActingScreen):
                self._trouble = error.sentence
                self.screen.fail(error)
        else:
            self._trouble = ""
        self._keep_place()
        self._tell_what_opened()

    def _tell_what_opened(self) -> None:
        """Where the person wants it, has the terminal say what the clock has opened."""
        if self.planner.settings.current.display.notices == "on" and self._driver:
            opened = self._openings.since(self.planner)
            if opened:
                self._driver.write(notice("planner", in_brief(opened), os.environ))

    def _keep_place(self) -> None:
        """The board opens again where it was left; that it can't be kept is no trouble worth a word."""
        place = self.board.place
        if place and place != self.planner.desk.place:
            with suppress(PlannerError):
                self.planner.desk.leave_at(place)

    def put_by(self) -> None:
        """Keeps what stands in an open form, and the place on the board."""
        keep_typing = getattr(self.screen, "keep_typing", None)
        if keep_typing:
            keep_typing()
        self._keep_place()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        self._keep_place()
        super().exit(result, return_code, message)

    @cached_property
    def typed(self) -> "Typed":
        """What was typed for letters; all that has to do with letters is loaded when the first is opened."""
        from planner.tui.typed import Typed

        return Typed(self.unsaved)

    def _take_keys(self) -> None:
        self.commands = own_commands(self.planner.settings.current.keys, self.planner.settings.source)
        self.keys = {command.id: command.key for command in self.commands}
        # Textual goes through the keymap for every key that is pressed: it need not know what is as delivered.
        self.set_keymap(
            {own.id: own.keys for own, delivered in zip(self.commands, COMMANDS, strict=True) if own != delivered}
        )

    def take_settings(self) -> None:
        """Puts settings that were just changed to use; what needs another start waits for it."""
        self._take_keys()
        wished = self.planner.settings.current.display.theme
        self.theme = palette_for(wished, self.console.color_system).name

    def of_room(self, room: str) -> list[Command]:
        """The commands of one screen, or of lists, with the person's own keys."""
        return [command for command in self.commands if room in command.rooms]

    def visit(self, screen: Screen[V], then: Callable[[V | None], None] | None = None) -> None:
        """Opens a screen; `then` gets what it was left with. Not awaited: an action must not wait for its screen."""
        _ = self.push_screen(screen, then)

    def turn_to(self, room: str) -> None:
        """Shows the timeline or the insights above the board, in place of what is there."""
        screen: Screen[None]
        if room == TIMELINE:
            from planner.tui.screens.timeline import TimelineScreen

            screen = TimelineScreen()
        else:
            from planner.tui.screens.insights import InsightsScreen

            screen = InsightsScreen()
        if self.screen is self.board:
            self.visit(screen)
        else:
            _ = self.switch_screen(screen)

    def open_settings(self) -> None:
        """Opens the settings above what is there."""
        from planner.tui.screens.settings import SettingsScreen

        self.visit(SettingsScreen())

    def write_to_them(self, number: int, days: int, person: str) -> None:
        """Opens the letters of an interview, `days` ahead of now; those to `person` first, if named."""
        from planner.tui.screens.letter import LetterScreen

        self.visit(LetterScreen(number, days, person))

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """As the planner's own, but `listener` is called on the screen's thread, whichever made the change."""

        def heard() -> None:
            if current_thread() is self._screen_thread:
                listener()
            else:
                self.call_from_thread(listener)

        return self.planner.listen(heard)

    def perform(self, change: Callable[[], R], then: Callable[[R], None], fail: Callable[[PlannerError], None]) -> None:
        """Carries out a change: `then` gets what came of it, `fail` what a person can mend.

        The lock is tried without waiting; while another session writes, a thread waits for it and the screen lives.
        """
        try:
            with without_waiting():
                outcome = change()
        except Busy:
            self.run_worker(partial(self._wait_and_perform, change, then, fail), thread=True)
        except PlannerError as error:
            fail(error)
        else:
            then(outcome)

    def _wait_and_perform(
        self,
        change: Callable[[], R],
        then: Callable[[R], None],
        fail: Callable[[PlannerError], None],
    ) -> None:
        try:
            outcome = change()
        except PlannerError as error:
            self.call_from_thread(fail, error)
        else:
            self.call_from_thread(then, outcome)

    def open_demo(self) -> None:
        """The demo in a program of its own, so that nothing of it can touch the person's file."""
        with self.suspend():
            subprocess.run([sys.executable, "-m", "planner", "demo"], check=False)


if TYPE_CHECKING:

    def _is_what_screens_know(app: PlannerApp) -> House:
        return app


def _settle() -> None:
    """Has the collector work from now on, and leave alone what the program is made of."""
    gc.freeze()
    gc.enable()

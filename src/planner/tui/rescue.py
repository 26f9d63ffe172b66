"""Where the data file can't be opened: the backups, any of which may take its place, before there is a board."""

from typing import ClassVar, NamedTuple

from planner.domain.errors import PlannerError
from planner.planning.outcomes import Done
from planner.planning.ports import ReportCrash
from planner.planning.restoring import Restoring
from planner.planning.settings import Display
from planner.tui.guarded_app import GuardedApp
from planner.tui.screens.backups import BackupsScreen
from planner.tui.terminal.environment import Terminal
from planner.tui.theme import STYLES, dress


class Rescue(NamedTuple):
    """How it ended: the exit code, and what was done. With another code than 0 the program is to end."""

    code: int
    sentence: str = ""


class RescueApp(GuardedApp):
    """Shows the backups and the `trouble` with the file; it ends once one is restored, or the person leaves."""

    CSS_PATH: ClassVar = STYLES
    TITLE = "planner"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        restoring: Restoring,
        trouble: PlannerError,
        report_crash: ReportCrash,
        display: Display,
        terminal: Terminal = Terminal(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__(report_crash, terminal)
        self.done: Done | None = None
        self._restoring = restoring
        self._trouble = trouble
        dress(self, display.theme)

    def on_mount(self) -> None:
        _ = self.push_screen(BackupsScreen(self._restoring, self._trouble.sentence), self._left)

    def _left(self, done: Done | None) -> None:
        self.done = done
        self.exit()


def rescued(
    restoring: Restoring, trouble: PlannerError, report_crash: ReportCrash, display: Display, terminal: Terminal
) -> Rescue:
    """Offers the backups. Raises `trouble` where none can be opened, and when the person leaves the file as it is."""
    if all(version.trouble for version in restoring.each()):
        raise trouble
    app = RescueApp(restoring, trouble, report_crash, display, terminal)
    code = app.run_guarded()
    if code:
        return Rescue(code)
    if app.done is None:
        raise trouble
    return Rescue(0, app.done.sentence)

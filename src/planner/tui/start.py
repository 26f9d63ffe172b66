"""How the screen is started: the terminal is looked at first, since Textual reads the environment as it is imported."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.domain.errors import PlannerError
from planner.planning.planner import Planner
from planner.planning.ports import ReportCrash
from planner.planning.settings import Display
from planner.tui.terminal.environment import prepare

if TYPE_CHECKING:
    from planner.planning.restoring import Restoring
    from planner.tui.rescue import Rescue


def run(
    planner: Planner,
    report_crash: ReportCrash,
    *,
    demo: bool = False,
    restoring: "Callable[[], Restoring] | None" = None,
) -> int:
    """Opens the board, and returns the exit code once it is left. `demo` says that nothing of it is kept.

    `restoring` gives the way back to earlier versions of the data file.
    """
    terminal = prepare(os.environ, planner.settings.current.display)
    from planner.tui.app import PlannerApp

    return PlannerApp(planner, report_crash, terminal, demo=demo, restoring=restoring).run_guarded()


def rescue(restoring: "Restoring", trouble: PlannerError, report_crash: ReportCrash, display: Display) -> "Rescue":
    """Offers the backups in place of a data file that can't be opened, as `trouble` says.

    Raises `trouble` when there is none that can be, or the person leaves the file as it is.
    """
    terminal = prepare(os.environ, display)
    from planner.tui.rescue import rescued

    return rescued(restoring, trouble, report_crash, display, terminal)

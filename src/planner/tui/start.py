"""How the screen is started: the terminal is looked at first, since Textual reads the environment as it is imported."""

import gc
import os
from collections.abc import Callable
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from planner.domain.errors import PlannerError
from planner.planning.planner import Planner
from planner.planning.ports import ReportCrash
from planner.planning.settings import Display
from planner.tui.first_frame import first_frame
from planner.tui.painted import painted
from planner.tui.palettes import palette_for
from planner.tui.terminal.environment import Terminal, prepare
from planner.tui.terminal.opening import Opening

if TYPE_CHECKING:
    from planner.planning.restoring import Restoring
    from planner.tui.rescue import Rescue

SMALLEST = (40, 12)
"""Columns and rows of the smallest terminal on which the board can be read."""


def run(
    planner: Planner,
    report_crash: ReportCrash,
    *,
    demo: bool = False,
    restoring: "Callable[[], Restoring] | None" = None,
) -> int:
    """Opens the board, and returns the exit code once it is left. `demo` says that nothing of it is kept.

    `restoring` gives the way back to earlier versions of the data file. Raises SystemExit where a signal ends it before
    there is anything to lose.
    """
    terminal = prepare(os.environ, planner.settings.current.display)
    opening = Opening(terminal)
    gc.disable()  # what is loaded from here on stays; the app lets the collector work again once it stands
    try:
        width, height = get_terminal_size()
        asks_first = not (demo or planner.settings.current.policy.home_time_zone)
        if not asks_first and width >= SMALLEST[0] and height >= SMALLEST[1]:
            opening.show(_first_frame(planner, terminal, width, height, demo=demo))
        from planner.tui.app import PlannerApp

        app = PlannerApp(planner, report_crash, terminal, opening, demo=demo, restoring=restoring)
        return app.run_guarded()
    finally:
        gc.enable()
        opening.end()


def _first_frame(planner: Planner, terminal: Terminal, width: int, height: int, *, demo: bool) -> str:
    palette = palette_for(planner.settings.current.display.theme, terminal.colours)
    frame = first_frame(planner, planner.desk.place, width, height, demo=demo)
    return painted(frame, palette, terminal.colours, utf8=terminal.utf8)


def rescue(restoring: "Restoring", trouble: PlannerError, report_crash: ReportCrash, display: Display) -> "Rescue":
    """Offers the backups in place of a data file that can't be opened, as `trouble` says.

    Raises `trouble` when there is none that can be, or the person leaves the file as it is.
    """
    terminal = prepare(os.environ, display)
    from planner.tui.rescue import rescued

    return rescued(restoring, trouble, report_crash, display, terminal)

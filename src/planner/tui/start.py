"""How the screen is started: the terminal is looked at first, since Textual reads the environment as it is imported."""

import os

from planner.planning.planner import Planner
from planner.planning.ports import ReportCrash
from planner.tui.terminal.environment import prepare


def run(planner: Planner, report_crash: ReportCrash, *, demo: bool = False) -> int:
    """Opens the board, and returns the exit code once it is left. `demo` says that nothing of it is kept."""
    terminal = prepare(os.environ, planner.settings.current.display)
    from planner.tui.app import PlannerApp

    return PlannerApp(planner, report_crash, terminal, demo=demo).run_guarded()

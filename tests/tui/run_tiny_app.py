"""Runs the tiny app in the terminal it is started in, prepared as the program is."""

import os
import sys

from planner.planning.settings import Display
from planner.tui.terminal.environment import prepare


def main() -> int:
    terminal = prepare(os.environ, Display())
    from tests.tui.tiny_app import TinyApp

    return TinyApp(terminal).run_guarded()


if __name__ == "__main__":
    sys.exit(main())

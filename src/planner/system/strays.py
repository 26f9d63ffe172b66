"""Errors that nobody catches, of a thread or of something thrown away: Python would print them with what they hold."""

import sys
import threading
from collections.abc import Callable


def hand_to(report: Callable[[BaseException], object]) -> None:
    """From now on such errors go to `report`, and nowhere else."""

    def of_what_is_thrown_away(stray: "sys.UnraisableHookArgs") -> None:
        if stray.exc_value is not None:
            report(stray.exc_value)

    def of_a_thread(stray: threading.ExceptHookArgs) -> None:
        if stray.exc_value is not None and not isinstance(stray.exc_value, SystemExit):
            report(stray.exc_value)

    sys.unraisablehook = of_what_is_thrown_away
    threading.excepthook = of_a_thread

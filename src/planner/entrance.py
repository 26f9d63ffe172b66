"""The way in: a command, or without one the board. Imports only what it needs, when it needs it."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from planner.cli.console import Console, OutputLost, console
from planner.cli.exits import Exit, exit_of
from planner.cli.parser import Asked, read
from planner.domain.errors import BadInput, PlannerError, Unreadable


def main(argv: Sequence[str], question: str = "") -> int:
    """Runs one command line and returns its exit code; what answers a prompt's `question` is remembered."""
    _prepare_streams()
    try:
        return _run(argv, question)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED.value
    except OutputLost:
        # Where errors are told is gone too, as when the terminal was closed: there is nobody to tell.
        _let_go(sys.stdout, sys.stderr)
        return Exit.DATA_FILE.value
    except BrokenPipeError:
        # Whoever read has what they wanted, as with `| head`.
        _let_go(sys.stdout, sys.stderr)
        return Exit.FINE.value
    except Exception as bug:  # noqa: BLE001 - the last rim: a traceback would show what people wrote
        _report(bug)
        return Exit.BUG.value


def _run(argv: Sequence[str], question: str) -> int:
    talk = console("auto")
    try:
        asked = read(argv)
        talk = console(asked.options.color)
        if asked.command in ("", "demo"):
            return _board(asked)
        code = _command(asked, talk, question)
        talk.flush()
        return code
    except SystemExit as told:  # --help or --version has printed what it has to; or a signal came that ends the program
        talk.flush()
        return int(told.code or 0)
    except PlannerError as error:
        if isinstance(error, OutputLost):
            _let_go(sys.stdout)
        talk.tell(error)
        talk.flush()
        return exit_of(error).value


def _command(asked: Asked, talk: Console, question: str) -> int:
    from planner.bootstrap import Surroundings
    from planner.cli.main import run
    from planner.system.strays import hand_to

    hand_to(_report)
    return run(asked, Surroundings(asked.options, os.environ, question), talk).value


def _board(asked: Asked) -> int:
    if not _has_terminal():
        raise BadInput("The board needs a terminal.", "planner list shows the same without one.")
    from planner.bootstrap import Surroundings
    from planner.system.strays import hand_to
    from planner.tui.start import rescue, run

    hand_to(_report)
    surroundings = Surroundings(asked.options, os.environ)
    if asked.command == "demo":
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(prefix="planner-demo-") as folder:
            return run(surroundings.demo_planner(Path(folder)), _written_down, demo=True)
    try:
        planner = surroundings.lasting_planner()
    except Unreadable as trouble:
        backups = surroundings.restoring("the start")
        ended = rescue(backups, trouble, _written_down, surroundings.settings.current.display)
        if ended.code:
            return ended.code
        planner = surroundings.lasting_planner()
        planner.notices = (ended.sentence, *planner.notices)
    return run(planner, _written_down, restoring=lambda: surroundings.restoring(planner.session))


def _has_terminal() -> bool:
    """Whether there is one to read keys from and one to draw on, which can do more than print line after line."""
    streams = (sys.stdin, sys.stderr)
    return all(stream and stream.isatty() for stream in streams) and os.environ.get("TERM", "") not in ("", "dumb")


def _prepare_streams() -> None:
    """Sees to it that a closed stream's number goes to no file of ours, and that no character stops the output."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _let_go(*streams: TextIO | None) -> None:
    """Sends what is left in these streams nowhere, so that Python does not fail on it again when it ends."""
    for stream in filter(None, streams):
        with suppress(OSError, ValueError):  # one that stands in for it may have no number
            number = stream.fileno()
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, number)
            os.close(nowhere)


def _report(bug: BaseException) -> None:
    """One sentence to the person; what was held is told to nobody."""
    try:
        where = f"Where it happened is written in {_written_down(bug)}."
    except Exception:  # noqa: BLE001 - whatever is wrong with the report, what was held is told to nobody
        where = "No report of it could be written."
    sentence = f"planner: Something is wrong in the program itself ({type(bug).__name__})."
    try:
        talk = console("auto")
        talk.say(f"{sentence} {where}")
        talk.flush()
    except Exception:  # noqa: BLE001 - the bug may be in what tells of it
        with suppress(Exception):
            sys.stderr.write(f"{sentence}\n")


def _written_down(bug: BaseException) -> Path:
    """The report of a bug, in the folder for logs. Raises OSError or BadInput where there can be none."""
    from planner.system.clock import system_clock
    from planner.system.logs import record_crash
    from planner.system.paths import state_folder

    return record_crash(bug, state_folder(os.environ) / "logs", system_clock())

"""Reads a command line. Only the parser of the command asked for is built; nothing of the program is loaded for it."""

import argparse
import sys
from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from planner import __version__
from planner.cli.arguments import GROUPS, SPECS
from planner.cli.console import columns_of
from planner.domain.errors import BadInput

_TAKE_A_VALUE = ("--data", "--config", "--at", "--color")
HELP = "help"
"""`planner help COMMAND` is `planner COMMAND --help`."""
_INDENT = 2
DESCRIPTION = "What may I do today after a job interview, for whom, and if not yet, when and why?"
EPILOG = """\
ID is the number in the list, or the beginning of the company's name. WHEN and dates are written like
2026-12-04 14:00, today, tomorrow 14:00, fri, next week, +7d, 4 Dec. Without a command the board opens.
planner help COMMAND says more of each."""


class Options(NamedTuple):
    """What every command takes; "" where it was not given."""

    data: str = ""
    config: str = ""
    at: str = ""
    json: bool = False
    color: str = "auto"


class Asked(NamedTuple):
    """A command line, read: `command` is "" for the board."""

    command: str
    options: Options
    arguments: argparse.Namespace


class Usage(BadInput):
    """The command line itself does not fit."""


class Parser(argparse.ArgumentParser):
    """Like its base, but what is wrong is raised, so that it is told like any other error."""

    def error(self, message: str) -> NoReturn:
        raise Usage(f"{message[:1].upper()}{message[1:]}.", f"{self.prog} --help says how to write it.")


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Like its base, which is made for every option, and would load all that packs archives to learn the width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=columns_of(sys.stdout) - 2)


def read(argv: Sequence[str]) -> Asked:
    """The command with its options and arguments. Raises Usage; SystemExit after --help and --version."""
    place = place_of_command(argv)
    if place is None:
        return _asked("", top().parse_args(argv))
    command = argv[place]
    if command == HELP:
        return read([*argv[place + 1 : place + 2], "--help"])
    if command not in SPECS:
        import difflib

        near = difflib.get_close_matches(command, SPECS, n=1)
        hint = f"Did you mean {near[0]}?" if near else "planner --help lists the commands."
        raise Usage(f"There is no command “{command[:40]}”.", hint)
    # Intermixed, so that an option may stand between the words of a date or a note.
    return _asked(command, parser_of(command).parse_intermixed_args([*argv[:place], *argv[place + 1 :]]))


def parser_of(command: str) -> Parser:
    """The parser of one command, with the options that every command takes."""
    spec = SPECS[command]
    parser = Parser(
        prog=f"planner {command}",
        description=spec.help,
        epilog=spec.more or None,
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )
    spec.fill(parser)
    add_options(parser)
    return parser


def top() -> Parser:
    lines = []
    for title, commands in GROUPS.items():
        lines.append(f"{title}:")
        lines += [f"{'':{_INDENT}}{command:11}{SPECS[command].help}" for command in commands]
    parser = Parser(
        prog="planner",
        usage="planner [options] [COMMAND ...]",
        description="\n".join((DESCRIPTION, "", *lines)),
        epilog=EPILOG,
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )
    add_options(parser)
    return parser


def add_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("options of every command")
    group.add_argument("--data", metavar="FILE", default="", help="the data file to use")
    group.add_argument("--config", metavar="FILE", default="", help="the config file to use")
    group.add_argument("--at", metavar="WHEN", default="", help="take WHEN as now")
    group.add_argument("--json", action="store_true", help="print for programs")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="auto: on a terminal")
    group.add_argument("--version", action="version", version=f"planner {__version__}")


def place_of_command(argv: Sequence[str]) -> int | None:
    """Where the command stands: at the first word that is no option and no option's value."""
    place = 0
    while place < len(argv):
        if not argv[place].startswith("-"):
            return place
        place += 2 if argv[place] in _TAKE_A_VALUE else 1
    return None


def _asked(command: str, arguments: argparse.Namespace) -> Asked:
    given = {name: getattr(arguments, name) for name in Options._fields}
    return Asked(command, Options(**given), arguments)

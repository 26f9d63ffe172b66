"""The manual page, from the same words as the help.

`python -m planner.cli.man_page > src/planner/cli/planner.1` writes it anew.
"""

import re
import sys
from argparse import Action
from collections.abc import Iterator

from planner.cli.arguments import GROUPS, SPECS
from planner.cli.exits import Exit
from planner.cli.parser import DESCRIPTION, EPILOG, Parser, add_options, parser_of, top

_EXITS = {
    Exit.FINE: "All is well; also when nothing is due.",
    Exit.BUG: "A fault in the program itself; where it is written down is said.",
    Exit.USAGE: "The command line, or something given, does not fit.",
    Exit.NOT_FOUND: "No interview is called so, or more than one is.",
    Exit.DATA_FILE: "The data file: locked, unreadable, of a newer version, the disk is full; with doctor, something is wrong.",
    Exit.NOT_YET: "A rule says no; nothing was recorded.",
    Exit.DUE: "With due --check: something is due.",
    Exit.INTERRUPTED: "Stopped by ctrl+c.",
}
_FILES = {
    "$XDG_DATA_HOME/planner/planner.json": "The interviews, with backups in a folder beside it (~/.local/share).",
    "$XDG_CONFIG_HOME/planner/config.toml": "The settings (~/.config); planner config shows them.",
    "$XDG_CONFIG_HOME/planner/letters/": "Your own templates of letters.",
    "$XDG_STATE_HOME/planner/": "Unsaved typing, letters, what was told, reports of faults (~/.local/state).",
}
_VARIABLES = {
    "PLANNER_DATA, PLANNER_CONFIG": "The data file and the config file, unless --data and --config name them.",
    "NO_COLOR": "When it is not empty nothing is painted.",
    "LC_ALL, LC_CTYPE, LANG": "Without UTF-8 signs are drawn in ASCII.",
    "COLUMNS": "How wide lines may be.",
    "PLANNER_PLAIN_OUTPUT": "When it is not empty the board writes also what the screen shows already.",
    "VISUAL, EDITOR": "What opens letters and settings.",
}
# What a line of examples begins with, in the help of a command.
_EXAMPLE = "  "


def page() -> str:
    """The page in the man macros, which every reader of manuals knows."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield '.TH PLANNER 1 "" "planner" "User Commands"'
    yield ".SH NAME"
    yield _plain("planner - what may I do today after a job interview, and if not yet, when and why?")
    yield ".SH SYNOPSIS"
    yield _bold("planner") + " [" + _italic("options") + "]"
    yield ".br"
    yield _bold("planner") + " [" + _italic("options") + "] " + _italic("COMMAND") + " ..."
    yield ".SH DESCRIPTION"
    yield _plain(f"{DESCRIPTION} On the board, a screen of all interviews, ? shows the keys.")
    yield ".PP"
    yield _plain(EPILOG.replace("\n", " "))
    yield _plain("What stands in brackets behind an option is taken where the option is left out.")
    yield ".SH OPTIONS OF EVERY COMMAND"
    for action in _options(top(), shared=True):
        yield from _argument(action)
    for title, commands in GROUPS.items():
        yield f".SH COMMANDS: {_plain(title.upper())}"
        for command in commands:
            yield from _command(command)
    yield ".SH EXIT STATUS"
    for code, about in _EXITS.items():
        yield from _tagged(str(code.value), about)
    yield ".SH FILES"
    for path, about in _FILES.items():
        yield from _tagged(path, about)
    yield ".SH ENVIRONMENT"
    for names, about in _VARIABLES.items():
        yield from _tagged(names, about)


def _command(command: str) -> Iterator[str]:
    parser = parser_of(command)
    yield f".SS {_plain(_usage(parser))}"
    yield _plain(SPECS[command].help[:1].upper() + SPECS[command].help[1:] + ".")
    for action in (*_positionals(parser), *_options(parser, shared=False)):
        yield from _argument(action)
    if SPECS[command].more:
        yield ".PP"
        yield from _more(SPECS[command].more)


def _usage(parser: Parser) -> str:
    """The usage of a command without the options that every one takes."""
    bare = Parser(prog="", allow_abbrev=False)
    add_options(bare)
    of_all = _on_one_line(bare).removeprefix("[-h] ")
    return " ".join(_on_one_line(parser).replace("[-h] ", "").replace(of_all, "").split())


def _on_one_line(parser: Parser) -> str:
    return " ".join(parser.format_usage().split()).removeprefix("usage: ")


def _positionals(parser: Parser) -> list[Action]:
    return [action for action in parser._actions if not action.option_strings]  # noqa: SLF001


def _options(parser: Parser, *, shared: bool) -> list[Action]:
    of_all = {action.dest for action in top()._actions}  # noqa: SLF001
    return [action for action in parser._actions if action.option_strings and (action.dest in of_all) is shared]  # noqa: SLF001


def _argument(action: Action) -> Iterator[str]:
    if not action.help:
        return
    value = action.metavar if isinstance(action.metavar, str) else "|".join(action.choices or ())
    names = ", ".join(_bold(name) for name in action.option_strings)
    tag = " ".join(filter(None, (names, _italic(value) if value and action.nargs != 0 else "")))
    yield ".TP"
    yield tag
    yield _plain(action.help)


def _tagged(tag: str, about: str) -> Iterator[str]:
    yield ".TP"
    yield _bold(tag)
    yield _plain(about)


def _more(text: str) -> Iterator[str]:
    """Prose is filled, examples are kept as they stand."""
    inside = False
    for line in text.splitlines():
        if line.startswith(_EXAMPLE) is not inside:
            inside = not inside
            yield ".nf" if inside else ".fi"
            if inside:
                yield ".RS 2"
            else:
                yield ".RE"
        yield _plain(line.strip())
    if inside:
        yield ".fi"
        yield ".RE"


def _plain(text: str) -> str:
    """Text as roff shows it: a hyphen that may be typed, no line that is taken for a request."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", escaped)


def _bold(text: str) -> str:
    return f"\\fB{_plain(text)}\\fR"


def _italic(text: str) -> str:
    return f"\\fI{_plain(text)}\\fR"


if __name__ == "__main__":
    sys.stdout.write(page())

"""Every command with every argument it takes: what sends a text through all of them begins here."""

from argparse import Action
from collections.abc import Iterator

from planner.cli.arguments import SPECS
from planner.cli.parser import parser_of
from planner.planning.fields import FIELDS

OPENING_A_SCREEN = {"demo"}
OF_EVERY_COMMAND = {"data", "config", "at", "color"}


def command_lines(text: str) -> Iterator[list[str]]:
    """Each command as often as it takes a value, with `text` for one of them and what fits for those it needs."""
    for command in sorted(SPECS.keys() - OPENING_A_SCREEN):
        taking = [action for action in parser_of(command)._actions if action.nargs != 0]
        for chosen in taking:
            if chosen.dest in OF_EVERY_COMMAND and command != "list":
                continue
            for value in (text, *(f"{field}={text}" for field in FIELDS if chosen.dest == "changes")):
                words = [command]
                for action in taking:
                    if action is chosen and action.option_strings:
                        words.append(f"{action.option_strings[-1]}={value}")
                    elif action is chosen:
                        words.append(value)
                    elif not action.option_strings and action.nargs not in ("?", "*"):
                        words.append(_fitting(action))
                yield words


def _fitting(action: Action) -> str:
    return str(next(iter(action.choices))) if action.choices else "1"

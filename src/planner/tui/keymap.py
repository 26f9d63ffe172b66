"""A person's own keys, from `[keys]` in the config file: checked, since Textual drops what does not fit without a word."""

import re
from collections.abc import Iterable, Mapping

from textual.keys import _character_to_key

from planner.domain.errors import BadInput
from planner.tui.commands import ANYWHERE, COMMANDS, LIST, Command, shown

# Over plain SSH these can't be told from backspace, tab, enter and escape; or screen and tmux keep them to themselves.
NEVER_ARRIVE = ("ctrl+h", "ctrl+i", "ctrl+m", "ctrl+left_square_bracket", "ctrl+a", "ctrl+b")
_WHILE_TYPING = re.compile(r"ctrl\+[a-z]|f\d+")
_OF_FORMS = ("ctrl+s", "ctrl+n", "f2")


def own_commands(keys: Mapping[str, str], source: str) -> tuple[Command, ...]:
    """The catalogue with the person's keys in place of its own, by the commands' ids ("thank_you").

    `source` is the file they stand in. Raises BadInput for an id that is unknown, a key that a plain terminal can't send, and one given twice in a room.
    """
    known = {command.id for command in COMMANDS}
    for id_ in keys:
        if id_ not in known:
            raise BadInput(
                f"{source}: [keys] names {id_}, which is no command.", f"Commands are {', '.join(sorted(known))}."
            )
    commands = tuple(
        command._replace(keys=_named(keys[command.id])) if command.id in keys else command for command in COMMANDS
    )
    for command in commands:
        for key in command.keys.split(","):
            why_not = _unusable(key, command)
            if why_not:
                raise BadInput(f"{source}: [keys] gives {command.id} the key {shown(key)}.", why_not)
    for room in dict.fromkeys(room for command in commands for room in command.rooms):
        _refuse_a_key_given_twice([command for command in commands if {room, LIST} & set(command.rooms)], source)
    return commands


def _unusable(key: str, command: Command) -> str:
    """Why a command can't have this key, whatever others have; "" when it can."""
    if key in NEVER_ARRIVE:
        return "A plain terminal can't send it."
    if ANYWHERE in command.rooms and (key in _OF_FORMS or not _WHILE_TYPING.fullmatch(key)):
        return "It acts while one types, too: give it another letter with ctrl, or a function key."
    return ""


def _refuse_a_key_given_twice(commands: Iterable[Command], source: str) -> None:
    """Where these are all that can be pressed: a screen's, with those that move in its lists."""
    taken: dict[str, str] = {}
    for command in commands:
        for key in command.keys.split(","):
            other = taken.setdefault(key, command.id)
            if other != command.id:
                raise BadInput(
                    f"{source}: [keys] gives {shown(key)} to {other} and to {command.id}.",
                    "Give one of them another key.",
                )


def _named(keys: str) -> str:
    return ",".join(_name(key.strip()) for key in keys.split(","))


def _name(key: str) -> str:
    """Textual's name of a key written as a person writes it: "?" is question_mark."""
    modifiers, last = key[:-1], key[-1:]
    if (modifiers and not modifiers.endswith("+")) or last.isalnum():
        return key
    return modifiers + _character_to_key(last)

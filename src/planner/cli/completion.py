"""What may come next on a command line, from the same parsers that read it."""

from argparse import Action
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from planner.cli.arguments import ACTIONS, SPECS
from planner.cli.commands.setup import PROMPTS, UNITS
from planner.cli.parser import HELP, Parser, parser_of, place_of_command, top


class Candidate(NamedTuple):
    """A word that may stand there, and what it is."""

    word: str
    about: str = ""


class Known(NamedTuple):
    """What completes from the interviews: each gets the words before the one to complete. Asked for only if needed."""

    interviews: Callable[[str], Iterable[Candidate]]
    people: Callable[[str], Iterable[Candidate]]


def candidates(words: Sequence[str], known: Known) -> list[Candidate]:
    """What the last of `words`, those after the program's name, may become; nothing where any text, or a file, fits."""
    *before, current = words or [""]
    typed = current.replace("\\", "").strip("'\"")
    place = place_of_command(before)
    if place is None:
        found = _of_parser(top(), before, typed, known, is_top=True)
    elif before[place] == HELP:
        found = _commands()
    elif before[place] in SPECS:
        rest = [*before[:place], *before[place + 1 :]]
        found = _of_parser(parser_of(before[place]), rest, typed, known)
    else:
        found = []
    return [each for each in found if each.word.casefold().startswith(typed.casefold())]


def _of_parser(
    parser: Parser, before: Sequence[str], typed: str, known: Known, *, is_top: bool = False
) -> list[Candidate]:
    options = {name: action for action in parser._actions for name in action.option_strings}  # noqa: SLF001
    positionals = [action for action in parser._actions if not action.option_strings]  # noqa: SLF001
    given: list[str] = []
    waiting: Action | None = None
    for word in before:
        if waiting:
            waiting = None
        elif word.startswith("-") and word in options:
            waiting = options[word] if options[word].nargs != 0 else None
        else:
            given.append(word)
    if waiting:
        return _values(waiting, typed, given, known)
    if typed.startswith("-"):
        return [
            Candidate(name, action.help or "")
            for name, action in options.items()
            if name not in before and name != "-h"
        ]
    if is_top:
        return _commands()
    for place, action in enumerate(positionals):
        if action.nargs in ("*", "+") or place == len(given):
            return _values(action, typed, given, known)
    return []


def _values(action: Action, typed: str, given: Sequence[str], known: Known) -> list[Candidate]:
    match action.dest:
        case "id":
            return [*known.interviews(typed)]
        case "to":
            return [*known.people(given[0])] if given else []
        case "letter":
            from planner.letters.catalogue import LETTERS

            return [Candidate("thank-you"), Candidate("follow-up"), *(Candidate(one.id, one.title) for one in LETTERS)]
        case "action":
            return [Candidate(name) for name in ACTIONS]
        case "which" if given[:1] == ["prompt"]:
            return [Candidate(name, place) for name, place in PROMPTS.items()]
        case "which" if given[:1] == ["systemd"]:
            return [Candidate(name, file) for name, file in UNITS.items()]
        case _:
            # Words to choose from stand in small letters where a value is named: "path|show|edit".
            named = action.metavar if isinstance(action.metavar, str) and action.metavar.islower() else ""
            return [Candidate(str(choice)) for choice in action.choices or filter(None, named.split("|"))]


def _commands() -> list[Candidate]:
    return [*(Candidate(name, spec.help) for name, spec in SPECS.items()), Candidate(HELP, "help on a command")]

"""Which commands are grey, and why. Key bar and palette ask here; the actions ask the rules again, under the lock."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from planner.domain.board import Section, Standing
from planner.domain.verdict import ActionId
from planner.planning.phrases import by_both_clocks, refusal
from planner.tui.commands import KEYS

if TYPE_CHECKING:  # letters are loaded when the first is opened
    from planner.letters.catalogue import Letter

OF_AN_INTERVIEW = (
    "thank_you",
    "follow_up",
    "why",
    "they_said",
    "outcome",
    "note",
    "edit",
    "delete",
    "open",
    "copy_link",
    "letter",
)
CHANGING = (
    "thank_you",
    "follow_up",
    "they_said",
    "outcome",
    "note",
    "edit",
    "delete",
    "undo",
    "redo",
    "add",
    "import_file",
    "backups",
)


class Situation(NamedTuple):
    """What the gates look at. `elsewhen` is the day looked at, in words, when it is not now; `letter` the one open.

    `at` is the instant looked at, in the reader's zone, wherever an interview is chosen; `keys` are the person's, by the
    commands' ids.
    """

    standing: Standing | None
    undoable: bool = False
    redoable: bool = False
    refused: bool = False
    elsewhen: str = ""
    letter: "Letter | None" = None
    at: datetime | None = None
    keys: Mapping[str, str] = KEYS


def marking(letter: "Letter") -> str:
    """The command that notes that a letter went out: of one that has no place in the checklist as well."""
    return "thank_you" if letter.action is ActionId.THANK_YOU else "follow_up"


def grey(command: str, now: Situation) -> str:
    """Why a command can't act now, and when it will; "" when it can."""
    if command in OF_AN_INTERVIEW and now.standing is None:
        return f"No interview is chosen. Press {now.keys['add']} to add one."
    if command in CHANGING and now.elsewhen:
        return f"This is a look at {now.elsewhen}: nothing can be changed. Press {now.keys['now']} for now."
    if now.letter and command in _OF_A_LETTER:
        return _grey_for(now.letter, command, now)
    match command:
        case "undo" if not now.undoable:
            return "There is nothing to undo."
        case "redo" if not now.redoable:
            return "There is nothing to redo."
        case "anyway" if not now.refused:
            return "Nothing was refused just now."
        case "now" if not now.elsewhen:
            return "This is now."
        case "thank_you" | "follow_up" if now.standing and now.at:
            answer = now.standing.answer(ActionId(command))
            return "" if answer.is_open else refusal(answer.state, by_both_clocks(answer.finding, now.at))
        case "copy_link" if now.standing:
            return _no_link(now.standing, now.keys["edit"])
    return ""


_OF_A_LETTER = ("thank_you", "follow_up", "copy_subject", "mailto")


def _grey_for(letter: "Letter", command: str, now: Situation) -> str:
    """Why a command can't act on a letter. What is no part of the checklist may be noted at any time."""
    if command in ("copy_subject", "mailto"):
        return "" if letter.medium == "email" else f"“{letter.title}” is no email."
    if command != marking(letter):
        what, instead = ("a", "thank_you") if command == "follow_up" else ("no", "follow_up")
        return f"“{letter.title}” is {what} thank-you: {now.keys[instead]} notes that it went out."
    if letter.action not in (ActionId.THANK_YOU, ActionId.FOLLOW_UP):
        return ""
    return grey(command, now._replace(letter=None))


def _no_link(standing: Standing, edit: str) -> str:
    if not standing.interview.link:
        return f"It has no link to join by. Press {edit} to add one as its location."
    return "" if standing.section is Section.UPCOMING else f"The interview is over; press {edit} to see its link."

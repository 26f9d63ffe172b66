"""Which commands are grey, and why. Key bar and palette ask here; the actions ask the rules again, under the lock."""

from dataclasses import dataclass

from planner.domain.board import Section, Standing
from planner.domain.verdict import ActionId, ActionState

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
)


@dataclass(frozen=True, slots=True)
class Situation:
    """What the gates look at. `elsewhen` is the day looked at, in words, when it is not now."""

    standing: Standing | None
    undoable: bool = False
    redoable: bool = False
    refused: bool = False
    elsewhen: str = ""


def grey(command: str, now: Situation) -> str:
    """Why a command can't act now, and when it will; "" when it can."""
    if command in OF_AN_INTERVIEW and now.standing is None:
        return "No interview is chosen. Press a to add one."
    if command in CHANGING and now.elsewhen:
        return f"This is a look at {now.elsewhen}: nothing can be changed. Press . for now."
    match command:
        case "undo" if not now.undoable:
            return "There is nothing to undo."
        case "redo" if not now.redoable:
            return "There is nothing to redo."
        case "anyway" if not now.refused:
            return "Nothing was refused just now."
        case "now" if not now.elsewhen:
            return "This is now."
        case "thank_you" | "follow_up" if now.standing:
            answer = now.standing.answer(ActionId(command))
            return "" if answer.is_open else refusal(answer.state, answer.text)
        case "copy_link" if now.standing:
            return _no_link(now.standing)
    return ""


def refusal(state: ActionState, text: str) -> str:
    """A rule's no, as it is said when a grey key is pressed."""
    match state:
        case ActionState.WAITING:
            return f"Not yet. {text}"
        case ActionState.DONE:
            return f"Done already. {text}"
        case _:
            return f"Closed. {text}"


def _no_link(standing: Standing) -> str:
    if not standing.interview.link:
        return "It has no link to join by. Press e to add one as its location."
    return "" if standing.section is Section.UPCOMING else "The interview is over; press e to see its link."

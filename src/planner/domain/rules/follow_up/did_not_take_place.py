"""There is nothing to ask about an interview that was not held."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding

CALLED_OFF = Finding(ActionState.CLOSED, "did-not-take-place", "It did not take place: there is nothing to ask about.")


def evaluate(case: Case, now: datetime) -> Finding | None:
    return CALLED_OFF if case.called_off else None


RULE = Rule(
    id="follow-up-did-not-take-place",
    action=ActionId.FOLLOW_UP,
    rank=10,
    title="It was cancelled, or did not take place",
    why="A new appointment is a matter of its own: move the interview to it.",
    evaluate=evaluate,
)

"""Nobody is thanked for an interview that was not held."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding

CALLED_OFF = Finding(ActionState.CLOSED, "did-not-take-place", "It did not take place, so no note is owed.")


def evaluate(case: Case, now: datetime) -> Finding | None:
    return CALLED_OFF if case.called_off else None


RULE = Rule(
    id="thank-you-did-not-take-place",
    action=ActionId.THANK_YOU,
    rank=10,
    title="It was cancelled, or did not take place",
    why="A thank-you is for an interview that was held.",
    evaluate=evaluate,
)

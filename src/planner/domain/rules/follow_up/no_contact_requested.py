"""They asked not to be contacted, and that holds for the whole pursuit."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding

NO_CONTACT = Finding(ActionState.CLOSED, "no-contact-requested", "They asked not to be contacted: leave it with them.")


def evaluate(case: Case, now: datetime) -> Finding | None:
    return NO_CONTACT if case.no_contact else None


RULE = Rule(
    id="no-contact-requested",
    action=ActionId.FOLLOW_UP,
    rank=30,
    title="They asked not to be contacted",
    why="The decision is theirs, and so is the way they take it. Never harass.",
    advice=(1, 10),
    evaluate=evaluate,
)

"""Without a deadline of one's own there is no reason to hurry them."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding

NO_OFFER = Finding(ActionState.CLOSED, "no-own-offer", "No offer elsewhere with a deadline that still runs.")


def evaluate(case: Case, now: datetime) -> Finding | None:
    return NO_OFFER


RULE = Rule(
    id="no-own-offer",
    action=ActionId.EXPEDITE,
    rank=30,
    title="You have no offer with a deadline",
    why="Asking them to hurry without a reason is pushing.",
    advice=(1,),
    evaluate=evaluate,
)

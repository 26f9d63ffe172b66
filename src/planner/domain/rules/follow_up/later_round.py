"""A later round moves the question to that round."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    later = case.later_round
    if later is None:
        return None
    what = f"Round {later.round}" if later.round != case.interview.round else "A later date of this round"
    text = f"{what} takes over: follow up after it."
    return Finding(ActionState.CLOSED, "later-round", text)


RULE = Rule(
    id="later-round",
    action=ActionId.FOLLOW_UP,
    rank=40,
    title="There is a later round",
    why="That they asked you back is the answer to this one. Its thank-you stays owed.",
    evaluate=evaluate,
)

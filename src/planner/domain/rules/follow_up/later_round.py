"""A later round moves the question to that round."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    if case.later_round is None:
        return None
    text = f"Round {case.later_round.round} takes over: follow up after that one."
    return Finding(ActionState.CLOSED, "later-round", text)


RULE = Rule(
    id="later-round",
    action=ActionId.FOLLOW_UP,
    rank=40,
    title="There is a later round",
    why="That they asked you back is the answer to this one. Its thank-you stays owed.",
    evaluate=evaluate,
)

"""Flexibility is not offered unasked."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding

NOT_NAMED = Finding(ActionState.CLOSED, "no-obstacle-named", "Nothing to answer: they named no obstacle you can move.")


def evaluate(case: Case, now: datetime) -> Finding | None:
    return NOT_NAMED


RULE = Rule(
    id="no-obstacle-named",
    action=ActionId.FLEXIBILITY,
    rank=30,
    title="They named no obstacle on which you have room",
    why="Room is not offered unasked: it only costs you.",
    advice=(9,),
    evaluate=evaluate,
)

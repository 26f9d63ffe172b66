"""A note that comes weeks later does more harm than none."""

from datetime import datetime

from planner.domain import thanks, wording
from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    if now <= thanks.lapses_at(case):
        return None
    days = wording.count(case.policy.thank_you_lapse_days, "day")
    return Finding(ActionState.CLOSED, "lapsed", f"It was more than {days} ago: too late for a note.")


RULE = Rule(
    id="lapsed",
    action=ActionId.THANK_YOU,
    rank=60,
    title="Too long ago",
    why="After two weeks a thank-you reads as an afterthought.",
    evaluate=evaluate,
)

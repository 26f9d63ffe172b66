"""Thanks come after the interview."""

from datetime import datetime

from planner.domain import thanks, wording
from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    if now >= case.ends_at:
        return None
    ends = wording.moment(case.interview.ends_at, case.day(now))
    return Finding(
        ActionState.WAITING,
        "not-held-yet",
        f"Opens when the interview ends: {ends}.",
        opens_at=case.interview.ends_at,
        due_at=thanks.due_at(case),
        until=case.ends_at,
    )


RULE = Rule(
    id="thank-you-not-held-yet",
    action=ActionId.THANK_YOU,
    rank=40,
    title="The interview is not over",
    why="The thank-you comes almost immediately after it, not before.",
    advice=(3,),
    evaluate=evaluate,
)

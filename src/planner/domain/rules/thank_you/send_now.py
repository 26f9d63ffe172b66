"""The first thing to do after an interview."""

from datetime import datetime

from planner.domain import thanks, wording
from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    due_at = thanks.due_at(case)
    return Finding(
        ActionState.AVAILABLE,
        "send-now",
        f"Send {thanks.note(case)} by {wording.moment(due_at, case.day(now))}.",
        opens_at=case.interview.ends_at,
        due_at=due_at,
        until=thanks.late_from(case),
    )


RULE = Rule(
    id="send-now",
    action=ActionId.THANK_YOU,
    rank=90,
    title="The interview is over",
    why="Thank them almost immediately: email to a technology company, a card elsewhere.",
    advice=(3, 4),
    evaluate=evaluate,
)

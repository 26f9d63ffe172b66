"""Past its time a thank-you is late, but still better than none."""

from datetime import datetime

from planner.domain import thanks
from planner.domain.calendar import just_after
from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    due_at = thanks.due_at(case)
    if now <= due_at:
        return None
    return Finding(
        ActionState.OVERDUE,
        "late",
        f"It is late: send {thanks.note(case)} today all the same.",
        opens_at=case.interview.ends_at,
        due_at=due_at,
        until=just_after(thanks.lapses_at(case)),
    )


RULE = Rule(
    id="late",
    action=ActionId.THANK_YOU,
    rank=70,
    title="A day has passed",
    why="Doing nothing is the common mistake; a late note still counts.",
    advice=(2, 3),
    evaluate=evaluate,
)

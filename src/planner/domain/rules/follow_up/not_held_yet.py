"""The clock of the follow-up starts at the end of the interview, not at the application."""

from datetime import datetime

from planner.domain import wording
from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    if now >= case.ends_at:
        return None
    starts = wording.moment(case.interview.starts_at, case.day(now))
    text = f"First the interview itself, on {starts}."
    return Finding(ActionState.WAITING, "not-held-yet", text, until=case.ends_at)


RULE = Rule(
    id="follow-up-not-held-yet",
    action=ActionId.FOLLOW_UP,
    rank=50,
    title="The interview is not over",
    why="What they say about their decision there sets the date.",
    advice=(6, 7),
    evaluate=evaluate,
)

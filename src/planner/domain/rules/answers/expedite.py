"""An offer elsewhere with a deadline is a fair reason to ask them to hurry, until that day is over."""

from datetime import date, datetime, timedelta

from planner.domain import wording
from planner.domain.calendar import day_begins
from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    deadline: date | None = case.interview.own_offer_deadline
    if deadline is None:
        return None
    over_at = day_begins(deadline + timedelta(days=1), case.zone)
    if max(now, case.ends_at) >= over_at:
        return None
    if now < case.ends_at:
        text = "First the interview itself; then you may ask them to hurry."
        return Finding(ActionState.WAITING, "not-held-yet", text, opens_at=case.interview.ends_at, until=case.ends_at)
    text = f"Your other offer ends {wording.day(deadline, case.day(now))}: ask them to hurry."
    return Finding(ActionState.AVAILABLE, "own-offer", text, opens_at=case.interview.ends_at, until=over_at)


RULE = Rule(
    id="own-offer",
    action=ActionId.EXPEDITE,
    rank=20,
    title="You have an offer with a deadline",
    why="A real deadline is news to them, not pressure. It does not open the follow-up.",
    evaluate=evaluate,
)

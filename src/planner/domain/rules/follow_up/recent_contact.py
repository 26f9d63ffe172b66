"""Two questions to one company in one week are one too many, whatever roles they are about."""

from dataclasses import replace
from datetime import datetime

from planner.domain import wording
from planner.domain.calendar import add_business_days, start_of_day
from planner.domain.case import Case
from planner.domain.opening import open_for
from planner.domain.rule import OnTop
from planner.domain.verdict import ActionId, ActionState, Finding

ASKED_FOR = ("wait-for-call-back-date", "call-back-date-reached")


def narrow(case: Case, finding: Finding, now: datetime) -> Finding | None:
    contact_at = case.other_contact_at
    if contact_at is None or finding.opens_on is None or finding.reason in ASKED_FOR or not case.policy.min_gap_days:
        return None
    opens_on = add_business_days(case.day(contact_at), case.policy.min_gap_days, case.policy)
    if opens_on <= finding.opens_on:
        return None
    opens_at = start_of_day(opens_on, case.zone)
    if now < opens_at:
        text = f"You asked them about another role: wait till {wording.day(opens_on, case.day(now))}."
        return Finding(ActionState.WAITING, "recent-contact", text, opens_on=opens_on, opens_at=opens_at, until=opens_at)
    soonest = min(case.policy.overdue_after_days, case.policy.lapse_after_days)
    return replace(finding, opens_on=opens_on, opens_at=opens_at, until=open_for(case, opens_on, soonest))


RULE = OnTop(
    id="recent-contact",
    action=ActionId.FOLLOW_UP,
    rank=210,
    title="You asked the same company about another role",
    why="To them you are one person; a business week between two questions is the least.",
    advice=(10,),
    narrow=narrow,
)

"""Two questions to one company in one week are one too many, whatever roles they are about."""

from datetime import datetime

from planner.domain import wording
from planner.domain.calendar import add_business_days, day_begins, start_of_day
from planner.domain.case import Case
from planner.domain.opening import late_from
from planner.domain.rule import OnTop
from planner.domain.verdict import ActionId, ActionState, Finding

ASKED_FOR = ("wait-for-call-back-date", "call-back-date-reached")


def narrow(case: Case, finding: Finding, now: datetime) -> Finding | None:
    contact_at = case.other_contact_at
    if contact_at is None or finding.opens_on is None or finding.lapses_at is None:
        return None
    if finding.reason in ASKED_FOR or not case.policy.min_gap_days:
        return None
    opens_on = add_business_days(case.day(contact_at), case.policy.min_gap_days, case.policy)
    if opens_on <= finding.opens_on:
        return None
    begins_at = day_begins(opens_on, case.zone)
    moved = finding._replace(opens_on=opens_on, opens_at=start_of_day(opens_on, case.zone))
    if now >= begins_at:
        return moved._replace(until=min(finding.lapses_at, late_from(case, opens_on)))
    text = f"You asked about another role: wait till {wording.day(opens_on, case.day(now))}."
    return moved._replace(state=ActionState.WAITING, reason="recent-contact", text=text, until=begins_at)


RULE = OnTop(
    id="recent-contact",
    action=ActionId.FOLLOW_UP,
    rank=210,
    title="You asked the same company about another role",
    why="To them you are one person; a business week between two questions is the least.",
    advice=(10,),
    narrow=narrow,
)

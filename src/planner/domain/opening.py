"""When a follow-up opens, and what is said before and after. Opening days are days in the case's zone."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from planner.domain.calendar import add_days, rolled, start_of_day
from planner.domain.case import Case, Decision
from planner.domain.verdict import ActionState, Finding


class Said(NamedTuple):
    """A reason's id and its sentence."""

    reason: str
    text: str


def opening_day(case: Case, day: date) -> date:
    """`day` as an opening day: never before the interview's end, and rolled to a business day."""
    return rolled(max(day, case.ends_on), case.policy)


def decision_opens_on(case: Case, decision: Decision) -> date:
    """The first day to ask after a decision date: that day itself is theirs, and a little grace is good manners."""
    policy = case.policy
    return opening_day(case, add_days(decision.on, policy.decision_buffer_days, policy.decision_buffer_unit, policy))


def opens(case: Case, opens_on: date, now: datetime, waiting: Said, available: Said) -> Finding:
    """Waiting until the start of `opens_on`, then available."""
    opens_at = start_of_day(opens_on, case.zone)
    lapses_at = open_for(case, opens_on, case.policy.lapse_after_days)
    finding = Finding(
        ActionState.WAITING,
        waiting.reason,
        waiting.text,
        opens_on=opens_on,
        opens_at=opens_at,
        lapses_at=lapses_at,
        until=opens_at,
    )
    if now < opens_at:
        return finding
    return replace(
        finding,
        state=ActionState.AVAILABLE,
        reason=available.reason,
        text=available.text,
        until=min(lapses_at, late_from(case, opens_on)),
    )


def late_from(case: Case, opens_on: date) -> datetime:
    """The instant from which a follow-up that opened on `opens_on` is late."""
    return open_for(case, opens_on, case.policy.overdue_after_days)


def open_for(case: Case, opens_on: date, days: int) -> datetime:
    """The instant from which something that opened on `opens_on` has been open for `days` days."""
    return start_of_day(opens_on + timedelta(days=days), case.zone)

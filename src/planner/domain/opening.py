"""When a follow-up opens, and what is said before and after. Opening days are days in the case's zone."""

from datetime import date, datetime, timedelta

from planner.domain.calendar import add_days, day_begins, rolled, start_of_day
from planner.domain.case import Case, Decision
from planner.domain.verdict import ActionState, Finding


def opening_day(case: Case, day: date) -> date:
    """`day` as an opening day: never before the interview's end, and rolled to a business day."""
    return rolled(max(day, case.ends_on), case.policy)


def decision_opens_on(case: Case, decision: Decision) -> date:
    """The first day to ask after a decision date: that day itself is theirs, and a little grace is good manners."""
    policy = case.policy
    return opening_day(case, add_days(decision.on, policy.decision_buffer_days, policy.decision_buffer_unit, policy))


def waits(case: Case, opens_on: date, now: datetime) -> bool:
    """Whether the day of opening has not begun."""
    return now < day_begins(opens_on, case.zone)


def waiting(case: Case, opens_on: date, reason: str, text: str) -> Finding:
    """What is found while it waits for the start of `opens_on`."""
    opens_at, lapses_at = start_of_day(opens_on, case.zone), open_for(case, opens_on, case.policy.lapse_after_days)
    until = day_begins(opens_on, case.zone)
    return Finding(ActionState.WAITING, reason, text, opens_on, opens_at, lapses_at=lapses_at, until=until)


def available(case: Case, opens_on: date, reason: str, text: str) -> Finding:
    """What is found once `opens_on` has begun."""
    opens_at, lapses_at = start_of_day(opens_on, case.zone), open_for(case, opens_on, case.policy.lapse_after_days)
    until = min(lapses_at, late_from(case, opens_on))
    return Finding(ActionState.AVAILABLE, reason, text, opens_on, opens_at, lapses_at=lapses_at, until=until)


def late_from(case: Case, opens_on: date) -> datetime:
    """The instant, in UTC, from which a follow-up that opened on `opens_on` is late."""
    return open_for(case, opens_on, case.policy.overdue_after_days)


def open_for(case: Case, opens_on: date, days: int) -> datetime:
    """The instant, in UTC, from which something that opened on `opens_on` has been open for `days` days."""
    return day_begins(opens_on + timedelta(days=days), case.zone)

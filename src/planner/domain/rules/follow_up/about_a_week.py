"""If they gave no date, wait about a week."""

from datetime import datetime

from planner.domain import wording
from planner.domain.calendar import add_days
from planner.domain.case import Case
from planner.domain.opening import available, opening_day, waiting, waits
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    if case.decision:
        return None
    policy = case.policy
    opens_on = opening_day(case, add_days(case.ends_on, policy.wait_days, policy.wait_unit, policy))
    if waits(case, opens_on, now):
        wait, day = wording.about(policy.wait_days, policy.wait_unit), wording.day(opens_on, case.day(now))
        return waiting(case, opens_on, "wait-about-a-week", f"No date given: wait {wait}, till {day}.")
    return available(case, opens_on, "week-passed", "The wait is over: one polite call or email is fine.")


RULE = Rule(
    id="about-a-week",
    action=ActionId.FOLLOW_UP,
    rank=120,
    title="They gave no date",
    why="Then one call or email to the main contact, and the decision is theirs. It takes time.",
    advice=(7, 8, 11),
    evaluate=evaluate,
)

"""Whoever set a higher allowance still leaves time between two follow-ups."""

from datetime import datetime, timedelta

from planner.domain import wording
from planner.domain.case import Case
from planner.domain.opening import available, decision_opens_on, opening_day, waiting, waits
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    made = case.follow_ups
    if not 0 < len(made) < case.policy.max_follow_ups:
        return None
    gap = timedelta(days=case.policy.second_follow_up_gap_days)
    opens_on = opening_day(case, case.day(made[-1].at) + gap)
    if case.decision:
        opens_on = max(opens_on, decision_opens_on(case, case.decision))
    if waits(case, opens_on, now):
        gone = "One has" if len(made) == 1 else f"{len(made)} have"
        day = wording.day(opens_on, case.day(now))
        return waiting(case, opens_on, "wait-before-second", f"{gone} gone out: the next opens {day}.")
    return available(case, opens_on, "second-allowed", "You allow yourself another: one polite message.")


RULE = Rule(
    id="second",
    action=ActionId.FOLLOW_UP,
    rank=80,
    title="You allow yourself more than one",
    why="Your own setting; a week between two is the least.",
    evaluate=evaluate,
)

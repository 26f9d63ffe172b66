"""A search on hold is left alone for a month."""

from datetime import datetime, timedelta

from planner.domain import wording
from planner.domain.case import Case
from planner.domain.log import Heard, ToldOnHold
from planner.domain.opening import available, opening_day, waiting, waits
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    told = case.last(ToldOnHold)
    if told is None or case.told_a_date_since(told) or case.since(told, Heard):
        return None
    told_on = case.day(told.at)
    opens_on = opening_day(case, told_on + timedelta(days=case.policy.hold_review_days))
    today = case.day(now)
    if waits(case, opens_on, now):
        return waiting(case, opens_on, "wait-on-hold", f"It is on hold: look again on {wording.day(opens_on, today)}.")
    since = wording.day(told_on, today)
    return available(case, opens_on, "hold-review", f"On hold since {since}: one question is fine now.")


RULE = Rule(
    id="on-hold",
    action=ActionId.FOLLOW_UP,
    rank=90,
    title="They put it on hold",
    why="Nobody can answer while it is on hold; after a month one may ask whether it still is.",
    evaluate=evaluate,
)

"""They said to call back, so calling then is no pushing: it is doing as they asked."""

from datetime import datetime

from planner.domain import wording
from planner.domain.case import Case
from planner.domain.log import FollowedUp, ToldCallBack
from planner.domain.opening import available, opening_day, waiting, waits
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    told = case.last(ToldCallBack)
    if told is None or case.told_a_date_since(told) or case.since(told, FollowedUp):
        return None
    opens_on = opening_day(case, told.days.last if case.policy.range_policy == "end" else told.days.first)
    day = wording.day(opens_on, case.day(now))
    if waits(case, opens_on, now):
        return waiting(case, opens_on, "wait-for-call-back-date", f"They said to call back: do so on {day}.")
    return available(case, opens_on, "call-back-date-reached", f"They said to call back from {day}: do it now.")


RULE = Rule(
    id="call-back",
    action=ActionId.FOLLOW_UP,
    rank=60,
    title="They said to call back",
    why="One follow-up is enough, unless they say to call back. It opens on the day they named.",
    advice=(10,),
    evaluate=evaluate,
)

"""Word from them without a date starts the week again."""

from datetime import datetime

from planner.domain import wording
from planner.domain.calendar import add_days
from planner.domain.case import Case
from planner.domain.log import Heard
from planner.domain.opening import available, opening_day, waiting, waits
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    word = case.last(Heard)
    policy = case.policy
    if not policy.heard_resets_clock or case.decision or word is None or word.at <= case.ends_at:
        return None
    heard_on = case.day(word.at)
    opens_on = opening_day(case, add_days(heard_on, policy.wait_days, policy.wait_unit, policy))
    today = case.day(now)
    heard, ours = wording.day(heard_on, today), wording.day(opens_on, today)
    if waits(case, opens_on, now):
        return waiting(case, opens_on, "wait-about-a-week", f"Heard from them {heard}: wait till {ours}.")
    return available(case, opens_on, "week-passed", f"Nothing since {heard}: ask once, politely.")


RULE = Rule(
    id="heard",
    action=ActionId.FOLLOW_UP,
    rank=110,
    title="They got in touch, without a date",
    why="They have you in mind; give them about a week from there.",
    advice=(7,),
    evaluate=evaluate,
)

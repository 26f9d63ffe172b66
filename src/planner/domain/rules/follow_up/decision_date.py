"""If they gave any date, nothing but the thank-you until then."""

from datetime import datetime

from planner.domain import wording
from planner.domain.case import Case
from planner.domain.opening import available, decision_opens_on, waiting, waits
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    decision = case.decision
    if decision is None:
        return None
    opens_on = decision_opens_on(case, decision)
    today = case.day(now)
    theirs = wording.day(decision.on, today)
    if not waits(case, opens_on, now):
        return available(case, opens_on, "decision-date-passed", f"Their date was {theirs}: ask once, politely.")
    ours = wording.day(opens_on, today)
    if decision.replaced:
        return waiting(case, opens_on, "wait-for-new-date", f"They moved it to {theirs}: opens {ours}.")
    if decision.told.days and decision.told.days.is_range:
        counts = "ends" if case.policy.range_policy == "end" else "begins"
        return waiting(case, opens_on, "wait-for-decision-range", f"Their range {counts} {theirs}: opens {ours}.")
    return waiting(case, opens_on, "wait-for-decision-date", f"They decide by {theirs}: opens {ours}.")


RULE = Rule(
    id="decision-date",
    action=ActionId.FOLLOW_UP,
    rank=100,
    title="They said when they decide",
    why="Their own date is the answer until it has passed; their day is theirs to the end.",
    advice=(6,),
    evaluate=evaluate,
)

"""If they gave any date, nothing but the thank-you until then."""

from datetime import datetime

from planner.domain import wording
from planner.domain.case import Case
from planner.domain.opening import Said, decision_opens_on, opens
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    decision = case.decision
    if decision is None:
        return None
    opens_on = decision_opens_on(case, decision)
    today = case.day(now)
    theirs, ours = wording.day(decision.on, today), wording.day(opens_on, today)
    if decision.replaced:
        waiting = Said("wait-for-new-date", f"They moved it to {theirs}: opens {ours}.")
    elif decision.told.days and decision.told.days.is_range:
        counts = "ends" if case.policy.range_policy == "end" else "begins"
        waiting = Said("wait-for-decision-range", f"Their range {counts} {theirs}: opens {ours}.")
    else:
        waiting = Said("wait-for-decision-date", f"They decide by {theirs}: opens {ours}.")
    passed = Said("decision-date-passed", f"Their date was {theirs}: ask once, politely.")
    return opens(case, opens_on, now, waiting, passed)


RULE = Rule(
    id="decision-date",
    action=ActionId.FOLLOW_UP,
    rank=100,
    title="They said when they decide",
    why="Their own date is the answer until it has passed; their day is theirs to the end.",
    advice=(6,),
    evaluate=evaluate,
)

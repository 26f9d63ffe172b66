"""A follow-up nobody made for six weeks is not made any more."""

from dataclasses import replace
from datetime import datetime

from planner.domain import wording
from planner.domain.case import Case
from planner.domain.opening import open_for
from planner.domain.rule import OnTop
from planner.domain.verdict import ActionId, ActionState, Finding


def narrow(case: Case, finding: Finding, now: datetime) -> Finding | None:
    if not finding.state.is_open or finding.opens_on is None:
        return None
    if now < open_for(case, finding.opens_on, case.policy.lapse_after_days):
        return None
    days = wording.count(case.policy.lapse_after_days, "day")
    text = f"It was open for {days}: let it rest and look ahead."
    return replace(finding, state=ActionState.CLOSED, reason="stale", text=text, until=None)


RULE = OnTop(
    id="stale",
    action=ActionId.FOLLOW_UP,
    rank=220,
    title="Open for six weeks or more",
    why="By then most decisions have been made; no answer is one, too.",
    advice=(11,),
    narrow=narrow,
)

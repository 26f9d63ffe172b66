"""A follow-up nobody made for six weeks is not made any more.

The weeks run from the day the row gave: a question about another role moves the day of asking, but makes this
one no fresher. Where that day would come too late, it is closed at once rather than opened for nothing.
"""

from datetime import datetime

from planner.domain import wording
from planner.domain.case import Case
from planner.domain.rule import OnTop
from planner.domain.verdict import ActionId, ActionState, Finding


def narrow(case: Case, finding: Finding, now: datetime) -> Finding | None:
    lapses_at, opens_at = finding.lapses_at, finding.opens_at
    if lapses_at is None or opens_at is None or max(now, opens_at) < lapses_at:
        return None
    days = wording.count(case.policy.lapse_after_days, "day")
    text, until = f"It was open for {days}: let it rest and look ahead.", None
    if now < lapses_at:
        text, until = f"By the time you may ask, its {days} are over: let it rest.", lapses_at
    return finding._replace(state=ActionState.CLOSED, reason="stale", text=text, until=until)


RULE = OnTop(
    id="stale",
    action=ActionId.FOLLOW_UP,
    rank=220,
    title="Open for six weeks or more",
    why="By then most decisions have been made; no answer is one, too.",
    advice=(11,),
    narrow=narrow,
)

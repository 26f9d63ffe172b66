"""A follow-up that has been open for a week stands out, so that it is not forgotten."""

from datetime import datetime

from planner.domain import wording
from planner.domain.case import Case
from planner.domain.opening import late_from
from planner.domain.rule import OnTop
from planner.domain.verdict import ActionId, ActionState, Finding


def narrow(case: Case, finding: Finding, now: datetime) -> Finding | None:
    if not finding.state.is_open or finding.opens_on is None:
        return None
    if now < late_from(case, finding.opens_on):
        return None
    return finding._replace(
        state=ActionState.OVERDUE,
        reason="follow-up-late",
        text=f"Open since {wording.day(finding.opens_on, case.day(now))}: ask soon, or let it go.",
        until=finding.lapses_at,
    )


RULE = OnTop(
    id="follow-up-late",
    action=ActionId.FOLLOW_UP,
    rank=230,
    title="Open for a week or more",
    why="Doing nothing is the common mistake.",
    advice=(2,),
    narrow=narrow,
)

"""Done once everyone who is owed a note has one."""

from datetime import datetime

from planner.domain import thanks
from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding

SENT = Finding(ActionState.DONE, "sent", "The thanks are sent: nothing more is owed here.")


def evaluate(case: Case, now: datetime) -> Finding | None:
    return SENT if thanks.is_sent(case) else None


RULE = Rule(
    id="sent",
    action=ActionId.THANK_YOU,
    rank=30,
    title="Everyone owed a note has one",
    why="Sending it matters more than what it says; one each is enough.",
    advice=(5,),
    evaluate=evaluate,
)

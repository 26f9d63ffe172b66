"""Once it is over, or was called off, there is nothing to be flexible about."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.log import Result
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding

CALLED_OFF = Finding(ActionState.CLOSED, "did-not-take-place", "It did not take place: there is nothing to answer.")
IS_OVER = Finding(ActionState.CLOSED, "outcome", "It is over: there is no obstacle left to move.")
OVER = (Result.REJECTED, Result.WITHDRAWN, Result.ACCEPTED)


def evaluate(case: Case, now: datetime) -> Finding | None:
    if case.called_off:
        return CALLED_OFF
    return IS_OVER if case.outcome in OVER else None


RULE = Rule(
    id="flexibility-over",
    action=ActionId.FLEXIBILITY,
    rank=10,
    title="It is over, or did not take place",
    why="While an offer is still talked about, room on pay or dates can decide it; after that it can't.",
    advice=(9,),
    evaluate=evaluate,
)

"""A no, theirs or one's own, ends what is owed; an offer does not."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.log import Result
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding

TEXTS = {
    Result.REJECTED: "They said no, so a thank-you is no longer owed.",
    Result.WITHDRAWN: "You withdrew, so a thank-you is no longer owed.",
}
ENDED = {result: Finding(ActionState.CLOSED, "outcome", text) for result, text in TEXTS.items()}


def evaluate(case: Case, now: datetime) -> Finding | None:
    return ENDED.get(case.outcome) if case.outcome else None


RULE = Rule(
    id="thank-you-outcome",
    action=ActionId.THANK_YOU,
    rank=50,
    title="It ended with a no",
    why="A note that crosses with a no helps nobody.",
    evaluate=evaluate,
)

"""Some schemes, residency matching among them, ask applicants not to send notes."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.log import ToldNoThanks
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding

NOT_WANTED = Finding(ActionState.CLOSED, "no-thanks-wanted", "They asked for no thank-you notes, so send none.")


def evaluate(case: Case, now: datetime) -> Finding | None:
    return NOT_WANTED if case.last(ToldNoThanks) else None


RULE = Rule(
    id="no-thanks-wanted",
    action=ActionId.THANK_YOU,
    rank=20,
    title="They asked for no notes",
    why="Doing as they ask is the best impression there is.",
    evaluate=evaluate,
)

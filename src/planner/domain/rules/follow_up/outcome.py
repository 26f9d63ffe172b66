"""Once the outcome of the pursuit is known there is nothing to ask."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.log import Result
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding

TEXTS = {
    Result.OFFER: "They made an offer: answer that instead.",
    Result.ACCEPTED: "You accepted: there is nothing left to ask.",
    Result.REJECTED: "They said no: there is nothing left to ask.",
    Result.WITHDRAWN: "You withdrew: there is nothing left to ask.",
}
KNOWN = {result: Finding(ActionState.CLOSED, "outcome", text) for result, text in TEXTS.items()}


def evaluate(case: Case, now: datetime) -> Finding | None:
    return KNOWN[case.outcome] if case.outcome else None


RULE = Rule(
    id="follow-up-outcome",
    action=ActionId.FOLLOW_UP,
    rank=20,
    title="The outcome is known",
    why="A follow-up asks whether a decision has been made. It has.",
    advice=(8,),
    evaluate=evaluate,
)

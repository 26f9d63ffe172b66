"""What was asked once is not asked again, unless they gave a new date meanwhile."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.log import ToldDecision
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    made = case.follow_ups
    if len(made) < case.policy.max_follow_ups:
        return None
    reopened = case.decision and case.decision.told in case.since(made[-1], ToldDecision)
    if reopened and case.policy.extension_reopens:
        return None
    enough = "One follow-up is" if case.policy.max_follow_ups == 1 else f"{len(made)} follow-ups are"
    return Finding(ActionState.DONE, "one-is-enough", f"{enough} enough: now it is for them to decide.")


RULE = Rule(
    id="one-is-enough",
    action=ActionId.FOLLOW_UP,
    rank=70,
    title="It has been asked",
    why="One follow-up is enough. Never daily: no harassing.",
    advice=(10,),
    evaluate=evaluate,
)

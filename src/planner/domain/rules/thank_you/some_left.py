"""Each interviewer is owed a note of their own."""

from datetime import datetime

from planner.domain import thanks, wording
from planner.domain.case import Case
from planner.domain.log import Thanked
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    left = thanks.left(case)
    if not left or len(left) == len(case.interview.owed_a_note) or case.last(Thanked) is None:
        return None
    due_at = thanks.due_at(case)
    people = "person is" if len(left) == 1 else "people are"
    return Finding(
        ActionState.AVAILABLE,
        "some-left",
        f"{len(left)} more {people} to be thanked by {wording.moment(due_at, case.day(now))}.",
        opens_at=case.interview.ends_at,
        due_at=due_at,
        until=thanks.late_from(case),
    )


RULE = Rule(
    id="some-left",
    action=ActionId.THANK_YOU,
    rank=80,
    title="Some are thanked, some are not",
    why="Interviewers compare notes: each gets one, each a different one.",
    advice=(3,),
    evaluate=evaluate,
)

"""If they name a start date or a salary as the obstacle, and there is room, say so. An answer need not wait."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.log import Obstacle, ToldObstacle
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding


def evaluate(case: Case, now: datetime) -> Finding | None:
    if not case.last(ToldObstacle):
        return None
    room = {
        Obstacle.START_DATE: case.interview.flexibility.start_date,
        Obstacle.SALARY: case.interview.flexibility.salary,
    }
    named = [entry.what for entry in case.log if isinstance(entry, ToldObstacle) and room.get(entry.what)]
    if not named:
        return None
    what = "start date" if named[-1] is Obstacle.START_DATE else "salary"
    return Finding(ActionState.AVAILABLE, "obstacle-named", f"They named the {what}, and you have room: say so.")


RULE = Rule(
    id="obstacle-named",
    action=ActionId.FLEXIBILITY,
    rank=20,
    title="They named an obstacle on which you have room",
    why="It is an answer to what they said, so nothing has to be waited for.",
    advice=(9,),
    evaluate=evaluate,
)

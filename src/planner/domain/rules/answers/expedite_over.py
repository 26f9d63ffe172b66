"""Once it is over, was called off, or contact is ruled out, there is nobody to hurry."""

from datetime import datetime

from planner.domain.case import Case
from planner.domain.rule import Rule
from planner.domain.verdict import ActionId, ActionState, Finding

CALLED_OFF = Finding(ActionState.CLOSED, "did-not-take-place", "It did not take place: there is nothing to hurry.")
KNOWN = Finding(ActionState.CLOSED, "outcome", "The outcome is known: there is nothing to hurry.")
NO_CONTACT = Finding(ActionState.CLOSED, "no-contact-requested", "They asked not to be contacted: leave it with them.")


def evaluate(case: Case, now: datetime) -> Finding | None:
    if case.called_off:
        return CALLED_OFF
    if case.outcome:
        return KNOWN
    return NO_CONTACT if case.no_contact else None


RULE = Rule(
    id="expedite-over",
    action=ActionId.EXPEDITE,
    rank=10,
    title="It is over, or contact is ruled out",
    why="Asking them to hurry is for a decision that is still to be made, and for those who want to hear from you.",
    advice=(1,),
    evaluate=evaluate,
)

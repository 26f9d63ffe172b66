"""What a rule answers, and what comes of all answers together."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class ActionId(StrEnum):
    """The two actions of the checklist, and the two answers beside it."""

    THANK_YOU = "thank_you"
    FOLLOW_UP = "follow_up"
    FLEXIBILITY = "flexibility"
    EXPEDITE = "expedite"


class ActionState(StrEnum):
    """Where an action stands. The first, the fourth and the last are grey: shown with their reason, not to be done."""

    WAITING = "waiting"
    AVAILABLE = "available"
    OVERDUE = "overdue"
    DONE = "done"
    CLOSED = "closed"

    @property
    def is_open(self) -> bool:
        return self in _OPEN

    @property
    def verdict(self) -> str:
        """The answer in one word: "allow", "wait" or "block"."""
        if self is ActionState.WAITING:
            return "wait"
        return "allow" if self.is_open else "block"


_OPEN = (ActionState.AVAILABLE, ActionState.OVERDUE)


class Finding(NamedTuple):
    """What one rule says of one action at one instant.

    `reason` is an id that scripts may rely on, `text` the sentence for a person (at most 60 columns, no markup).
    `opens_on` is the day of opening, `opens_at` its instant; `due_at` is when a thank-you is late, `lapses_at` (in
    UTC) when a follow-up that nobody made is given up.
    `until` is the instant, in UTC, from which the clock alone may change the answer; None: only an entry in the log can.
    """

    state: ActionState
    reason: str
    text: str
    opens_on: date | None = None
    opens_at: datetime | None = None
    due_at: datetime | None = None
    lapses_at: datetime | None = None
    until: datetime | None = None


class Availability(NamedTuple):
    """The answer to "may I do this now?": the finding that decides, and the id of its rule."""

    action: ActionId
    rule: str
    finding: Finding

    @property
    def state(self) -> ActionState:
        return self.finding.state

    @property
    def is_open(self) -> bool:
        return self.finding.state in _OPEN

    @property
    def text(self) -> str:
        return self.finding.text


class Explained(NamedTuple):
    """One rule's finding among all that have something to say; `decides` marks those the answer comes from."""

    rule: str
    title: str
    why: str
    finding: Finding
    decides: bool

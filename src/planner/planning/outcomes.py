"""What comes back when a person asks for a change: that it is done, or the rules' "not yet". Values, not errors."""

from datetime import datetime
from typing import NamedTuple

from planner.domain.interview import Interview
from planner.domain.verdict import Availability
from planner.planning.phrases import by_both_clocks
from planner.planning.state import Step


class Done(NamedTuple):
    """The change is saved. `sentence` says what was done and what comes next; `interview` is the one it was about."""

    sentence: str
    interview: Interview | None = None


class NotYet(NamedTuple):
    """The rules advise against it, and nothing was changed; `availability` says why and until when.

    `already` names the one person who has a note while others are still owed theirs.
    """

    interview: Interview
    availability: Availability
    already: str = ""

    def told(self, now: datetime) -> str:
        """Why not, and until when; `now` is in the reader's zone."""
        if self.already:
            return f"{self.already} has a note already."
        return by_both_clocks(self.availability.finding, now)


class MadeElsewhere(NamedTuple):
    """The step to be taken back was made by another session, and nothing was changed: ask first."""

    step: Step

"""What is read from a calendar file: appointments to offer, and those that can't be taken, with the reason."""

from dataclasses import dataclass
from typing import Literal

from planner.domain.interview import Interview

BY_HAND = "Add the interview by hand."
"""What is left to do with an event that can't be offered."""

Method = Literal["request", "publish", "cancel"]


@dataclass(frozen=True, slots=True)
class Invitation:
    """One appointment, made fit to be stored: `interview` has all that the file tells, and which version it is.

    Its company and role are proposals, never empty; where nothing in the file suggests them, a remark says what
    stands in. `method` is "publish" also where the file names none: such an appointment is offered, not assumed.
    `remarks` are sentences on what was understood with doubt or left out.
    """

    interview: Interview
    method: Method
    cancelled: bool
    summary: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Something in the file that is not offered: `place` tells where it stands ("event 3"), `reason` why.

    `place` is empty where it is the file as a whole.
    """

    place: str
    summary: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All of one file, in its order; no appointment in it is left unmentioned."""

    invitations: tuple[Invitation, ...]
    refused: tuple[Refused, ...]

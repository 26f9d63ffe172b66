"""The board as plain text, cell by cell: what both front ends draw. No colours here, only tones by name."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from planner.domain import wording
from planner.domain.board import Section, Standing
from planner.domain.log import Cancelled, DidNotTakePlace, Outcome, Result, Thanked
from planner.domain.text import even
from planner.domain.verdict import ActionState

SECTION_TITLES = {
    Section.DO_NOW: "DO NOW",
    Section.WAITING: "WAITING",
    Section.UPCOMING: "UPCOMING",
    Section.CLOSED: "CLOSED",
}

# What a terminal without UTF-8 is shown instead; each stands for one column.
ASCII = str.maketrans("›·–○●√✗…─│□■█▌“”→☎◇▾", ">.-o*+x.-|[##|''>@^v")


NAME = 18
"""Columns in which most companies' names are whole: they come before the role, which gives way."""
SHORTEST_NAME = 10
"""Columns a role needs to say anything, and a company where there is little room."""


def shares(company: int, role: int, room: int) -> tuple[int, int]:
    """The columns of company and role, which take so many at most, in `room`; 0 for a role that has to go."""
    if room < min(company, NAME) + min(role, SHORTEST_NAME):
        return min(company, room), 0
    # What one of them does not need goes to the other.
    company = min(company, max(room - role, NAME, room // 2))
    return company, min(role, room - company)


class Tone(StrEnum):
    """How a line is meant: late or nearly so, open, ahead of us, or grey."""

    URGENT = "urgent"
    OPEN = "open"
    AHEAD = "ahead"
    GREY = "grey"


class Line(NamedTuple):
    """One interview on the board: a sign, who and what for, the next step, and its day."""

    id: int
    section: Section
    tone: Tone
    sign: str
    company: str
    role: str
    round: str
    step: str
    day: str


def line_of(standing: Standing, now: datetime) -> Line:
    """The line of one interview; `now` is in the reader's zone. A time that another clock shows is marked so."""
    tone, sign, step, day = _CELLS[standing.section](standing, now)
    interview = standing.interview
    return Line(
        id=interview.id,
        section=standing.section,
        tone=tone,
        sign=sign,
        company=even(interview.company),
        role=even(interview.role),
        round=f"R{interview.round}",
        step=step,
        day=day,
    )


Cells = tuple[Tone, str, str, str]


def _do_now(standing: Standing, now: datetime) -> Cells:
    today = now.date()
    late = ActionState.OVERDUE in (standing.thank_you.state, standing.follow_up.state)
    due_at = standing.thank_you.finding.due_at
    if standing.thank_you.is_open and due_at:
        owed, left = len(standing.interview.owed_a_note), len(standing.left)
        some = f" {owed - left}/{owed}" if 0 < left < owed else ""
        soon = wording.near_moment(due_at, today, now.tzinfo)
        day = f"late · {wording.near(due_at.date(), today)}" if late else f"by {soon}"
        return Tone.URGENT, "!", f"Thank-you{some}", day
    since = standing.follow_up.finding.opens_on
    day = f"since {wording.near(since, today)}" if since else ""
    return (Tone.URGENT, "!", "Follow up", day) if late else (Tone.OPEN, "›", _asking(standing), day)


def _asking(standing: Standing) -> str:
    return "Call back" if "call-back" in standing.follow_up.finding.reason else "Follow up"


def _waiting(standing: Standing, now: datetime) -> Cells:
    today = now.date()
    opens_on = standing.follow_up.finding.opens_on
    if opens_on is None:
        return Tone.GREY, "–", "Followed up", "one is enough"
    days = (opens_on - today).days
    day = wording.near(opens_on, today)
    return Tone.GREY, "·", _asking(standing), f"{day} · {wording.count(days, 'day')}" if days > 1 else day


def _upcoming(standing: Standing, now: datetime) -> Cells:
    starts_at = standing.interview.starts_at
    clock = wording.marked_clock(starts_at, now.tzinfo)
    return Tone.AHEAD, "○", "Interview", f"{wording.near(starts_at.date(), now.date())} · {clock}"


_ENDS = {
    Result.OFFER: ("√", "Offer"),
    Result.ACCEPTED: ("√", "Accepted"),
    Result.REJECTED: ("✗", "Turned down"),
    Result.WITHDRAWN: ("✗", "Withdrawn"),
}


def _closed(standing: Standing, now: datetime) -> Cells:
    sign, step = _end(standing)
    return Tone.GREY, sign, step, wording.day(standing.matters_at.date(), now.date())


def _end(standing: Standing) -> tuple[str, str]:
    reason = standing.follow_up.finding.reason
    log = standing.interview.log
    if reason == "did-not-take-place":
        kinds = [type(entry) for entry in log if isinstance(entry, Cancelled | DidNotTakePlace)]
        return "✗", "Cancelled" if kinds[-1:] == [Cancelled] else "Not held"
    outcome = next((entry.what for entry in reversed(log) if isinstance(entry, Outcome)), None)
    if outcome:
        return _ENDS[outcome]
    if reason == "later-round":
        return "√", "Next round"
    thanked = any(isinstance(entry, Thanked) for entry in log)
    return ("–", "No answer") if reason in ("stale", "one-is-enough") else ("√" if thanked else "–", "Closed")


_CELLS = {
    Section.DO_NOW: _do_now,
    Section.WAITING: _waiting,
    Section.UPCOMING: _upcoming,
    Section.CLOSED: _closed,
}

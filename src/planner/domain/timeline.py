"""Every interview along the days: what happened, what they promised, what opens, and the waits between. Frozen views."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum, auto

from planner.domain import wording
from planner.domain.board import Board, Section, Standing
from planner.domain.case import Case
from planner.domain.log import FollowedUp, Result, Thanked
from planner.domain.verdict import ActionState


class Kind(IntEnum):
    """What a mark stands for. Of two on one day the later here is the more telling: shown, where one must give way."""

    INTERVIEW = auto()
    COMING = auto()
    THANKED = auto()
    DUE = auto()
    FOLLOWED_UP = auto()
    DECISION = auto()
    OPENS = auto()
    CALL_BACK = auto()


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Something of an interview on its day: a day in the zone in which its days are counted.

    COMING is an interview that is not over; DUE when an open thank-you is late; DECISION the date they told that
    stands; OPENS and CALL_BACK the day a follow-up opens or opened, the second where they asked for it.
    """

    on: date
    kind: Kind


class Wait(StrEnum):
    """A stretch of days: a wait behind us and ahead of us, one that is over, and the days since something opened."""

    BEHIND = "behind"
    AHEAD = "ahead"
    OVER = "over"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `first` on, before `until`; never none."""

    wait: Wait
    first: date
    until: date


@dataclass(frozen=True, slots=True)
class Course:
    """One interview along the days. `marks` are in the order of their days; `caption` says what comes next, or came."""

    standing: Standing
    marks: tuple[Mark, ...]
    stretches: tuple[Stretch, ...]
    caption: str

    @property
    def is_over(self) -> bool:
        """Whether nothing is to be done any more: it is closed, or they were asked and it is for them to answer."""
        section = self.standing.section
        done = self.standing.follow_up.state is ActionState.DONE
        return section is Section.CLOSED or (section is Section.WAITING and done)

    def is_seen(self, first: date, days: int) -> bool:
        """Whether anything is marked on one of `days` days from `first` on."""
        return any(0 <= (mark.on - first).days < days for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All interviews in the board's order; `now` is in the reader's zone."""

    now: datetime
    board: Board
    courses: tuple[Course, ...]

    @property
    def today(self) -> date:
        return self.now.date()

    def shown(self, first: date, days: int) -> tuple[Course, ...]:
        """The courses that a look at `days` days from `first` on shows: closed ones only with something in it."""
        return tuple(
            course
            for course in self.courses
            if course.standing.section is not Section.CLOSED or course.is_seen(first, days)
        )


def timeline_of(board: Board, now: datetime) -> Timeline:
    """The timeline of a board at its instant, which `now` gives in the reader's zone."""
    return Timeline(now, board, tuple([_course(standing.case, standing, now) for standing in board.standings]))


def monday(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def _course(case: Case, standing: Standing, now: datetime) -> Course:
    today = now.date()
    return Course(
        standing=standing,
        marks=tuple(sorted(set(_marks(case, standing)))),
        stretches=tuple(one for one in _stretches(case, standing, today) if one.first < one.until),
        caption=_caption(case, standing, now),
    )


def _marks(case: Case, standing: Standing) -> Iterator[Mark]:
    thank_you, follow_up = standing.checklist
    yield Mark(
        case.day(case.interview.starts_at), Kind.COMING if standing.section is Section.UPCOMING else Kind.INTERVIEW
    )
    for entry in case.log:
        if isinstance(entry, Thanked):
            yield Mark(case.day(entry.at), Kind.THANKED)
        elif isinstance(entry, FollowedUp):
            yield Mark(case.day(entry.at), Kind.FOLLOWED_UP)
    if thank_you.is_open and thank_you.finding.due_at:
        yield Mark(case.day(thank_you.finding.due_at), Kind.DUE)
    if case.decision:
        yield Mark(case.decision.on, Kind.DECISION)
    if _asks(standing) and follow_up.finding.opens_on:
        yield Mark(follow_up.finding.opens_on, Kind.CALL_BACK if _is_call_back(standing) else Kind.OPENS)


def _asks(standing: Standing) -> bool:
    """Whether the follow-up can be made, or is what is waited for: while a thank-you is owed, that comes first."""
    if standing.follow_up.is_open:
        return True
    return standing.follow_up.state is ActionState.WAITING and not standing.thank_you.is_open


def _is_call_back(standing: Standing) -> bool:
    return "call-back" in standing.follow_up.finding.reason


def _stretches(case: Case, standing: Standing, today: date) -> Iterator[Stretch]:
    follow_up = standing.follow_up
    opens_on = follow_up.finding.opens_on
    if follow_up.state is ActionState.DONE:
        yield Stretch(Wait.OVER, case.ends_on, case.day(case.follow_ups[-1].at))
    elif opens_on and follow_up.is_open:
        yield Stretch(Wait.OVER, case.ends_on, opens_on)
        yield Stretch(Wait.OPEN, opens_on, today + timedelta(days=1))
    elif opens_on and _asks(standing):
        # Where it is today already for the reader, and not yet for the interview, all of the wait is ahead.
        turn = min(max(today, case.ends_on), opens_on)
        yield Stretch(Wait.BEHIND, case.ends_on, turn)
        yield Stretch(Wait.AHEAD, turn, opens_on)


def _caption(case: Case, standing: Standing, now: datetime) -> str:
    today = now.date()
    thank_you, follow_up = standing.checklist
    if standing.section is Section.UPCOMING:
        starts_at = case.interview.starts_at
        return f"interview {wording.near(starts_at.date(), today)} {wording.marked_clock(starts_at, now.tzinfo)}"
    if thank_you.is_open and thank_you.finding.due_at:
        due_at = thank_you.finding.due_at
        if thank_you.state is ActionState.OVERDUE:
            return f"thank-you late since {wording.near(due_at.date(), today)}"
        return f"thank-you by {wording.near_moment(due_at, today, now.tzinfo)}"
    if follow_up.finding.opens_on and (follow_up.is_open or follow_up.state is ActionState.WAITING):
        return _asking(case, standing, wording.near(follow_up.finding.opens_on, today), today)
    return _end(case, standing)


def _asking(case: Case, standing: Standing, day: str, today: date) -> str:
    """What the follow-up that opens on `day` waits for, or since when it is open."""
    if standing.follow_up.is_open:
        what = "call back" if _is_call_back(standing) else "follow up"
        late = " late:" if standing.follow_up.state is ActionState.OVERDUE else ""
        return f"{what},{late} open since {day}"
    if _is_call_back(standing):
        return f"call back {day}, as they asked"
    reason = standing.follow_up.finding.reason
    why = f"they decide by {wording.near(case.decision.on, today)}" if case.decision else "no date given"
    return f"opens {day} · {_WAITS.get(reason, why)}"


_WAITS = {
    "wait-about-a-week": "no date given",
    "wait-before-second": "once more",
    "wait-on-hold": "on hold",
    "recent-contact": "asked about another role",
}
_ENDS = {
    "did-not-take-place": "did not take place",
    "later-round": "the next round came",
    "no-contact-requested": "no contact, as they asked",
    "one-is-enough": "one is enough",
    "stale": "no answer",
}
_OUTCOMES = {
    Result.OFFER: "offer",
    Result.ACCEPTED: "offer accepted",
    Result.REJECTED: "turned down",
    Result.WITHDRAWN: "withdrawn",
}


def _end(case: Case, standing: Standing) -> str:
    reason = standing.follow_up.finding.reason
    if case.outcome and reason == "outcome":
        return _OUTCOMES[case.outcome]
    if reason == "one-is-enough" and standing.section is Section.CLOSED:
        return "no answer"
    return _ENDS.get(reason, "")

"""How every interview stands at one instant: its answers, its section, and what comes next. Frozen views."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from planner.domain import thanks
from planner.domain.calendar import start_of_day
from planner.domain.case import Case, cases_of
from planner.domain.engine import assess
from planner.domain.interview import Interview
from planner.domain.log import Channel
from planner.domain.policy import Policy
from planner.domain.verdict import ActionId, ActionState, Availability


class Section(StrEnum):
    """Where an interview stands on the board, in the order the board shows."""

    DO_NOW = "do_now"
    WAITING = "waiting"
    UPCOMING = "upcoming"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Next:
    """The next step and its day: when a thank-you is due, when a follow-up opens or opened, when the interview is."""

    action: str
    on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """An interview with all answers at one instant.

    `left` names those still to be thanked. `matters_at` is the date that matters, which orders a section.
    `changes_at` is the next instant, in UTC, at which the clock alone may change any of this; None: never.
    """

    interview: Interview
    section: Section
    thank_you: Availability
    follow_up: Availability
    flexibility: Availability
    expedite: Availability
    channel: Channel
    left: tuple[str, ...]
    next: Next | None
    matters_at: datetime
    changes_at: datetime | None

    @property
    def checklist(self) -> tuple[Availability, Availability]:
        return self.thank_you, self.follow_up

    def answer(self, action: ActionId) -> Availability:
        """The answer to one action by its id."""
        answer: Availability = getattr(self, action.value)
        return answer


@dataclass(frozen=True, slots=True)
class Board:
    """All interviews at the instant `at`, in the order shown: by section, then by the date that matters, then id."""

    at: datetime
    standings: tuple[Standing, ...]

    def section(self, section: Section) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if standing.section is section)

    @property
    def changes_at(self) -> datetime | None:
        """The next instant, in UTC, at which the clock alone may change the board."""
        return _soonest(standing.changes_at for standing in self.standings)


def board_of(interviews: Iterable[Interview], policy: Policy, now: datetime) -> Board:
    """The board at `now`. Give it all interviews: rounds and roles of one company bear on each other."""
    now = now.astimezone(UTC)
    standings = [standing_of(case, now) for case in cases_of(interviews, policy)]
    return Board(now, tuple(sorted(standings, key=_order)))


def standing_of(case: Case, now: datetime) -> Standing:
    """How one interview stands at `now`."""
    now = now.astimezone(UTC)
    thank_you, follow_up, flexibility, expedite = (assess(case, action, now) for action in ActionId)
    rests_at = _rests_at(case) if follow_up.state is ActionState.DONE else None
    section = _section(case, thank_you, follow_up, rests_at, now)
    changes = (
        case.ends_at,
        rests_at,
        *(answer.finding.until for answer in (thank_you, follow_up, flexibility, expedite)),
    )
    return Standing(
        interview=case.interview,
        section=section,
        thank_you=thank_you,
        follow_up=follow_up,
        flexibility=flexibility,
        expedite=expedite,
        channel=thanks.channel(case),
        left=thanks.left(case),
        next=_next(case, section, thank_you, follow_up),
        matters_at=_matters_at(case, section, thank_you, follow_up, rests_at),
        changes_at=_soonest(at for at in changes if at and at > now),
    )


def _soonest(instants: Iterable[datetime | None]) -> datetime | None:
    # In UTC: within one zone Python compares and subtracts what the clocks show, and they may show an hour twice.
    return min((at.astimezone(UTC) for at in instants if at), default=None)


def _section(
    case: Case,
    thank_you: Availability,
    follow_up: Availability,
    rests_at: datetime | None,
    now: datetime,
) -> Section:
    if thank_you.is_open or follow_up.is_open:
        return Section.DO_NOW
    if case.called_off:
        return Section.CLOSED
    if now < case.ends_at:
        return Section.UPCOMING
    if follow_up.state is ActionState.WAITING or (rests_at and now < rests_at):
        return Section.WAITING
    return Section.CLOSED


def _rests_at(case: Case) -> datetime:
    """When a follow-up that got no answer stops being waited for."""
    asked_on = case.day(case.follow_ups[-1].at)
    return start_of_day(asked_on + timedelta(days=case.policy.lapse_after_days), case.zone)


def _next(case: Case, section: Section, thank_you: Availability, follow_up: Availability) -> Next | None:
    if section is Section.UPCOMING:
        return Next("interview", case.day(case.interview.starts_at))
    if thank_you.is_open and thank_you.finding.due_at:
        return Next(thank_you.action.value, case.day(thank_you.finding.due_at))
    if section in (Section.DO_NOW, Section.WAITING) and follow_up.finding.opens_on:
        return Next(follow_up.action.value, follow_up.finding.opens_on)
    return None


def _matters_at(
    case: Case,
    section: Section,
    thank_you: Availability,
    follow_up: Availability,
    rests_at: datetime | None,
) -> datetime:
    """What is late soonest comes first among what can be done; what opens soonest among what waits."""
    match section:
        case Section.UPCOMING:
            return case.interview.starts_at
        case Section.DO_NOW:
            late = [thank_you.finding.due_at] if thank_you.is_open else []
            if follow_up.is_open and follow_up.finding.opens_on:
                overdue_on = follow_up.finding.opens_on + timedelta(days=case.policy.overdue_after_days)
                late.append(start_of_day(overdue_on, case.zone))
            return min((at for at in late if at), key=datetime.timestamp)
        case Section.WAITING:
            return follow_up.finding.opens_at or rests_at or case.ends_at
        case _:  # closed: when last anything happened
            return max((entry.at for entry in case.log), default=case.ends_at)


def _order(standing: Standing) -> tuple[int, float, int]:
    """Closed interviews stand newest first; all others soonest first."""
    at = standing.matters_at.timestamp()
    place = list(Section).index(standing.section)
    return place, -at if standing.section is Section.CLOSED else at, standing.interview.id

"""How every interview stands at one instant: its answers, its section, and what comes next. Frozen views."""

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from planner.domain import thanks
from planner.domain.calendar import day_begins, start_of_day
from planner.domain.case import Case, cases_of
from planner.domain.differences import new_in
from planner.domain.engine import assess_all
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


class Next(NamedTuple):
    """The next step and its day: when a thank-you is due, when a follow-up opens or opened, when the interview is."""

    action: str
    on: date


class Standing(NamedTuple):
    """An interview with all answers at one instant.

    `matters_at` is the date that matters, which orders a section.
    `changes_at` is the next instant, in UTC, at which the clock alone may change any of this; None: never.
    """

    case: Case
    section: Section
    thank_you: Availability
    follow_up: Availability
    flexibility: Availability
    expedite: Availability
    next: Next | None
    matters_at: datetime
    changes_at: datetime | None

    @property
    def interview(self) -> Interview:
        return self.case.interview

    @property
    def channel(self) -> Channel:
        """How the thank-you is best sent."""
        return thanks.channel(self.case)

    @property
    def left(self) -> tuple[str, ...]:
        """The names of those still to be thanked."""
        return thanks.left(self.case)

    @property
    def checklist(self) -> tuple[Availability, Availability]:
        return self.thank_you, self.follow_up

    def answer(self, action: ActionId) -> Availability:
        """The answer to one action by its id."""
        answer: Availability = getattr(self, action.value)
        return answer


class Board(NamedTuple):
    """All interviews at the instant `at`, in the order shown: by section, then by the date that matters, then id.

    `interviews` are the same by number.
    """

    at: datetime
    standings: tuple[Standing, ...]
    interviews: Mapping[int, Interview] = MappingProxyType({})

    def section(self, section: Section) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if standing.section is section)

    @property
    def changes_at(self) -> datetime | None:
        """The next instant, in UTC, at which the clock alone may change the board."""
        return min([at for standing in self.standings if (at := standing.changes_at)], default=None)


def board_of(interviews: Iterable[Interview], policy: Policy, now: datetime, before: Board | None = None) -> Board:
    """The board at `now`. Give it all interviews: rounds and roles of one company bear on each other.

    What `before`, another board, says of companies in which nothing was changed is taken from it, as far as the clock
    has not changed it: so a change costs as much as the interviews it bears on. The board is the same without it.
    """
    now = now.astimezone(UTC)
    here = {interview.id: interview for interview in interviews}
    if before is None or any(standing.case.policy != policy for standing in before.standings[:1]):
        new = [standing_of(case, now) for case in cases_of(here.values(), policy)]
        return Board(now, tuple(sorted(new, key=_order)), here)
    untouched, touched = _untouched(before, here, policy)
    # The year is said only in other years: across New Year the words of a date may change, and nothing else.
    holds = before.at <= now and (before.at - _DAY).year == (now + _DAY).year
    kept, cases = [], [*touched]
    for standing in untouched:
        if holds and (standing.changes_at is None or now < standing.changes_at):
            kept.append(standing)
        else:
            cases.append(standing.case)
    if len(kept) == len(before.standings) and not cases:
        return Board(now, before.standings, here)
    return Board(now, tuple(_ordered(kept, [standing_of(case, now) for case in cases])), here)


def _untouched(
    before: Board, here: Mapping[int, Interview], policy: Policy
) -> tuple[Sequence[Standing], tuple[Case, ...]]:
    """In their order, the standings of companies of which each interview is still the very same; all others' cases."""
    changed, gone = new_in(here, before.interviews), new_in(before.interviews, here)
    if not changed and not gone:
        return before.standings, ()
    companies = {interview.pursuit.company for interview in (*changed.values(), *gone.values())}
    untouched, touched = [], set(changed)
    for standing in before.standings:
        if standing.case.pursuit.company in companies:
            touched.add(standing.case.interview.id)
        else:
            untouched.append(standing)
    return untouched, cases_of([here[id_] for id_ in touched if id_ in here], policy)


def _ordered(kept: list[Standing], new: list[Standing]) -> list[Standing]:
    """All of them in order; those kept are so already, and few more are quickly put among them."""
    if len(new) * _FEW > len(kept):
        return sorted([*kept, *new], key=_order)
    for standing in new:
        insort(kept, standing, key=_order)
    return kept


_DAY = timedelta(days=1)
_FEW = 16


def standing_of(case: Case, now: datetime) -> Standing:
    """How one interview stands at `now`."""
    now = now.astimezone(UTC)
    thank_you, follow_up, flexibility, expedite = assess_all(case, now)
    rests_at = _rests_at(case) if follow_up.state is _DONE else None
    section, step, matters_at = _place(case, thank_you, follow_up, rests_at, now)
    changes = (
        case.ends_at,
        rests_at,
        thank_you.finding.until,
        follow_up.finding.until,
        flexibility.finding.until,
        expedite.finding.until,
    )
    to_come = [at for at in changes if at and at > now]
    changes_at = min(to_come) if to_come else None
    return Standing(case, section, thank_you, follow_up, flexibility, expedite, step, matters_at, changes_at)


# Looked up once, as each look-up in an enumeration takes as long as a rule.
_DONE, _WAITING = ActionState.DONE, ActionState.WAITING


def _rests_at(case: Case) -> datetime:
    """When a follow-up that got no answer stops being waited for, in UTC."""
    asked_on = case.day(case.follow_ups[-1].at)
    return day_begins(asked_on + timedelta(days=case.policy.lapse_after_days), case.zone)


def _place(
    case: Case, thank_you: Availability, follow_up: Availability, rests_at: datetime | None, now: datetime
) -> tuple[Section, Next | None, datetime]:
    """The section, the next step, and the date that matters: what opens soonest comes first among what waits."""
    if thank_you.is_open or follow_up.is_open:
        return Section.DO_NOW, *_what_is_open(case, thank_you, follow_up)
    if now < case.ends_at and not case.called_off:
        starts_at = case.interview.starts_at
        return Section.UPCOMING, Next("interview", case.day(starts_at)), starts_at
    if not case.called_off and (follow_up.state is _WAITING or (rests_at and now < rests_at)):
        opens_on, opens_at = follow_up.finding.opens_on, follow_up.finding.opens_at
        step = Next(follow_up.action.value, opens_on) if opens_on else None
        return Section.WAITING, step, opens_at or rests_at or case.interview.ends_at
    return Section.CLOSED, None, case.log[-1].at if case.log else case.interview.ends_at


def _what_is_open(case: Case, thank_you: Availability, follow_up: Availability) -> tuple[Next | None, datetime]:
    """The next step of what can be done, and when the first of it is late."""
    step, late = None, []
    opens_on = follow_up.finding.opens_on
    if follow_up.is_open and opens_on:
        step = Next(follow_up.action.value, opens_on)
        late.append(start_of_day(opens_on + timedelta(days=case.policy.overdue_after_days), case.zone))
    due_at = thank_you.finding.due_at
    if thank_you.is_open and due_at:
        step = Next(thank_you.action.value, case.day(due_at))
        late.append(due_at)
    return step, min(late, key=datetime.timestamp)


def _order(standing: Standing) -> tuple[int, float, int]:
    """Closed interviews stand newest first; all others soonest first."""
    at = standing.matters_at.timestamp()
    is_closed = standing.section is _CLOSED
    return _PLACES[standing.section], -at if is_closed else at, standing.interview.id


_CLOSED = Section.CLOSED
_PLACES = {section: place for place, section in enumerate(Section)}

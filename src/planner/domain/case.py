"""A case: all that a rule may look at. One interview, read with its pursuit and its company, under one policy.

Nothing in a case depends on the time it is: what is recorded counts, even where a clock was set back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from operator import itemgetter
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from planner.domain.calendar import day_of
from planner.domain.interview import Interview, Pursuit
from planner.domain.log import (
    DECISIVE,
    E,
    Entry,
    FollowedUp,
    Outcome,
    Result,
    ToldDecision,
    ToldNotToContact,
    in_order,
    is_called_off,
)
from planner.domain.policy import Policy


class Decision(NamedTuple):
    """A date they told that differed from the one that stood before; `on` is the day that counts of a range."""

    told: ToldDecision
    on: date
    replaced: bool


class Case(NamedTuple):
    """`zone` is the one in which days are counted; `ends_at` is in UTC.

    `log` is in the order it is read, and `newest` holds the last of it of each kind. `outcome` and `no_contact` are the
    whole pursuit's. `later_round` is the first round after this one that was not called off. `other_contact_at` is when
    they were last asked about another role of the same company.
    """

    interview: Interview
    pursuit: Pursuit
    policy: Policy
    zone: tzinfo
    ends_at: datetime
    log: tuple[Entry, ...]
    newest: Mapping[type[Entry], Any]
    called_off: bool
    decisions: tuple[Decision, ...]
    follow_ups: tuple[FollowedUp, ...]
    outcome: Result | None
    no_contact: bool
    later_round: Interview | None
    other_contact_at: datetime | None

    def last(self, kind: type[E]) -> E | None:
        """The newest entry of a kind."""
        entry: E | None = self.newest.get(kind)
        return entry

    def since(self, entry: Entry, kind: type[E]) -> tuple[E, ...]:
        """The entries of a kind recorded as later than `entry`."""
        place = next(place for place, other in enumerate(self.log) if other is entry)
        return tuple(other for other in self.log[place + 1 :] if isinstance(other, kind))

    def told_a_date_since(self, entry: Entry) -> bool:
        return any(told.days for told in self.since(entry, ToldDecision))

    @property
    def ends_on(self) -> date:
        return self.day(self.ends_at)

    @property
    def decision(self) -> Decision | None:
        """The date they told that stands."""
        return self.decisions[-1] if self.decisions else None

    def day(self, instant: datetime) -> date:
        """The day it is at `instant` where days are counted."""
        return day_of(instant, self.zone)


# An interview as it is first read: its start in UTC, itself, its log in order, and of that the last of each kind.
_Read = tuple[datetime, Interview, tuple[Entry, ...], Mapping[type[Entry], Any]]


def cases_of(interviews: Iterable[Interview], policy: Policy) -> tuple[Case, ...]:
    """A case for each interview, in the order given."""
    interviews = tuple(interviews)
    pursuits: dict[Pursuit, list[_Read]] = defaultdict(list)
    asked: dict[str, dict[str, datetime]] = defaultdict(dict)
    for interview in interviews:
        pursuit, log = interview.pursuit, in_order(interview.log)
        newest: Mapping[type[Entry], Any] = {type(entry): entry for entry in log}
        pursuits[pursuit].append((interview.starts_at.astimezone(UTC), interview, log, newest))
        if FollowedUp in newest:
            roles, at = asked[pursuit.company], newest[FollowedUp].at
            roles[pursuit.role] = max(at, roles.get(pursuit.role, at))
    # Of the two roles that were asked about last at least one is another, whichever role is looked at.
    last_asked = {company: sorted(roles.items(), key=_when, reverse=True)[:2] for company, roles in asked.items()}
    home = ZoneInfo(policy.home_time_zone) if policy.day_zone == "home" and policy.home_time_zone else None
    found: dict[int, Case] = {}
    for pursuit, rounds in pursuits.items():
        elsewhere = [at for role, at in last_asked.get(pursuit.company, ()) if role != pursuit.role]
        for case in _pursuit(pursuit, rounds, policy, home, elsewhere[0] if elsewhere else None):
            found[case.interview.id] = case
    return tuple([found[interview.id] for interview in interviews])


def _pursuit(
    pursuit: Pursuit,
    rounds: list[_Read],
    policy: Policy,
    home: tzinfo | None,
    other_contact_at: datetime | None,
) -> list[Case]:
    if len(rounds) > 1:
        rounds.sort(key=_place_in_pursuit)
    outcomes: list[Outcome] = [newest[Outcome] for _, _, _, newest in rounds if Outcome in newest]
    outcome = in_order(outcomes)[-1].what if outcomes else None
    no_contact = True in [ToldNotToContact in newest for _, _, _, newest in rounds]
    later_round = None
    cases = []
    # From the last round back: two interviews of one round are ordered by their start.
    for starts_at, interview, log, newest in reversed(rounds):
        called_off = not DECISIVE.isdisjoint(newest) and is_called_off(log)
        case = Case(
            interview,
            pursuit,
            policy,
            home or interview.starts_at.tzinfo or UTC,
            starts_at + interview.minutes * _MINUTE,
            log,
            newest,
            called_off,
            _decisions(log, policy) if ToldDecision in newest else (),
            tuple([entry for entry in log if isinstance(entry, FollowedUp)]) if FollowedUp in newest else (),
            outcome,
            no_contact,
            later_round,
            other_contact_at,
        )
        cases.append(case)
        if not called_off:
            later_round = interview
    return cases


def _place_in_pursuit(read: _Read) -> tuple[int, datetime, int]:
    starts_at, interview, _, _ = read
    return interview.round, starts_at, interview.id


def _decisions(log: tuple[Entry, ...], policy: Policy) -> tuple[Decision, ...]:
    """The dates told, less the vague words and the repeats of the date that stood: those change nothing."""
    found: list[Decision] = []
    for entry in log:
        if isinstance(entry, ToldDecision) and entry.days:
            on = entry.days.last if policy.range_policy == "end" else entry.days.first
            if not found or found[-1].on != on:
                found.append(Decision(entry, on, replaced=bool(found)))
    return tuple(found)


_MINUTE = timedelta(minutes=1)
_when = itemgetter(1)

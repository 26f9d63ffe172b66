"""A case: all that a rule may look at. One interview, read with its pursuit and its company, under one policy.

Nothing in a case depends on the time it is: what is recorded counts, even where a clock was set back.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import chain
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from planner.domain.calendar import day_of
from planner.domain.interview import Interview, Pursuit
from planner.domain.log import (
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

E = TypeVar("E", bound=Entry)


class Decision(NamedTuple):
    """A date they told that differed from the one that stood before; `on` is the day that counts of a range."""

    told: ToldDecision
    on: date
    replaced: bool


class Case(NamedTuple):
    """`zone` is the one in which days are counted; `log` is in the order it is read. `ends_at` is in UTC.

    `outcome` and `no_contact` are the whole pursuit's. `later_round` is the first round after this one that was not
    called off. `other_contact_at` is when they were last asked about another role of the same company.
    """

    interview: Interview
    pursuit: Pursuit
    policy: Policy
    zone: tzinfo
    ends_at: datetime
    ends_on: date
    log: tuple[Entry, ...]
    called_off: bool
    decisions: tuple[Decision, ...]
    follow_ups: tuple[FollowedUp, ...]
    outcome: Result | None
    no_contact: bool
    later_round: Interview | None
    other_contact_at: datetime | None

    def last(self, kind: type[E]) -> E | None:
        """The newest entry of a kind."""
        for entry in reversed(self.log):
            if isinstance(entry, kind):
                return entry
        return None

    def since(self, entry: Entry, kind: type[E]) -> tuple[E, ...]:
        """The entries of a kind recorded as later than `entry`."""
        place = next(place for place, other in enumerate(self.log) if other is entry)
        return tuple(other for other in self.log[place + 1 :] if isinstance(other, kind))

    def told_a_date_since(self, entry: Entry) -> bool:
        return any(told.days for told in self.since(entry, ToldDecision))

    @property
    def decision(self) -> Decision | None:
        """The date they told that stands."""
        return self.decisions[-1] if self.decisions else None

    def day(self, instant: datetime) -> date:
        """The day it is at `instant` where days are counted."""
        return day_of(instant, self.zone)


def cases_of(interviews: Iterable[Interview], policy: Policy) -> tuple[Case, ...]:
    """A case for each interview, in the order given."""
    interviews = tuple(interviews)
    pursuits: dict[Pursuit, list[Interview]] = defaultdict(list)
    asked: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
    for interview in interviews:
        pursuit = interview.pursuit
        pursuits[pursuit].append(interview)
        for entry in interview.log:
            if isinstance(entry, FollowedUp):
                asked[pursuit.company].append((entry.at, pursuit.role))
    home = ZoneInfo(policy.home_time_zone) if policy.day_zone == "home" and policy.home_time_zone else None
    read: dict[int, Case] = {}
    for pursuit, rounds in pursuits.items():
        asked_there = asked.get(pursuit.company, ())
        elsewhere = [at for at, role in asked_there if role != pursuit.role]
        for case in _pursuit(pursuit, rounds, policy, home, max(elsewhere, default=None)):
            read[case.interview.id] = case
    return tuple([read[interview.id] for interview in interviews])


def _pursuit(
    pursuit: Pursuit,
    rounds: list[Interview],
    policy: Policy,
    home: tzinfo | None,
    other_contact_at: datetime | None,
) -> Iterator[Case]:
    if len(rounds) > 1:
        rounds = sorted(rounds, key=_place_in_pursuit)
    outcome, no_contact = _known_of(rounds)
    later_round = None
    # From the last round back: two interviews of one round are ordered by their start.
    for interview in reversed(rounds):
        log = in_order(interview.log)
        called_off = is_called_off(log)
        zone = home or interview.starts_at.tzinfo or UTC
        ends_at = interview.starts_at.astimezone(UTC) + timedelta(minutes=interview.minutes)
        yield Case(
            interview,
            pursuit,
            policy,
            zone,
            ends_at,
            day_of(ends_at, zone),
            log,
            called_off,
            _decisions(log, policy),
            tuple([entry for entry in log if isinstance(entry, FollowedUp)]),
            outcome,
            no_contact,
            later_round,
            other_contact_at,
        )
        if not called_off:
            later_round = interview


def _known_of(rounds: list[Interview]) -> tuple[Result | None, bool]:
    """The outcome of a pursuit, and whether they asked not to be contacted."""
    outcome, no_contact = None, False
    for entry in in_order(chain.from_iterable([in_order(interview.log) for interview in rounds])):
        if isinstance(entry, Outcome):
            outcome = entry.what
        elif isinstance(entry, ToldNotToContact):
            no_contact = True
    return outcome, no_contact


def _place_in_pursuit(interview: Interview) -> tuple[int, datetime, int]:
    return interview.round, interview.starts_at.astimezone(UTC), interview.id


def _decisions(log: tuple[Entry, ...], policy: Policy) -> tuple[Decision, ...]:
    """The dates told, less the vague words and the repeats of the date that stood: those change nothing."""
    found: list[Decision] = []
    for entry in log:
        if isinstance(entry, ToldDecision) and entry.days:
            on = entry.days.last if policy.range_policy == "end" else entry.days.first
            if not found or found[-1].on != on:
                found.append(Decision(entry, on, replaced=bool(found)))
    return tuple(found)

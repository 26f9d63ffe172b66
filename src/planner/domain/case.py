"""A case: all that a rule may look at. One interview, read with its pursuit and its company, under one policy.

Nothing in a case depends on the time it is: what is recorded counts, even where a clock was set back.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from planner.domain.calendar import day_of
from planner.domain.interview import Interview
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


@dataclass(frozen=True, slots=True)
class Case:
    """`zone` is the one in which days are counted; `log` is in the order it is read.

    `outcome` and `no_contact` are the whole pursuit's. `later_round` is the first round after this one that was not
    called off. `other_contact_at` is when they were last asked about another role of the same company.
    """

    interview: Interview
    policy: Policy
    zone: tzinfo
    ends_at: datetime
    ends_on: date
    log: tuple[Entry, ...]
    called_off: bool
    decisions: tuple[Decision, ...]
    outcome: Result | None
    no_contact: bool
    later_round: Interview | None
    other_contact_at: datetime | None

    def last(self, kind: type[E]) -> E | None:
        """The newest entry of a kind."""
        return next((entry for entry in reversed(self.log) if isinstance(entry, kind)), None)

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

    @property
    def follow_ups(self) -> tuple[FollowedUp, ...]:
        return tuple(entry for entry in self.log if isinstance(entry, FollowedUp))

    def day(self, instant: datetime) -> date:
        """The day it is at `instant` where days are counted."""
        return day_of(instant, self.zone)


def cases_of(interviews: Iterable[Interview], policy: Policy) -> tuple[Case, ...]:
    """A case for each interview, in the order given."""
    interviews = tuple(interviews)
    logs = {interview.id: in_order(interview.log) for interview in interviews}
    companies: dict[str, dict[str, list[Interview]]] = defaultdict(lambda: defaultdict(list))
    for interview in interviews:
        company, role = interview.pursuit
        companies[company][role].append(interview)
    read = {}
    for roles in companies.values():
        contacts = {role: _last_contact_at(rounds) for role, rounds in roles.items()}
        for role, rounds in roles.items():
            others = [at for other, at in contacts.items() if other != role and at]
            for case in _pursuit(rounds, logs, policy, max(others, default=None)):
                read[case.interview.id] = case
    return tuple(read[interview.id] for interview in interviews)


def _pursuit(
    rounds: list[Interview],
    logs: dict[int, tuple[Entry, ...]],
    policy: Policy,
    other_contact_at: datetime | None,
) -> Iterable[Case]:
    rounds = sorted(rounds, key=_place_in_pursuit)
    whole = in_order(entry for interview in rounds for entry in logs[interview.id])
    outcome = next((entry.what for entry in reversed(whole) if isinstance(entry, Outcome)), None)
    no_contact = any(isinstance(entry, ToldNotToContact) for entry in whole)
    later_round = None
    # From the last round back: two interviews of one round are ordered by their start.
    for interview in reversed(rounds):
        log = logs[interview.id]
        called_off = is_called_off(log)
        zone = ZoneInfo(policy.home_time_zone) if _days_are_home(policy) else interview.starts_at.tzinfo or UTC
        ends_at = interview.ends_at
        yield Case(
            interview=interview,
            policy=policy,
            zone=zone,
            ends_at=ends_at,
            ends_on=day_of(ends_at, zone),
            log=log,
            called_off=called_off,
            decisions=_decisions(log, policy),
            outcome=outcome,
            no_contact=no_contact,
            later_round=later_round,
            other_contact_at=other_contact_at,
        )
        if not called_off:
            later_round = interview


def _place_in_pursuit(interview: Interview) -> tuple[int, datetime, int]:
    return interview.round, interview.starts_at.astimezone(UTC), interview.id


def _days_are_home(policy: Policy) -> bool:
    return policy.day_zone == "home" and bool(policy.home_time_zone)


def _last_contact_at(rounds: list[Interview]) -> datetime | None:
    made = (entry.at for interview in rounds for entry in interview.log if isinstance(entry, FollowedUp))
    return max(made, default=None)


def _decisions(log: tuple[Entry, ...], policy: Policy) -> tuple[Decision, ...]:
    """The dates told, less the vague words and the repeats of the date that stood: those change nothing."""
    found: list[Decision] = []
    for entry in log:
        if isinstance(entry, ToldDecision) and entry.days:
            on = entry.days.last if policy.range_policy == "end" else entry.days.first
            if not found or found[-1].on != on:
                found.append(Decision(entry, on, replaced=bool(found)))
    return tuple(found)

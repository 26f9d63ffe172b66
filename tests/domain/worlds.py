"""Worlds for property tests: some interviews at one company with what was said, a policy, and an instant.

All lies near one day, so that dates, clock changes and rules meet; half of the worlds lie around a change of clocks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from planner.domain.board import Board, board_of
from planner.domain.calendar import pinned
from planner.domain.case import Case, cases_of
from planner.domain.interview import Flexibility, Interview, Part, Person
from planner.domain.log import KINDS, Channel, Days, Entry, Obstacle, Result
from planner.domain.policy import Policy

ZONES = (
    "UTC",
    "America/New_York",
    "Europe/Berlin",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "America/Santiago",
    "America/Havana",
    "Africa/Cairo",
    "Pacific/Auckland",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Pacific/Honolulu",
    "Asia/Kathmandu",
)
CHANGES = (
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2026, 11, 1, 6, tzinfo=UTC),
    datetime(2027, 3, 14, 7, tzinfo=UTC),
    datetime(2027, 4, 3, 15, tzinfo=UTC),
    datetime(2026, 9, 6, 4, tzinfo=UTC),
    datetime(2011, 12, 30, 10, tzinfo=UTC),
    datetime(2027, 4, 29, 22, tzinfo=UTC),
)
NAMES = ("Ann Lee", "Bo Chen", "Cy Dee")
# What moves a date comes often, what ends all seldom.
SAID = (
    *("note", "followed_up", "told_decision", "told_call_back", "heard", "told_on_hold", "told_obstacle", "thanked")
    * 4,
    *("rescheduled", "cancelled", "did_not_take_place", "outcome", "told_not_to_contact", "told_no_thanks"),
)
assert set(SAID) == set(KINDS)
WHATS = {"told_obstacle": tuple(Obstacle), "outcome": tuple(Result)}


@dataclass(frozen=True)
class World:
    interviews: tuple[Interview, ...]
    policy: Policy
    now: datetime

    def board(self, now: datetime | None = None) -> Board:
        return board_of(self.interviews, self.policy, now or self.now)

    def cases(self) -> tuple[Case, ...]:
        return cases_of(self.interviews, self.policy)

    def nows(self) -> tuple[datetime, ...]:
        """Now, and some instants in the months after it."""
        return tuple(self.now + timedelta(days=days) for days in (0, 9, 27, 70))

    def boards_to_come(self) -> Iterator[Board]:
        """The board now, and each time the clock changes it; at most as often as anything can open, fall due, rest."""
        board = self.board()
        yield board
        for _ in range(12 * len(self.interviews)):
            if board.changes_at is None:
                return
            board = self.board(board.changes_at)
            yield board
        raise AssertionError(f"no end of changes: {board.changes_at}")


DAY = 24 * 60
minutes = st.integers(0, 80 * DAY) | st.integers(-14 * DAY, 14 * DAY)
moments = st.integers(0, 60 * 365 * DAY).map(
    lambda minutes: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)

# All is drawn as plain figures, days and minutes from a common base, and built from these: drawing is what takes time.
logs = st.lists(
    st.tuples(
        st.sampled_from(SAID), minutes, st.integers(-7, 45), st.sampled_from((0, 0, 1, 5, None)), st.integers(0, 3)
    ),
    max_size=5,
)
interviews = st.fixed_dictionaries(
    {
        "zone": st.sampled_from(ZONES),
        "start": st.integers(-10 * DAY, 2 * DAY),
        "role": st.sampled_from(("Analyst", "Engineer", "Tester")),
        "round": st.integers(1, 3),
        "minutes": st.sampled_from((1, 15, 60, 600)),
        "log": logs,
    },
    optional={
        "industry": st.sampled_from(("law", "technology")),
        "no_postal_address": st.booleans(),
        "people": st.lists(st.builds(Person, st.sampled_from(NAMES), st.sampled_from(Part)), max_size=3).map(tuple),
        "flexibility": st.just(Flexibility("any", "5 %")),
        "own_offer": st.integers(-12, 40),
    },
)
# Any that a config file may hold, most of them near the default; holidays as days from the base.
policies = st.fixed_dictionaries(
    {},
    optional={
        "thank_you_due_hours": st.integers(1, 336),
        "thank_you_lapse_days": st.integers(1, 365),
        "roll_thank_you": st.booleans(),
        "wait_days": st.integers(0, 365),
        "wait_unit": st.sampled_from(("calendar", "business")),
        "decision_buffer_days": st.integers(0, 60),
        "decision_buffer_unit": st.sampled_from(("calendar", "business")),
        "range_policy": st.sampled_from(("end", "start")),
        "roll_to_business_day": st.booleans(),
        "weekend": st.frozensets(st.integers(0, 6), max_size=6),
        "holidays": st.frozensets(st.integers(-10, 60), max_size=8),
        "max_follow_ups": st.integers(1, 5),
        "second_follow_up_gap_days": st.integers(1, 365),
        "extension_reopens": st.booleans(),
        "heard_resets_clock": st.booleans(),
        "overdue_after_days": st.integers(1, 365),
        "lapse_after_days": st.integers(1, 3650),
        "min_gap_days": st.integers(0, 60),
        "hold_review_days": st.integers(1, 365),
        "mail_days": st.integers(0, 60),
        "day_zone": st.just("home"),
        "home_time_zone": st.sampled_from(ZONES),
        "channel": st.sampled_from(({"law": Channel.EMAIL}, {"technology": Channel.CARD})),
    },
)


def _entry(base: datetime, zone: ZoneInfo, figures: tuple[str, int, int, int | None, int]) -> Entry:
    kind, after, day, span, choice = figures
    at = pinned(base + timedelta(minutes=after), zone)
    facts: dict[str, Any] = {}
    if kind in ("told_decision", "told_call_back"):
        first = at.date() + timedelta(days=day)
        facts["days"] = Days(first, first + timedelta(days=span or 0))
        if kind == "told_decision" and span is None:
            facts["days"] = None
    elif kind in WHATS:
        facts["what"] = WHATS[kind][choice % len(WHATS[kind])]
    elif kind == "thanked":
        facts["to"] = ("", *NAMES)[choice]
    elif kind == "rescheduled":
        facts["was"] = at
    return KINDS[kind](at=at, **facts)


def _interview(base: datetime, id_: int, drawn: dict[str, Any]) -> Interview:
    zone = ZoneInfo(drawn["zone"])
    facts = {name: drawn[name] for name in drawn.keys() - {"zone", "start", "log", "own_offer"}}
    if "own_offer" in drawn:
        facts["own_offer_deadline"] = base.date() + timedelta(days=drawn["own_offer"])
    return Interview(
        uid=f"uid-{id_}",
        id=id_,
        company="Acme",
        starts_at=(base + timedelta(minutes=drawn["start"])).astimezone(zone),
        time_zone=drawn["zone"],
        log=tuple(replace(_entry(base, zone, figures), id=number) for number, figures in enumerate(drawn["log"], 1)),
        **facts,
    )


def _world(base: datetime, several: list[dict[str, Any]], asked: int | None, policy: dict[str, Any], now: int) -> World:
    if asked is not None:
        other = {"zone": "UTC", "start": -DAY, "role": "Other", "log": [("followed_up", asked, 0, 0, 0)]}
        several = [*several, other]
    if "holidays" in policy:
        policy |= {"holidays": frozenset(base.date() + timedelta(days=day) for day in policy["holidays"])}
    return World(
        tuple(_interview(base, id_, drawn) for id_, drawn in enumerate(several, 1)),
        Policy(**policy),
        base + timedelta(minutes=now),
    )


worlds = st.builds(
    _world,
    st.sampled_from(CHANGES) | moments,
    st.lists(interviews, min_size=1, max_size=4),
    st.none() | minutes,
    policies,
    minutes,
)

"""The next date of an event that repeats, as the one appointment to offer of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import NamedTuple
from zoneinfo import ZoneInfo

from planner.domain.errors import BadInput
from planner.domain.zones import YEARS
from planner.formats.invitations.blocks import Block, Line
from planner.formats.invitations.moments import Moment, moment
from planner.formats.invitations.uids import uid_of
from planner.formats.invitations.values import BY_HAND
from planner.formats.invitations.zones import Placed, Zones

_ONCE = re.compile(r"(?:^|;)\s*COUNT\s*=\s*1\s*(?:;|$)", re.IGNORECASE)
_HOW_OFTEN = re.compile(r"FREQ\s*=\s*(DAILY|WEEKLY|MONTHLY|YEARLY)", re.IGNORECASE)
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_KEYS = frozenset({"FREQ", "INTERVAL", "COUNT", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"})
_NUMBER = re.compile(r"[1-9]\d{0,4}", re.ASCII)
_POSITION = re.compile(r"[+-]?[1-9]\d{0,2}", re.ASCII)
_LONGEST_RULE = 200
_DAY = timedelta(days=1)
# The library counts to the year 9999, also for a rule that gives no date. The calendar repeats itself every 400 years,
# so the same dates are counted that much later, where the end is near.
_LATER = 19 * timedelta(days=146_097)
_END = datetime.max  # noqa: DTZ901 (compared with wall times, which have no zone either)
_STEPS = 600_000  # a few seconds; a thousand weekly series of eleven years


@dataclass(slots=True)
class Search:
    """What the series of one file have in common; a date of theirs is offered from `now` on.

    `steps` may still be taken through the calendar in search of dates, by all of them together, so that no file makes
    the reader count for long. `moved` are the dates that an event of the file moves, by their uids.
    """

    now: datetime
    steps: int = _STEPS
    moved: set[str] = field(default_factory=set)

    def walk(self, span: timedelta, stride: timedelta) -> None:
        """Raises BadInput once the steps are used up."""
        self.steps -= max(span // stride, 1)
        if self.steps < 0:
            raise BadInput("The file holds more series than can be looked through.")


class Next(NamedTuple):
    """The date offered: `day` is that on the series' own clock."""

    placed: Placed
    day: date
    remark: str


def next_date(event: Block, start: Moment, first: Placed, zones: Zones, search: Search) -> Next | None:
    """The first date of a series that is not before now; None for an event that is no series.

    BadInput for a series that is over, or that isn't understood, and for an event that moves one date of a series.
    """
    rules = [line.value for line in event.all("RRULE")]
    if event.all("RECURRENCE-ID"):
        _note_moved(event, start, first, zones, search)
        raise BadInput(f"It moves one date of a series, to {_when(first)}, and a series is no interview.", BY_HAND)
    if not event.all("RDATE") and all(_ONCE.search(rule) for rule in rules):
        return None
    found = _HOW_OFTEN.search(" ".join(rules))
    what = f"It is a series ({found[1].lower()})" if found else "It is a series"
    try:
        if event.all("RDATE") or len(rules) != 1:
            raise BadInput("Its dates are given one by one.")
        parts = _parts(rules[0])
        series = _series(event, start, zones, parts.pop("UNTIL", ""))
        past: list[datetime] = []
        for wall in series.walls(parts, search):
            placed = series.placed(wall, search.now)
            if placed:
                return Next(placed, wall.date(), f"{what}: its next date is offered, and no other.")
            past.append(wall)
        last = next(filter(None, map(series.placed, reversed(past))), None)
    except (BadInput, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise BadInput(f"{what}, and a series is no interview. Its first date is {_when(first)}.", BY_HAND) from error
    ended = f"its last date was {_when(last)}" if last else "no date of it is left"
    raise BadInput(f"{what}, and it is over: {ended}.", BY_HAND)


def _when(placed: Placed) -> str:
    return f"{placed.at:%Y-%m-%d %H:%M} in {placed.zone}"


def _parts(rule: str) -> dict[str, str]:
    """The rule's parts by name, where it is of a form that ends in sight."""
    parts = dict(part.partition("=")[::2] for part in "".join(rule.split()).upper().split(";") if part)
    numbers = [parts[name] for name in ("INTERVAL", "COUNT") if name in parts]
    if (
        len(rule) > _LONGEST_RULE
        or parts.get("FREQ") not in _FREQUENCIES
        or not _KEYS.issuperset(parts.keys() - {"UNTIL"})
        or not _POSITION.fullmatch(parts.get("BYSETPOS", "1"))
        or not all(map(_NUMBER.fullmatch, numbers))
    ):
        raise BadInput("Its rule is not of the usual form.")
    return parts


@dataclass(frozen=True, slots=True)
class _Series:
    """`gone` are the instants left out of it, in UTC, and `days_gone` the days."""

    start: Moment
    zones: Zones
    until: Moment | None
    gone: frozenset[datetime]
    days_gone: frozenset[date]

    def walls(self, parts: dict[str, str], search: Search) -> Iterator[datetime]:
        """Its dates in order, by their wall time on its own clock; some left out may be among them."""
        start = self.start.wall
        for wall in chain([start], (wall for wall in _by_rule(parts, start, search) if wall != start)):
            # Whatever clock the end is told by, it is less than two days from ours.
            if wall.year not in YEARS or (self.until and wall - 2 * _DAY > self.until.wall):
                return
            yield wall

    def placed(self, wall: datetime, since: datetime | None = None) -> Placed | None:
        """Its date at that wall time; None where it is left out, after the end, or before `since`."""
        if since and wall < since.astimezone(UTC).replace(tzinfo=None) - _DAY:
            return None  # by any clock; quickly, as there may be thousands
        placed = self.zones.place(replace(self.start, wall=wall))
        instant = placed.at.astimezone(UTC)
        left_out = instant in self.gone or wall.date() in self.days_gone or self._is_over(wall, instant)
        return None if left_out or (since and instant < since) else placed

    def _is_over(self, wall: datetime, instant: datetime) -> bool:
        if self.until is None:
            return False
        if self.until.whole_day:
            return wall.date() > self.until.wall.date()
        return wall > self.until.wall if self.until.offset is None else instant > self.until.utc


def _series(event: Block, start: Moment, zones: Zones, until: str) -> _Series:
    left_out = [
        moment(Line("EXDATE", line.params, text))
        for line in event.all("EXDATE")
        for text in line.value.split(",")
        if text.strip()
    ]
    return _Series(
        start,
        zones,
        moment(Line("UNTIL", {}, until)) if until else None,
        frozenset(zones.place(_as(start, one)).at.astimezone(UTC) for one in left_out if not one.whole_day),
        frozenset(one.wall.date() for one in left_out if one.whole_day),
    )


def _as(start: Moment, other: Moment) -> Moment:
    """On the clock of the start, where the other says nothing of its own."""
    return Moment(other.wall, start.tzid, start.offset) if other.offset is None and not other.tzid else other


def _by_rule(parts: dict[str, str], start: datetime, search: Search) -> Iterator[datetime]:
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    stride = _DAY if parts["FREQ"] == "DAILY" else 7 * _DAY  # by the month or the year takes no longer than by the week
    search.walk(timedelta(), stride)
    left, before = int(parts.get("COUNT", -1)), start + _LATER
    rule = rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=before)
    try:
        for wall in rule:
            search.walk(wall - before, stride)
            left, before = left - 1, wall
            yield wall - _LATER
    except (ArithmeticError, LookupError, ValueError):  # as for the sixtieth Monday of a year
        search.walk(_END - before, stride)
        raise
    if left:
        search.walk(_END - before, stride)


def _note_moved(event: Block, start: Moment, first: Placed, zones: Zones, search: Search) -> None:
    """The day it was on, by the clock of its series, which is the one its own start is told by."""
    for line in event.all("RECURRENCE-ID"):
        try:
            at = zones.place(_as(start, moment(line))).at.astimezone(UTC)
            there = at.astimezone(ZoneInfo(first.zone)) if start.offset is None else at + start.offset
        except (BadInput, ArithmeticError):
            continue  # it moves no date that can be offered
        search.moved.add(uid_of(event, first, "", there.date()))

"""The zones that a calendar file defines itself (VTIMEZONE): their offset from UTC at a wall time.

Rules are taken in the form that time zones have: on certain days of every year. Anything else is refused, so that no
rule in a stranger's file can make the reader count for long.
"""

import re
from bisect import bisect_right
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta
from functools import lru_cache

from planner.domain.errors import BadInput
from planner.formats.invitations.blocks import Block, Line
from planner.formats.invitations.moments import Moment, moment, offset_in

_KEYS = frozenset({"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "UNTIL", "WKST"})
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY = re.compile(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_MONTHS = frozenset(range(1, 13))
_YEARS_LOOKED_BACK = 8  # a rule for 29 February may pause that long
_LONGEST_RULE = 200
_UNUSUAL = "one of its rules is not of the usual form"


@dataclass(frozen=True, slots=True)
class _Yearly:
    """Days of every year: `weekdays` are (which of its month, weekday), the first being 0 for each of them."""

    months: tuple[int, ...]
    month_days: tuple[int, ...]
    weekdays: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Observance:
    """A change of the clocks from the offset `before` to `after`: on the `dates`, in order, and yearly up to `until`.

    All are wall times on the clock as it was before. The dates hold the `first`, whose time of day is every year's.
    """

    before: timedelta
    after: timedelta
    first: datetime
    dates: tuple[datetime, ...]
    yearly: _Yearly | None
    until: datetime

    def last_start(self, wall: datetime) -> datetime:
        """The latest start in effect at `wall`, or NEVER before the first."""
        # A wall time that the change skips still counts as before it, one that it repeats as the first of the two.
        limit = wall - max(self.after - self.before, timedelta())
        begun = bisect_right(self.dates, limit)
        return max((*self.dates[max(begun - 1, 0) : begun], *self._yearly_starts(limit)), default=NEVER)

    def _yearly_starts(self, limit: datetime) -> list[datetime]:
        if not self.yearly:
            return []
        last = min(limit, self.until)
        years = range(max(self.first.year, last.year - _YEARS_LOOKED_BACK), last.year + 1)
        starts = (datetime.combine(day, self.first.time()) for year in years for day in _days(self.yearly, year))
        return [start for start in starts if self.first <= start <= last]


NEVER = datetime.min  # noqa: DTZ901 (compared with wall times, which have no zone either)


@dataclass(frozen=True, slots=True)
class ZoneRules:
    observances: tuple[_Observance, ...]

    def offset_at(self, wall: datetime) -> timedelta:
        """The offset from UTC when the zone's clocks show `wall`."""
        begun = [(observance.last_start(wall), observance.after) for observance in self.observances]
        if any(start > NEVER for start, _ in begun):
            return max(begun, key=lambda each: each[0])[1]
        return min(self.observances, key=lambda observance: observance.first).before


def zone_rules(block: Block) -> ZoneRules:
    """The rules a VTIMEZONE block holds; BadInput where they are broken or not of the usual form."""
    observances = tuple(_observance(part) for part in block.blocks if part.name in {"STANDARD", "DAYLIGHT"})
    if not observances:
        raise BadInput("it has no rules")
    return ZoneRules(observances)


def _observance(block: Block) -> _Observance:
    before, after = offset_in(block.value("TZOFFSETFROM")), offset_in(block.value("TZOFFSETTO"))
    first = moment(Line("DTSTART", {}, block.value("DTSTART"))).wall
    others = [moment(Line("RDATE", {}, day)) for line in block.all("RDATE") for day in line.value.split(",")]
    rules = block.all("RRULE")
    parts = dict(part.strip().upper().partition("=")[::2] for part in rules[0].value.split(";")) if rules else {}
    parts.pop("", None)
    usual = _KEYS.issuperset(parts) and parts.get("FREQ", "YEARLY") == "YEARLY"
    if len(rules) > 1 or not usual or any(len(rule.value) > _LONGEST_RULE for rule in rules):
        raise BadInput(_UNUSUAL)
    return _Observance(
        before,
        after,
        first,
        tuple(sorted({first, *(_wall(other, before) for other in others)})),
        _yearly(parts, first) if parts else None,
        _wall(moment(Line("UNTIL", {}, parts["UNTIL"])), before) if "UNTIL" in parts else datetime.max,  # noqa: DTZ901
    )


def _wall(given: Moment, before: timedelta) -> datetime:
    """The wall time meant: a Z is converted, a day without a time lasts to its end."""
    if given.whole_day:
        return datetime.combine(given.wall, time.max)
    at_the_ends = given.wall.year in {MINYEAR, MAXYEAR}  # where an offset would lead out of the calendar
    return given.wall if given.offset is None or at_the_ends else given.wall - given.offset + before


def _yearly(parts: dict[str, str], first: datetime) -> _Yearly:
    months, month_days = _numbers(parts.get("BYMONTH", "")), _numbers(parts.get("BYMONTHDAY", ""))
    named = [_BYDAY.fullmatch(day.strip()) for day in parts.get("BYDAY", "").split(",") if day]
    weekdays = tuple((int(day[1] or 0), _WEEKDAYS.index(day[2])) for day in named if day)
    on_days = bool(month_days or weekdays)
    every_year = parts.get("INTERVAL", "1") == "1" and _MONTHS.issuperset(months)
    if not every_year or len(weekdays) < len(named) or (on_days and not months):
        raise BadInput(_UNUSUAL)
    return _Yearly(months or (first.month,), month_days if on_days else (first.day,), weekdays)


def _numbers(text: str) -> tuple[int, ...]:
    if not re.fullmatch(r"(?:[+-]?\d{1,2}(?:,|$))*", text, re.ASCII):
        raise BadInput(_UNUSUAL)
    return tuple(int(number) for number in text.split(",") if number)


@lru_cache(maxsize=4096)
def _days(yearly: _Yearly, year: int) -> tuple[date, ...]:
    days: list[date] = []
    for month in yearly.months:
        length = monthrange(year, month)[1]
        days += (day for n in range(1, length + 1) if _fits(yearly, day := date(year, month, n), length))
    return tuple(days)


def _fits(yearly: _Yearly, day: date, length: int) -> bool:
    nth, nth_last = (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1)
    return (not yearly.month_days or day.day in yearly.month_days or day.day - length - 1 in yearly.month_days) and (
        not yearly.weekdays
        or any(weekday == day.weekday() and which in {0, nth, nth_last} for which, weekday in yearly.weekdays)
    )

"""Dates and times as tables hold them: other programs' and people's own. Nothing that is left out is filled in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone

from planner.domain.errors import BadInput
from planner.domain.wording import MONTHS
from planner.domain.zones import YEARS, wall_time, zone_called
from planner.formats.tables.clocks import CLOCK, TO, Clock, between, clock
from planner.formats.tables.months import heads, month_of

NOON = time(12)
"""Stands in where a table tells the day alone."""


def _pattern(text: str) -> re.Pattern[str]:
    r"""In any case of letters. `\d` is for our own digits alone, which `re.ASCII` would say of letters too."""
    return re.compile(text.replace(r"\d", "[0-9]"), re.IGNORECASE)


_MONTH = rf"(?P<month>\b(?:{'|'.join(heads())})[^\W0-9_]*\.?)"
_YEAR = r"(?P<year>\d{4}|\d\d)(?!\d)"
_NTH = r"(?:st|nd|rd|th|er|[.ºª])?"
_OF = r"(?: ?(?:of|de|d['\u2019]) ?)?"
_DATES = (
    r"(?P<iso>\d{4})(?P<s1>[-/.])(?P<iso_month>\d{1,2})(?P=s1)(?P<iso_day>\d{1,2})(?!\d)",
    r"(?<!\d)(?P<a>\d{1,2})(?P<s2>[-/.])(?P<b>\d{1,2})(?P=s2)(?P<num_year>\d{4}|\d\d)(?!\d)",
    rf"(?<!\d)(?P<day>\d{{1,2}}){_NTH}[- /]+{_OF}{_MONTH},?[- /]+{_OF}{_YEAR}",
    rf"{_MONTH.replace('month', 'month2')}[- ]+(?P<day2>\d{{1,2}}){_NTH},?[- ]+(?P<year2>\d{{4}})(?!\d)",
)
_FROM_DAY_TO_TIME = (
    r"(?: ?\([^\W0-9_]{2,10}\.?\))?"  # "23.11.2026 (Mo.) 14:00"
    r"(?:t|[,;]? ?(?:at|@|from|von|um|à|às|alle(?: ore)?|ore|a las|kl\.?|klo|om|o(?: godz\.?)?) ?|[,;] ?| )? ?\(?"
)
_MOMENT = _pattern(rf"(?:{'|'.join(_DATES)})(?:{_FROM_DAY_TO_TIME}{CLOCK})?")
_ONLY_TIME = _pattern(CLOCK)
_NO_YEAR = _pattern(
    rf"(?<!\d)(?:\d{{1,2}}[/.]\d{{1,2}}\.?(?!\d)|\d{{1,2}}{_NTH}[- ]?{_OF}{_MONTH}"
    rf"|{_MONTH.replace('month', 'month2')}[- ]?\d{{1,2}}(?!\d))"
)
# A number before a date which makes two days of it, or more: "1-3 Dec 2026", "1./2.12.2026".
_DAY_BEFORE = _pattern(r"(?<![0-9:/.-])\d{1,2}\.? ?(?:[-\u2013/&+]|\b(?:bis|to)\b) ?$")
_BEFORE = 12
"""Letters among which it is looked for."""
_TO_THE_END = _pattern(TO)
_BLANKS = re.compile(r"[\u00a0\u202f\u2009\s]+")
_CENTURY, _SHORT = 2000, 2
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and what else is told: its time of day, that one's offset from UTC, how long it lasts, a zone as it is said."""

    day: date
    at: time | None = None
    offset: timedelta | None = None
    minutes: int | None = None
    zone: str = ""

    def at_time(self, told: Clock) -> "Moment":
        """The day at that time."""
        return Moment(self.day, *told)


class TwoDays(BadInput):
    """A date that can be read in two orders, and nothing says in which."""

    def __init__(self, text: str, one: date, other: date) -> None:
        names = " or ".join(f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in sorted((one, other)))
        super().__init__(f"“{_shown(text)}” can be {names}.", "Which comes first, day or month?", "date_order")


def spaced(text: str) -> str:
    """The text with its blanks made plain: some programs write a narrow one before PM."""
    return _BLANKS.sub(" ", text).strip()


def dates_in(cell: str, order: str) -> tuple[list[Moment], str]:
    """Every date in a cell, and what is left of its words. BadInput for digits that are no date, or lack the year.

    `order` ("mdy", "dmy" or "") is how 3/4/2026 is read; a date that makes sense in one order alone is read in that.
    Raises TwoDays for one that makes sense in both, where `order` does not settle it.
    """
    text = spaced(cell)
    found = list(_moments(text, order))
    rest = spaced(_MOMENT.sub(" ", text))
    if not found and _NO_YEAR.search(text):
        raise BadInput(f"“{_shown(text)}” has no year.", "Write it whole in the table, as in 2026-11-23.")
    if any(letter.isdigit() for letter in rest) and not found:
        raise BadInput(f"“{_shown(text)}” is no date.", "Write it as in 2026-11-23 14:00.")
    return found, rest.strip("&+,;/|- \u2013\u2014\u2192")


def _moments(text: str, order: str) -> Iterator[Moment]:
    """Each date with its time; one that is the end of the one before ("… 14:00 → 23 Nov 2026 15:30") goes into that."""
    last, after = None, 0
    for match in _MOMENT.finditer(text):
        one = _moment(match, order)
        if last and _TO_THE_END.fullmatch(text, after, match.start()) and (minutes := _minutes_between(last, one)):
            last = replace(last, minutes=last.minutes or minutes)
        else:
            if last:
                yield last
            last = one
        after = match.end()
    if last:
        yield last


def _minutes_between(one: Moment, other: Moment) -> int:
    """How long it is from one to a later time of the same day; 0 where that is not so."""
    if one.day != other.day or one.at is None or other.at is None:
        return 0
    return between(one.at, other.at) or 0


def clock_in(cell: str) -> Clock:
    """The time of day that a cell holds, and what else it tells of it. Raises BadInput."""
    text = spaced(cell)
    found = _ONLY_TIME.match(text)
    if not found:
        raise BadInput(f"“{_shown(text)}” is no time of day.", "Write it as in 14:00.")
    return clock(found)


def words_beside_clock(cell: str) -> str:
    """What the first time of day in a cell leaves of its words; all of them where it holds none."""
    text = spaced(cell)
    found = _ONLY_TIME.match(text)
    return text[found.end() :] if found else text


def order_told(cells: Iterable[str]) -> str:
    """The order of day and month that the dates themselves tell: the only one in which all make sense; else ""."""
    orders = {"mdy", "dmy"}
    for first, second in _numbers(cells):
        orders -= {"mdy"} if first > len(MONTHS) >= second else set()
        orders -= {"dmy"} if second > len(MONTHS) >= first else set()
    return orders.pop() if len(orders) == 1 else ""


def order_matters(cells: Iterable[str]) -> bool:
    """Whether there is a date that makes sense in both orders, and is another day in each."""
    return any(first != second and max(first, second) <= len(MONTHS) for first, second in _numbers(cells))


def _numbers(cells: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The first two numbers of each date that is written in three, but for those with dots, which begin with the day."""
    for cell in cells:
        for found in _MOMENT.finditer(spaced(cell)):
            if found["a"] and found["s2"] != ".":
                yield int(found["a"]), int(found["b"])


def instant(moment: Moment, zone_name: str) -> datetime:
    """The moment in the zone; at noon where it has no time. BadInput where the clocks skip or repeat it."""
    wall = datetime.combine(moment.day, moment.at or NOON)
    if moment.offset is None:
        return wall_time(wall, zone_name)
    return wall.replace(tzinfo=timezone(moment.offset)).astimezone(zone_called(zone_name))


def _moment(found: re.Match[str], order: str) -> Moment:
    if found.start() and _DAY_BEFORE.search(found.string, max(found.start() - _BEFORE, 0), found.start()):
        raise BadInput(f"“{_shown(found.string)}” is more than one day.", "Write each of them whole in the table.")
    moment = Moment(_day_of(found, order))
    return moment.at_time(clock(found)) if found["hour"] or found["hour2"] or found["hour3"] else moment


def _day_of(found: re.Match[str], order: str) -> date:
    if found["iso"]:
        return _day(found, int(found["iso"]), found["iso_month"], found["iso_day"])
    if found["a"]:
        return _numeric(found, order)
    number = month_of(found["month"] or found["month2"])
    if number is None:
        raise BadInput(f"“{_shown(found[0])}” is no date.", "Write it as in 2026-11-23 14:00.")
    year = _year(found["year"] or found["year2"])
    return _day(found, year, number, found["day"] or found["day2"])


def _numeric(found: re.Match[str], order: str) -> date:
    year, first, second = _year(found["num_year"]), int(found["a"]), int(found["b"])
    if found["s2"] == ".":
        order, first_is_month = "dmy", False
    else:
        first_is_month = first <= len(MONTHS)
    second_is_month = second <= len(MONTHS)
    if first_is_month and second_is_month and first != second and order not in ("mdy", "dmy"):
        raise TwoDays(found[0], _day(found, year, first, second), _day(found, year, second, first))
    as_mdy = first_is_month and (order == "mdy" or not second_is_month)
    month, day = (first, second) if as_mdy else (second, first)
    return _day(found, year, month, day)


def _day(found: re.Match[str], year: int, month: int | str, day: int | str) -> date:
    try:
        there = date(year, int(month), int(day))
    except ValueError as error:
        raise BadInput(f"“{_shown(found[0])}” is no day there is.", "Put it right in the table.") from error
    if there.year not in YEARS:
        raise BadInput(f"The year of “{_shown(found[0])}” can't be right.", "Put it right in the table.")
    return there


def _year(text: str) -> int:
    return int(text) if len(text) > _SHORT else _CENTURY + int(text)


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"

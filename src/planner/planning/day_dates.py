"""Days by the calendar: 2026-12-04, 3/4, 29.11., "4 Dec", "1-4 Dec", "the 15th", "December"."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from planner.domain.errors import BadInput
from planner.domain.log import Days
from planner.domain.wording import MONTHS
from planner.domain.zones import YEARS
from planner.planning.settings import DateOrder
from planner.planning.viewpoint import Form, Viewpoint, out_of_reach

# A date without its year is often one that has just gone by: an interview held last month, a deadline that passed.
STILL_THIS_YEAR = timedelta(days=90)
# Around a year like 2100 two leap days lie this far apart.
YEARS_TO_TRY = 8
# So many days hold each day of a month at least once: from 31 January to 31 March are 59.
DAYS_TO_TRY = 60
SHORT_YEAR = 2


def last_of(month: int, year: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _dates(day: int, month: int, years: Iterable[int]) -> list[date]:
    return [date(year, month, day) for year in years if _exists(day, month, year)]


def _exists(day: int, month: int, year: int) -> bool:
    return year in YEARS and 1 <= month <= len(MONTHS) and 1 <= day <= monthrange(year, month)[1]


def _years_around(view: Viewpoint) -> range:
    return range(view.today.year - YEARS_TO_TRY, view.today.year + YEARS_TO_TRY + 1)


def _dated(day: int, month: int, year: int | None, view: Viewpoint) -> date | None:
    """That date, its year filled in where it is None; None where there is no such day."""
    if year is not None:
        return next(iter(_dates(day, month, [year])), None)
    return view.nearest(_dates(day, month, _years_around(view)), view.today - STILL_THIS_YEAR)


def _there_is(written: str, day: date | None) -> date:
    if day is None:
        raise BadInput(
            f"There is no day “{written}”.", "Look at its day, month and year; 4 Dec and 2026-12-04 are days."
        )
    return day


def _year(text: str | None) -> int | None:
    return (2000 + int(text) if len(text) <= SHORT_YEAR else int(text)) if text else None


def _month_number(name: str) -> int:
    return [month.casefold() for month in MONTHS].index(name[:3]) + 1


def _numeric(found: re.Match[str], view: Viewpoint) -> Days:
    """2026-12-04, 12/4/2026, 4/12: in the order that is set, else the only one that gives a day, else asked back."""
    parts = re.split("[/-]", found[0])
    possible: dict[str, date] = {}
    for order in _orders(parts, view.date_order):
        part = dict(zip(order, parts, strict=True))
        day = _dated(int(part["d"]), int(part["m"]), _year(part.get("y")), view)
        if day:
            possible[order] = day
    wanted = view.date_order if len(parts) == len("ymd") else view.date_order.replace("y", "")
    meant = {possible[wanted]} if wanted in possible else set(possible.values())
    if len(meant) > 1:
        names = " or ".join(f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in sorted(meant))
        raise BadInput(
            f"“{found[0]}” can be {names}.",
            "Write it like one of these; date_order under [input] in the config file settles it for good.",
        )
    return Days.one(_there_is(found[0], next(iter(meant), None)))


def _orders(parts: list[str], date_order: DateOrder) -> tuple[str, ...]:
    """The orders in which such parts may stand; only a person who set it so begins with two digits of the year."""
    match [len(part) > SHORT_YEAR for part in parts]:
        case [_, _]:
            return ("md", "dm")
        case [True, _, _]:
            return ("ymd",)
        case [_, _, False] if date_order == "ymd":
            return ("mdy", "dmy", "ymd")
        case _:
            return ("mdy", "dmy")


def _dotted(found: re.Match[str], view: Viewpoint) -> Days:
    day, month, year = found.groups()
    return Days.one(_there_is(found[0], _dated(int(day), int(month), _year(year), view)))


def _day_and_month(found: re.Match[str], view: Viewpoint) -> Days:
    day = _dated(int(found["day"]), _month_number(found["month"]), _year(found["year"]), view)
    return Days.one(_there_is(found[0], day))


def _days_of_one_month(found: re.Match[str], view: Viewpoint) -> Days:
    first = _day_and_month(found, view).first
    return Days(first, _there_is(found[0], _dated(int(found["last"]), first.month, first.year, view)))


def _day_of_a_month(found: re.Match[str], view: Viewpoint) -> Days:
    begin = view.after or view.today
    around = (begin + timedelta(days=ahead) for ahead in range(-DAYS_TO_TRY, DAYS_TO_TRY))
    return Days.one(_there_is(found[0], view.nearest((day for day in around if day.day == int(found["day"])), begin)))


def _month(found: re.Match[str], view: Viewpoint) -> Days:
    """All of the month; of the one that runs, what is left."""
    last = _end_of_month(found, view).last
    first = last.replace(day=1)
    return Days(max(first, view.today) if view.today <= last else first, last)


def _end_of_month(found: re.Match[str], view: Viewpoint) -> Days:
    month, year = _month_number(found["month"]), _year(found["year"])
    if year is not None:
        return Days.one(last_of(month, year))
    end = view.nearest((last_of(month, year) for year in _years_around(view) if year in YEARS), view.today)
    if end is None:
        raise out_of_reach()
    return Days.one(end)


_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th|\.)?"
_MONTH = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?P<year>[12]\d{3})"

FORMS: tuple[Form, ...] = (
    (r"[12]\d{3}([/-])\d{1,2}\1\d{1,2}|\d{1,2}-\d{1,2}-[12]\d{3}", _numeric),
    (r"\d{1,2}/\d{1,2}(?:/(?:[12]\d{3}|\d{2}))?", _numeric),
    (r"(\d{1,2})\. ?(\d{1,2})(?:\. ?([12]\d{3}|\d{2})?)?", _dotted),
    (rf"{_DAY}[ -]?{_MONTH}(?:[ -]{_YEAR})?", _day_and_month),
    (rf"{_MONTH} ?{_DAY}(?: {_YEAR})?", _day_and_month),
    (rf"{_DAY}(?:\.\.|-){_LAST} ?{_MONTH}(?: {_YEAR})?", _days_of_one_month),
    (rf"{_MONTH} {_DAY}(?:\.\.|-){_LAST}(?: {_YEAR})?", _days_of_one_month),
    (r"(?P<day>\d{1,2})(?:st|nd|rd|th)", _day_of_a_month),
    (rf"{_MONTH}(?: {_YEAR})?", _month),
    (rf"end {_MONTH}(?: {_YEAR})?", _end_of_month),
)

"""Days as a letter writes them, and the days that stand in a text."""

import re
from collections.abc import Iterator
from datetime import date

from planner.domain.zones import YEARS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_SHORT = 3  # "Dec"
_MONTH = "|".join(["Sept", *(f"{name[:_SHORT]}(?:{name[_SHORT:]})?" for name in MONTHS)])
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s(?P<year>\d{4}))?\b"
# Months only with a capital: "may 3" is no date.
_WRITTEN = (
    re.compile(rf"\b{_DAY}(?:\sof)?\s(?P<month>{_MONTH})\b\.?{_YEAR}"),
    re.compile(rf"\b(?P<month>{_MONTH})\.?\s{_DAY}\b{_YEAR}"),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b"),
)


def spelt(on: date, today: date) -> str:
    """ "Monday 7 December"; the year is said when it is not the year of `today`."""
    year = "" if on.year == today.year else f" {on.year}"
    return f"{WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}{year}"


def days_in(text: str, today: date) -> Iterator[date]:
    """The days a text names by their date; without a year, the one nearest to `today`."""
    for pattern in _WRITTEN:
        for found in pattern.finditer(text):
            month = found["month"]
            number = int(month) if month.isdecimal() else _number(month)
            years = (int(found["year"]),) if found["year"] else (today.year - 1, today.year, today.year + 1)
            days = [day for year in years if (day := _day(year, number, int(found["day"])))]
            if days:
                yield min(days, key=lambda day: abs(day - today))


def _number(month: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(month[:_SHORT]))


def _day(year: int, month: int, day: int) -> date | None:
    """None where the calendar has no such day: then it was not a date."""
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None

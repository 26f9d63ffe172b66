"""Periods that have gone by, as people name them for a report: "last month", "November", "1 Oct to 15 Nov", "2026"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from planner.domain.errors import BadInput
from planner.domain.log import Days
from planner.domain.text import harmless
from planner.domain.wording import MONTHS
from planner.domain.zones import YEARS
from planner.planning.day_dates import last_of
from planner.planning.day_words import Shift, plain, read_days
from planner.planning.settings import DateOrder
from planner.planning.viewpoint import Viewpoint, out_of_reach


def period_in(text: str, today: date, date_order: DateOrder = "") -> Days:
    """The days that `text` names, both ends in them. A part of a date that is left out is filled in by looking back.

    A week is its Monday to Sunday. Raises BadInput where the text is not understood, or names a period backwards.
    """
    words = plain(text)
    first, *last = _ENDS.split(words.removeprefix("since ").removeprefix("from "), maxsplit=1)
    view = Viewpoint(today, date_order, "past", today_counts=True)
    try:
        days = _named(first, view)
        end = _named(last[0], view).last if last else today if words.startswith("since ") else days.last
    except BadInput as error:
        raise BadInput(
            f"“{harmless(words)}” is no period that is understood here: {error.sentence}",
            "Write it like last month, this week, November, 2026, 1 Oct..15 Nov or since 1 Oct.",
            "period",
        ) from error
    if end < days.first:
        raise BadInput(f"The period ends ({end}) before it begins ({days.first}).", "Add the years.", "period")
    return Days(days.first, end)


def _named(words: str, view: Viewpoint) -> Days:
    """The days of a week, month or year that is named, or else those that any date names."""
    for form, read in _FORMS:
        if found := re.fullmatch(form, words, re.ASCII):
            return read(found, view.today)
    return read_days(words, view)


_ENDS = re.compile(r" ?\.\. ?| (?:to|until|till|-) ")


def _week(found: re.Match[str], today: date) -> Days:
    monday = today - timedelta(days=today.weekday() + (7 if found["which"] == "last" else 0))
    return Days(monday, monday + timedelta(days=6))


def _month(found: re.Match[str], today: date) -> Days:
    first = today.replace(day=1)
    if found["which"] == "last":
        first = (first - timedelta(days=1)).replace(day=1)
    return Days(first, last_of(first.month, first.year))


def _year(found: re.Match[str], today: date) -> Days:
    return _whole_year(today.year - (found["which"] == "last"))


def _numbered_year(found: re.Match[str], _today: date) -> Days:
    return _whole_year(int(found["year"]))


def _whole_year(year: int) -> Days:
    if year not in YEARS:
        raise out_of_reach()
    return Days(date(year, 1, 1), date(year, 12, 31))


def _numbered_month(found: re.Match[str], _today: date) -> Days:
    year, month = int(found["year"]), int(found["month"])
    if year not in YEARS or not 1 <= month <= len(MONTHS):
        raise BadInput(f"There is no month “{found[0]}”.", "Write it like 2026-11.", "period")
    return Days(date(year, month, 1), last_of(month, year))


def _named_month(found: re.Match[str], today: date) -> Days:
    month = [name.casefold() for name in MONTHS].index(found["month"][:3]) + 1
    year = int(found["year"]) if found["year"] else today.year - (month > today.month)
    if year not in YEARS:
        raise out_of_reach()
    return Days(date(year, month, 1), last_of(month, year))


def _last_so_many(found: re.Match[str], today: date) -> Days:
    number = int(found["count"])
    unit = found["unit"][0]
    back = Shift(-number, 0) if unit == "m" else Shift(0, -number * (7 if unit == "w" else 1))
    return Days(back.moved(today) + timedelta(days=1), today)


_MONTH_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)

_FORMS: tuple[tuple[str, Callable[[re.Match[str], date], Days]], ...] = (
    (r"(?:the )?(?P<which>this|last) week", _week),
    (r"(?:the )?(?P<which>this|last) month", _month),
    (r"(?:the )?(?P<which>this|last) year", _year),
    (r"(?:in )?(?P<year>[12]\d{3})", _numbered_year),
    (r"(?:in )?(?P<year>[12]\d{3})-(?P<month>\d\d)", _numbered_month),
    (rf"(?:in )?(?P<month>{_MONTH_NAMES})(?: (?P<year>[12]\d{{3}}))?", _named_month),
    (r"(?:the )?last (?P<count>[1-9]\d{0,2}) (?P<unit>days?|weeks?|months?)", _last_so_many),
)

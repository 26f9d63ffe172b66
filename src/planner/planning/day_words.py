"""Days as people say them: "fri", "next week", "+7d", "in a week or two", "between 1 and 4 Dec".

A small grammar of our own. A week runs from Monday, and its working days to Friday. `_FORMS` holds one pattern for
each form; what matches none is refused, never guessed.
"""

import re
import unicodedata
from datetime import date, timedelta
from typing import NamedTuple

from planner.domain.errors import BadInput
from planner.domain.log import Days
from planner.domain.text import harmless
from planner.domain.wording import DAYS
from planner.domain.zones import YEARS
from planner.planning import day_dates
from planner.planning.viewpoint import Form, Viewpoint, out_of_reach

LONGEST_TEXT = 80
LONGEST_RANGE = timedelta(days=183)


class Shift(NamedTuple):
    """So many months and days ahead; negative is back."""

    months: int
    days: int

    def moved(self, day: date) -> date:
        """`day` moved; a month too short for it gives its last day. BadInput where the calendar ends."""
        import pendulum

        try:
            there = pendulum.Date(day.year, day.month, day.day).add(months=self.months, days=self.days)
            return date(there.year, there.month, there.day)
        except (OverflowError, ValueError) as error:
            raise out_of_reach() from error


def plain(text: str) -> str:
    """`text` in the form that is read: small letters, single blanks, one kind of dash; BadInput if empty or too long."""
    if len(text) > LONGEST_TEXT:
        raise BadInput(f"A date of {len(text):,} characters is not understood.", "Write it like 4 Dec or 2026-12-04.")
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = re.sub("[\u2010-\u2015\u2212]", "-", folded)
    # The dots of "Dec." and "p.m.", not those of "mon..fri".
    folded = re.sub(r"(?<=[a-z])\.(?!\.)|,", " ", folded)
    folded = re.sub(r"(?<![a-z])([ap]) m\b", r"\1m", " ".join(folded.split()))
    if not folded:
        raise BadInput("There is no date.", "Write it like 4 Dec, fri, next week or 2026-12-04.")
    return folded


def read_days(words: str, view: Viewpoint) -> Days:
    """The day or days in `words`, text in the form `plain` gives; BadInput where it is not understood."""
    text = bare(words)
    days = _single(text, view) or _range(text, view)
    if days is None:
        raise BadInput(
            f"“{harmless(words)}” is no day that is understood here.",
            "Write it like 2026-12-04, fri, next week, +7d, in two weeks, 4 Dec or 2026-12-01..2026-12-04.",
        )
    if days.first.year not in YEARS or days.last.year not in YEARS:
        raise out_of_reach()
    if days.last - days.first > LONGEST_RANGE:
        length = (days.last - days.first).days + 1
        raise BadInput(f"From {days.first} to {days.last} are {length} days.", "Is a day, a month or a year wrong?")
    return days


def shift_in(words: str) -> Shift | None:
    """The distance in "+7d", "in two weeks" or "3 days ago"; None where the words are not one."""
    found = re.fullmatch(_DISTANCE, bare(words), re.ASCII)
    return _signed(found) if found else None


_FILLERS = r"^(?:(?:by|on|in|within|until|till|about|around|sometime|for) )+"


def bare(words: str) -> str:
    """`words` without those that add nothing, and with ".." between the ends of a range."""
    between = re.fullmatch(r"between (.+) and (.+)", words)
    text = f"{between[1]}..{between[2]}" if between else words.removeprefix("from ")
    text = re.sub(r" ?\.\. ?| (?:to|until|till|-) |(?<=[a-z])-(?=[a-z])", "..", text)
    text = re.sub(r"(?<![^ .])(?:the|of|at) ", "", text)
    return "..".join(re.sub(_FILLERS, "", end) for end in text.split(".."))


def _single(text: str, view: Viewpoint) -> Days | None:
    for form, read in _FORMS:
        if found := re.fullmatch(form, text, re.ASCII):
            return read(found, view)
    return None


def _range(text: str, view: Viewpoint) -> Days | None:
    first_text, dots, last_text = text.partition("..")
    first = _single(first_text, view) if dots else None
    last = _single(last_text, view._replace(after=first.first)) if first else None
    return Days(first.first, last.last) if first and last else None


def _one(text: str, view: Viewpoint) -> date | None:
    days = _single(text, view)
    return days.first if days and not days.is_range else None


# -- weekdays


def _monday(day: date, weeks: int = 0) -> date:
    return day + timedelta(days=7 * weeks - day.weekday())


def _weekday_number(name: str) -> int:
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(name[:3])


def _weekday(found: re.Match[str], view: Viewpoint) -> Days:
    weekday = _weekday_number(found["weekday"])
    if view.looks_back:
        return Days.one(_last_before(view.today + timedelta(days=view.today_counts), weekday))
    begin = view.after or view.today - timedelta(days=view.today_counts)
    return Days.one(begin + timedelta(days=1 + (weekday - begin.weekday() - 1) % 7))


def _last_weekday(found: re.Match[str], view: Viewpoint) -> Days:
    return Days.one(_last_before(view.today, _weekday_number(found["weekday"])))


def _last_before(day: date, weekday: int) -> date:
    return day - timedelta(days=1 + (day.weekday() - weekday - 1) % 7)


def _weekday_of_week(found: re.Match[str], view: Viewpoint) -> Days:
    monday = _monday(view.today, _WEEKS[found["which"]])
    return Days.one(monday + timedelta(days=_weekday_number(found["weekday"])))


def _weekday_and_date(found: re.Match[str], view: Viewpoint) -> Days | None:
    day = _one(found["rest"], view)
    if day and day.weekday() != _weekday_number(found["weekday"]):
        raise BadInput(
            f"{day} is a {DAYS[day.weekday()]}, not a {found['weekday'].capitalize()}.",
            "Correct the one that is wrong.",
        )
    return Days.one(day) if day else None


# -- distances


def _shift(count: str, unit: str) -> Shift:
    number = int(count) if count.isdigit() else _NUMBERS[count]
    return Shift(number * _MONTHS_IN.get(unit[:2], 0), number * _DAYS_IN.get(unit[:2], 0))


def _signed(found: re.Match[str]) -> Shift:
    shift = _shift(found["count"], found["unit"])
    return Shift(-shift.months, -shift.days) if found["sign"] == "-" or found["ago"] else shift


def _named(found: re.Match[str], view: Viewpoint) -> Days:
    return Days.one(view.today + timedelta(days=_NAMED[found[0]]))


def _at_distance(found: re.Match[str], view: Viewpoint) -> Days:
    return Days.one(_signed(found).moved(view.today))


def _or_so(found: re.Match[str], view: Viewpoint) -> Days | None:
    """ "a week or two", "2-3 weeks": from the nearer to the later day."""
    unit, last_unit = found["unit"], found["last_unit"]
    if not (unit or last_unit):
        return None
    first = _shift(found["count"], unit or last_unit).moved(view.today)
    return Days(first, _shift(found["last"], last_unit or unit).moved(view.today))


# -- weeks, months and years


def _week(found: re.Match[str], view: Viewpoint) -> Days:
    """Monday to Friday of a week; of the one that runs, what is left."""
    monday = _monday(view.today, _WEEKS[found["which"]])
    friday = monday + timedelta(days=4)
    if friday < view.today:
        weekday = DAYS[view.today.weekday()]
        raise BadInput(f"On a {weekday} “this week” can be taken two ways.", "Say next week, or give the day.")
    return Days(max(monday, view.today), friday)


def _week_with(found: re.Match[str], view: Viewpoint) -> Days | None:
    day = _one(found["rest"], view)
    return Days(_monday(day), _monday(day) + timedelta(days=4)) if day else None


def _month(found: re.Match[str], view: Viewpoint) -> Days:
    """All of a month; of the one that runs, what is left."""
    first = Shift(1, 0).moved(view.today.replace(day=1)) if found["which"] == "next" else view.today
    return Days(first, day_dates.last_of(first.month, first.year))


def _end_of_week(found: re.Match[str], view: Viewpoint) -> Days:
    return Days.one(_week(found, view).last)


def _end_of_month(found: re.Match[str], view: Viewpoint) -> Days:
    return Days.one(_month(found, view).last)


def _end_of_year(found: re.Match[str], view: Viewpoint) -> Days:
    return Days.one(day_dates.last_of(12, view.today.year + _WEEKS[found["which"]]))


# -- the patterns

_NAMED = {"day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "day after tomorrow": 2}
_WEEKS = {"last": -1, "this": 0, None: 0, "next": 1}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)} | {"a": 1, "an": 1}
_DAYS_IN = {"d": 1, "da": 1, "w": 7, "wk": 7, "we": 7, "fo": 14}
_MONTHS_IN = {"mo": 1, "y": 12, "yr": 12, "ye": 12}

_COUNT = rf"\d{{1,4}}|{'|'.join(_NUMBERS)}"
_UNIT = r"d|days?|w|wks?|weeks?|fortnights?|mo|months?|y|yrs?|years?"
_DISTANCE = rf"(?P<sign>[+-])?(?P<count>{_COUNT}) ?(?P<unit>{_UNIT})(?(sign)|(?:(?P<ago> ago)| from (?:now|today))?)"
_OR_SO = rf"(?P<count>{_COUNT})(?: (?P<unit>{_UNIT}))?(?: or |\.\.|-)(?P<last>{_COUNT})(?: ?(?P<last_unit>{_UNIT}))?"
_WEEKDAY = (
    "(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)

_FORMS: tuple[Form, ...] = (
    ("|".join(_NAMED), _named),
    (_WEEKDAY, _weekday),
    (rf"last {_WEEKDAY}", _last_weekday),
    (rf"(?P<which>this|next) {_WEEKDAY}", _weekday_of_week),
    (rf"(?P<which>this|next|last) week {_WEEKDAY}", _weekday_of_week),
    (rf"{_WEEKDAY} (?P<which>this|next|last) week", _weekday_of_week),
    (rf"{_WEEKDAY} (?P<rest>.+)", _weekday_and_date),
    (_DISTANCE, _at_distance),
    (_OR_SO, _or_so),
    (r"(?P<which>this|next) week", _week),
    (r"week (?:commencing |beginning )?(?P<rest>.+)", _week_with),
    (r"(?P<which>this|next) month", _month),
    (r"end (?:(?P<which>this|next) )?week", _end_of_week),
    (r"end (?:(?P<which>this|next) )?month", _end_of_month),
    (r"end (?:(?P<which>this|next) )?year", _end_of_year),
    *day_dates.FORMS,
)

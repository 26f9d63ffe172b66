"""One row of a table as the interviews it tells of."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from planner.domain.calendar import pinned
from planner.domain.errors import BadInput
from planner.domain.interview import Interview, Mode
from planner.domain.log import Outcome
from planner.domain.text import NAME_LIMIT, TEXT_LIMIT, folded, stripped, stripped_name
from planner.domain.zones import zone_called
from planner.formats.tables.clocks import zone_said
from planner.formats.tables.endings import end_in, may_be_an_end
from planner.formats.tables.headers import plain
from planner.formats.tables.moments import Moment, clock_in, dates_in, instant
from planner.formats.tables.notes import notes_of
from planner.formats.tables.people import people_of
from planner.formats.tables.values import Offered, Refused, Row

NO_DATE = "No interview date: skipped."
ROLE_STANDS_IN = "Interview"

_USUAL_MINUTES, _LONGEST_MINUTES, _LAST_ROUND = 60, 7 * 24 * 60, 99
_LONG_ID = 12
"""An id of so many letters is another program's own; a shorter one is a number that any sheet may have."""
_NUMBER = re.compile(r"(\d{1,4})(?: ?(?:min|minutes|m)\.?)?", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,2}(?:[.,]\d)?) ?(?:h|hrs?|hours?)\.?", re.IGNORECASE)
_MODES = {
    Mode.VIDEO: re.compile(r"video|virtual|online|remote|zoom|teams|webex|google meet|skype", re.IGNORECASE),
    Mode.PHONE: re.compile(r"phone|telephone|telefon", re.IGNORECASE),
    Mode.ON_SITE: re.compile(r"on[- _]?site|in[- ]person|office|vor ort", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Ways:
    """How cells are read: `zone` is where times without one are, `order` how 3/4/2026 is read ("mdy", "dmy")."""

    zone: str
    order: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A date that a row tells: the column it stands in, which of the dates in that cell it is, and the moment."""

    column: int
    nth: int
    moment: Moment


Met = dict[int, list[time | None]]
"""The times of day that a table has told so far, by a number for pursuit and day."""


def interviews_of(row: Row, ways: Ways, met: Met) -> Iterator[Offered | Refused]:
    """The interviews a row tells of, one for each date; or why it tells of none. `met` is kept from row to row."""
    told, problems = _dates(row, ways)
    yield from problems
    if told and not row.first("company"):
        yield Refused(row.place, row.what, "It names no company.")
        return
    if not told and not problems:
        yield Refused(row.place, row.what, NO_DATE)
        return
    # What a row says of the end holds for all its rounds, and stands with the last.
    last = max(range(len(told)), key=lambda number: told[number].moment.day, default=0)
    for number, one in enumerate(told):
        try:
            timed = replace(one, moment=_with_time(row, one.moment))
            yield _offered(row, timed, number, _uid(row, timed, met), ways, is_last=number == last)
        except BadInput as error:
            yield Refused(row.place, row.what, f"{error.sentence} {error.hint}".strip())


def _dates(row: Row, ways: Ways) -> tuple[list[_Told], list[Refused]]:
    """Each date, and what is wrong with those that can't be read."""
    told: list[_Told] = []
    problems = []
    for place in row.places("starts_at"):
        try:
            told += (_Told(place, nth, found) for nth, found in enumerate(dates_in(row.cell(place), ways.order)[0]))
        except BadInput as error:
            name = row.columns.header[place]
            reason = f"{name}: {error.sentence} {error.hint}".strip()
            problems.append(Refused(row.place, row.what, reason, error.field))
    return told, problems


def _with_time(row: Row, moment: Moment) -> Moment:
    """With the time of day that stands in a column of its own, where that can only be this one's. Raises BadInput."""
    clock = row.first("time")
    return (
        moment.at_time(clock_in(clock)) if moment.at is None and clock and not row.places("starts_at")[1:] else moment
    )


def _offered(row: Row, told: _Told, number: int, uid: str, ways: Ways, *, is_last: bool) -> Offered:
    remarks: list[str] = []
    moment = told.moment
    zone = _zone(row, moment, ways.zone, remarks)
    starts_at = instant(moment, zone)
    if moment.at is None:
        remarks.append(f"Only the day is told: 12:00 in {zone} stands in until you correct it.")
    company, role = (stripped_name(row.first(field)) for field in ("company", "role"))
    if not role:
        remarks.append(f"It names no role: “{ROLE_STANDS_IN}” stands in until you correct it.")
    status = stripped(row.first("status"), NAME_LIMIT)
    if may_be_an_end(status) and end_in(status) is None:
        remarks.append(f"Its status is “{status}”: record that as an outcome once it is here.")
    remarks += row.cut()
    people, round_told = people_of(row), _round(row, number)
    interview = Interview(
        uid=uid,
        company=company,
        role=role or ROLE_STANDS_IN,
        starts_at=starts_at,
        time_zone=zone,
        round=round_told or 1,
        minutes=_minutes(row, moment, remarks),
        industry=stripped_name(row.first("industry")),
        mode=_mode(row, told.column),
        location=stripped(row.first("location"), TEXT_LIMIT),
        people=people,
        notes=notes_of(row, people),
        tags=tuple(dict.fromkeys(tag for part in re.split("[,;]", row.first("tags")) if (tag := stripped_name(part)))),
    )
    end = _end(row, interview, status, ways, remarks) if is_last else ()
    interview = replace(interview, log=end) if end else interview
    return Offered(interview, moment.at is None, round_told > 0, tuple(remarks))


def _end(row: Row, interview: Interview, status: str, ways: Ways, remarks: list[str]) -> tuple[Outcome, ...]:
    """How it ended, where the status names an end: on the day the row tells, else when the interview was over."""
    what = end_in(status)
    if what is None:
        return ()
    at, told = interview.ends_at, row.first("status_on")
    if told:
        try:
            days = dates_in(told, ways.order)[0]
            at = instant(days[-1], interview.time_zone) if days else at
        except BadInput as error:
            remarks.append(f"When it ended can't be told: {error.sentence} The end of the interview was taken.")
    return (Outcome(at=pinned(at, ZoneInfo(interview.time_zone)), what=what, words=status),)


def _zone(row: Row, moment: Moment, usual: str, remarks: list[str]) -> str:
    """The zone that the row names, in a column or beside the time; else the usual one."""
    named = row.first("time_zone") or moment.zone
    if not named:
        if moment.at and moment.offset is None:
            remarks.append(f"No time zone is told: {usual} was taken.")
        return usual
    if said := zone_said(named):
        remarks.append(f"“{named}” was taken for the time in {said}.")
        return said
    try:
        return zone_called(named).key
    except BadInput as error:
        remarks.append(f"{error.sentence} {usual} was taken.")
        return usual


def _uid(row: Row, told: _Told, met: Met) -> str:
    """The same for the same row read again: by its id where another program gave it one, else by whose, what and when."""
    own = row.first("id")
    if len(own) >= _LONG_ID:
        made_of = ["id", own, str(row.places("starts_at").index(told.column)), str(told.nth)]
    else:
        pursuit = (folded(row.first("company")), folded(row.first("role")))
        times = met.setdefault(hash((pursuit, told.moment.day)), [])
        made_of = [*pursuit, f"{told.moment.day}", str(_nth(told.moment.at, times) or "")]
    return f"{hashlib.sha256(chr(10).join(made_of).encode('utf-8', 'replace')).hexdigest()[:32]}@planner"


def _nth(at: time | None, times: list[time | None]) -> int:
    """Which of the interviews of one day it is, by the `times` told before; one without a time is the first."""
    if times == [None]:
        times.clear()
    if at not in times:
        if at is None and times:
            return 0
        times.append(at)
    return times.index(at)


def _round(row: Row, number: int) -> int:
    """The round as the row has it, 0 where it has none: whoever takes it in knows the others of the pursuit."""
    digits = re.search(r"\d{1,2}", row.first("round"))
    return min(max(int(digits[0]) + number, 1), _LAST_ROUND) if digits else 0


def _minutes(row: Row, moment: Moment, remarks: list[str]) -> int:
    text = row.first("minutes")
    if not text:
        return moment.minutes or _USUAL_MINUTES
    number, hours = _NUMBER.fullmatch(text), _HOURS.fullmatch(text)
    length = timedelta()
    if number:
        length = timedelta(minutes=int(number[1]))
    elif hours:
        length = timedelta(hours=float(hours[1].replace(",", ".")))
    minutes = round(length.total_seconds() / 60)
    if 1 <= minutes <= _LONGEST_MINUTES:
        return minutes
    remarks.append(f"How long it lasts can't be told from “{stripped(text, NAME_LIMIT)[:40]}”: an hour was taken.")
    return _USUAL_MINUTES


def _mode(row: Row, column: int) -> Mode | None:
    said = (row.first("mode"), plain(row.columns.header[column]), row.first("location"))
    return next((mode for text in said for mode, words in _MODES.items() if text and words.search(text)), None)

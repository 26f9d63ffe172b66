"""A report of what was done (Markdown): when, for which job, to whom and by which channel, as job centres ask for it.

Words of letters, notes and what others said are not in it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from planner.domain import wording
from planner.domain.calendar import day_of
from planner.domain.case import Case
from planner.domain.interview import Mode, Pursuit
from planner.domain.log import Days, Entry, FollowedUp, Outcome, Result, Thanked

_INTERVIEW, _THANK_YOU, _FOLLOW_UP = "Interview", "Thank-you", "Follow-up"
_RESULTS = {
    Result.OFFER: "Received an offer",
    Result.ACCEPTED: "Accepted the offer",
    Result.REJECTED: "Was turned down",
    Result.WITHDRAWN: "Withdrew",
}
_MODES = {Mode.VIDEO: "video", Mode.PHONE: "phone", Mode.ON_SITE: "on site"}
_LIVE = re.compile(r"[\\`*\[\]<|~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
"""What Markdown may take for more than a letter within a line; all else is left as it is, to be read as it stands."""


class Report(NamedTuple):
    """Its text, and what of each kind is in it: "2 interviews, 1 thank-you, 1 company"; "" where nothing was done."""

    text: str
    totals: str


@dataclass(frozen=True, slots=True)
class _Deed:
    at: datetime
    case: Case
    what: str
    whom: str
    how: str


def write(cases: Iterable[Case], period: Days | None, home: ZoneInfo, now: datetime, name: str = "") -> Report:
    """The report on the days of `period`, both ends in it, as they are at `home`; without one, on all there is.

    `name` is whose it is. How matters stand is told as of `now`, and of those alone for which something was done.
    """
    cases = tuple(cases)
    deeds = (deed for case in cases for deed in _deeds(case, now))
    within = [deed for deed in deeds if period is None or period.first <= day_of(deed.at, home) <= period.last]
    within.sort(key=lambda deed: deed.at.timestamp())
    totals = _totals(within) if within else ""
    lines = ["# Job search report", ""]
    if name:
        lines += [f"Name: {_plain(name)}", ""]
    lines += [
        f"Period: {_period(period, within, home)}",
        "",
        f"Made on {day_of(now, home)}. Times are those of {home.key}.",
        "",
        f"In all: {totals}." if within else "Nothing was done in this time.",
    ]
    if within:
        lines += ["", "## What was done", "", *_table(_DONE, [_done(deed, home) for deed in within])]
        lines += ["", "## How matters stand", "", *_table(_STANDS, list(_stands(cases, within, now)))]
    return Report("\n".join(lines) + "\n", totals)


_DONE = ("When", "Company", "Role", "What", "With or to", "How")
_STANDS = ("Company", "Role", "Interviews", "Result")


def _totals(deeds: list[_Deed]) -> str:
    counted = Counter(deed.what for deed in deeds)
    kinds = (
        wording.count(counted[what], what.lower()) for what in (_INTERVIEW, _THANK_YOU, _FOLLOW_UP) if counted[what]
    )
    companies = len({deed.case.interview.pursuit.company for deed in deeds})
    return ", ".join((*kinds, "1 company" if companies == 1 else f"{companies} companies"))


def _stands(cases: Iterable[Case], deeds: list[_Deed], now: datetime) -> Iterator[tuple[str, ...]]:
    """For each pursuit in which something was done: how many interviews were held by now, and what came of them."""
    concerned = {deed.case.interview.pursuit for deed in deeds}
    pursuits: dict[Pursuit, list[Case]] = {}
    for case in cases:
        if case.interview.pursuit in concerned:
            pursuits.setdefault(case.interview.pursuit, []).append(case)
    for theirs in pursuits.values():
        newest = theirs[-1]
        held = sum(_is_held(case, now) for case in theirs)
        result = _RESULTS[newest.outcome] if newest.outcome else "Open"
        yield newest.interview.company, newest.interview.role, str(held), result


def _is_held(case: Case, now: datetime) -> bool:
    return not case.called_off and case.ends_at <= now


def _table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    """In columns, so that it can be read as it stands as well."""
    cells = [header, *(tuple(map(_plain, row)) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    cells.insert(1, tuple("-" * width for width in widths))
    for row in cells:
        filled = (text + " " * (width - len(text)) for text, width in zip(row, widths, strict=True))
        yield f"| {' | '.join(filled)} |"


def _deeds(case: Case, now: datetime) -> Iterator[_Deed]:
    interview = case.interview
    if _is_held(case, now):
        people = ", ".join(person.name for person in interview.people)
        place = "" if interview.link else interview.location
        how = ", ".join(filter(None, (_MODES[interview.mode] if interview.mode else "", place)))
        yield _Deed(interview.starts_at, case, _INTERVIEW, people, how)
    yield from (deed for entry in case.log if entry.at <= now and (deed := _recorded(case, entry)))


def _recorded(case: Case, entry: Entry) -> _Deed | None:
    """What an entry of the log says was done; None for what others did and for notes."""
    match entry:
        case Thanked():
            owed = ", ".join(person.name for person in case.interview.owed_a_note)
            return _Deed(entry.at, case, _THANK_YOU, entry.to or owed, entry.channel.value)
        case FollowedUp():
            contact = case.interview.main_contact
            return _Deed(entry.at, case, _FOLLOW_UP, contact.name if contact else "", entry.channel.value)
        case Outcome():
            return _Deed(entry.at, case, _RESULTS[entry.what], "", "")
        case _:
            return None


def _period(period: Days | None, deeds: list[_Deed], home: ZoneInfo) -> str:
    if period is None and not deeds:
        return "all there is"
    first = period.first if period else day_of(deeds[0].at, home)
    last = period.last if period else day_of(deeds[-1].at, home)
    return f"{first.isoformat()} to {last.isoformat()}"


def _done(deed: _Deed, home: ZoneInfo) -> tuple[str, ...]:
    interview = deed.case.interview
    at = deed.at.astimezone(home)
    role = f"{interview.role} (round {interview.round})" if interview.round > 1 else interview.role
    return f"{at.date()} {wording.clock(at)}", interview.company, role, deed.what, deed.whom, deed.how


def _plain(text: str) -> str:
    """The text so that Markdown takes each sign in it for itself."""
    return _LIVE.sub(r"\\\g<0>", text)

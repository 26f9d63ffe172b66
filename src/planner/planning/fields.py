"""The facts of an interview as fields of text: what forms hold, and what `add` and `edit` take on the command line."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from planner.domain import wording
from planner.domain.calendar import day_of, pinned
from planner.domain.errors import BadInput
from planner.domain.interview import Flexibility, Interview, Mode
from planner.domain.log import Rescheduled
from planner.domain.text import many_lines, one_line
from planner.domain.zones import wall_time, zone_called
from planner.planning import people, when
from planner.planning.settings import DateOrder

S = TypeVar("S", bound=StrEnum)

REQUIRED = ("company", "role", "starts_at")
LONGEST_MINUTES = 7 * 24 * 60
ROUNDS = 99


class Reading(NamedTuple):
    """What the reading of a field may depend on: the zone people type in, the order of dates, and the time it is."""

    home_zone: str
    date_order: DateOrder
    now: datetime


def filled(interview: Interview, fields: Mapping[str, str], reading: Reading) -> Interview:
    """`interview` with each field in `fields` replaced by what its text says.

    Raises BadInput, naming the field, for one that is unknown or does not read. A start that moves is logged.
    """
    for name in fields:
        if name not in FIELDS:
            raise BadInput(f"There is no field “{name}”.", f"The fields are {', '.join(FIELDS)}.", name)
    changes: dict[str, Any] = {}
    for name, read in FIELDS.items():
        if name in fields:
            try:
                if name == "time_zone" and "starts_at" in fields:
                    # The start is read in it; where the old start would stand there does not matter.
                    changes["time_zone"] = zone_called(fields[name]).key
                else:
                    changes |= read(fields[name], replace(interview, **changes), reading)
            except BadInput as error:
                # What reads a part of a field, such as one person's phone, names that part.
                raise BadInput(error.sentence, error.hint, name) from error
    return replace(interview, **changes)


def rescheduled(before: Interview, after: Interview, now: datetime, words: str = "") -> Interview:
    """`after` with a log entry that says it was moved, if its start is another instant than before."""
    if before.starts_at.timestamp() == after.starts_at.timestamp():
        return after
    entry = Rescheduled(at=pinned(now, _zone_of(after)), was=pinned(before.starts_at, _zone_of(before)), words=words)
    return replace(after, log=(*after.log, entry))


def _zone_of(interview: Interview) -> tzinfo:
    return ZoneInfo(interview.time_zone)


def as_fields(interview: Interview) -> dict[str, str]:
    """Every field as the text a form begins with."""
    return {
        "company": interview.company,
        "role": interview.role,
        "starts_at": f"{interview.starts_at.date()} {wording.clock(interview.starts_at)}",
        "time_zone": interview.time_zone,
        "round": str(interview.round),
        "minutes": str(interview.minutes),
        "industry": interview.industry,
        "mode": interview.mode or "",
        "location": interview.location,
        "no_postal_address": "yes" if interview.no_postal_address else "no",
        "interviewers": people.written(interview.people, people.INTERVIEWERS),
        "contacts": people.written(interview.people, people.CONTACTS),
        "flexibility.start_date": interview.flexibility.start_date,
        "flexibility.salary": interview.flexibility.salary,
        "own_offer_deadline": str(interview.own_offer_deadline or ""),
        "tags": ", ".join(interview.tags),
        "notes": interview.notes,
    }


def _name(field: str) -> Callable[[str, Interview, Reading], dict[str, Any]]:
    def read(text: str, _interview: Interview, _reading: Reading) -> dict[str, Any]:
        line = one_line(text, field)
        if not line and field in REQUIRED:
            raise BadInput(f"{field} is empty.", "An interview needs company, role and start.", field)
        return {field: line}

    return read


def _zone(text: str, interview: Interview, _reading: Reading) -> dict[str, Any]:
    """The wall time stays when the zone is changed: it is what the invitation said."""
    name = zone_called(text).key
    return {"time_zone": name, "starts_at": wall_time(interview.starts_at.replace(tzinfo=None, fold=0), name)}


def _starts_at(text: str, interview: Interview, reading: Reading) -> dict[str, Any]:
    unmoved = str(interview.starts_at.tzinfo) == interview.time_zone
    if unmoved and text.strip() == as_fields(interview)["starts_at"]:
        return {}
    return {"starts_at": when.parse_instant(text, interview.time_zone, reading.now, reading.date_order)}


def _whole(field: str, most: int) -> Callable[[str, Interview, Reading], dict[str, Any]]:
    def read(text: str, _interview: Interview, _reading: Reading) -> dict[str, Any]:
        if not (text.strip().isascii() and text.strip().isdigit() and 1 <= int(text) <= most):
            raise BadInput(f"{field} is “{text[:40]}”.", f"Give a whole number from 1 to {most:,}.", field)
        return {field: int(text)}

    return read


def choice(text: str, field: str, choices: type[S]) -> S:
    """The member of `choices` that `text` names, however its words are joined: hiring manager, hiring-manager."""
    wanted = _run_together(text)
    for one in choices:
        if _run_together(one) == wanted:
            return one
    accepted = ", ".join(one.replace("_", "-") for one in choices)
    raise BadInput(f"{field} is “{text[:40]}”.", f"It is one of {accepted}.", field)


def _run_together(text: str) -> str:
    return re.sub(r"[\s_-]", "", text).casefold()


_ALSO_ON_SITE = ("inperson", "attheoffice")


def _mode(text: str, _interview: Interview, _reading: Reading) -> dict[str, Any]:
    if _run_together(text) in _ALSO_ON_SITE:
        return {"mode": Mode.ON_SITE}
    return {"mode": choice(text, "mode", Mode) if text.strip() else None}


def _no_postal_address(text: str, _interview: Interview, _reading: Reading) -> dict[str, Any]:
    answers = {"yes": True, "true": True, "no": False, "false": False, "": False}
    answer = answers.get(text.strip().casefold())
    if answer is None:
        raise BadInput(f"no_postal_address is “{text[:40]}”.", "Say yes or no.", "no_postal_address")
    return {"no_postal_address": answer}


def _people(parts: people.Parts) -> Callable[[str, Interview, Reading], dict[str, Any]]:
    def read(text: str, interview: Interview, _reading: Reading) -> dict[str, Any]:
        return {"people": people.rewritten(interview.people, text, parts)}

    return read


def _room(point: str) -> Callable[[str, Interview, Reading], dict[str, Any]]:
    def read(text: str, interview: Interview, _reading: Reading) -> dict[str, Any]:
        room = {point: one_line(text, f"flexibility.{point}")}
        flexibility: Flexibility = replace(interview.flexibility, **room)
        return {"flexibility": flexibility}

    return read


def _deadline(text: str, interview: Interview, reading: Reading) -> dict[str, Any]:
    if not text.strip():
        return {"own_offer_deadline": None}
    today = day_of(reading.now, _zone_of(interview))
    return {"own_offer_deadline": when.parse_day(text, today, reading.date_order)}


def _notes(text: str, _interview: Interview, _reading: Reading) -> dict[str, Any]:
    return {"notes": many_lines(text, "notes")}


def _tags(text: str, _interview: Interview, _reading: Reading) -> dict[str, Any]:
    tags = (one_line(tag, "tags") for tag in text.split(","))
    return {"tags": tuple(dict.fromkeys(tag for tag in tags if tag))}


# The zone stands before the start, which is read in it.
FIELDS: dict[str, Callable[[str, Interview, Reading], dict[str, Any]]] = {
    "company": _name("company"),
    "role": _name("role"),
    "time_zone": _zone,
    "starts_at": _starts_at,
    "round": _whole("round", ROUNDS),
    "minutes": _whole("minutes", LONGEST_MINUTES),
    "industry": _name("industry"),
    "mode": _mode,
    "location": _name("location"),
    "no_postal_address": _no_postal_address,
    "interviewers": _people(people.INTERVIEWERS),
    "contacts": _people(people.CONTACTS),
    "flexibility.start_date": _room("start_date"),
    "flexibility.salary": _room("salary"),
    "own_offer_deadline": _deadline,
    "tags": _tags,
    "notes": _notes,
}

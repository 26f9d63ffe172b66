"""Interviews as documents, plain JSON values: the form the data file and the exchange file share.

Reading is one and the same for both: an unknown field, a wrong type or an impossible value is refused, naming it
with its place. Writing leaves out what a reader would assume.
"""

from collections.abc import Callable, Iterable
from dataclasses import fields as fields_of
from datetime import date, datetime
from typing import Any

from planner.domain.errors import BadInput
from planner.domain.interview import Flexibility, Interview, Mode, Part, Person, Received
from planner.domain.text import PHONE_LIMIT, TEXT_LIMIT
from planner.domain.zones import is_repeated, wall_time, zone_called
from planner.formats.entries import Document, decode_log, encode_entry
from planner.formats.values import (
    Read,
    day,
    fields,
    flag,
    instant,
    line,
    lines,
    maybe,
    number,
    one_of,
    several,
    time,
)

LONGEST_MINUTES = 7 * 24 * 60
LAST_ROUND = 99

_PERSON: dict[str, Read[Any]] = {
    "name": line(needed=True),
    "part": one_of(*Part),
    "main": flag,
    "email": line(),
    "phone": line(PHONE_LIMIT),
    "postal_address": line(TEXT_LIMIT),
}
_FLEXIBILITY: dict[str, Read[Any]] = {"start_date": line(TEXT_LIMIT), "salary": line(TEXT_LIMIT)}
_RECEIVED: dict[str, Read[Any]] = {"sequence": number(0), "stamp": instant, "uid": line(needed=True)}


def _decode_person(document: object, place: str) -> Person:
    return Person(**fields(document, place, _PERSON, ("name",)))


def _decode_flexibility(document: object, place: str) -> Flexibility:
    return Flexibility(**fields(document, place, _FLEXIBILITY))


def _decode_received(document: object, place: str) -> Received:
    found = fields(document, place, _RECEIVED, ("sequence",))
    return Received(found["sequence"], found.get("stamp"), found.get("uid", ""))


def _zone_name(value: object, place: str) -> str:
    name = line()(value, place)
    try:
        return zone_called(name).key
    except BadInput as error:
        raise BadInput(f"{place}: {error.sentence}", error.hint, place) from error


_INTERVIEW: dict[str, Read[Any]] = {
    "id": number(1),
    "rev": number(1),
    "received": _decode_received,
    "uid": line(needed=True),
    "company": line(needed=True),
    "role": line(needed=True),
    "round": number(1, LAST_ROUND),
    "industry": line(),
    "starts_at": time,
    "time_zone": _zone_name,
    "minutes": number(1, LONGEST_MINUTES),
    "mode": maybe(one_of(*Mode)),
    "location": line(TEXT_LIMIT),
    "no_postal_address": flag,
    "people": several(_decode_person),
    "flexibility": _decode_flexibility,
    "own_offer_deadline": maybe(day),
    "notes": lines,
    "tags": several(line(needed=True)),
    "log": decode_log,
}


def decode_interview(
    document: object,
    place: str,
    default_zone: str = "",
    new_uid: Callable[[], str] | None = None,
    start: Callable[[datetime, str], datetime] = wall_time,
) -> Interview:
    """The interview of one document. Raises BadInput, naming the place.

    Without a `time_zone` it is in `default_zone`, without a `uid` it gets one from `new_uid`; where these are not
    given, neither may be missing. `id` and `rev` are what the document says, 0 where it says nothing. `start` makes
    an instant of a wall time and a zone.
    """
    found = fields(document, place, _INTERVIEW, ("company", "role", "starts_at"))
    if "uid" not in found:
        if new_uid is None:
            raise BadInput(f"{place} has no uid.", "", f"{place}.uid")
        found["uid"] = new_uid()
    if not found.setdefault("time_zone", default_zone):
        hint = "Add one, such as Europe/Berlin, or set your home time zone."
        raise BadInput(f"{place} has no time_zone.", hint, f"{place}.time_zone")
    found["starts_at"] = _start(found["starts_at"], found["time_zone"], f"{place}.starts_at", start)
    return Interview(**found)


def encode_interview(interview: Interview) -> Document:
    """The document of an interview; `id` and `rev` stand in it where they are set."""
    document = _unusual(interview, _INTERVIEW)
    document["starts_at"] = _written_start(interview)
    for name, write in _WRITE.items():
        if name in document:
            document[name] = write(document[name])
    return document


def _start(moment: datetime, zone_name: str, place: str, of_wall: Callable[[datetime, str], datetime]) -> datetime:
    """`moment` in the zone: what the clocks show there, or, if it has an offset, what they show at that instant."""
    if moment.tzinfo is not None:
        return moment.astimezone(zone_called(zone_name))
    try:
        return of_wall(moment, zone_name)
    except BadInput as error:
        raise BadInput(f"{place}: {error.sentence}", error.hint, place) from error


def _written_start(interview: Interview) -> str:
    """Wall time, which is what people agreed on; with its offset only where the clocks show it twice."""
    if interview.starts_at.tzinfo is None:
        raise ValueError("starts_at has no zone")
    start = interview.starts_at.astimezone(zone_called(interview.time_zone))
    if not is_repeated(start):
        start = start.replace(tzinfo=None)
    return start.isoformat(timespec="auto" if start.second or start.microsecond else "minutes")


def _encode_received(received: Received) -> Document:
    stamp = {"stamp": received.stamp.isoformat()} if received.stamp else {}
    return {"sequence": received.sequence} | stamp | ({"uid": received.uid} if received.uid else {})


def _encode_person(person: Person) -> Document:
    document = _unusual(person, _PERSON)
    return document | {"part": person.part.value} if "part" in document else document


_WRITE: dict[str, Callable[[Any], Any]] = {
    "received": _encode_received,
    "mode": lambda mode: mode.value,
    "people": lambda people: [_encode_person(person) for person in people],
    "flexibility": lambda flexibility: _unusual(flexibility, _FLEXIBILITY),
    "own_offer_deadline": date.isoformat,
    "tags": list,
    "log": lambda log: [encode_entry(entry) for entry in log],
}
# What a field is when nothing is said; one that must be there has no such value, and equals nothing.
_USUAL = {kind: {field.name: field.default for field in fields_of(kind)} for kind in (Interview, Person, Flexibility)}


def _unusual(value: Interview | Person | Flexibility, names: Iterable[str]) -> Document:
    usual = _USUAL[type(value)]
    return {name: found for name in names if (found := getattr(value, name)) != usual[name]}

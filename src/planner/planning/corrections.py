"""Putting the record right: an entry of the log, or someone among the people. Pure steps for `Planner.change`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from planner.domain import wording
from planner.domain.calendar import day_of, pinned
from planner.domain.errors import BadInput, NotFound
from planner.domain.interview import Interview, Part, Person
from planner.domain.log import (
    Channel,
    Days,
    Entry,
    FollowedUp,
    Obstacle,
    Outcome,
    Result,
    Thanked,
    ToldCallBack,
    ToldDecision,
    ToldObstacle,
)
from planner.domain.text import PHONE_LIMIT, TEXT_LIMIT, folded, many_lines, one_line
from planner.planning import people, when
from planner.planning.fields import Reading, choice

Read = Callable[[str, Interview, Reading], Any]


def entry_numbered(interview: Interview, number: str) -> Entry:
    """The entry of the log with that number. Raises NotFound."""
    found = next((entry for entry in interview.log if str(entry.id) == number.strip()), None)
    if found is None:
        raise NotFound(f"The log has no entry number {number}.", f"planner show {interview.id} prints their numbers.")
    return found


def corrected(interview: Interview, entry_id: int, fields: Mapping[str, str], reading: Reading) -> Interview:
    """`interview` with those fields of one entry replaced by what their texts say. Raises BadInput, NotFound."""
    entry = entry_numbered(interview, str(entry_id))
    known = _readers(entry)
    changes: dict[str, Any] = {}
    for name, text in fields.items():
        if name not in known:
            raise BadInput(f"This entry has no field “{name}”.", f"Its fields are {', '.join(known)}.", name)
        attribute, read = known[name]
        try:
            changes[attribute] = read(text, interview, reading)
        except BadInput as error:
            raise BadInput(error.sentence, error.hint, name) from error
    after = replace(entry, **changes)
    return replace(interview, log=tuple(after if one.id == entry.id else one for one in interview.log))


def fields(entry: Entry) -> dict[str, str]:
    """What can be put right of an entry: the names people use, with the attributes of the entry they stand for."""
    return {name: attribute for name, (attribute, _) in _readers(entry).items()}


def without_entry(interview: Interview, entry_id: int) -> Interview:
    """`interview` with that entry taken out of its log. Raises NotFound."""
    entry = entry_numbered(interview, str(entry_id))
    return replace(interview, log=tuple(one for one in interview.log if one.id != entry.id))


def with_person(interview: Interview, someone: Person) -> Interview:
    """`interview` with one more person; a name that is there already is refused."""
    if any(folded(one.name) == folded(someone.name) for one in interview.people):
        raise BadInput(f"{someone.name} is among its people already.", "Edit that person instead.", "name")
    if len(interview.people) >= people.MOST_PEOPLE:
        raise BadInput(f"An interview keeps at most {people.MOST_PEOPLE} people.")
    return replace(interview, people=_with_main((*interview.people, someone), someone))


def with_person_changed(interview: Interview, name: str, fields: Mapping[str, str]) -> Interview:
    """`interview` with those fields of one person replaced; a note sent under an earlier name stays theirs."""
    before = people.named(interview.people, name)
    changes: dict[str, Any] = {}
    for field, text in fields.items():
        if field not in _PERSON:
            raise BadInput(f"A person has no field “{field}”.", f"The fields are {', '.join(_PERSON)}.", field)
        changes[field] = _PERSON[field](text)
    after = replace(before, **changes)
    taken = any(folded(one.name) == folded(after.name) for one in interview.people if one is not before)
    if taken:
        raise BadInput(f"{after.name} is among its people already.", "Choose another name.", "name")
    everyone = tuple(after if one is before else one for one in interview.people)
    log = tuple(_renamed(entry, before.name, after.name) for entry in interview.log)
    return replace(interview, people=_with_main(everyone, after), log=log)


def without_person(interview: Interview, name: str) -> Interview:
    """`interview` without that person; what the log says of them stays."""
    gone = people.named(interview.people, name)
    return replace(interview, people=tuple(one for one in interview.people if one is not gone))


def _with_main(everyone: tuple[Person, ...], newest: Person) -> tuple[Person, ...]:
    """`everyone`; if `newest` is marked as main contact, nobody else is."""
    return tuple(replace(one, main=one is newest) for one in everyone) if newest.main else everyone


def _renamed(entry: Entry, before: str, after: str) -> Entry:
    if isinstance(entry, Thanked) and entry.to and folded(entry.to) == folded(before):
        return replace(entry, to=after)
    return entry


def _readers(entry: Entry) -> dict[str, tuple[str, Read]]:
    """What can be put right of an entry: the name people use, its attribute, and how its text is read."""
    known: dict[str, tuple[str, Read]] = {"at": ("at", _at), "words": ("words", _words)}
    match entry:
        case ToldDecision():
            known["on"] = ("days", lambda text, *rest: _days(text, *rest) if text.strip() else None)
        case ToldCallBack():
            known["on"] = ("days", _days)
        case Thanked():
            known |= {"to": ("to", _to), "channel": ("channel", _channel(Channel.CALL))}
        case FollowedUp():
            known |= {"channel": ("channel", _channel(Channel.CARD)), "anyway": ("anyway", _anyway)}
        case ToldObstacle():
            known["what"] = ("what", lambda text, _interview, _reading: choice(text, "what", Obstacle))
        case Outcome():
            known["what"] = ("what", lambda text, _interview, _reading: choice(text, "what", Result))
        case _:
            pass
    return known


def _at(text: str, interview: Interview, reading: Reading) -> datetime:
    at = when.parse_instant(text, reading.home_zone, reading.now, reading.date_order, toward="past", time_needed=False)
    if at > reading.now:
        raise BadInput(
            f"{wording.moment(at, reading.now.date())} has not come yet.", "Give the time it happened.", "at"
        )
    return pinned(at, ZoneInfo(interview.time_zone))


def _words(text: str, _interview: Interview, _reading: Reading) -> str:
    return many_lines(text, "words")


def _days(text: str, interview: Interview, reading: Reading) -> Days:
    today = day_of(reading.now, ZoneInfo(interview.time_zone))
    return when.parse_days(text, today, reading.date_order)


def _to(text: str, interview: Interview, _reading: Reading) -> str:
    return people.named(interview.people, text).name if text.strip() else ""


def _channel(other: Channel) -> Read:
    """Reads a channel; `other` is the one that is only for the other action."""

    def read(text: str, _interview: Interview, _reading: Reading) -> Channel:
        return channel(text, other)

    return read


def channel(text: str, without: Channel) -> Channel:
    """The channel named, which may not be `without`: a call is no thank-you, a card no follow-up."""
    named = choice(text, "channel", Channel)
    if named is without:
        accepted = ", ".join(one for one in Channel if one is not without)
        raise BadInput(f"channel is “{text[:40]}”.", f"Here it is one of {accepted}.", "channel")
    return named


def _anyway(text: str, _interview: Interview, _reading: Reading) -> bool:
    return yes_or_no(text, "anyway")


def yes_or_no(text: str, field: str) -> bool:
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(text.strip().casefold())
    if answer is None:
        raise BadInput(f"{field} is “{text[:40]}”.", "Say yes or no.", field)
    return answer


def _name(text: str) -> str:
    name = one_line(text, "name")
    if not name:
        raise BadInput("A person needs a name.", "Give one, or remove the person.", "name")
    return name


_PERSON: dict[str, Callable[[str], Any]] = {
    "name": _name,
    "part": lambda text: choice(text, "part", Part),
    "main": lambda text: yes_or_no(text, "main"),
    "email": lambda text: one_line(text, "email"),
    "phone": lambda text: one_line(text, "phone", PHONE_LIMIT),
    "postal_address": lambda text: one_line(text, "postal_address", TEXT_LIMIT),
}

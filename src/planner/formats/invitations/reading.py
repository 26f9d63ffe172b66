"""A calendar file as the appointments it offers."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from planner.domain.errors import BadInput
from planner.domain.interview import Received
from planner.domain.text import NAME_LIMIT, stripped
from planner.domain.zones import zone_called
from planner.formats.invitations.blocks import Block, blocks_in, event_in
from planner.formats.invitations.decoding import decoded
from planner.formats.invitations.event import invitation
from planner.formats.invitations.values import Invitation, Method, Reading, Refused
from planner.formats.invitations.zones import Zones, zones_of
from planner.formats.passing import Passing

_METHODS: dict[str, Method] = {"REQUEST": "request", "CANCEL": "cancel"}
_NO_INVITATION = {
    "REPLY": "It is somebody's answer to an invitation, not an invitation.",
    "COUNTER": "It is somebody's proposal of another time, not an invitation.",
    "DECLINECOUNTER": "It turns down a proposal of another time, and changes nothing.",
    "REFRESH": "It asks for an invitation, and is none.",
    "ADD": "It adds a date to a series, and a series is no interview. Add the interview by hand.",
}
_NO_APPOINTMENTS = {"VTODO": "tasks", "VJOURNAL": "journal entries", "VFREEBUSY": "lists of busy times"}
_NO_STAMP = datetime.min.replace(tzinfo=UTC)


class _Found(NamedTuple):
    place: str
    summary: str
    outcome: Invitation | str
    """What is offered, or why it can't be."""


def reading(
    data: bytes, home_zone: str, known_as: frozenset[str], assume_zone: str, passing: Passing[slice]
) -> Reading:
    """All that the file holds. Raises BadInput where it is no calendar, or a zone given is none."""
    home = zone_called(home_zone).key
    assumed = zone_called(assume_zone).key if assume_zone else ""
    text = decoded(data)
    file = blocks_in(text)
    calendars = (file, *(block for block in file.blocks if block.name == "VCALENDAR"))
    if len(calendars) == 1 and not file.events:
        raise BadInput(
            "This is no calendar file.", "Such files begin with BEGIN:VCALENDAR; most have names ending in .ics."
        )
    found: list[_Found] = []
    for calendar in calendars:
        zones = zones_of(calendar, home, assumed)
        method = calendar.value("METHOD").upper()
        for place in passing(calendar.events):
            event = event_in(text, place)
            summary = stripped(event.value("SUMMARY"), NAME_LIMIT)
            found.append(_Found(f"event {len(found) + 1}", summary, _outcome(event, method, zones, known_as)))
    return _sorted_out(found, _left_out(file, found))


def _outcome(event: Block, method: str, zones: Zones, known_as: frozenset[str]) -> Invitation | str:
    if method in _NO_INVITATION:
        return _NO_INVITATION[method]
    try:
        return invitation(event, _METHODS.get(method, "publish"), zones, known_as)
    except BadInput as error:
        hint = "Record the cancellation by hand, if it is one of yours." if method == "CANCEL" else error.hint
        return f"{error.sentence} {hint}"


def _sorted_out(found: list[_Found], left_out: list[Refused]) -> Reading:
    """Of each appointment the newest version in the file; the others are refused, but for mere repetitions."""
    newest: dict[str, Invitation] = {}
    for one in found:
        if isinstance(one.outcome, Invitation):
            uid = one.outcome.interview.uid
            newest[uid] = max(one.outcome, newest.get(uid, one.outcome), key=_version)
    refused = [Refused(one.place, one.summary, reason) for one in found if (reason := _reason(one.outcome, newest))]
    return Reading(tuple(newest.values()), (*refused, *left_out))


def _version(invitation: Invitation) -> tuple[int, datetime]:
    sequence, stamp = invitation.interview.received or Received(0, None)
    return sequence, stamp or _NO_STAMP


def _reason(outcome: Invitation | str, newest: Mapping[str, Invitation]) -> str:
    """Why it is not offered; "" for one that is, or whose very likeness is."""
    if isinstance(outcome, str):
        return outcome
    return "" if outcome == newest[outcome.interview.uid] else "The file holds a newer version of the same appointment."


def _left_out(file: Block, found: list[_Found]) -> list[Refused]:
    kinds = Counter(block.name for calendar in (file, *file.blocks) for block in calendar.blocks)
    refused = [
        Refused("the file", "", f"Only appointments are read: its {words} ({kinds[kind]}) are left out.")
        for kind, words in _NO_APPOINTMENTS.items()
        if kinds[kind]
    ]
    return refused if found or refused else [Refused("the file", "", "It holds no appointment.")]

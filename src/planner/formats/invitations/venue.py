"""Where an appointment takes place: a video link, a telephone, a place, or two of them."""

import re
from dataclasses import dataclass

from planner.domain.interview import Mode
from planner.domain.text import stripped
from planner.formats.invitations.blocks import Block

LOCATION_LIMIT = 2_000  # join links are long: Teams' have 250 characters, within a safety wrapper 600

_LINK = re.compile(r"https?://[^\s/<>\"'?#]+[^\s<>\"']*", re.IGNORECASE)
_LINK_LINES = (
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "CONFERENCE",
)
_HOSTS = (
    "zoom.us zoomgov.com teams.microsoft.com teams.live.com meet.google.com webex.com whereby.com meet.jit.si "
    "bluejeans.com gotomeeting.com gotomeet.me chime.aws join.skype.com ringcentral.com facetime.apple.com"
)
_CALL_LINK = re.compile(rf"https://(?:[\w-]+\.)*(?:{'|'.join(map(re.escape, _HOSTS.split()))})/", re.IGNORECASE)
# Beside the link to join, a description holds others to the same hosts.
_NO_CALL = re.compile(r"//(?:support|help|status)\.|zoom\.us/(?:u|zoomconference|test)\b|meetingoptions", re.IGNORECASE)
_MAP = re.compile(r"https?://(?:maps\.|goo\.gl/maps|[\w.-]+/maps\b)", re.IGNORECASE)

_PHONE = re.compile(
    r"(?:(?:tel|(?:tele)?phone|telefon|mobile?|call|dial-in)\b[.:\s]*)?\+?[\d\s().\-/,;x#*]+", re.IGNORECASE
)
_LEAST_DIGITS = 7
_NOWHERE = re.compile(r"tbd|tba|tbc|n/?a|none|-+", re.IGNORECASE)
_BY = r"(?P<video>video|virtual|online|remote|zoom|webex|teams|google meet|skype)|(?P<phone>(?:tele)?phone|telefon)"
_SAID_OF_PLACE = re.compile(rf"(?:[^\d,;]{{0,60}}\b)?(?:{_BY})\b\D{{0,60}}", re.IGNORECASE)
_SAID_OF_TALK = re.compile(
    rf"\b(?:{_BY}|(?P<on_site>on-?site|in[ -]person))[ -]?(?:interview|call|screen|meeting|chat|conversation|gespräch)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Venue:
    mode: Mode | None
    location: str
    remarks: tuple[str, ...] = ()


def venue(event: Block, summary: str, notes: str) -> Venue:
    """As the event's place and links have it; where it gives both a place and a link, the mode is left open."""
    place = stripped(event.value("LOCATION").replace("\n", ", "), LOCATION_LIMIT)
    if _NOWHERE.fullmatch(place):
        place = ""
    if _PHONE.fullmatch(place) and sum(map(str.isdigit, place)) >= _LEAST_DIGITS:
        return Venue(Mode.PHONE, place)
    if any(not _MAP.match(found[0]) for found in _LINK.finditer(place)):
        return Venue(Mode.VIDEO, place)
    link = _call_link(event, notes)
    said = _SAID_OF_PLACE.fullmatch(place) if place else _SAID_OF_TALK.search(summary)
    if place and not said:
        doubt = "It gives both a place and a link to a call: say by the mode which it is, on_site or video."
        return Venue(None, f"{place} ({link})", (doubt,)) if link else Venue(Mode.ON_SITE, place)
    if link and not (place and said and said["phone"]):
        return Venue(Mode.VIDEO, link)
    number = next((line.value for line in event.all("CONFERENCE") if line.value.lower().startswith("tel:")), "")
    if number and not place:
        return Venue(Mode.PHONE, stripped(number[len("tel:") :], LOCATION_LIMIT))
    return Venue(Mode(said.lastgroup or "") if said else None, place)


def _call_link(event: Block, notes: str) -> str:
    """The link to join, from where programs put it, or the first in the text that is one to a known host; else ""."""
    given = [line.value.strip() for name in _LINK_LINES for line in event.all(name)]
    found = [link for link in given if _LINK.fullmatch(link)] + [
        link
        for link in (
            found[0].rstrip(").,;:!]") for text in (event.value("URL"), notes) for found in _LINK.finditer(text)
        )
        if _CALL_LINK.match(link) and not _NO_CALL.search(link)
    ]
    return next(
        (link for link in (stripped(link, LOCATION_LIMIT + 1) for link in found) if len(link) <= LOCATION_LIMIT), ""
    )

"""Invitations: the appointments of a calendar file (.ics), or of the calendar part of a mail, as interviews to offer.

Importing this is cheap; the calendar library is loaded when a file is read.
"""

from datetime import datetime

from planner.formats.invitations.decoding import decoded
from planner.formats.invitations.values import Invitation, Reading, Refused
from planner.formats.passing import Passing

__all__ = ["Invitation", "Reading", "Refused", "looks_like_calendar", "read_invitations"]

_BEGINNINGS = ("BEGIN:VCALENDAR", "BEGIN:VEVENT")
_ENOUGH = 4096


def looks_like_calendar(data: bytes) -> bool:
    """Whether the content is a calendar's, whatever the file's name; of a long file only the beginning is looked at."""
    return decoded(data[:_ENOUGH]).lstrip().upper().startswith(_BEGINNINGS)


def read_invitations(
    data: bytes,
    home_zone: str,
    known_as: frozenset[str] = frozenset(),
    assume_zone: str = "",
    passing: Passing[int] = iter,
    *,
    now: datetime,
) -> Reading:
    """What a calendar file offers. Raises BadInput for one that is no calendar, and for zones unknown to IANA.

    `home_zone` is where times without a zone, and times in UTC, are shown; `assume_zone` the zone of those times whose
    own zone can't be told from the file, and which are refused without it. `known_as` are the reader's own mail
    addresses and names: those are no people to thank. Through `passing` go the events as they are read.
    Of a series the first date that is not before `now` is offered.
    """
    from planner.formats.invitations.reading import reading

    return reading(data, home_zone, known_as, assume_zone, passing, now=now)

"""Small calendar files of our own to read."""

from datetime import UTC, datetime

from planner.formats.invitations import Invitation, Reading, read_invitations

HOME = "Europe/Berlin"
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
START = "DTSTART:20261123T140000Z"

US_EASTERN = """\
BEGIN:STANDARD
DTSTART:16011104T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT"""


def event(*lines: str, start: str = START, uid: str = "one@north.example") -> str:
    """An event's block; an empty `start` or `uid` leaves that line out."""
    given = [line for line in (start, f"UID:{uid}" if uid else "", *lines) if line]
    return "\n".join(["BEGIN:VEVENT", *given, "END:VEVENT"])


def zone(tzid: str, rules: str = US_EASTERN) -> str:
    return f"BEGIN:VTIMEZONE\nTZID:{tzid}\n{rules}\nEND:VTIMEZONE"


def calendar(*blocks: str, method: str = "REQUEST") -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *([f"METHOD:{method}"] if method else []), *blocks, "END:VCALENDAR", ""]
    return "\n".join(lines).replace("\n", "\r\n").encode()


def read(*blocks: str, method: str = "REQUEST", home: str = HOME, assume: str = "", now: datetime = NOW) -> Reading:
    return read_invitations(calendar(*blocks, method=method), home, assume_zone=assume, now=now)


def offered(*lines: str, start: str = START, zones: str = "", method: str = "REQUEST") -> Invitation:
    """The one invitation in a file with one event of these lines."""
    reading = read(*([zones] if zones else []), event(*lines, start=start), method=method)
    assert reading.refused == ()
    (invitation,) = reading.invitations
    return invitation


def refused(*lines: str, start: str = START, zones: str = "", method: str = "REQUEST") -> str:
    """Why the one event of these lines is refused."""
    reading = read(*([zones] if zones else []), event(*lines, start=start), method=method)
    assert reading.invitations == ()
    (refusal,) = reading.refused
    return refusal.reason


def utc(invitation: Invitation) -> str:
    """The instant of an invitation's start, as "2026-11-23 14:00" in UTC."""
    start = invitation.interview.starts_at
    offset = start.utcoffset()
    assert offset is not None
    return f"{start.replace(tzinfo=None) - offset:%Y-%m-%d %H:%M}"

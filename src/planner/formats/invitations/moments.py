"""Dates, times and durations as calendar files write them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from planner.domain.errors import BadInput
from planner.domain.text import NAME_LIMIT, stripped
from planner.formats.invitations.blocks import Line

_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)
_DURATION = re.compile(
    r"\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?", re.ASCII | re.IGNORECASE
)
_OFFSET = re.compile(r"([+-]?)(\d\d?)(?:[:.]?(\d\d)(?::?(\d\d))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Moment:
    """A wall time with what the file says on its zone: `offset` (0 for a Z), else `tzid`, else nothing: floating."""

    wall: datetime
    tzid: str = ""
    offset: timedelta | None = None
    whole_day: bool = False

    @property
    def utc(self) -> datetime:
        """The instant, where the value itself tells it or is meant to be in UTC, as a stamp is."""
        return (self.wall - (self.offset or timedelta())).replace(tzinfo=UTC)


def moment(line: Line) -> Moment:
    """The moment a line gives; BadInput where it gives none."""
    text = line.value.strip()
    found = _MOMENT.fullmatch(text)
    if not found:
        raise BadInput(f"“{text[:40]}” is no date and time." if text else "There is no date and time.")
    year, month, day, hour, minute, second = (int(digits or 0) for digits in found.groups()[:6])
    try:
        wall = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 (its zone stands beside it)
    except ValueError as error:
        raise BadInput(f"“{text[:40]}” is no date and time.") from error
    stated = found[7] or ""
    offset = timedelta() if stated in {"Z", "z"} else offset_in(stated) if stated else None
    return Moment(wall, zone_text(line.params.get("TZID", "")), offset, found[4] is None)


def zone_text(tzid: str) -> str:
    """The name of a zone in one form, whether it stood in quotes, escaped or plain."""
    return stripped(tzid.replace("\\", "").strip('" '), NAME_LIMIT)


def duration(text: str) -> timedelta:
    """A duration like PT1H30M; BadInput for one that is none, or negative."""
    found = _DURATION.fullmatch(text.strip())
    if not found or not any(found.groups()):
        raise BadInput(f"“{text[:40]}” is no duration.")
    weeks, days, hours, minutes, seconds = (int(digits or 0) for digits in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def offset_in(text: str) -> timedelta:
    """An offset from UTC: +0100, -05:30, +1, -05.00, -000115; BadInput for one that is none or as long as a day."""
    found = _OFFSET.fullmatch(text.strip())
    if not found:
        raise BadInput(f"“{text[:40]}” is no offset from UTC.")
    hours, minutes, seconds = (int(digits or 0) for digits in found.groups()[1:])
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if offset >= timedelta(days=1):
        raise BadInput(f"“{text[:40]}” is no offset from UTC.")
    return -offset if found[1] == "-" else offset

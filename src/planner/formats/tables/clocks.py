"""Times of day as tables hold them: alone, with the time at which it ends, with an offset from UTC or a zone's name."""

import re
from datetime import time, timedelta
from typing import NamedTuple

from planner.domain.errors import BadInput

# What people write beside a time, and where the clocks go as they mean it: many say EST in summer too.
_ZONES = {
    "America/New_York": "ET EST EDT",
    "America/Chicago": "CT CST CDT",
    "America/Denver": "MT MST MDT",
    "America/Los_Angeles": "PT PST PDT",
    "America/Anchorage": "AKST AKDT",
    "Pacific/Honolulu": "HST",
    "Europe/London": "BST",
    "Europe/Berlin": "CET CEST MEZ MESZ",
    "Europe/Helsinki": "EET EEST",
    "Asia/Tokyo": "JST",
    "Australia/Sydney": "AEST AEDT",
    "Australia/Perth": "AWST",
    "Pacific/Auckland": "NZST NZDT",
}
_SAID = {name: zone for zone, names in _ZONES.items() for name in names.split()}
_WORDS = {"EASTERN": "ET", "CENTRAL": "CT", "MOUNTAIN": "MT", "PACIFIC": "PT"}

_HALF = r"\.?m\b\.?"
TO = r" ?(?:[-\u2013\u2014\u2192]|\b(?:to|until|till|bis|tot)\b) ?"
"""Between a beginning and its end."""
_END = (
    rf"(?P<end_hour>\d{{1,2}})(?:[:.h](?P<end_minute>\d\d)(?: ?(?P<end_half>[ap]){_HALF}| ?uhr\b)?"
    rf"| ?(?:(?P<end_half2>[ap]){_HALF}|(?:uhr|h)\b))(?!\d|[./-]\d)"
)
_OFFSET = (
    rf"(?P<offset>z\b|[+-]\d\d:?\d\d(?!\d| ?(?:[ap]{_HALF}|uhr\b))"
    r"|\(?(?:utc|gmt)(?: ?[+-]\d{1,2}(?::?\d\d)?\b|\b(?! ?[+-]?\d))\)?)"
)
# In capitals, as "et" is a word too; and a whole word, as Central Station is no zone. Of IST there are three.
_ZONE = rf"\(?(?P<zone>(?-i:{'|'.join(_SAID)}|[A-Z][SD]T)\b|(?:{'|'.join(_WORDS)}) time\b)\)?"
CLOCK = (
    rf"(?:(?P<hour>\d{{1,2}})[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{{1,9}})?)?(?: ?(?P<half>[ap]){_HALF}| ?uhr\b)?"
    rf"|(?P<hour2>\d{{1,2}}) ?(?:(?P<half2>[ap]){_HALF}|(?:uhr|h)\b)"
    rf"|(?P<hour3>\d{{1,2}})(?={TO}{_END.replace('?P<', '?P<ahead_')}))"
    rf"(?: ?{_OFFSET}|{TO}{_END})?(?: ?{_ZONE})?"
)
"""A time of day, where blanks are plain and case does not count; what its groups say, `clock` tells."""

_FURTHEST = timedelta(hours=14)
"""From UTC; no zone is further."""
_SHOWN = 40
_NOON, _NO_HOUR = 12, 24


class Clock(NamedTuple):
    """A time of day, its offset from UTC, how many minutes it lasts, the zone as it is said: what is told of these."""

    at: time
    offset: timedelta | None = None
    minutes: int | None = None
    zone: str = ""


def clock(found: re.Match[str]) -> Clock:
    """What a match of CLOCK tells. Raises BadInput for a time or an offset there is not."""
    hour, half = int(found["hour"] or found["hour2"] or found["hour3"]), found["half"] or found["half2"] or ""
    end_half = found["end_half"] or found["end_half2"] or ""
    if end_half and not half:  # "2-3 PM", "11:30-12:30 PM"
        before = (hour % 12, found["minute"] or "") <= (int(found["end_hour"]) % 12, found["end_minute"] or "")
        half = end_half if before else "a"
    at = _time(found, hour, found["minute"], half, found["second"])
    end, offset = None, found["offset"] or ""
    if found["end_hour"]:
        end = _time(found, int(found["end_hour"]), found["end_minute"], end_half)
    elif _is_end(found, offset, at):
        end, offset = _time(found, int(offset[1:3]), offset[-2:], ""), ""
    return Clock(at, _offset(offset), between(at, end) if end else None, (found["zone"] or "").upper())


def zone_said(text: str) -> str:
    """The IANA zone that people mean by such a name beside a time ("EST", "Pacific Time"); "" where it is not plain."""
    name = text.strip(" ()").upper().removesuffix(" TIME")
    return _SAID.get(_WORDS.get(name, name), "")


def _is_end(found: re.Match[str], offset: str, at: time) -> bool:
    """Whether what could be an offset is the time at which it ends: 14:00-15:00, but neither 14:00-05:00 nor 14:00:00-15:00.

    As no zone is half an hour behind, so is what ends soon after midnight.
    """
    as_programs_write = found["second"] or found.string[: found.start("hour")][-1:] in {"t", "T"}
    if offset[:1] != "-" or as_programs_write:
        return False
    hour, minute = int(offset[1:3]), int(offset[-2:])
    return hour == 0 or (at.hour, at.minute) < (hour, minute)


def between(at: time, end: time) -> int | None:
    """The minutes from one time to a later one of the same day, or to one soon after its midnight."""
    after_midnight = 24 * 60 if end.hour == 0 and at.hour >= _NOON else 0
    minutes = (end.hour - at.hour) * 60 + end.minute - at.minute + after_midnight
    return minutes if minutes > 0 else None


def _time(found: re.Match[str], hour: int, minute: str | None, half: str, second: str | None = None) -> time:
    is_none = half in {"a", "A"} and hour > _NOON  # 15:00 PM is told in many tables, 15:00 AM in none
    if half:
        hour = hour % _NOON + (_NOON if half in "pP" else 0)
    try:
        return time(_NO_HOUR if is_none else hour, int(minute or 0), int(second or 0))
    except ValueError as error:
        raise BadInput(f"There is no time “{found[0][:_SHOWN]}”.", "Put it right in the table.") from error


def _offset(text: str) -> timedelta | None:
    """That of "+01:00", "-0500", "GMT+1"; none of "Z", "UTC" and "GMT" alone."""
    if not text:
        return None
    found = _SIGNED.search(text)
    if not found:
        return timedelta()
    length = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    if length > _FURTHEST:
        raise BadInput(f"“{text}” is no offset from UTC.", "Put it right in the table.")
    return -length if found["sign"] == "-" else length


_SIGNED = re.compile(r"(?P<sign>[+-])(?P<hours>[0-9]{1,2}):?(?P<minutes>[0-9]{2})?", re.ASCII)

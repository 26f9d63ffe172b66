"""Time zones by name, and the wall times that clock changes skip or repeat."""

import re
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from planner.domain.errors import BadInput
from planner.domain.text import harmless

YEARS = range(1900, 2200)
"""The years a date may lie in. Another is a slip, and the ends of the calendar are no place to compute in."""

# Files that lie among the zones, and name no place or count other seconds.
_NAME = re.compile(r"(?!posix|right/|localtime$|Factory$)[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}")
_SHOWN = 60


class SkippedTime(BadInput):
    """The clocks jump over this wall time; `earlier` and `later` lie as far before and after, and exist."""

    def __init__(self, wall: datetime, zone: ZoneInfo, field: str = "") -> None:
        self.earlier = wall.replace(tzinfo=zone, fold=1).astimezone(UTC).astimezone(zone)
        self.later = wall.replace(tzinfo=zone, fold=0).astimezone(UTC).astimezone(zone)
        super().__init__(
            f"{_written(wall)} does not exist in {zone.key}: the clocks skip it.",
            f"Near it are {_written(self.earlier.replace(tzinfo=None))} and {_written(self.later.replace(tzinfo=None))}.",
            field,
        )


class RepeatedTime(BadInput):
    """The clocks show this wall time twice; `first` and `second` are the two instants, in that zone."""

    def __init__(self, wall: datetime, zone: ZoneInfo, field: str = "") -> None:
        self.first = wall.replace(tzinfo=zone, fold=0)
        self.second = wall.replace(tzinfo=zone, fold=1)
        super().__init__(
            f"{_written(wall)} comes twice in {zone.key}: the clocks are set back.",
            f"Add the offset: {_written(self.first)} is the first, {_written(self.second)} the second.",
            field,
        )


def zone_called(name: str, field: str = "") -> ZoneInfo:
    """The zone of that IANA name, such as Europe/Berlin; else BadInput, whose hint holds names that are like it."""
    name = name.strip()
    if _is_name(name):
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):  # unknown; a file that is no zone; a folder
            pass
    alike = _alike(name)
    raise BadInput(
        f"“{harmless(name[:_SHOWN])}” is not a time zone known here.",
        f"Did you mean {' or '.join(alike)}?" if alike else "Zones are named like Europe/Berlin or America/New_York.",
        field,
    )


@lru_cache(maxsize=1024)
def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name))


def wall_time(wall: datetime, zone_name: str, field: str = "") -> datetime:
    """What `wall`, a time without a zone, is in the zone named: aware, its tzinfo a ZoneInfo.

    Raises SkippedTime or RepeatedTime where that is no instant or two, BadInput for an unknown zone or a year
    outside YEARS.
    """
    if wall.tzinfo is not None:
        raise ValueError("wall_time takes a time without a zone")
    if wall.year not in YEARS:
        raise BadInput(
            f"The year of {_written(wall)} can't be right.", f"Years from {YEARS[0]} to {YEARS[-1]} are taken.", field
        )
    zone = zone_called(zone_name, field)
    moment = wall.replace(tzinfo=zone, fold=0)
    if moment.utcoffset() == moment.replace(fold=1).utcoffset():
        return moment
    raise RepeatedTime(wall, zone, field) if is_repeated(moment) else SkippedTime(wall, zone, field)


def is_repeated(moment: datetime) -> bool:
    """Whether the clocks of `moment`'s own zone show its wall time twice, so that only an offset tells which it is."""
    # Of a skipped one the second reading, with the offset that holds after the jump, is the earlier instant.
    return moment.replace(fold=1).astimezone(UTC) > moment.replace(fold=0).astimezone(UTC)


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def _alike(name: str) -> list[str]:
    """Up to three zones that someone who typed `name` may have meant: of that city, or spelt nearly so."""
    from difflib import get_close_matches

    known = {zone.casefold(): zone for zone in sorted(available_timezones())}
    asked = name[:_SHOWN].replace(" ", "_").casefold()
    cities = [zone for folded, zone in known.items() if "/" in folded and folded.rpartition("/")[2] == asked]
    return cities[:3] or [known[folded] for folded in get_close_matches(asked, known, n=2, cutoff=0.75)]

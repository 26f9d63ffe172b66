"""Where a moment in a calendar file lies in time, and in which IANA zone to show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from planner.domain.errors import BadInput
from planner.domain.text import folded
from planner.domain.zones import is_repeated
from planner.formats.invitations.blocks import Block
from planner.formats.invitations.moments import Moment, zone_text
from planner.formats.invitations.zone_names import (
    UTC_NAMES,
    iana_name,
    named_zone,
    offset_of,
    stated_offsets,
    windows_zones,
)
from planner.formats.invitations.zone_rules import ZoneRules, zone_rules


@dataclass(frozen=True, slots=True)
class Placed:
    """An aware time in the IANA zone named, and what was understood with doubt to get there."""

    at: datetime
    zone: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Zones:
    """`home` is for times without a zone, `assumed` ("" for none) for those in a zone that nothing tells.

    The zones that the file defines stand under their folded names: in `rules`, or, with the reason, in `broken`.
    """

    home: str
    assumed: str
    rules: Mapping[str, ZoneRules]
    broken: Mapping[str, str]

    def place(self, given: Moment) -> Placed:
        """The moment in time; BadInput where its zone can't be told. Never taken as UTC or as home without a word."""
        if given.offset is not None:
            zone = named_zone(given.tzid, given.wall) if given.tzid else "UTC"
            both = f"Its start has an offset from UTC of its own and names “{given.tzid}” too: the offset was followed."
            return self._shown(given.utc, "", []) if zone in UTC_NAMES else self._shown(given.utc, zone, [both])
        if given.tzid:
            return self._in_named(given.wall, given.tzid)
        return _on_clock(given.wall, self.home, [f"It has no time zone: taken as {self.home} time."])

    def _in_named(self, wall: datetime, tzid: str) -> Placed:
        key, zone = folded(tzid), named_zone(tzid, wall)
        remarks = (
            [f"The file's own rules for “{tzid}” can't be used: {self.broken[key]}."] if key in self.broken else []
        )
        rules = self.rules.get(key)
        by_rules = rules.offset_at(wall) if rules else None
        if zone and by_rules in {None, offset_of(zone, wall)}:
            return self._on_named_clock(wall, zone, remarks)
        # Where the two differ, the name of a place is surer than rules, which are often stale or mangled. But "EST"
        # may well be said of clocks that go over to summer time, and then the rules know.
        if zone and _is_place(zone):
            return _on_clock(wall, zone, [f"The file's own rules for “{tzid}” differ from {zone}: {zone} was taken."])
        if by_rules is not None:
            return self._at_offset(wall, by_rules, f"“{tzid}” is {_utc(by_rules)} then, by the file's own rules")
        stated = stated_offsets(tzid, wall)
        if len(stated) == 1:
            return self._at_offset(wall, stated[0], f"“{tzid}” is {_utc(stated[0])} then", remarks)
        if self.assumed:
            remarks.append(f"“{tzid}” is no time zone known here: taken as {self.assumed}, as you asked.")
            return _on_clock(wall, self.assumed, remarks)
        raise BadInput(
            " ".join([f"Its time zone “{tzid}” is not known here.", *remarks]),
            "Say which zone is meant: with --zone Europe/Paris, or with z in the preview on the screen.",
        )

    def _on_named_clock(self, wall: datetime, zone: str, remarks: Iterable[str]) -> Placed:
        return (
            self._shown(wall.replace(tzinfo=UTC), "", remarks) if zone in UTC_NAMES else _on_clock(wall, zone, remarks)
        )

    def _at_offset(self, wall: datetime, offset: timedelta, known: str, remarks: Iterable[str] = ()) -> Placed:
        """The instant, in a zone that shows the same wall time then: home, else a fixed one, else any that does."""
        instant = (wall - offset).replace(tzinfo=UTC)
        fixed = iana_name(f"Etc/GMT{-offset // timedelta(hours=1):+d}")  # whose sign is the other way round
        zones = (zone for zone in (self.home, fixed, *windows_zones()) if zone)
        zone = next((zone for zone in zones if instant.astimezone(ZoneInfo(zone)).utcoffset() == offset), self.home)
        return self._shown(instant, zone, [*remarks, f"{known}; shown as {zone} time."])

    def _shown(self, instant: datetime, zone: str, remarks: Iterable[str]) -> Placed:
        zone = zone or self.home
        return Placed(instant.astimezone(ZoneInfo(zone)), zone, tuple(remarks))


def zones_of(calendar: Block, home: str, assumed: str) -> Zones:
    """The zones by whose names and rules the moments of one calendar are placed."""
    rules: dict[str, ZoneRules] = {}
    broken: dict[str, str] = {}
    for block in calendar.blocks:
        if block.name == "VTIMEZONE":
            keys = [folded(zone_text(line.value)) for line in block.all("TZID")]
            try:
                rules |= dict.fromkeys(keys, zone_rules(block))
            except BadInput as error:
                broken |= dict.fromkeys(keys, error.sentence.rstrip("."))
    return Zones(home, assumed, rules, broken)


def _on_clock(wall: datetime, zone: str, remarks: Iterable[str]) -> Placed:
    """The wall time in a zone, as calendars take it: skipped hours by the offset before, repeated ones the first time."""
    there = wall.replace(tzinfo=ZoneInfo(zone))
    at = there.astimezone(UTC).astimezone(there.tzinfo)
    doubts = list(remarks)
    if at.replace(tzinfo=None) != wall:
        doubts.append(f"The clocks in {zone} skip {wall:%H:%M} on that day: taken as {at:%H:%M}.")
    elif is_repeated(there):
        doubts.append(f"The clocks in {zone} show {wall:%H:%M} twice on that day: the first was taken.")
    return Placed(at, zone, tuple(doubts))


def _is_place(zone: str) -> bool:
    return "/" in zone and not zone.startswith("Etc/")


def _utc(offset: timedelta) -> str:
    minutes = round(abs(offset).total_seconds() / 60)
    return f"UTC{'-' if offset < timedelta() else '+'}{minutes // 60:02}:{minutes % 60:02}"

"""What calendar files call a time zone, and the IANA zone that is meant.

Beside IANA's own names there are those of Windows ("W. Europe Standard Time"), the names Windows shows to people
("(UTC-05:00) Eastern Time (US & Canada)"), lists of cities, IANA names behind a maker's prefix, and bare offsets.
"""

import re
import unicodedata
from datetime import datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from planner.formats.invitations.moments import offset_in

_UTC = ("UTC", "UCT", "Universal", "Zulu", "GMT", "GMT+0", "GMT-0", "GMT0", "Greenwich")
UTC_NAMES = frozenset((*_UTC, *(f"Etc/{name}" for name in _UTC)))

# Zones that the table of Windows names still calls as they were called once.
_RENAMED = {
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Godthab": "America/Nuuk",
    "America/Indianapolis": "America/Indiana/Indianapolis",
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon",
    "Europe/Kiev": "Europe/Kyiv",
}
_AREAS = frozenset({"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"})
_NO_CITIES = frozenset({"act", "lhi", "north", "nsw", "south", "victoria", "west"})  # Australian, but said of much else

# What Windows shows where it names no city that IANA has: folded, without the offset before it.
_SHOWN = {
    "alaska": "America/Anchorage",
    "aleutian islands": "America/Adak",
    "arizona": "America/Phoenix",
    "astana": "Asia/Almaty",
    "atlantic time": "America/Halifax",
    "atlantic time (canada)": "America/Halifax",
    "baja california": "America/Tijuana",
    "bougainville island": "Pacific/Bougainville",
    "brasilia": "America/Sao_Paulo",
    "cabo verde is.": "Atlantic/Cape_Verde",
    "cape verde is.": "Atlantic/Cape_Verde",
    "central america": "America/Guatemala",
    "central european time": "Europe/Berlin",
    "central time (us & canada)": "America/Chicago",
    "chatham islands": "Pacific/Chatham",
    "chetumal": "America/Cancun",
    "chokurdakh": "Asia/Srednekolymsk",
    "city of buenos aires": "America/Argentina/Buenos_Aires",
    "coordinated universal time": "UTC",
    "easter island": "Pacific/Easter",
    "eastern time": "America/New_York",
    "eastern time (us & canada)": "America/New_York",
    "ekaterinburg": "Asia/Yekaterinburg",
    "greenland": "America/Nuuk",
    "haiti": "America/Port-au-Prince",
    "hawaii": "Pacific/Honolulu",
    "indiana (east)": "America/Indiana/Indianapolis",
    "kiritimati island": "Pacific/Kiritimati",
    "lord howe island": "Australia/Lord_Howe",
    "marquesas islands": "Pacific/Marquesas",
    "mountain time": "America/Denver",
    "mountain time (us & canada)": "America/Denver",
    "newfoundland": "America/St_Johns",
    "norfolk island": "Pacific/Norfolk",
    "nuku'alofa": "Pacific/Tongatapu",
    "pacific time": "America/Los_Angeles",
    "pacific time (us & canada)": "America/Los_Angeles",
    "port louis": "Indian/Mauritius",
    "saint pierre and miquelon": "America/Miquelon",
    "salvador": "America/Bahia",
    "samoa": "Pacific/Apia",
    "saskatchewan": "America/Regina",
    "solomon is., new caledonia": "Pacific/Guadalcanal",
    "sri jayawardenepura": "Asia/Colombo",
    "turks and caicos": "America/Grand_Turk",
    "west central africa": "Africa/Lagos",
    "yangon (rangoon)": "Asia/Yangon",
    "yukon": "America/Whitehorse",
}

_ONE_OFFSET = r"(?:UTC|GMT)?\s*([+-]\d{1,2}(?:[:.]?\d\d)?)"
_SHOWN_NAME = re.compile(
    r"\(?(?:UTC|GMT)\s*([+-]\d{1,2}(?:[:.]?\d\d)?)?\)?\s+(?P<rest>[^\s/].*)", re.ASCII | re.IGNORECASE
)
_OFFSETS = re.compile(
    rf"\(?{_ONE_OFFSET}\)?(?:\s*\(Standard\))?(?:\s*/\s*{_ONE_OFFSET}(?:\s*\(Daylight\))?)?", re.ASCII | re.IGNORECASE
)


def iana_name(text: str) -> str:
    """IANA's spelling of a zone name, whatever its case, blanks for underscores; "" where it is none."""
    return _iana().get(text.strip().replace(" ", "_").casefold(), "")


def named_zone(tzid: str, wall: datetime) -> str:
    """The IANA zone that the text names; "" where it names none. Of cities, all must have the same time at `wall`."""
    text = tzid.strip("/ ")
    pieces = text.split("/")
    for start in range(len(pieces)):
        name = "/".join(pieces[start:]).strip()
        found = iana_name(name) or _windows().get(name.casefold(), "")
        if found:
            return found
    shown = _SHOWN_NAME.fullmatch(text)
    rest = _folded(shown["rest"] if shown else text)
    return _SHOWN.get(rest, "") or _zone_of_cities(rest, shown[1] if shown else None, wall)


def stated_offsets(tzid: str, wall: datetime) -> tuple[timedelta, ...]:
    """The offsets from UTC that a text of offsets alone can mean at `wall`; none where it is no such text.

    "GMT-0500" holds all year. "GMT-05.00/-04.00" has one for winter and one for summer, but does not say when the
    clocks change: it means what the zones with these two offsets have then.
    """
    found = _OFFSETS.fullmatch(tzid.strip())
    if not found:
        return ()
    if not found[2]:
        return (offset_in(found[1]),)
    both = {offset_in(found[1]), offset_in(found[2])}
    return tuple({offset_of(zone, wall) for zone in windows_zones() if _offsets_of_year(zone, wall.year) == both})


def offset_of(zone: str, wall: datetime) -> timedelta:
    """The offset from UTC when the clocks of an IANA zone show `wall`; of a repeated hour, the first."""
    return wall.replace(tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()


def _zone_of_cities(text: str, stated: str | None, wall: datetime) -> str:
    zones = [zone for city in text.split(",") for zone in _cities().get(city.strip().replace(" ", "_"), ())]
    if stated:  # La Paz in Mexico, not in Bolivia; but a name outlives a change of the law that moved its offset
        zones = [zone for zone in zones if offset_in(stated) in _offsets_of_year(zone, wall.year)] or zones
    return zones[0] if len({offset_of(zone, wall) for zone in zones}) == 1 else ""


@lru_cache(maxsize=1024)
def _offsets_of_year(zone: str, year: int) -> frozenset[timedelta]:
    return frozenset(offset_of(zone, datetime(year, month, 1)) for month in (1, 7))  # noqa: DTZ001 (a wall time)


@cache
def windows_zones() -> tuple[str, ...]:
    """The IANA zones that Windows has names for: one for each way in which the clocks of a country go."""
    return tuple(sorted(set(_windows().values())))


@cache
def _iana() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones() - {"Factory", "localtime"}}


@cache
def _windows() -> dict[str, str]:
    return {name.casefold(): _RENAMED.get(zone, zone) for name, zone in WINDOWS_TO_OLSON.items()}


@cache
def _cities() -> dict[str, list[str]]:
    """The zones of Area/City form by the city's name; more than one where a city's name is found in two areas."""
    cities: dict[str, list[str]] = {}
    for name in sorted(_iana().values()):
        area, _, city = name.partition("/")
        if area in _AREAS and city.casefold() not in _NO_CITIES:
            cities.setdefault(city.casefold(), []).append(name)
    return cities


def _folded(text: str) -> str:
    """Without case, accents and needless blanks, and with & for and."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(plain.casefold().replace(" and canada", " & canada").split())

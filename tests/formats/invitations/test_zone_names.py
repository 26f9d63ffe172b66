from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from planner.formats.invitations.zone_names import _SHOWN, named_zone, windows_zones
from tests.formats.invitations.calendars import offered, utc

SUMMER = datetime(2026, 7, 7, 14)  # noqa: DTZ001
WINTER = datetime(2026, 1, 7, 14)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("tzid", "expected"),
    [
        ("Europe/Paris", "Europe/Paris"),
        ("europe/paris", "Europe/Paris"),
        ("/Europe/Paris", "Europe/Paris"),
        ("America/New York", "America/New_York"),
        ("/mozilla.org/20070129_1/America/New_York", "America/New_York"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("w. europe standard time", "Europe/Berlin"),
        ("tzone://Microsoft/W. Europe Standard Time", "Europe/Berlin"),
        ("India Standard Time", "Asia/Kolkata"),
        ("FLE Standard Time", "Europe/Kyiv"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC-05:00) Eastern Time (US and Canada)", "America/New_York"),
        ("(GMT-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC-03:00) Brasília", "America/Sao_Paulo"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Amsterdam"),
        ("Amsterdam, Belgrade, Berlin, Brussels, Budapest, Madrid, Paris, Prague, Stockholm", "Europe/Amsterdam"),
        ("(UTC+07:00) Bangkok, Hanoi, Jakarta", "Asia/Bangkok"),
        ("(GMT+10:00) Canberra, Melbourne, Sydney", "Australia/Canberra"),
        ("(UTC-07:00) La Paz, Mazatlan", "America/Mazatlan"),
        ("(UTC-04:00) Georgetown, La Paz, Manaus, San Juan", "America/La_Paz"),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/Dublin"),
        # Paraguay stays at UTC-3 all year since 2024, but not in the name that Windows shows.
        ("(UTC-04:00) Asuncion", "America/Asuncion"),
        ("Berlin", "Europe/Berlin"),
    ],
)
def test_a_zone_is_known_by_its_many_names(tzid: str, expected: str) -> None:
    assert named_zone(tzid, SUMMER) == expected


@pytest.mark.parametrize(
    "tzid",
    ["FOO", "Customized Time Zone 1", "", "/", "(UTC-05:00) Fooland", "West", "Victoria", "localtime", "GMT-0500"],
)
def test_what_names_no_zone_is_not_guessed(tzid: str) -> None:
    assert named_zone(tzid, SUMMER) == ""


def test_cities_that_differ_name_no_zone() -> None:
    assert named_zone("London, Reykjavik", SUMMER) == ""
    assert named_zone("London, Reykjavik", WINTER) == "Europe/London"


@pytest.mark.parametrize("zone", [*_SHOWN.values(), *windows_zones()])
def test_each_zone_in_the_tables_exists(zone: str) -> None:
    assert ZoneInfo(zone).key == zone


@pytest.mark.parametrize("shown", ["(UTC-05:00) Eastern Time (US & Canada)", "(UTC-03:00) Brasília"])
def test_names_with_colons_and_accents_are_read_out_of_a_file(shown: str) -> None:
    invitation = offered(start=f'DTSTART;TZID="{shown}":20260107T140000')
    assert utc(invitation) == ("2026-01-07 19:00" if "Eastern" in shown else "2026-01-07 17:00")

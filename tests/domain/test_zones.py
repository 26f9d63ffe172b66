"""Wall times in their zones: each is one instant, or the refusal says what else it could be."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import BadInput
from planner.domain.zones import RepeatedTime, SkippedTime, is_repeated, wall_time, zone_called

ZONES = ["America/New_York", "Europe/Berlin", "Europe/Dublin", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"]


@pytest.mark.parametrize(
    ("wall", "zone", "instant"),
    [
        ("2026-11-23T14:00", "America/New_York", "2026-11-23T19:00Z"),
        ("2026-07-01T09:00", "Asia/Kathmandu", "2026-07-01T03:15Z"),
        ("2026-07-01T09:00", "Pacific/Apia", "2026-06-30T20:00Z"),
        ("2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00Z"),
    ],
)
def test_a_wall_time_is_read_in_its_zone(wall: str, zone: str, instant: str) -> None:
    found = wall_time(datetime.fromisoformat(wall), zone)
    assert found == datetime.fromisoformat(instant)
    assert found.tzinfo is ZoneInfo(zone)


@pytest.mark.parametrize(
    ("wall", "zone", "earlier", "later"),
    [
        ("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00"),
        ("2026-03-08T02:00", "America/New_York", "2026-03-08T01:00-05:00", "2026-03-08T03:00-04:00"),
        ("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-04T01:45+10:30", "2026-10-04T02:45+11:00"),
        ("2011-12-30T10:00", "Pacific/Apia", "2011-12-29T10:00-10:00", "2011-12-31T10:00+14:00"),
    ],
)
def test_a_wall_time_the_clocks_skip_is_refused_with_its_neighbours(
    wall: str, zone: str, earlier: str, later: str
) -> None:
    with pytest.raises(SkippedTime, match=f"{wall} does not exist in {zone}") as refusal:
        wall_time(datetime.fromisoformat(wall), zone, "starts_at")
    assert [refusal.value.earlier, refusal.value.later] == [
        datetime.fromisoformat(earlier),
        datetime.fromisoformat(later),
    ]
    assert earlier[:16] in refusal.value.hint
    assert later[:16] in refusal.value.hint
    assert refusal.value.field == "starts_at"


@pytest.mark.parametrize(
    ("wall", "zone", "first", "second"),
    [
        ("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"),
        ("2026-11-01T01:00", "America/New_York", "2026-11-01T01:00-04:00", "2026-11-01T01:00-05:00"),
        ("2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-05T01:45+11:00", "2026-04-05T01:45+10:30"),
    ],
)
def test_a_wall_time_that_comes_twice_is_refused_with_both_offsets(
    wall: str, zone: str, first: str, second: str
) -> None:
    with pytest.raises(RepeatedTime, match="comes twice") as refusal:
        wall_time(datetime.fromisoformat(wall), zone)
    assert [refusal.value.first.astimezone(UTC), refusal.value.second.astimezone(UTC)] == [
        datetime.fromisoformat(first).astimezone(UTC),
        datetime.fromisoformat(second).astimezone(UTC),
    ]
    assert first in refusal.value.hint
    assert second in refusal.value.hint


@given(st.sampled_from(ZONES), st.datetimes(datetime.fromisoformat("1900-01-02"), datetime.fromisoformat("2199-12-30")))
def test_every_instant_is_found_again_from_its_wall_time_or_told_to_be_repeated(zone: str, utc: datetime) -> None:
    moment = utc.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    wall = moment.replace(tzinfo=None, fold=0)
    if is_repeated(moment):
        with pytest.raises(RepeatedTime) as refusal:
            wall_time(wall, zone)
        found = [refusal.value.first, refusal.value.second]
    else:
        found = [wall_time(wall, zone)]
    assert moment.astimezone(UTC) in [each.astimezone(UTC) for each in found]


@pytest.mark.parametrize("wall", ["0026-11-23T14:00", "1899-12-31T23:59", "2200-01-01T00:00", "9999-12-31T23:59"])
def test_a_year_out_of_reach_is_refused(wall: str) -> None:
    with pytest.raises(BadInput, match="can't be right"):
        wall_time(datetime.fromisoformat(wall), "UTC")


def test_a_time_that_has_a_zone_is_no_wall_time() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        wall_time(datetime(2026, 11, 23, tzinfo=UTC), "UTC")


@pytest.mark.parametrize("name", ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5", " EST5EDT "])
def test_a_zone_is_known_by_its_name(name: str) -> None:
    assert zone_called(name).key == name.strip()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Berlin", "Europe/Berlin?"),
        ("New York", "America/New_York?"),
        ("europe/berlin", "Europe/Berlin"),
        ("Europe/Berln", "Europe/Berlin"),
        ("W. Europe Standard Time", "like Europe/Berlin"),
        ("", "like Europe/Berlin"),
    ],
)
def test_an_unknown_zone_is_refused_with_names_like_it(name: str, hint: str) -> None:
    with pytest.raises(BadInput, match="is not a time zone known here") as refusal:
        zone_called(name, "time_zone")
    assert hint in refusal.value.hint
    assert refusal.value.field == "time_zone"


@pytest.mark.parametrize(
    "name",
    [
        *("Europe", "zone.tab", "tzdata.zi", "localtime", "posixrules", "right/UTC", "Factory", "/etc/localtime"),
        *("../../etc/passwd", "Europe/\0", "\ud800", "x" * 9_999, "x/" * 3_000, "Europe/Berlin\x1b[31m"),
    ],
)
def test_what_is_a_file_or_a_folder_but_no_place_is_no_zone(name: str) -> None:
    with pytest.raises(BadInput) as refusal:
        zone_called(name)
    assert refusal.value.sentence.isprintable()
    assert len(refusal.value.sentence) < 120

"""Instants as people write them, read on Monday 23 November 2026 at 10:00 in New York unless a test says otherwise."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from planner.domain.errors import BadInput
from planner.domain.zones import RepeatedTime, SkippedTime
from planner.planning.when import parse_instant

NEW_YORK = "America/New_York"
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)


def at(zone: str, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo(zone))  # type: ignore[arg-type, misc]  # parts never reach tzinfo


def wall(text: str, now: datetime = NOW, zone: str = NEW_YORK) -> str:
    return parse_instant(text, zone, now).isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-12-04 14:00", "2026-12-04T14:00-05:00"),
        ("2026-12-04T14:00", "2026-12-04T14:00-05:00"),
        ("2026-12-04T14:00:30.5", "2026-12-04T14:00-05:00"),
        ("2026-07-01 14:00", "2026-07-01T14:00-04:00"),
        ("tomorrow 14:00", "2026-11-24T14:00-05:00"),
        ("tomorrow at 2pm", "2026-11-24T14:00-05:00"),
        ("2pm tomorrow", "2026-11-24T14:00-05:00"),
        ("yesterday 16:20", "2026-11-22T16:20-05:00"),
        ("fri 9am", "2026-11-27T09:00-05:00"),
        ("next fri at 9:30", "2026-12-04T09:30-05:00"),
        ("Friday, December 4, 2026 at 2:30 PM", "2026-12-04T14:30-05:00"),
        ("11/24/26, 11:39\N{NARROW NO-BREAK SPACE}PM", "2026-11-24T23:39-05:00"),
        ("4 Dec 2 p.m.", "2026-12-04T14:00-05:00"),
        ("4 Dec 2.30pm", "2026-12-04T14:30-05:00"),
        ("4 Dec noon", "2026-12-04T12:00-05:00"),
        ("29.11. 14h", "2026-11-29T14:00-05:00"),
        ("29.11. 14h30", "2026-11-29T14:30-05:00"),
        ("today 12am", "2026-11-23T00:00-05:00"),
        ("today 12pm", "2026-11-23T12:00-05:00"),
        ("14:00", "2026-11-23T14:00-05:00"),
        ("at 9:00", "2026-11-23T09:00-05:00"),
        ("+7d 14:00", "2026-11-30T14:00-05:00"),
        ("in two weeks 9am", "2026-12-07T09:00-05:00"),
        ("now", "2026-11-23T10:00-05:00"),
        ("in 2 hours", "2026-11-23T12:00-05:00"),
        ("+90min", "2026-11-23T11:30-05:00"),
        ("an hour ago", "2026-11-23T09:00-05:00"),
    ],
)
def test_a_wall_time_is_read_in_the_zone(text: str, instant: str) -> None:
    assert wall(text) == instant


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-12-04T14:00Z", "2026-12-04T09:00-05:00"),
        ("2026-12-04T14:00-08:00", "2026-12-04T17:00-05:00"),
        ("2026-12-04 14:00:00+01:00", "2026-12-04T08:00-05:00"),
        ("2026-12-04T14:00:00.123456789-0500", "2026-12-04T14:00-05:00"),
        ("2026-12-04 14:00 UTC", "2026-12-04T09:00-05:00"),
        ("2026-11-24T10:00:00-05:00", "2026-11-24T10:00-05:00"),
        ("2026-12-04T14:00+05:45", "2026-12-04T03:15-05:00"),
    ],
)
def test_an_offset_makes_it_exact(text: str, instant: str) -> None:
    assert wall(text) == instant


def test_a_weekday_with_a_time_may_be_today_while_it_is_to_come() -> None:
    assert wall("mon 11:00") == "2026-11-23T11:00-05:00"
    assert wall("mon 9:00") == "2026-11-30T09:00-05:00"


def test_today_is_the_day_in_the_zone_not_where_the_clock_is_read() -> None:
    assert wall("today 8:00", zone="Pacific/Auckland") == "2026-11-24T08:00+13:00"


def test_the_result_is_in_the_zone_that_was_named() -> None:
    assert parse_instant("tomorrow 14:00", NEW_YORK, NOW).tzinfo == ZoneInfo(NEW_YORK)


@pytest.mark.parametrize("text", ["fri", "+7d", "today", "4 Dec"])
def test_an_appointment_needs_a_time(text: str) -> None:
    with pytest.raises(BadInput, match="At what time on "):
        parse_instant(text, NEW_YORK, NOW)


@pytest.mark.parametrize("text", ["just now", "Right now"])
def test_now_may_be_said_in_more_words(text: str) -> None:
    assert parse_instant(text, NEW_YORK, NOW, toward="past", time_needed=False) == NOW


def test_an_appointment_now_is_cut_to_the_minute() -> None:
    now = NOW + timedelta(seconds=42)
    assert parse_instant("now", NEW_YORK, now) == NOW
    assert parse_instant("in 2 hours", NEW_YORK, now) == NOW + timedelta(hours=2)
    assert parse_instant("now", NEW_YORK, now, toward="past", time_needed=False) == now


def look_ahead(text: str, now: datetime = NOW, zone: str = NEW_YORK) -> datetime:
    return parse_instant(text, zone, now, time_needed=False)


def test_looking_ahead_a_day_begins_at_its_start_and_a_distance_keeps_the_time() -> None:
    assert look_ahead("fri") == at(NEW_YORK, 2026, 11, 27)
    assert look_ahead("+7d") == at(NEW_YORK, 2026, 11, 30, 10)
    assert look_ahead("in a month") == at(NEW_YORK, 2026, 12, 23, 10)


def test_looking_ahead_a_day_without_midnight_begins_when_the_clocks_do() -> None:
    before = at("America/Santiago", 2026, 9, 5, 12)
    assert look_ahead("tomorrow", before, "America/Santiago").isoformat() == "2026-09-06T01:00:00-03:00"


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("fri", "2026-11-20T23:59-05:00"),
        ("mon", "2026-11-16T23:59-05:00"),
        ("yesterday", "2026-11-22T23:59-05:00"),
        ("today", "2026-11-23T10:00-05:00"),
        ("2 days ago", "2026-11-21T10:00-05:00"),
        ("fri 9am", "2026-11-20T09:00-05:00"),
        ("mon 9:00", "2026-11-23T09:00-05:00"),
        ("mon 11:00", "2026-11-16T11:00-05:00"),
        ("9:30", "2026-11-23T09:30-05:00"),
        ("23:50", "2026-11-22T23:50-05:00"),
        ("4 Dec 9am", "2025-12-04T09:00-05:00"),
        ("20 Nov 9am", "2026-11-20T09:00-05:00"),
        ("the 15th", "2026-11-15T23:59-05:00"),
        ("end of october", "2026-10-31T23:59-04:00"),
    ],
)
def test_what_happened_is_looked_for_in_the_past(text: str, instant: str) -> None:
    found = parse_instant(text, NEW_YORK, NOW, toward="past", time_needed=False)
    assert found.isoformat(timespec="minutes") == instant


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("13pm", "There is no time “13pm”"),
        ("0am", "There is no time"),
        ("25:00", "There is no time"),
        ("24:00", "There is no time"),
        ("fri 14:60", "There is no time"),
        ("2026-12-04T14:00+99:00", "There is no time"),
        ("2026-12-04T14:00+05:99", "There is no time"),
        ("14:00-15:00", "two times, or one with its offset"),
        ("fri 8:00 - 9:00", "two times, or one with its offset"),
        ("2026-12-04 08:00-09:00", "two times, or one with its offset"),
        ("8:00 to 9:00", "two times, or one with its offset"),
        ("next week 14:00", "one day is wanted"),
        ("1-4 Dec 9am", "one day is wanted"),
        ("fri 9", "no day that is understood"),
        ("1400", "no day that is understood"),
        ("fri midnight", "no day that is understood"),
        ("14:3", "no day that is understood"),
        ("10:00 10:00", "no day that is understood"),
        ("Fri 3 Dec 9am", "is a Thu"),
        ("3/4 9am", "can be"),
        ("", "There is no date"),
        ("this morning", "“this morning” is no time"),
        ("yesterday afternoon", "“afternoon” is no time"),
    ],
)
def test_what_is_no_instant_is_refused(text: str, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_instant(text, NEW_YORK, NOW)
    assert says in refused.value.sentence
    assert refused.value.hint


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(BadInput, match="not a time zone"):
        parse_instant("tomorrow 14:00", "Mars/Olympus", NOW)


SKIPPED = [
    (NEW_YORK, "2027-03-14 02:30"),
    ("Europe/Berlin", "2027-03-28 02:30"),
    ("Australia/Sydney", "2026-10-04 02:30"),
    ("Australia/Lord_Howe", "2026-10-04 02:15"),
    ("America/Santiago", "2026-09-06 00:30"),
    ("Pacific/Apia", "2011-12-30 12:00"),
]


@pytest.mark.parametrize(("zone", "text"), SKIPPED)
def test_a_skipped_wall_time_is_refused(zone: str, text: str) -> None:
    with pytest.raises(SkippedTime):
        parse_instant(text, zone, NOW)


REPEATED = [
    (NEW_YORK, "2026-11-01 01:30", "-04:00", "-05:00"),
    ("Europe/Berlin", "2026-10-25 02:30", "+02:00", "+01:00"),
    ("Australia/Sydney", "2027-04-04 02:30", "+11:00", "+10:00"),
    ("Australia/Lord_Howe", "2027-04-04 01:45", "+11:00", "+10:30"),
]


@pytest.mark.parametrize(("zone", "text", "first", "second"), REPEATED)
def test_a_repeated_wall_time_is_refused_with_both_offsets_and_taken_with_either(
    zone: str, text: str, first: str, second: str
) -> None:
    with pytest.raises(RepeatedTime) as refused:
        parse_instant(text, zone, NOW)
    assert first in refused.value.hint
    assert second in refused.value.hint
    written = text.replace(" ", "T")
    assert parse_instant(written + first, zone, NOW).isoformat() == f"{written}:00{first}"
    assert parse_instant(written + second, zone, NOW).isoformat() == f"{written}:00{second}"


def test_a_distance_that_ends_in_a_gap_moves_on() -> None:
    assert look_ahead("+1d", at(NEW_YORK, 2027, 3, 13, 2, 30)).isoformat() == "2027-03-14T03:30:00-04:00"
    assert look_ahead("+1d", at("Pacific/Apia", 2011, 12, 29, 10), "Pacific/Apia").day == 31


def test_a_day_ahead_keeps_the_wall_time_and_hours_ahead_do_not() -> None:
    evening = at("Europe/Berlin", 2026, 10, 24, 20)
    assert look_ahead("+1d", evening, "Europe/Berlin").isoformat() == "2026-10-25T20:00:00+01:00"
    assert look_ahead("+24h", evening, "Europe/Berlin").isoformat() == "2026-10-25T19:00:00+01:00"


def test_tomorrow_over_a_clock_change_is_the_next_calendar_day() -> None:
    late = at("Australia/Sydney", 2026, 10, 3, 23, 30)
    assert wall("tomorrow 9:00", late, "Australia/Sydney") == "2026-10-04T09:00+11:00"
    early = at(NEW_YORK, 2026, 11, 1, 0, 15)
    assert wall("tomorrow 9:00", early) == "2026-11-02T09:00-05:00"

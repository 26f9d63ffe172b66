from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.calendar import (
    add_business_days,
    add_days,
    after_hours,
    day_of,
    is_business_day,
    just_after,
    next_business_day,
    pinned,
    rolled,
    same_clock_on,
    start_of_day,
)
from planner.domain.policy import Policy
from tests.domain.building import at
from tests.domain.worlds import ZONES, moments

ADVICE = Policy()
FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 12, day) for day in (4, 5, 6, 7))


def test_weekends_and_holidays_are_no_business_days() -> None:
    policy = Policy(holidays=frozenset({MONDAY}))
    assert [is_business_day(day, policy) for day in (FRIDAY, SATURDAY, SUNDAY, MONDAY)] == [True, False, False, False]


def test_a_business_day_is_its_own_next_one() -> None:
    assert next_business_day(FRIDAY, ADVICE) == FRIDAY
    assert next_business_day(SATURDAY, ADVICE) == MONDAY


def test_who_has_no_business_day_at_all_waits_for_none() -> None:
    assert next_business_day(SATURDAY, Policy(weekend=frozenset(range(7)))) == SATURDAY


def test_who_lets_actions_open_on_any_day_is_not_rolled() -> None:
    assert rolled(SATURDAY, ADVICE) == MONDAY
    assert rolled(SATURDAY, Policy(roll_to_business_day=False)) == SATURDAY


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (FRIDAY, 0, FRIDAY),
        (SATURDAY, 0, MONDAY),
        (FRIDAY, 1, MONDAY),
        (SUNDAY, 1, MONDAY),
        (MONDAY, 5, date(2026, 12, 14)),
    ],
)
def test_business_days_are_counted_after_the_day(day: date, count: int, then: date) -> None:
    assert add_business_days(day, count, ADVICE) == then


def test_days_are_counted_in_either_unit() -> None:
    assert add_days(FRIDAY, 2, "calendar", ADVICE) == SUNDAY
    assert add_days(FRIDAY, 2, "business", ADVICE) == date(2026, 12, 8)


def test_the_day_it_is_depends_on_where() -> None:
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert day_of(noon, ZoneInfo("Pacific/Kiritimati")) == date(2026, 11, 24)
    assert day_of(noon, ZoneInfo("Pacific/Honolulu")) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("zone", "day", "begins"),
    [
        ("Europe/Berlin", date(2027, 3, 28), "2027-03-28T00:00:00+01:00"),
        ("America/Santiago", date(2026, 9, 6), "2026-09-06T01:00:00-03:00"),
        ("America/Santiago", date(2027, 4, 4), "2027-04-04T00:00:00-04:00"),
        ("Africa/Cairo", date(2027, 4, 30), "2027-04-30T01:00:00+03:00"),
        ("Asia/Beirut", date(2027, 3, 28), "2027-03-28T01:00:00+03:00"),
        ("America/Asuncion", date(2023, 10, 1), "2023-10-01T01:00:00-03:00"),
        ("America/Havana", date(2027, 3, 14), "2027-03-14T01:00:00-04:00"),
        ("America/Havana", date(2026, 11, 1), "2026-11-01T00:00:00-04:00"),
        ("Pacific/Apia", date(2011, 12, 30), "2011-12-31T00:00:00+14:00"),
        # at 23:30 the clocks went on to 00:30
        ("America/Toronto", date(1919, 3, 31), "1919-03-31T00:30:00-04:00"),
        # local mean time, up to the hour of the first railway clocks: seconds in the offset
        ("Europe/Berlin", date(1893, 3, 31), "1893-03-31T00:00:00+00:53:28"),
    ],
)
def test_a_day_begins_with_its_first_instant_even_where_there_is_no_midnight(zone: str, day: date, begins: str) -> None:
    assert start_of_day(day, ZoneInfo(zone)).isoformat() == begins


@given(moments, st.sampled_from(ZONES))
def test_no_instant_of_a_day_lies_before_its_start(moment: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    day = day_of(moment, zone)
    start = start_of_day(day, zone)
    assert start.astimezone(UTC) <= moment
    assert day_of(start, zone) == day
    assert day_of(start.astimezone(UTC) - timedelta(seconds=1), zone) < day


def test_hours_are_elapsed_hours() -> None:
    saturday = datetime(2026, 10, 24, 17, tzinfo=ZoneInfo("Europe/Berlin"))
    assert after_hours(saturday, 24).isoformat() == "2026-10-25T16:00:00+01:00"


def test_just_after_is_the_next_instant_also_where_the_clocks_are_set_back() -> None:
    last = datetime(2026, 10, 25, 2, 59, 59, 999_999, tzinfo=ZoneInfo("Europe/Berlin"))
    assert just_after(last).isoformat() == "2026-10-25T02:00:00+01:00"


@pytest.mark.parametrize(
    ("instant", "day", "moved"),
    [
        ("2026-11-23T15:00-05:00", date(2026, 12, 7), "2026-12-07T15:00:00-05:00"),
        ("2027-03-05T15:00-05:00", date(2027, 3, 19), "2027-03-19T15:00:00-04:00"),
        # skipped that day
        ("2027-02-28T02:30-05:00", date(2027, 3, 14), "2027-03-14T03:30:00-04:00"),
        # shown twice that day
        ("2026-10-18T01:30-04:00", date(2026, 11, 1), "2026-11-01T01:30:00-04:00"),
        # shown twice on its own day
        ("2026-11-01T01:30-05:00", date(2026, 11, 1), "2026-11-01T01:30:00-05:00"),
        ("2026-11-01T01:30-05:00", date(2026, 11, 15), "2026-11-15T01:30:00-05:00"),
    ],
)
def test_the_same_time_of_the_clock_on_another_day(instant: str, day: date, moved: str) -> None:
    assert same_clock_on(day, at(instant).astimezone(ZoneInfo("America/New_York"))).isoformat() == moved


def test_from_the_second_pass_of_an_hour_into_one_that_is_skipped_it_is_moved_on() -> None:
    second = at("2026-10-25T02:30+01:00").astimezone(ZoneInfo("Europe/Berlin"))
    assert same_clock_on(date(2027, 3, 28), second).isoformat() == "2027-03-28T03:30:00+02:00"


def test_pinned_is_the_instant_to_the_second_with_its_offset_fixed() -> None:
    moment = at("2026-11-01T06:30:15.750+00:00")
    kept = pinned(moment, ZoneInfo("America/New_York"))
    assert kept.isoformat() == "2026-11-01T01:30:15-05:00"
    assert kept.tzinfo not in (None, ZoneInfo("America/New_York"))

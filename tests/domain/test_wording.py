from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from planner.domain import wording

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 12, 7), "Mon 7 Dec"),
        (date(2027, 1, 1), "Fri 1 Jan 2027"),
        (date(2025, 12, 31), "Wed 31 Dec 2025"),
        (date(2026, 2, 1), "Sun 1 Feb"),
    ],
)
def test_a_day_names_its_year_only_when_it_is_not_this_one(on: date, said: str) -> None:
    assert wording.day(on, TODAY) == said


def test_a_moment_is_told_as_the_clock_shows_it() -> None:
    assert wording.clock(datetime(2026, 11, 23, 9, 5, 59, tzinfo=UTC)) == "09:05"
    assert wording.moment(datetime(2026, 11, 23, 9, 5, tzinfo=UTC), TODAY) == "Mon 23 Nov 09:05"
    assert wording.moment(datetime(2027, 1, 4, 14, tzinfo=UTC), TODAY) == "Mon 4 Jan 2027 14:00"


@pytest.mark.parametrize(
    ("on", "near", "ahead"),
    [
        (date(2026, 11, 22), "yesterday", "yesterday"),
        (date(2026, 11, 23), "today", "today"),
        (date(2026, 11, 24), "tomorrow", "tomorrow"),
        (date(2026, 11, 26), "Thu 26", "in 3 days"),
        (date(2026, 11, 20), "Fri 20", "3 days ago"),
        (date(2026, 12, 2), "Wed 2", "in 9 days"),
        (date(2026, 12, 20), "Sun 20", "in 27 days"),
        (date(2026, 12, 21), "Mon 21 Dec", "in 28 days"),
        (date(2027, 11, 26), "Fri 26 Nov 2027", "in 368 days"),
    ],
)
def test_a_day_is_told_as_short_as_it_can_be(on: date, near: str, ahead: str) -> None:
    assert wording.near(on, TODAY) == near
    assert wording.ahead(on, TODAY) == ahead


def test_a_moment_is_told_as_short_as_it_can_be() -> None:
    assert wording.near_moment(datetime(2026, 11, 23, 15, tzinfo=UTC), TODAY, UTC) == "15:00 today"
    assert wording.near_moment(datetime(2026, 11, 26, 9, 30, tzinfo=UTC), TODAY, UTC) == "09:30 Thu 26"


@pytest.mark.parametrize(("number", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (3650, "3,650 days")])
def test_one_is_a_day_and_all_else_are_days(number: int, said: str) -> None:
    assert wording.count(number, "day") == said


@pytest.mark.parametrize(
    ("days", "unit", "said"),
    [
        (7, "calendar", "about a week"),
        (14, "calendar", "two weeks"),
        (10, "calendar", "10 days"),
        (7, "business", "7 business days"),
        (1, "business", "1 business day"),
    ],
)
def test_a_wait_in_words(days: int, unit: str, said: str) -> None:
    assert wording.about(days, unit) == said


def test_a_zone_is_named_with_its_offset_then() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert wording.zone_name(datetime(2026, 11, 23, tzinfo=berlin)) == "Europe/Berlin (UTC+01:00)"
    assert wording.zone_name(datetime(2026, 7, 23, tzinfo=berlin)) == "Europe/Berlin (UTC+02:00)"
    assert (
        wording.zone_name(datetime(2026, 7, 23, tzinfo=ZoneInfo("America/St_Johns"))) == "America/St_Johns (UTC-02:30)"
    )


def test_a_time_that_the_clock_at_home_shows_otherwise_is_marked_with_its_place() -> None:
    lisbon, paris = ZoneInfo("Europe/Lisbon"), datetime(2026, 11, 26, 14, tzinfo=ZoneInfo("Europe/Paris"))
    assert wording.marked_clock(paris, lisbon) == "14:00 Paris"
    assert wording.near_moment(paris, TODAY, lisbon) == "14:00 Paris Thu 26"
    assert wording.moment_here_and_there(paris, TODAY, lisbon) == "Thu 26 Nov 14:00 in Paris, 13:00 at home"
    late = datetime(2026, 11, 26, 22, tzinfo=ZoneInfo("America/New_York"))
    told = "Thu 26 Nov 22:00 in New York, Fri 27 Nov 03:00 at home"
    assert wording.moment_here_and_there(late, TODAY, lisbon) == told


def test_nothing_is_said_of_a_zone_whose_clock_shows_what_the_one_at_home_does() -> None:
    berlin, paris = ZoneInfo("Europe/Berlin"), datetime(2026, 11, 26, 14, tzinfo=ZoneInfo("Europe/Paris"))
    assert wording.marked_clock(paris, berlin) == "14:00"
    assert wording.moment_here_and_there(paris, TODAY, berlin) == "Thu 26 Nov 14:00"
    assert wording.at_home(paris, TODAY, berlin) == ""

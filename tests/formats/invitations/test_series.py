"""An event that repeats: its next date is offered as one interview."""

import time
from datetime import UTC, datetime

import pytest

from planner.domain.text import NAME_LIMIT
from planner.formats.invitations import Invitation
from tests.formats.invitations.calendars import event, offered, read, refused, utc

BERLIN = "DTSTART;TZID=Europe/Berlin:20261005T100000"  # a Monday; 10:00 is 08:00 in UTC until 25 October, then 09:00
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)  # a Tuesday, 10:00 in Berlin
BY_HAND = "Add the interview by hand."


def following(*lines: str, start: str = BERLIN, uid: str = "one@north.example", now: datetime = NOW) -> Invitation:
    """What is offered of the one series of these lines."""
    reading = read(event(*lines, start=start, uid=uid), now=now)
    assert reading.refused == ()
    (one,) = reading.invitations
    return one


def over(*lines: str, start: str = BERLIN, now: datetime = NOW) -> str:
    """Why the one series of these lines is refused."""
    reading = read(event(*lines, start=start), now=now)
    assert reading.invitations == ()
    (one,) = reading.refused
    return one.reason


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY", "2026-11-30 09:00"),
        ("FREQ=WEEKLY;BYDAY=MO,WE", "2026-11-25 09:00"),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-11-30 09:00"),
        ("FREQ=WEEKLY;INTERVAL=3", "2026-12-07 09:00"),
        ("FREQ=DAILY", "2026-11-24 09:00"),
        ("FREQ=DAILY;BYDAY=MO, TH\n ;WKST=SU", "2026-11-26 09:00"),
        ("freq=monthly;bymonthday=5", "2026-12-05 09:00"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27 09:00"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30 09:00"),
        ("FREQ=YEARLY", "2027-10-05 08:00"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;", "2028-02-29 09:00"),
        ("FREQ=WEEKLY;COUNT=9", "2026-11-30 09:00"),
        ("FREQ=WEEKLY;UNTIL=20261130T090000Z", "2026-11-30 09:00"),
        ("FREQ=WEEKLY;UNTIL=20261130T100000", "2026-11-30 09:00"),
        ("FREQ=WEEKLY;UNTIL=20261130", "2026-11-30 09:00"),
        ("FREQ=WEEKLY;UNTIL=99991231T235959Z", "2026-11-30 09:00"),
    ],
)
def test_the_first_date_not_before_now_is_offered_at_its_own_wall_time(rule: str, expected: str) -> None:
    assert utc(following(f"RRULE:{rule}")) == expected


def test_it_is_said_that_no_other_date_is_offered() -> None:
    remarks = following("RRULE:FREQ=WEEKLY").remarks
    assert remarks[0] == "It is a series (weekly): its next date is offered, and no other."


def test_an_interview_that_has_begun_is_over() -> None:
    daily = "RRULE:FREQ=DAILY"
    assert utc(following(daily, now=NOW)) == "2026-11-24 09:00"
    assert utc(following(daily, now=NOW.replace(second=1))) == "2026-11-25 09:00"


def test_a_series_that_has_not_begun_begins_with_its_start() -> None:
    start = "DTSTART;TZID=Europe/Berlin:20270105T100000"
    assert utc(following("RRULE:FREQ=WEEKLY", start=start)) == "2027-01-05 09:00"
    assert utc(following("RRULE:FREQ=WEEKLY;BYDAY=FR", start=start)) == "2027-01-05 09:00"  # a Tuesday


def test_it_lasts_as_long_as_its_first_date() -> None:
    assert following("RRULE:FREQ=WEEKLY", "DTEND;TZID=Europe/Berlin:20261005T104500").interview.minutes == 45


@pytest.mark.parametrize(
    "line",
    [
        "EXDATE;TZID=Europe/Berlin:20261130T100000",
        "EXDATE:20261130T090000Z,",
        "EXDATE:20261130T100000",
        "EXDATE;VALUE=DATE:20261123,20261130",
        "EXDATE;TZID=America/New_York:20261130T040000",
    ],
)
def test_dates_left_out_are_passed_over(line: str) -> None:
    assert utc(following("RRULE:FREQ=WEEKLY", line)) == "2026-12-07 09:00"


def test_a_date_left_out_without_a_zone_is_told_by_the_clock_of_the_series() -> None:
    start = "DTSTART;TZID=America/New_York:20261005T100000"
    assert utc(following("RRULE:FREQ=WEEKLY", "EXDATE:20261130T100000", start=start)) == "2026-12-07 15:00"


def test_a_date_left_out_at_another_hour_is_none_of_the_series() -> None:
    assert utc(following("RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Berlin:20261130T110000")) == "2026-11-30 09:00"


def test_a_time_that_the_clocks_skip_is_taken_as_elsewhere() -> None:
    start = "DTSTART;TZID=Europe/Berlin:20270321T023000"  # the Sunday before the clocks go forward
    one = following("RRULE:FREQ=WEEKLY", start=start, now=datetime(2027, 3, 25, 9, tzinfo=UTC))
    assert utc(one) == "2027-03-28 01:30"
    assert any("skip 02:30 on that day" in remark for remark in one.remarks)


def test_each_date_is_an_appointment_of_its_own_and_the_same_however_often_it_is_read() -> None:
    weekly, week_later = "RRULE:FREQ=WEEKLY", datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert following(weekly).interview.uid == "one@north.example/2026-11-30"
    assert following(weekly, now=week_later).interview.uid == "one@north.example/2026-12-07"


@pytest.mark.parametrize("uid", ["", "u" * (NAME_LIMIT - 5), "u" * (NAME_LIMIT + 5)])
def test_where_its_uid_is_none_to_keep_the_date_still_tells_them_apart(uid: str) -> None:
    days = [datetime(2026, 11, day, 9, tzinfo=UTC) for day in (24, 25, 30)]
    first, same, other = (following("RRULE:FREQ=WEEKLY;BYDAY=MO,TH", uid=uid, now=day).interview.uid for day in days)
    assert first == same != other
    assert len(first) <= NAME_LIMIT


def test_its_cancellation_finds_the_date_that_was_offered() -> None:
    (cancelled,) = read(event("RRULE:FREQ=WEEKLY", start=BERLIN), method="CANCEL", now=NOW).invitations
    assert (cancelled.cancelled, cancelled.interview.uid) == (True, following("RRULE:FREQ=WEEKLY").interview.uid)


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        (("RRULE:FREQ=DAILY;COUNT=10",), "2026-10-14 10:00"),
        (("RRULE:FREQ=WEEKLY;UNTIL=20261130T085959Z",), "2026-11-23 10:00"),
        (("RRULE:FREQ=WEEKLY;UNTIL=20261130T095959",), "2026-11-23 10:00"),
        (("RRULE:FREQ=WEEKLY;UNTIL=20261129",), "2026-11-23 10:00"),
        (("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261007"), "2026-10-06 10:00"),
        (("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",), "2026-10-05 10:00"),
        (("RRULE:FREQ=YEARLY;INTERVAL=500",), "2026-10-05 10:00"),
    ],
)
def test_a_series_that_is_over_is_refused_with_its_last_date(lines: tuple[str, ...], last: str) -> None:
    assert f"and it is over: its last date was {last} in Europe/Berlin. {BY_HAND}" in over(*lines)


def test_a_series_without_a_date_says_so() -> None:
    assert (
        over("RRULE:FREQ=WEEKLY;UNTIL=20200101")
        == f"It is a series (weekly), and it is over: no date of it is left. {BY_HAND}"
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("RRULE:FREQ=WEEKLY;BYHOUR=9,15",), "It is a series (weekly), and"),
        (("RRULE:FREQ=DAILY;BYSETPOS=1,1,1",), "It is a series (daily), and"),
        (("RRULE:FREQ=DAILY;INTERVAL=0;BYMONTH=2",), "It is a series (daily), and"),
        (("RRULE:FREQ=DAILY;COUNT=x",), "It is a series (daily), and"),
        (("RRULE:FREQ=MONTHLY;BYSETPOS=0;BYDAY=MO",), "It is a series (monthly), and"),
        (("RRULE:FREQ=YEARLY;BYDAY=60MO",), "It is a series (yearly), and"),
        (("RRULE:FREQ=WEEKLY;UNTIL=tomorrow",), "It is a series (weekly), and"),
        (("RRULE:FREQ=WEEKLY;BYMONTH=" + ",".join(["1"] * 100),), "It is a series (weekly), and"),
        (("RRULE:FREQ=WEEKLY", "EXDATE:soon"), "It is a series (weekly), and"),
        (("RRULE:FREQ=WEEKLY", "EXDATE:99991231T235959Z"), "It is a series (weekly), and"),
        (("RRULE:FREQ=WEEKLY", "RRULE:FREQ=DAILY"), "It is a series (weekly), and"),
        (("RRULE:FREQ=WEEKLY", "RDATE:20261130T140000Z"), "It is a series (weekly), and"),
        (("RRULE:FREQ=HOURLY",), "It is a series, and"),
        (("RRULE:nonsense",), "It is a series, and"),
        (("RDATE:20261130T140000Z",), "It is a series, and"),
    ],
)
def test_a_series_that_is_not_understood_is_refused_with_its_first_date(lines: tuple[str, ...], said: str) -> None:
    reason = over(*lines)
    assert reason == f"{said} a series is no interview. Its first date is 2026-10-05 10:00 in Europe/Berlin. {BY_HAND}"


def test_a_series_of_one_is_an_appointment() -> None:
    one = offered("RRULE:FREQ=WEEKLY;COUNT=1")
    assert (one.interview.starts_at.day, one.interview.uid) == (23, "one@north.example")


def test_a_moved_date_of_a_series_is_refused_with_that_date() -> None:
    assert "to 2026-11-23 15:00 in Europe/Berlin" in refused("RECURRENCE-ID:20261120T140000Z")


@pytest.mark.parametrize(
    "was", ["RECURRENCE-ID:20261130T090000Z", "RECURRENCE-ID:20261130T100000", "RECURRENCE-ID;VALUE=DATE:20261130"]
)
def test_a_date_that_another_event_of_the_file_moves_is_not_offered_where_it_no_longer_is(was: str) -> None:
    series = event("SUMMARY:Series", "RRULE:FREQ=WEEKLY", start=BERLIN)
    moved = event(was, start="DTSTART;TZID=Europe/Berlin:20261201T160000")
    for blocks in ((series, moved), (moved, series)):
        reading = read(*blocks, now=NOW)
        assert reading.invitations == ()
        assert any("whose next date was moved" in one.reason for one in reading.refused)
    elsewhere = event("RECURRENCE-ID:20261123T090000Z", start=BERLIN)
    assert [one.summary for one in read(series, elsewhere, now=NOW).invitations] == ["Series"]


def test_a_date_moved_of_a_series_told_in_utc_is_found_by_its_day_there() -> None:
    start = "DTSTART:20261005T233000Z"  # in Berlin the next day
    assert following("RRULE:FREQ=WEEKLY", start=start).interview.uid == "one@north.example/2026-11-30"
    moved = event("RECURRENCE-ID:20261130T233000Z", start="DTSTART:20261202T100000Z")
    assert read(event("RRULE:FREQ=WEEKLY", start=start), moved, now=NOW).invitations == ()


@pytest.mark.parametrize("when", ["then", "99991231T235959Z"])
def test_a_moved_date_that_can_not_be_read_moves_none(when: str) -> None:
    series = event("SUMMARY:Series", "RRULE:FREQ=WEEKLY", start=BERLIN)
    reading = read(series, event(f"RECURRENCE-ID:{when}", start=BERLIN), now=NOW)
    assert [one.summary for one in reading.invitations] == ["Series"]
    assert [one.reason.startswith("It moves one date of a series, to 2026-10-05") for one in reading.refused] == [True]


def test_no_rules_make_the_reader_count_for_long() -> None:
    old = "DTSTART;TZID=Europe/Berlin:19700105T100000"
    assert utc(following("RRULE:FREQ=DAILY", start=old)) == "2026-11-24 09:00"
    impossible = [
        event("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", start=old, uid=str(number)) for number in range(30)
    ]
    began = time.process_time()
    reading = read(*impossible, event("RRULE:FREQ=WEEKLY", start=old), now=NOW)
    assert time.process_time() - began < 5
    assert (len(reading.invitations), len(reading.refused)) == (0, 31)
    assert "it is over" in reading.refused[0].reason
    assert "It is a series (weekly), and a series is no interview." in reading.refused[-1].reason


@pytest.mark.parametrize("rule", ["FREQ=YEARLY;INTERVAL=300", "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30"])
def test_what_would_come_at_the_end_of_the_calendar_only_is_over(rule: str) -> None:
    assert "it is over: its last date was 2026-10-05" in over(f"RRULE:{rule}")

"""Laws of reading dates: whatever is typed is read or refused, at once, and what is read can be written back."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.domain.errors import BadInput
from planner.domain.log import Days
from planner.domain.wording import DAYS, MONTHS
from planner.domain.zones import YEARS, RepeatedTime, SkippedTime
from planner.planning.settings import DateOrder
from planner.planning.viewpoint import Toward
from planner.planning.when import is_vague, parse_day, parse_days, parse_instant

T = TypeVar("T")

ZONES = [
    "America/New_York",
    "America/Santiago",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Asia/Kathmandu",
    "UTC",
]
WORDS = """
    today tomorrow yesterday now fri friday mon sat next this last week month year end of the on by at in a an two ten
    or to until between and from ago day days weeks months hours +7d -2w +1mo 4 31 30 29 4th 31st dec dec. feb december
    2026 2028 9999 2026-12-04 12/4 29/2 3/4/26 29.11. 31.4. .. - -- 14:00 2pm 9 am noon 14h 25:61 z +01:00 -05:00 t
"""

days = st.dates(date(1990, 1, 1), date(2150, 12, 31))
orders = st.sampled_from(["", "mdy", "dmy", "ymd"])
phrases = st.builds(
    lambda words, blank: blank.join(words),
    st.lists(st.sampled_from(WORDS.split()), max_size=8),
    st.sampled_from([" ", "", "  "]),
)
texts = st.one_of(st.text(max_size=120), phrases)
nows = st.datetimes(datetime(1990, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds


@given(texts, days, orders)
@example("29 feb", date(2100, 1, 1), "")
@example("\N{DIGIT FOUR FULL STOP}", date(2026, 1, 1), "")
def test_any_text_is_a_day_or_is_refused_with_a_hint(text: str, today: date, order: DateOrder) -> None:
    is_vague(text)
    found = or_refusal(lambda: parse_days(text, today, order))
    if isinstance(found, Days):
        assert type(found.first) is type(found.last) is date
        assert found.first.year in YEARS
        assert found.first <= found.last <= found.first + timedelta(days=183)
    else:
        assert found.hint


@given(
    text=texts,
    zone=st.sampled_from(ZONES),
    now=nows,
    order=orders,
    toward=st.sampled_from(["future", "past"]),
    needed=st.booleans(),
)
def test_any_text_is_an_instant_in_the_zone_or_is_refused_with_a_hint(
    *, text: str, zone: str, now: datetime, order: DateOrder, toward: Toward, needed: bool
) -> None:
    found = or_refusal(lambda: parse_instant(text, zone, now, order, toward=toward, time_needed=needed))
    if isinstance(found, datetime):
        assert type(found) is datetime
        assert found.tzinfo == ZoneInfo(zone)
        assert found.astimezone(UTC).astimezone(found.tzinfo).replace(tzinfo=None) == found.replace(tzinfo=None)
    else:
        assert found.hint


def or_refusal(read: Callable[[], T]) -> T | BadInput:
    try:
        return read()
    except BadInput as refused:
        return refused


@given(days, days, orders)
def test_a_day_written_out_is_that_day_from_wherever_it_is_seen(day: date, today: date, order: DateOrder) -> None:
    month, weekday = MONTHS[day.month - 1], DAYS[day.weekday()]
    for text in (
        f"{day}",
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.year}/{day.month}/{day.day}",
    ):
        assert parse_day(text, today, order) == day


@given(days, days)
def test_a_wrong_weekday_is_always_refused(day: date, today: date) -> None:
    for weekday in set(DAYS) - {DAYS[day.weekday()]}:
        with pytest.raises(BadInput):
            parse_days(f"{weekday} {day}", today)


@given(days, st.sampled_from(DAYS))
def test_a_weekday_is_within_the_next_seven_days(today: date, weekday: str) -> None:
    ahead = (parse_day(weekday, today) - today).days
    assert 1 <= ahead <= 7
    assert 1 <= (today - parse_day(f"last {weekday}", today)).days <= 7


@given(days, st.integers(0, 9999))
def test_a_distance_in_days_is_so_many_days(today: date, count: int) -> None:
    try:
        assert parse_day(f"+{count}d", today) == today + timedelta(days=count)
    except BadInput:
        assert (today + timedelta(days=count)).year not in YEARS


@given(st.datetimes(datetime(1990, 1, 1), datetime(2150, 1, 1)), st.sampled_from(ZONES), nows)  # noqa: DTZ001
def test_an_instant_with_its_offset_is_read_back_exactly(naive: datetime, zone: str, now: datetime) -> None:
    instant = naive.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    assert parse_instant(instant.isoformat(), zone, now) == instant
    assert parse_instant(instant.isoformat(), "UTC", now) == instant


@given(nows, st.sampled_from(ZONES), st.sampled_from(DAYS), st.times())
def test_a_weekday_and_time_lie_on_the_side_that_was_asked_for(
    now: datetime, zone: str, weekday: str, clock: time_of_day
) -> None:
    text = f"{weekday} {clock:%H:%M}"
    sides: tuple[Toward, ...] = ("future", "past")
    for toward in sides:
        with suppress(SkippedTime, RepeatedTime):
            found = parse_instant(text, zone, now, toward=toward)
            assert (found > now) == (toward == "future")
            assert abs(found - now) < timedelta(days=8)


@pytest.mark.parametrize(
    "text",
    ["fri " * 20, "the " * 20, "in " * 26, "1.." * 26, "between " * 10, "9" * 80, "1 or " * 16, "week " * 16, " " * 80],
)
def test_text_made_to_be_slow_is_done_with_at_once(text: str) -> None:
    parse_days("4 Dec", date(2026, 11, 23))  # the patterns are compiled once
    begun = time.perf_counter()
    for _ in range(20):
        with suppress(BadInput):
            parse_days(text, date(2026, 11, 23))
        with suppress(BadInput):
            parse_instant(text, "UTC", datetime(2026, 11, 23, tzinfo=UTC))
    assert time.perf_counter() - begun < 0.5

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from planner.domain.errors import BadInput
from planner.formats.invitations.blocks import blocks_in
from planner.formats.invitations.zone_rules import ZoneRules, zone_rules
from tests.formats.invitations.calendars import US_EASTERN, zone

CHILE = """\
BEGIN:STANDARD
DTSTART:20190406T235959
TZOFFSETFROM:-0300
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SA
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20190907T235959
TZOFFSETFROM:-0400
TZOFFSETTO:-0300
RRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SA
END:DAYLIGHT"""

BACK_IN_OCTOBER = {"before": "+0100", "after": "+0000", "start": "20201001T020000"}


def rules(text: str) -> ZoneRules:
    return zone_rules(blocks_in(zone("Mine", text)).blocks[0])


def observance(*lines: str, before: str = "+0000", after: str = "+0100", start: str = "20200301T020000") -> str:
    given = [f"DTSTART:{start}" if start else "", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", *lines]
    return "\n".join(["BEGIN:DAYLIGHT", *given, "END:DAYLIGHT"])


def hours(zone: ZoneRules, day: str) -> float:
    """The offset at a wall time such as "2026-03-01 01:00", in hours."""
    return zone.offset_at(datetime.fromisoformat(day)) / timedelta(hours=1)


@pytest.mark.parametrize(("text", "same_as"), [(US_EASTERN, "America/New_York"), (CHILE, "America/Santiago")])
def test_the_rules_of_a_zone_give_its_time_all_year_round(text: str, same_as: str) -> None:
    mine, known = rules(text), ZoneInfo(same_as)
    instant = datetime(2026, 1, 1, tzinfo=UTC)
    while instant.year < 2028:
        wall = instant.replace(tzinfo=None)  # every hour as a wall time, the skipped and the repeated ones too
        assert mine.offset_at(wall) == wall.replace(tzinfo=known).utcoffset(), wall
        instant += timedelta(hours=1)


def test_dates_given_one_by_one_are_followed() -> None:
    mine = rules(
        observance("RDATE:20220301T020000,20210301T020000")
        + "\n"
        + observance("RDATE;VALUE=DATE-TIME:20211001T020000", **BACK_IN_OCTOBER)
    )
    assert [hours(mine, day) for day in ("2021-03-01 02:59:59", "2021-03-01 03:00", "2021-10-01 02:00")] == [0, 1, 0]
    assert [hours(mine, day) for day in ("2020-06-01", "2020-12-01", "2021-06-01")] == [1, 0, 1]
    assert [hours(mine, day) for day in ("2021-12-01", "2022-06-01", "2030-01-01")] == [0, 1, 1]


def test_before_its_first_change_a_zone_has_the_time_from_which_it_changed() -> None:
    assert hours(rules(observance(before="-0330", after="-0230")), "2019-01-01") == -3.5


@pytest.mark.parametrize(
    ("rule", "day"),
    [("BYMONTH=3;BYMONTHDAY=-1", "2026-03-31"), ("BYMONTH=4;BYMONTHDAY=5", "2026-04-05"), ("", "2026-03-01")],
)
def test_a_rule_may_give_a_day_of_the_month_or_mean_the_day_of_its_first_date(rule: str, day: str) -> None:
    back = observance("RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1", **BACK_IN_OCTOBER)
    mine = rules(observance(f"RRULE:FREQ=YEARLY;{rule}") + "\n" + back)
    assert [hours(mine, f"{day} 01:00"), hours(mine, f"{day} 04:00")] == [0, 1]


@pytest.mark.parametrize("until", ["20220301T020000Z", "20220301T020000", "20220301"])
def test_a_rule_ends_with_its_last_date(until: str) -> None:
    mine = rules(
        observance(f"RRULE:FREQ=YEARLY;UNTIL={until}") + "\n" + observance("RRULE:FREQ=YEARLY", **BACK_IN_OCTOBER)
    )
    assert [hours(mine, "2022-06-01"), hours(mine, "2023-06-01")] == [1, 0]


def test_a_last_date_in_utc_is_one_of_the_clock_before_the_change() -> None:
    # 02:00 at UTC+5 on 1 March is 21:00 the day before in UTC.
    last = "RRULE:FREQ=YEARLY;UNTIL=20220228T210000Z"
    back = observance("RRULE:FREQ=YEARLY", before="+0600", after="+0500", start="20201001T020000")
    mine = rules(observance(last, before="+0500", after="+0600") + "\n" + back)
    assert [hours(mine, "2022-06-01"), hours(mine, "2023-06-01")] == [6, 5]


def test_rules_may_begin_with_the_calendar() -> None:
    mine = rules(observance("RRULE:FREQ=YEARLY;UNTIL=00010301T020000Z", start="00010301T020000"))
    assert hours(mine, "2026-01-01") == 1


@pytest.mark.parametrize(
    "line",
    [
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=YEARLY;BYHOUR=1,2,3",
        "RRULE:FREQ=YEARLY;INTERVAL=2",
        "RRULE:FREQ=YEARLY;BYDAY=1SU",
        "RRULE:FREQ=YEARLY;BYMONTH=13;BYDAY=1SU",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=1XX",
        "RRULE:FREQ=YEARLY;BYMONTH=three",
        "RRULE:FREQ=YEARLY;UNTIL=never",
        "RRULE:FREQ=YEARLY\nRRULE:FREQ=YEARLY",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=" + ",".join("1" * 100),
        "RDATE:20210301T020000/PT1H",
    ],
)
def test_rules_of_another_form_are_not_counted_out(line: str) -> None:
    with pytest.raises(BadInput):
        rules(observance(line))


@pytest.mark.parametrize(
    "text", ["", observance(after="+2500"), observance(before=""), observance(start=""), observance(start="soon")]
)
def test_rules_that_lack_something_are_not_used(text: str) -> None:
    with pytest.raises(BadInput):
        rules(text)

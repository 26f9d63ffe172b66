"""Days as people write them, read on Monday 23 November 2026 unless a test says otherwise."""

from datetime import date

import pytest

from planner.domain.errors import BadInput
from planner.domain.log import Days
from planner.planning.settings import DateOrder
from planner.planning.when import is_vague, parse_day, parse_days

MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)


def iso(days: Days) -> str:
    return f"{days.first}..{days.last}" if days.is_range else str(days.first)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-23"),
        ("tomorrow", "2026-11-24"),
        ("yesterday", "2026-11-22"),
        ("the day after tomorrow", "2026-11-25"),
        ("the day before yesterday", "2026-11-21"),
        ("2026-12-04", "2026-12-04"),
        ("2026/12/4", "2026-12-04"),
        ("  2026-12-04\t", "2026-12-04"),
        ("4 Dec", "2026-12-04"),
        ("4 DECEMBER", "2026-12-04"),
        ("4 December 2026", "2026-12-04"),
        ("December 4, 2026", "2026-12-04"),
        ("Dec 4", "2026-12-04"),
        ("Dec. 4", "2026-12-04"),
        ("4th of December", "2026-12-04"),
        ("on the 4th of December", "2026-12-04"),
        ("by 4 Dec", "2026-12-04"),
        ("4-Dec-2026", "2026-12-04"),
        ("Sept 1", "2026-09-01"),
        ("Fri 4 Dec", "2026-12-04"),
        ("Friday, December 4", "2026-12-04"),
        ("fri 2026-12-04", "2026-12-04"),
        ("29.11.", "2026-11-29"),
        ("29.11", "2026-11-29"),
        ("29.11.2026", "2026-11-29"),
        ("29.11.26", "2026-11-29"),
        ("3.4.", "2027-04-03"),
        ("29-11-2026", "2026-11-29"),
        ("4\N{NO-BREAK SPACE}Dec", "2026-12-04"),
        ("\N{FULLWIDTH DIGIT FOUR} Dec", "2026-12-04"),
    ],
)
def test_a_calendar_date_is_read(text: str, day: str) -> None:
    assert iso(parse_days(text, MONDAY)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("fri", "2026-11-27"),
        ("Friday", "2026-11-27"),
        ("thurs", "2026-11-26"),
        ("by friday", "2026-11-27"),
        ("this fri", "2026-11-27"),
        ("next fri", "2026-12-04"),
        ("next monday", "2026-11-30"),
        ("last fri", "2026-11-20"),
        ("last mon", "2026-11-16"),
        ("fri next week", "2026-12-04"),
        ("friday of next week", "2026-12-04"),
        ("next week friday", "2026-12-04"),
    ],
)
def test_a_weekday_is_the_coming_one_and_next_means_that_of_next_week(text: str, day: str) -> None:
    assert iso(parse_days(text, MONDAY)) == day


def test_a_weekday_is_never_today() -> None:
    assert parse_day("mon", MONDAY) == date(2026, 11, 30)


def test_on_a_saturday_fri_and_next_fri_are_one_day() -> None:
    assert parse_day("fri", SATURDAY) == parse_day("next fri", SATURDAY) == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("+7d", "2026-11-30"),
        ("+2w", "2026-12-07"),
        ("-1d", "2026-11-22"),
        ("+1 month", "2026-12-23"),
        ("in 3 days", "2026-11-26"),
        ("in a day", "2026-11-24"),
        ("in a week", "2026-11-30"),
        ("in two weeks", "2026-12-07"),
        ("two weeks", "2026-12-07"),
        ("within two weeks", "2026-12-07"),
        ("two weeks from now", "2026-12-07"),
        ("a fortnight", "2026-12-07"),
        ("in about a week", "2026-11-30"),
        ("three days ago", "2026-11-20"),
        ("in a year", "2027-11-23"),
    ],
)
def test_a_distance_is_counted_from_today(text: str, day: str) -> None:
    assert iso(parse_days(text, MONDAY)) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("next week", "2026-11-30..2026-12-04"),
        ("sometime next week", "2026-11-30..2026-12-04"),
        ("this week", "2026-11-23..2026-11-27"),
        ("the week of 9 December", "2026-12-07..2026-12-11"),
        ("next month", "2026-12-01..2026-12-31"),
        ("this month", "2026-11-23..2026-11-30"),
        ("in december", "2026-12-01..2026-12-31"),
        ("january", "2027-01-01..2027-01-31"),
        ("november", "2026-11-23..2026-11-30"),
        ("february 2028", "2028-02-01..2028-02-29"),
        ("in a week or two", "2026-11-30..2026-12-07"),
        ("a week or two", "2026-11-30..2026-12-07"),
        ("in a day or two", "2026-11-24..2026-11-25"),
        ("2-3 weeks", "2026-12-07..2026-12-14"),
        ("in 2 to 3 weeks", "2026-12-07..2026-12-14"),
        ("2026-12-01..2026-12-04", "2026-12-01..2026-12-04"),
        ("2026-12-01 - 2026-12-04", "2026-12-01..2026-12-04"),
        ("2026-12-01 \N{EN DASH} 2026-12-04", "2026-12-01..2026-12-04"),
        ("1-4 Dec", "2026-12-01..2026-12-04"),
        ("1 to 4 December 2026", "2026-12-01..2026-12-04"),
        ("from 1 to 4 Dec", "2026-12-01..2026-12-04"),
        ("Dec 1-4", "2026-12-01..2026-12-04"),
        ("between 1 and 4 Dec", "2026-12-01..2026-12-04"),
        ("between the 1st and the 4th of December", "2026-12-01..2026-12-04"),
        ("28 Dec - 4 Jan", "2026-12-28..2027-01-04"),
        ("fri to mon", "2026-11-27..2026-11-30"),
        ("mon-wed", "2026-11-30..2026-12-02"),
        ("tomorrow..+7d", "2026-11-24..2026-11-30"),
        ("the 28th to the 3rd", "2026-11-28..2026-12-03"),
    ],
)
def test_a_range_has_both_its_ends(text: str, days: str) -> None:
    assert iso(parse_days(text, MONDAY)) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("end of the week", "2026-11-27"),
        ("by the end of next week", "2026-12-04"),
        ("the end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of December", "2026-12-31"),
        ("end of february 2028", "2028-02-29"),
        ("end of the year", "2026-12-31"),
        ("end of next year", "2027-12-31"),
    ],
)
def test_an_end_is_the_last_working_day_of_a_week_and_the_last_day_of_a_month(text: str, day: str) -> None:
    assert iso(parse_days(text, MONDAY)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("20 Nov", "2026-11-20"), ("26 Aug", "2026-08-26"), ("24 Aug", "2027-08-24"), ("29 Feb", "2028-02-29")],
)
def test_a_date_without_its_year_is_the_first_from_ninety_days_ago_on(text: str, day: str) -> None:
    assert iso(parse_days(text, MONDAY)) == day


def test_a_day_of_the_month_alone_is_the_next_one() -> None:
    assert parse_day("the 15th", MONDAY) == date(2026, 12, 15)
    assert parse_day("23rd", MONDAY) == MONDAY
    assert parse_day("the 31st", date(2027, 2, 1)) == date(2027, 3, 31)


def test_months_too_short_and_leap_days_are_counted_as_people_do() -> None:
    assert parse_day("+1 month", date(2027, 1, 31)) == date(2027, 2, 28)
    assert parse_day("in a year", date(2028, 2, 29)) == date(2029, 2, 28)
    assert parse_day("tomorrow", date(2028, 2, 28)) == date(2028, 2, 29)
    assert parse_day("29 feb", date(2096, 3, 1)) == date(2096, 2, 29)
    assert parse_day("29 feb", date(2096, 9, 1)) == date(2104, 2, 29)


def test_at_the_end_of_the_year_the_next_one_begins() -> None:
    new_years_eve = date(2026, 12, 31)
    assert parse_day("tomorrow", new_years_eve) == date(2027, 1, 1)
    assert iso(parse_days("next month", new_years_eve)) == "2027-01-01..2027-01-31"
    assert iso(parse_days("next week", new_years_eve)) == "2027-01-04..2027-01-08"
    assert parse_day("4 Jan", new_years_eve) == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("11/29", "", "2026-11-29"),
        ("29/11", "", "2026-11-29"),
        ("29/11", "mdy", "2026-11-29"),
        ("11/29", "dmy", "2026-11-29"),
        ("12/4", "mdy", "2026-12-04"),
        ("4/12", "dmy", "2026-12-04"),
        ("12/4", "ymd", "2026-12-04"),
        ("12/12", "", "2026-12-12"),
        ("12/4/2026", "mdy", "2026-12-04"),
        ("4/12/2026", "dmy", "2026-12-04"),
        ("12/4/26", "mdy", "2026-12-04"),
        ("26/12/04", "ymd", "2026-12-04"),
        ("11/29/26", "", "2026-11-29"),
        ("2026/12/4", "mdy", "2026-12-04"),
        ("4.12.", "mdy", "2026-12-04"),
    ],
)
def test_digits_follow_the_configured_order_or_the_only_one_that_gives_a_day(
    text: str, order: DateOrder, day: str
) -> None:
    assert iso(parse_days(text, MONDAY, order)) == day


@pytest.mark.parametrize(("text", "order"), [("12/4", ""), ("12/4/2026", ""), ("12/4/2026", "ymd"), ("12-4-2026", "")])
def test_an_ambiguous_date_is_refused_with_both_readings(text: str, order: DateOrder) -> None:
    with pytest.raises(BadInput, match="can be ") as refused:
        parse_days(text, MONDAY, order)
    assert "4 Dec 2026" in refused.value.sentence
    assert "12 Apr 202" in refused.value.sentence
    assert "date_order" in refused.value.hint


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Fri 3 Dec", "2026-12-03 is a Thu, not a Fri."),
        ("friday tomorrow", "is a Tue, not a Friday"),
        ("30 Feb", "There is no day “30 feb”"),
        ("29 Feb 2027", "There is no day"),
        ("31.4.", "There is no day"),
        ("2026-13-01", "There is no day"),
        ("13/13", "There is no day"),
        ("the 32nd", "There is no day"),
        ("0 Dec", "There is no day"),
        ("4 Dec 1026", "There is no day"),
        ("december 1066", "That year can't be right"),
        ("9999 years", "That year can't be right"),
        ("-9999y", "That year can't be right"),
        ("2026-12-04..2026-12-01", "The range ends"),
        ("tomorrow..today", "The range ends"),
        ("4 Dec..1 Dec", "363 days"),
        ("fri 14:00", "only the day is kept here"),
        ("14:00", "only the day is kept here"),
        ("", "There is no date"),
        (" \n", "There is no date"),
        ("x" * 81, "81 characters"),
        ("banana", "“banana” is no day that is understood here"),
        ("soon", "no day that is understood"),
        ("4", "no day that is understood"),
        ("fri 4", "no day that is understood"),
        ("not before friday", "no day that is understood"),
        ("after friday", "no day that is understood"),
        ("1 and 4 Dec", "no day that is understood"),
        ("1..2..3 Dec", "no day that is understood"),
        ("1..4", "no day that is understood"),
        ("-3 days ago", "no day that is understood"),
        ("+7m", "no day that is understood"),
        ("99999d", "no day that is understood"),
        ("week 49", "no day that is understood"),
        ("week of next month", "no day that is understood"),
        ("fri december", "no day that is understood"),
        ("P1D", "no day that is understood"),
        ("20261204", "no day that is understood"),
        ("\x1b[31mfri", "no day that is understood"),
    ],
)
def test_what_is_no_day_is_refused(text: str, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_days(text, MONDAY)
    assert says in refused.value.sentence
    assert refused.value.hint
    assert "\x1b" not in refused.value.sentence


def test_on_a_weekend_this_week_is_asked_back() -> None:
    for text in ("this week", "end of the week"):
        with pytest.raises(BadInput, match="two ways"):
            parse_days(text, SATURDAY)


def test_one_day_is_not_taken_from_a_range() -> None:
    with pytest.raises(BadInput, match="is Mon 30 Nov to Fri 4 Dec"):
        parse_day("next week", MONDAY)


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "Shortly.",
        "in due course",
        "ASAP",
        "in a few days",
        "the coming weeks",
        "we'll be in touch",
        "don\N{RIGHT SINGLE QUOTATION MARK}t know yet",
    ],
)
def test_vague_words_are_known(text: str) -> None:
    assert is_vague(text)


@pytest.mark.parametrize("text", ["", "fri", "in two weeks", "next week", "banana", "soon " * 40])
def test_words_with_a_date_or_without_a_meaning_are_not_vague(text: str) -> None:
    assert not is_vague(text)

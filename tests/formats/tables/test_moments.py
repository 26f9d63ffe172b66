"""Dates and times in cells."""

from datetime import date, time, timedelta
from time import process_time

import pytest

from planner.domain.errors import BadInput
from planner.formats.tables.clocks import Clock, zone_said
from planner.formats.tables.moments import Moment, TwoDays, clock_in, dates_in, order_told

THE_DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-11-23", "2026/11/23", "11/23/2026", "11/23/26", "23/11/2026", "23.11.2026", "23.11.26", "23-11-2026"),
        *("23 Nov 2026", "23-Nov-26", "23 November 2026", "Nov 23, 2026", "November 23rd 2026", "Mon, Nov 23, 2026"),
    ],
)
def test_a_day_however_it_is_written(text: str) -> None:
    ((found,), _) = dates_in(text, "")
    assert found == Moment(THE_DAY)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-11-23 14:30", "2026-11-23T14:30:00", "11/23/26, 2:30 PM", "11/23/26, 2:30\N{NARROW NO-BREAK SPACE}PM"),
        *("23.11.2026 (Mo.) 14:30", "11/23/2026 (Mon) 2:30 PM", "2026-11-23; 14:30", "2026-11-23 from 14:30"),
        *("23.11.2026 14:30", "Nov 23, 2026 at 2:30pm", "23 Nov 2026 @ 14:30", "11/23/2026 2:30 p.m."),
    ],
)
def test_a_day_with_its_time(text: str) -> None:
    ((found,), rest) = dates_in(text, "")
    assert (found, rest) == (Moment(THE_DAY, time(14, 30)), "")


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2026-11-23T14:30:00.000Z", 0),
        ("2026-11-23 14:30:00 UTC", 0),
        ("2026-11-23T14:30+05:30", 330),
        ("2026-11-23T14:30-0500", -300),
        ("2026-11-23 14:30 GMT+1", 60),
        ("2026-11-23 2:30 PM (UTC-05:00)", -300),
        ("2026-11-23 14:30 UTC+5:30", 330),
        ("2026-11-23 14:30 GMT", 0),
    ],
)
def test_a_time_with_its_offset(text: str, offset: int) -> None:
    ((found,), _) = dates_in(text, "")
    assert found == Moment(THE_DAY, time(14, 30), timedelta(minutes=offset))


@pytest.mark.parametrize("number", ["+12125550100", "-2125550100", "+0301234567"])
def test_a_telephone_number_beside_a_time_is_no_offset_and_no_end(number: str) -> None:
    ((found,), rest) = dates_in(f"2026-11-23 14:30 {number}", "")
    assert (found, rest) == (Moment(THE_DAY, time(14, 30)), number.lstrip("+-"))


@pytest.mark.parametrize(
    "text",
    [
        *("3. März 2026", "3 MÄRZ 2026", "3. Mrz. 2026", "3 mars 2026", "3 marzo 2026", "3 de marzo de 2026"),
        *("3 de março de 2026", "3 maart 2026", "3 mrt. 2026", "3. marts 2026", "3 marca 2026", "3. března 2026"),
        *("3. maaliskuuta 2026", "Mar 3, 2026", "3 Marhc 2026"),
    ],
)
def test_a_month_is_known_in_the_languages_of_europe(text: str) -> None:
    assert dates_in(text, "")[0] == [Moment(date(2026, 3, 3))]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        *(("juin", 6), ("juil.", 7), ("Jän.", 1), ("lis", 11), ("marraskuuta", 11), ("červen", 6), ("července", 7)),
        *(("Sept", 9), ("out", 10), ("d'octobre", 10), ("1er", None), ("Febuary", 2)),
    ],
)
def test_names_of_months_that_are_alike_are_told_apart(text: str, month: int | None) -> None:
    found = dates_in(f"5 {text} 2026", "")[0] if month else dates_in("1er août 2026", "")[0]
    assert [one.day.month for one in found] == [month or 8]


@pytest.mark.parametrize("text", ["5 jui 2026", "5 prozess 2026"])
def test_what_begins_like_a_month_and_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is no date"):
        dates_in(text, "")


@pytest.mark.parametrize(
    "text",
    [
        "23.11.2026 14:30 Uhr",
        "23. November 2026 um 14.30 Uhr",
        "23 novembre 2026 à 14h30",
        "23 noviembre 2026 a las 14:30",
        "23 novembre 2026 ore 14:30",
    ],
)
def test_a_time_as_it_is_said_there(text: str) -> None:
    assert dates_in(text, "") == ([Moment(THE_DAY, time(14, 30))], "")


@pytest.mark.parametrize("text", ["23.11.2026 14 Uhr", "23 nov. 2026, 14h"])
def test_a_whole_hour_as_it_is_said_there(text: str) -> None:
    assert dates_in(text, "") == ([Moment(THE_DAY, time(14))], "")


@pytest.mark.parametrize(
    ("text", "hour", "minutes"),
    [
        ("2026-11-23 14:00-15:00", 14, 60),
        ("2026-11-23 09:00-10:00", 9, 60),
        ("11/23/2026 2:00 - 3:30 PM", 14, 90),
        ("11/23/2026 2-3pm", 14, 60),
        ("11/23/2026 11:30\N{EN DASH}12:30 PM", 11, 60),
        ("11/23/2026 11-1pm", 11, 120),
        ("11/23/2026 9am to 12pm", 9, 180),
        ("11/23/2026 2:00-03:00 PM", 14, 60),
        ("23.11.2026 14-15 Uhr", 14, 60),
        ("23.11.2026 von 14:00 bis 15:00 Uhr", 14, 60),
        ("2026-11-23 14:00-13:00", 14, None),
        ("2026-11-23 23:00-00:00", 23, 60),
        ("2026-11-23 22:30-00:15", 22, 105),
        ("11/23/2026 11 PM - 12:30 AM", 23, 90),
        ("November 23, 2026 2:00 PM \N{RIGHTWARDS ARROW} 3:00 PM", 14, 60),
        ("2026-11-23 14:00 \N{RIGHTWARDS ARROW} 2026-11-23 15:30", 14, 90),
    ],
)
def test_of_a_time_to_another_the_first_is_the_start_and_no_offset(text: str, hour: int, minutes: int | None) -> None:
    ((found,), rest) = dates_in(text, "")
    assert found.at
    assert (found.at.hour, found.minutes, rest) == (hour, minutes, "")
    assert bool(found.offset) is (minutes is None)


def test_as_programs_write_it_what_follows_is_the_offset() -> None:
    ((blank,), _), ((joined,), _) = dates_in("2026-11-23 09:00:00-10:00", ""), dates_in("2026-11-23T09:00-10:00", "")
    assert blank.offset == joined.offset == -timedelta(hours=10)
    with pytest.raises(BadInput, match="-15:00"):
        dates_in("2026-11-23T14:00-15:00", "")


def test_a_second_day_after_the_time_is_a_day_and_a_house_number_is_none() -> None:
    found, _ = dates_in("1.12.2026 14:00 - 8.12.2026 10:00", "")
    assert [(one.day.day, one.at, one.minutes) for one in found] == [(1, time(14), None), (8, time(10), None)]
    found, _ = dates_in("1.12.2026 10:00 & 1.12.2026 14:00", "")
    assert [one.at for one in found] == [time(10), time(14)]
    assert dates_in("2026-12-01 14:00 - 16 Main St", "") == ([Moment(date(2026, 12, 1), time(14))], "16 Main St")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("11/23/2026 2pm EST", "America/New_York"),
        ("11/23/2026 2:00 PM - 3:00 PM (PT)", "America/Los_Angeles"),
        ("11/23/2026 2:00 PM Eastern Time", "America/New_York"),
        ("23.11.2026 14 Uhr MEZ", "Europe/Berlin"),
        ("23.11.2026 14:00 IST", ""),
    ],
)
def test_a_zone_beside_the_time_is_told_with_it(text: str, zone: str) -> None:
    ((found,), rest) = dates_in(text, "")
    assert (zone_said(found.zone), rest) == (zone, "")
    assert found.zone


def test_a_small_word_and_a_station_are_no_zones() -> None:
    (first, _), _ = dates_in("23/11/2026 14:00 et 24/11/2026 10:00", "")
    assert first.zone == ""
    assert dates_in("23/11/2026 14:00 Central Station", "")[1] == "Central Station"


@pytest.mark.parametrize("text", ["1-3 Dec 2026", "1./2.12.2026", "1 & 3 Dec 2026"])
def test_days_of_which_one_is_written_whole_are_refused(text: str) -> None:
    with pytest.raises(BadInput, match="more than one day"):
        dates_in(text, "")


def test_how_long_a_cell_of_many_dates_takes_goes_up_with_their_number() -> None:
    def taken(many: int) -> float:
        began = process_time()
        assert len(dates_in("2026-12-01 " * many, "")[0]) == many
        return process_time() - began

    assert taken(8_000) < 40 * taken(1_000)


def test_digits_are_our_own() -> None:
    with pytest.raises(BadInput):
        dates_in("23.11.2026".translate({0x30 + digit: 0x660 + digit for digit in range(10)}), "dmy")


def test_several_days_in_one_cell() -> None:
    found, rest = dates_in("8/5/2019 & 8/14/2019", "mdy")
    assert [one.day for one in found] == [date(2019, 8, 5), date(2019, 8, 14)]
    assert rest == ""


@pytest.mark.parametrize("text", ["yes", "n/a", "No", "", "waiting", "reeejected"])
def test_words_are_no_dates(text: str) -> None:
    assert dates_in(text, "") == ([], text)


@pytest.mark.parametrize(
    "text",
    [
        "8/82019",
        "32/13/2026",
        "2026-13-40",
        "30.2.2026",
        "3",
        "1/1/0001",
        "11/23/2026 25:00",
        "2026-11-23 14:00+99:00",
        "2026-11-23 15:00 AM",
    ],
)
def test_what_looks_like_a_date_and_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        dates_in(text, "mdy")


@pytest.mark.parametrize("text", ["8-Jul", "Jul 8", "8. Jul", "7/8", "23.11.", "8. März", "8 de março", "août 8"])
def test_a_date_without_its_year_is_refused_as_such(text: str) -> None:
    with pytest.raises(BadInput, match="no year"):
        dates_in(text, "mdy")


@pytest.mark.parametrize(("order", "day"), [("mdy", date(2026, 3, 4)), ("dmy", date(2026, 4, 3))])
def test_an_order_settles_what_can_be_two_days(order: str, day: date) -> None:
    assert dates_in("3/4/2026", order)[0] == [Moment(day)]


def test_without_an_order_what_can_be_two_days_is_asked_back() -> None:
    with pytest.raises(TwoDays, match="4 Mar 2026 or 3 Apr 2026") as error:
        dates_in("3/4/2026", "")
    assert "day or month" in error.value.hint


@pytest.mark.parametrize("text", ["3/3/2026", "23/11/2026", "11/23/2026", "4.3.2026"])
def test_what_can_only_be_one_day_is_never_asked_back(text: str) -> None:
    assert len(dates_in(text, "")[0]) == 1


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["3/4/2026", "11/23/2026"], "mdy"),
        (["3/4/2026", "yes", "23/11/2026"], "dmy"),
        (["3/4/2026"], ""),
        (["11/23/2026", "23/11/2026"], ""),
        (["4.3.2026", "2026-11-23"], ""),
    ],
)
def test_the_other_dates_of_a_column_tell_the_order(cells: list[str], order: str) -> None:
    assert order_told(cells) == order


@pytest.mark.parametrize(
    ("text", "at"), [("14:00", time(14)), ("2pm", time(14)), ("12:15 am", time(0, 15)), ("9.30", time(9, 30))]
)
def test_a_time_of_its_own(text: str, at: time) -> None:
    assert clock_in(text) == Clock(at)


@pytest.mark.parametrize("text", ["afternoon", "25:00", "2026"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        clock_in(text)

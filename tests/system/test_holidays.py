import sys
from datetime import date

import pytest

from planner.domain.errors import BadInput
from planner.system.holidays import Calendar, calendar

THANKSGIVING = date(2026, 11, 26)
WOMENS_DAY = date(2027, 3, 8)  # a holiday in the city of Berlin


def test_a_country_has_its_public_holidays() -> None:
    days_off = calendar(("US",))
    assert THANKSGIVING in days_off
    assert date(2026, 11, 27) not in days_off


def test_a_region_has_those_of_its_own_besides() -> None:
    assert WOMENS_DAY not in calendar(("DE",))
    berlin = calendar(("DE-BE",))
    assert WOMENS_DAY in berlin
    assert date(2026, 12, 25) in berlin


def test_several_calendars_count_together() -> None:
    both = calendar(("US", "de-be"))
    assert [day in both for day in (THANKSGIVING, WOMENS_DAY, date(2026, 11, 25))] == [True, True, False]


def test_a_holiday_observed_in_the_year_before_is_one() -> None:
    assert date(2027, 12, 31) in calendar(("US",))  # New Year's Day 2028 is a Saturday


def test_a_year_the_library_knows_nothing_of_has_no_holidays() -> None:
    assert date(1500, 1, 1) not in calendar(("US",))


def test_what_is_no_date_is_no_holiday() -> None:
    assert "2026-11-26" not in calendar(("US",))


def test_without_names_the_library_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)  # importing it would fail
    assert THANKSGIVING not in calendar(())


def test_a_year_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    worked_out: list[int] = []

    def counting(self: Calendar, year: int) -> frozenset[date]:
        worked_out.append(year)
        return frozenset({THANKSGIVING})

    monkeypatch.setattr(Calendar, "_worked_out", counting)
    days_off = calendar(("US",))
    assert [date(2026, 1, day) in days_off for day in range(1, 32)] == [False] * 31
    assert THANKSGIVING in days_off
    assert date(2027, 1, 1) not in days_off
    assert worked_out == [2026, 2027]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("DE-Berlin", "Did you mean DE-BE?"),
        ("DE-XX", "DE-BE"),
        ("DE-", "DE-BE"),
        ("US-CAL", "US-CA"),
        ("Germany", "Did you mean DE"),
        ("New Zeeland", "NZ"),
        ("QQ", "country"),
        ("", "country"),
        ("\x1b[31m", "country"),
    ],
)
def test_an_unknown_name_is_refused_with_near_ones(name: str, near: str) -> None:
    with pytest.raises(BadInput, match="There is no holiday calendar") as refused:
        calendar(("US", name))
    assert near in refused.value.hint
    assert "\x1b" not in refused.value.sentence

"""Days as letters write them, and as they are found in a text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.letters.dates import days_in, spelt

TODAY = date(2026, 11, 24)


def test_a_day_is_written_out() -> None:
    assert spelt(date(2026, 12, 7), TODAY) == "Monday 7 December"


def test_the_year_is_said_when_it_is_another() -> None:
    assert spelt(date(2027, 1, 4), TODAY) == "Monday 4 January 2027"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Monday 7 December, if", date(2026, 12, 7)),
        ("by 1st Dec.", date(2026, 12, 1)),
        ("the 3rd of March", date(2027, 3, 3)),
        ("from 1 February", date(2027, 2, 1)),
        ("Sept 30", date(2026, 9, 30)),
        ("December 7th, 2025", date(2025, 12, 7)),
        ("since 2026-10-05", date(2026, 10, 5)),
        ("29 February 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_in_a_text_is_the_nearest_that_it_can_mean(text: str, day: date) -> None:
    assert list(days_in(text, TODAY)) == [day]


@pytest.mark.parametrize("text", ["you may 3 times", "31 February 2027", "5 Marketing people", "81 to 93 per cent", ""])
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    assert list(days_in(text, TODAY)) == []


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_a_day_that_was_written_out_is_found_again(on: date, today: date) -> None:
    found = list(days_in(f"on {spelt(on, today)}.", today))
    assert [(day.month, day.day) for day in found] == [(on.month, on.day)]
    if on.year != today.year:
        assert found == [on]

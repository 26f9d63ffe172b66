"""Periods that have gone by, as people name them."""

from datetime import date

import pytest

from planner.domain.errors import BadInput
from planner.domain.log import Days
from planner.planning.periods import period_in

TODAY = date(2026, 11, 24)
"""A Tuesday."""


def days(first: str, last: str) -> Days:
    return Days(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("this week", days("2026-11-23", "2026-11-29")),
        ("last week", days("2026-11-16", "2026-11-22")),
        ("this month", days("2026-11-01", "2026-11-30")),
        ("last month", days("2026-10-01", "2026-10-31")),
        ("Last  Month", days("2026-10-01", "2026-10-31")),
        ("this year", days("2026-01-01", "2026-12-31")),
        ("last year", days("2025-01-01", "2025-12-31")),
        ("2025", days("2025-01-01", "2025-12-31")),
        ("2026-02", days("2026-02-01", "2026-02-28")),
        ("November", days("2026-11-01", "2026-11-30")),
        ("in October", days("2026-10-01", "2026-10-31")),
        ("Dec", days("2025-12-01", "2025-12-31")),
        ("Dec 2026", days("2026-12-01", "2026-12-31")),
        ("last 30 days", days("2026-10-26", "2026-11-24")),
        ("the last 2 weeks", days("2026-11-11", "2026-11-24")),
        ("last 3 months", days("2026-08-25", "2026-11-24")),
        ("1 Oct..15 Nov", days("2026-10-01", "2026-11-15")),
        ("from 1 Jan to 30 Jun", days("2026-01-01", "2026-06-30")),
        ("2025-12-01..2026-01-31", days("2025-12-01", "2026-01-31")),
        ("2020-01-01 to today", days("2020-01-01", "2026-11-24")),
        ("since 1 Oct", days("2026-10-01", "2026-11-24")),
        ("Oct..Nov", days("2026-10-01", "2026-11-30")),
        ("Nov 2026 to Dec 2026", days("2026-11-01", "2026-12-31")),
        ("2025..2026", days("2025-01-01", "2026-12-31")),
        ("2026-10..2026-11", days("2026-10-01", "2026-11-30")),
        ("last month..today", days("2026-10-01", "2026-11-24")),
        ("since October", days("2026-10-01", "2026-11-24")),
        ("since last week", days("2026-11-16", "2026-11-24")),
        ("yesterday", days("2026-11-23", "2026-11-23")),
        ("20 Nov", days("2026-11-20", "2026-11-20")),
        ("mon", days("2026-11-23", "2026-11-23")),
    ],
)
def test_a_period(text: str, period: Days) -> None:
    assert period_in(text, TODAY) == period


def test_the_order_of_day_and_month_is_the_one_that_is_set() -> None:
    assert period_in("1/10..2/11", TODAY, "dmy") == days("2026-10-01", "2026-11-02")
    with pytest.raises(BadInput, match="can be"):
        period_in("1/10..2/11", TODAY)


@pytest.mark.parametrize(
    "text",
    ["soon", "30 Nov..", "2026-13", "15 Nov..1 Oct", "Nov..Dec", "9999", "1200", "Dec 9999", "x" * 500, "last 0 days"],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        period_in(text, TODAY)

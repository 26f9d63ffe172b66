"""Bars in signs that a plain terminal has too, as long as what they stand for."""

import pytest

from planner.planning.lines import ASCII
from planner.tui.plots import bars


def test_a_bar_is_as_long_as_its_length_is_of_the_longest() -> None:
    assert bars([4, 2, 1, 0], 0, 8) == ["■■■■■■■■", "■■■■    ", "■■      ", "        "]


def test_a_bar_is_measured_by_what_a_full_one_stands_for() -> None:
    assert bars([50.0, 100.0], 100, 8) == ["■■■■    ", "■■■■■■■■"]


@pytest.mark.parametrize(("length", "bar"), [(4, "■   "), (1, "·   "), (0, "    "), (10, "■■■ "), (9, "■■· ")])
def test_a_part_of_a_sign_is_rounded_but_what_is_there_never_vanishes(length: int, bar: str) -> None:
    assert bars([length], 16, 4) == [bar]


def test_nothing_at_all_draws_nothing() -> None:
    assert bars([0, 0], 0, 5) == ["     "] * 2


def test_every_sign_has_another_in_ascii() -> None:
    assert "".join(bars([15, 9, 1], 16, 12)).translate(ASCII).isascii()

"""Columns that stay straight whatever is written in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.cli import columns

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("Contoso", 7),
        ("株式会社", 8),
        ("Acmé", 4),
        ("Acme\u0301", 4),
        ("\uff21\uff22", 4),
        ("\u1112\u1161\u11ab", 2),
    ],
)
def test_wide_signs_take_two_columns_and_marks_none(text: str, expected: int) -> None:
    assert columns.width(text) == expected


@given(TEXT, st.integers(1, 30))
def test_a_cell_is_exactly_as_wide_as_asked_for(text: str, wanted: int) -> None:
    assert columns.width(columns.left(text, wanted)) == wanted
    assert columns.width(columns.right(text, wanted)) == wanted


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    assert columns.cut("Northwind Traders", 10) == "Northwind…"
    assert columns.cut("株式会社", 6) == "株式…"
    assert columns.cut("Hooli", 5) == "Hooli"


@given(st.text("ab 株\n", max_size=80), st.integers(4, 20), st.integers(0, 3))
def test_wrapping_loses_no_word_and_keeps_within_the_width(text: str, width: int, hang: int) -> None:
    lines = columns.wrapped(text, width, hang)
    assert " ".join(lines).split() == text.split()
    assert all(columns.width(line) <= width or len(line.split()) == 1 for line in lines)


def test_wrapped_lines_hang_below_the_first() -> None:
    assert columns.wrapped("12  A note of several words", 14, 4) == ["12  A note of", "    several", "    words"]

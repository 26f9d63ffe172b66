"""Text for what shows nothing but ASCII."""

import pytest

from planner.cli.columns import width
from planner.planning.in_ascii import in_ascii


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme", "Acme"),
        ("Zoë Müller", "Zoe Muller"),
        ("Zoe\u0308", "Zoe"),
        ("√ 4 – 5 · “so”", "+ 4 - 5 . 'so'"),
        ("株式会社", "????????"),
        ("שלום", "????"),
    ],
)
def test_each_character_becomes_one_like_it_in_as_many_columns(text: str, expected: str) -> None:
    assert in_ascii(text) == expected
    assert width(expected) == width(text)

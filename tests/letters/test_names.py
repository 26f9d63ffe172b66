"""How people are greeted."""

import pytest

from planner.letters.names import addressed


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Ann Lee", "Ann"),
        ("Jean-Luc Picard", "Jean-Luc"),
        ("Zoë Kravitz Smith", "Zoë"),
        ("Ludwig van Beethoven", "Ludwig"),
        ("Ann Lee, PhD", "Ann"),
        ("Lee, Ann", "Ann"),
        ("Cher", "Cher"),
        ("Dr. Ann Lee", "Dr. Lee"),
        ("Ms Lee", "Ms Lee"),
        ("Prof. Ludwig van Beethoven", "Prof. Ludwig van Beethoven"),
        ("A. Lee", "A. Lee"),
        ("J Smith", "J Smith"),
        ("李 明", "李 明"),
        ("Анна Ли", "Анна Ли"),
        ("  Ann\u00a0 Lee ", "Ann"),
        ("", ""),
    ],
)
def test_a_greeting_uses_the_first_name_where_it_is_plain_which_that_is(name: str, greeted: str) -> None:
    assert addressed(name) == greeted

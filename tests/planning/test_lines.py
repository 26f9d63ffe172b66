"""How the lines of the board share their room."""

import pytest

from planner.planning.lines import shares


@pytest.mark.parametrize(
    ("company", "role", "room", "given"),
    [
        (17, 12, 40, (17, 12)),
        (26, 23, 49, (26, 23)),
        (26, 23, 48, (25, 23)),
        (26, 23, 28, (18, 10)),
        (26, 23, 27, (26, 0)),
        (30, 30, 60, (30, 30)),
        (30, 30, 50, (25, 25)),
        (4, 30, 20, (4, 16)),
        (30, 4, 30, (26, 4)),
        (17, 12, 9, (9, 0)),
    ],
)
def test_the_company_comes_before_the_role_and_half_a_word_of_one_is_left_out(
    company: int, role: int, room: int, given: tuple[int, int]
) -> None:
    assert shares(company, role, room) == given

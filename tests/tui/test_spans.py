"""Text broken into lines of a width."""

from itertools import islice

import pytest

from planner.tui.spans import wrapped


@pytest.mark.parametrize(
    ("width", "lines"),
    [(20, ["Ann Northwind"]), (9, ["Ann", "Northwind"]), (5, ["Ann", "North", "wind"]), (0, [*"AnnNorthwind", ""])],
)
def test_text_is_broken_at_blanks_and_within_a_word_only_where_it_must_be(width: int, lines: list[str]) -> None:
    assert [*wrapped("Ann Northwind", width)] == lines


@pytest.mark.parametrize("width", [0, -1, -40])
def test_a_pane_that_has_no_columns_yet_does_not_hold_up_the_program(width: int) -> None:
    assert "".join(islice(wrapped("Ann Northwind", width), 99)) == "AnnNorthwind"
    assert len([*islice(wrapped("Ann Northwind", width), 99)]) < 99

"""How the board's columns share what room there is."""

import pytest

from planner.domain.board import Section
from planner.planning.lines import Line, Tone
from planner.tui.board_rows import Columns
from planner.tui.spans import width_of


def line(company: str, role: str, step: str, day: str) -> Line:
    return Line(1, Section.DO_NOW, Tone.URGENT, "!", company, role, "R1", step, day)


ABROAD = (
    line("Northwind Traders", "Data analyst", "Thank-you", "by 16:00 New York tomorrow"),
    line("Blue Yonder Logistics GmbH", "Senior backend engineer", "Follow up", "Mon 30 · 7 days"),
)
ONE_MORE = line("Globex", "QA", "Followed up", "one is enough")


def drawn(lines: tuple[Line, ...], width: int) -> list[str]:
    columns = Columns.of(lines, width)
    rows = [columns.draw(each) for each in lines]
    assert {width_of(row) for row in rows} == {width}
    return ["".join(span.text for span in row) for row in rows]


@pytest.mark.parametrize("width", [60, 66, 70, 78, 100])
def test_a_company_s_name_comes_before_the_role_and_is_whole_at_any_usual_width(width: int) -> None:
    first, second = drawn(ABROAD, width)
    assert "Northwind Traders  " in first
    assert "Thank-you  by 16:00 New York tomorrow" in first
    assert "Follow up             Mon 30 · 7 days" in second


def test_the_role_stands_there_where_it_says_anything_and_whole_where_it_fits() -> None:
    assert "Senior" not in drawn(ABROAD, 66)[1]
    assert "Blue Yonder Logis…  Senior ba…  R1" in drawn(ABROAD, 78)[1]
    assert "Blue Yonder Logistics GmbH  Senior backend engineer   R1" in drawn(ABROAD, 100)[1]


def test_where_the_role_has_gone_the_round_stays_as_long_as_no_name_is_cut_for_it() -> None:
    assert "Blue Yonder Logistics GmbH  R1" in drawn(ABROAD, 74)[1]
    assert "Blue Yonder Logistics GmbH   Follow up" in drawn(ABROAD, 70)[1]


def test_step_and_day_share_their_columns_so_that_a_long_step_takes_none_from_a_long_day() -> None:
    with_one_more = drawn((*ABROAD, ONE_MORE), 78)
    assert with_one_more[:2] == drawn(ABROAD, 78)
    assert with_one_more[2].endswith("Followed up             one is enough ")


def test_in_the_least_room_a_company_and_the_day_are_left() -> None:
    assert drawn(ABROAD, 44)[1] == " ! Blue Yonder…             Mon 30 · 7 days "

"""What people take away, in each form, and of which days."""

import codecs
import json
from dataclasses import replace

import pytest

from planner.domain.errors import BadInput
from planner.planning.planner import Planner
from planner.planning.take_out import Form, take_out
from tests.tui.house import StandingClock, planner_of
from tests.tui.interviews import EACH


@pytest.fixture
def planner() -> Planner:
    return planner_of(EACH)[0]


def text(planner: Planner, form: Form, period: str = "", *, private: bool = False) -> str:
    return take_out(planner, form, period, private=private).text


def test_json_holds_everything_by_number(planner: Planner) -> None:
    content = take_out(planner, Form.JSON)
    assert [one["id"] for one in json.loads(content.data)["interviews"]] == [1, 2, 3, 4, 5, 6]
    assert content.holds == "6 interviews"


def test_csv_holds_a_row_each(planner: Planner) -> None:
    assert text(planner, Form.CSV).count("\r\n") == 7


def test_only_a_table_with_more_than_ascii_begins_with_the_mark_by_which_a_spreadsheet_program_tells_utf_8(
    planner: Planner,
) -> None:
    assert take_out(planner, Form.CSV).data.startswith(b"uid,")
    abroad = planner_of([replace(EACH[0], company="Müller")])[0]
    marked = {form for form in Form if take_out(abroad, form).data.startswith(codecs.BOM_UTF8)}
    assert marked == {Form.CSV}
    assert text(abroad, Form.CSV).startswith("uid,")


def test_md_holds_what_was_done(planner: Planner) -> None:
    cells = [[cell.strip() for cell in line.split("|")] for line in text(planner, Form.MD).splitlines()]
    assert ["2026-11-19 10:00", "Contoso", "Backend engineer", "Interview"] in [row[1:5] for row in cells]


def test_of_a_report_is_told_what_it_says_itself(planner: Planner) -> None:
    content = take_out(planner, Form.MD)
    assert content.holds == "A report of 5 interviews, 3 thank-yous, 5 companies"
    assert content.holds.removeprefix("A report of ") in content.data.decode()
    assert take_out(planner, Form.MD, "2025-01-01").holds == "An empty report"


def test_ics_holds_what_is_to_come(planner: Planner) -> None:
    calendar = text(planner, Form.ICS)
    assert "SUMMARY:Follow-up: Contoso\\, Backend engineer" in calendar
    assert "Contoso" not in text(planner, Form.ICS, private=True)


def test_the_calendar_is_the_same_while_only_time_goes_by() -> None:
    clock = StandingClock()
    planner = planner_of(EACH, clock)[0]
    before = take_out(planner, Form.ICS)
    clock.now = clock.now.replace(hour=23)
    assert take_out(planner, Form.ICS) == before


@pytest.mark.parametrize("form", [Form.JSON, Form.CSV, Form.ICS])
def test_a_period_leaves_out_interviews_on_other_days(form: Form, planner: Planner) -> None:
    content = take_out(planner, form, "2026-11-17..2026-11-20")
    assert content.holds == "2 interviews"
    assert b"Contoso" in content.data
    assert b"Tyrell" not in content.data


def test_of_a_report_a_period_leaves_out_what_was_done_on_other_days(planner: Planner) -> None:
    report = text(planner, Form.MD, "2026-11-11")
    assert "Was turned down" in report
    assert "Interview |" not in report


def test_a_period_that_can_not_be_read_is_refused(planner: Planner) -> None:
    with pytest.raises(BadInput, match="no period"):
        take_out(planner, Form.JSON, "soonish")


@pytest.mark.parametrize("form", [Form.JSON, Form.CSV, Form.MD])
def test_only_a_calendar_can_leave_names_out(form: Form, planner: Planner) -> None:
    with pytest.raises(BadInput, match="Only a calendar"):
        take_out(planner, form, private=True)

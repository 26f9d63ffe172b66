"""Rows as interviews: what is taken from them, what is kept in the notes, what is refused and why."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from planner.domain.interview import Mode, Part, Person
from planner.domain.log import Outcome, Result
from planner.formats.tables import Offered, Refused
from tests.formats.tables.sheets import HOME, interview, offered, read, refused, table

HEADER = "Company,Role,Interview"
ROW = "Northwind,Analyst,2026-11-23 14:00"


def test_company_role_and_start_make_an_interview() -> None:
    one = interview(HEADER, ROW)
    assert (one.company, one.role) == ("Northwind", "Analyst")
    assert one.starts_at == datetime(2026, 11, 23, 14, tzinfo=ZoneInfo(HOME))
    assert (one.time_zone, one.minutes, one.round) == (HOME, 60, 1)


# -- no interview


def test_a_row_without_an_interview_date_is_listed_and_none_is_invented() -> None:
    assert (
        refused("Company,Role,Applied Date,Interview", "Northwind,Analyst,2026-11-01,") == "No interview date: skipped."
    )


def test_an_answer_is_no_date() -> None:
    assert refused(HEADER, "Northwind,Analyst,yes") == "No interview date: skipped."


def test_a_date_that_can_not_be_read_is_told_with_its_column() -> None:
    assert refused(HEADER, "Northwind,Analyst,8-Jul").startswith("Interview: “8-Jul” has no year.")


def test_a_row_without_a_company_is_refused() -> None:
    assert refused(HEADER, ",Analyst,2026-11-23 14:00") == "It names no company."


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    assert "does not exist" in refused(HEADER, "Northwind,Analyst,2026-03-29 02:30")


def test_what_is_wrong_in_one_cell_does_not_cost_the_rest_of_the_row() -> None:
    found = read(table("Company,Role,1st round,2nd round", "Northwind,Analyst,2026-11-23 14:00,8/82019"))
    assert [type(one) for one in found] == [Refused, Offered]


def test_a_refused_row_is_named_by_company_role_and_number() -> None:
    (one,) = read(table(HEADER, "Northwind,Analyst,"))
    assert isinstance(one, Refused)
    assert (one.what, one.place) == ("Northwind, Analyst", "row 2")


# -- when


def test_of_a_day_without_a_time_noon_stands_in_and_it_is_said() -> None:
    (one,) = offered(table(HEADER, "Northwind,Analyst,2026-11-23"))
    assert one.day_only
    assert one.interview.starts_at.hour == 12
    assert one.remarks == (f"Only the day is told: 12:00 in {HOME} stands in until you correct it.",)


def test_a_time_column_gives_the_time() -> None:
    (one,) = offered(table("Company,Role,Interview Date,Interview Time", "Northwind,Analyst,2026-11-23,2:30 PM"))
    assert not one.day_only
    assert f"{one.interview.starts_at:%H:%M}" == "14:30"


def test_a_time_zone_column_gives_the_zone() -> None:
    one = interview(f"{HEADER},Time zone", f"{ROW},America/New_York")
    assert (one.time_zone, one.starts_at.hour) == ("America/New_York", 14)


@pytest.mark.parametrize(
    "rows", [(HEADER, "Northwind,Analyst,2026-07-01 2pm EST"), (f"{HEADER},TZ", "Northwind,Analyst,2026-07-01 2pm,EST")]
)
def test_a_zone_as_people_say_it_is_where_the_clocks_go_as_they_mean_it(rows: tuple[str, ...]) -> None:
    (one,) = offered(table(*rows))
    assert (one.interview.time_zone, one.interview.starts_at.isoformat()) == (
        "America/New_York",
        "2026-07-01T14:00:00-04:00",
    )
    assert one.remarks == ("“EST” was taken for the time in America/New_York.",)


def test_a_zone_that_can_be_several_is_said() -> None:
    (one,) = offered(table(HEADER, "Northwind,Analyst,2026-07-01 14:00 IST"))
    assert one.remarks == (f"“IST” is not a time zone known here. {HOME} was taken.",)


def test_a_time_with_its_end_tells_how_long_it_lasts() -> None:
    assert interview(HEADER, "Northwind,Analyst,2026-11-23 14:00-15:30").minutes == 90
    assert interview(f"{HEADER},Time", "Northwind,Analyst,2026-11-23,2-2:45 PM").minutes == 45
    assert interview(f"{HEADER},Duration", "Northwind,Analyst,2026-11-23 14:00-15:30,30").minutes == 30


def test_an_unknown_zone_is_said_and_home_taken() -> None:
    (one,) = offered(table(f"{HEADER},Time zone", f"{ROW},Mars/Base"))
    assert one.interview.time_zone == HOME
    assert any("Mars/Base" in remark for remark in one.remarks)


def test_a_time_with_an_offset_is_that_instant() -> None:
    one = interview(HEADER, "Northwind,Analyst,2026-11-23T14:00:00Z")
    assert (one.starts_at.hour, one.time_zone) == (15, HOME)


def test_a_row_that_can_be_of_two_days_asks_for_the_order_and_the_others_are_read() -> None:
    lines = ["A,B,8/82019", "C,D,3/4/2026 14:00", "E,F,2026-11-23 14:00"]
    bad, two_days, fine = read(table(HEADER, *lines))
    assert isinstance(bad, Refused)
    assert isinstance(two_days, Refused)
    assert (bad.asks, two_days.asks) == ("", "date_order")
    assert "4 Mar 2026 or 3 Apr 2026" in two_days.reason
    assert isinstance(fine, Offered)


def test_another_row_tells_the_day_order() -> None:
    first, _ = offered(table(HEADER, "A,B,3/4/2026 14:00", "C,D,23/4/2026 14:00"))
    assert (first.interview.starts_at.day, first.interview.starts_at.month) == (3, 4)


def test_a_date_in_another_column_tells_the_day_order_where_nobody_says_it() -> None:
    header, row = f"{HEADER},Applied", "A,B,3/4/2026 14:00,11/23/2025"
    assert interview(header, row).starts_at.month == 3
    assert interview(header, row, order="dmy").starts_at.month == 4
    assert "day or month" in refused(header, "A,B,3/4/2026 14:00,2/2/2026")


def test_the_order_that_was_set_is_taken_where_the_table_does_not_tell() -> None:
    assert interview(HEADER, "A,B,3/4/2026 14:00", order="mdy").starts_at.month == 3


# -- rounds


def test_each_round_with_a_date_is_an_interview() -> None:
    found = offered(table("Company,Role,Phone Screen,Onsite", "Northwind,Analyst,2026-11-02,2026-11-23 10:00"))
    assert [one.interview.mode for one in found] == [Mode.PHONE, Mode.ON_SITE]
    assert len({one.interview.uid for one in found}) == 2


def test_two_dates_in_a_cell_are_two_interviews() -> None:
    assert len(offered(table(HEADER, "Northwind,Analyst,8/5/2019 & 8/14/2019"), order="mdy")) == 2


def test_two_rounds_on_one_day_are_two_interviews() -> None:
    found = offered(table("Company,Role,1st round,2nd round", "Northwind,Analyst,2026-11-23 10:00,2026-11-23 14:00"))
    assert len({one.interview.uid for one in found}) == 2


# -- identity


def test_the_same_row_has_the_same_uid_each_time_whatever_else_changes_in_it() -> None:
    first = interview(f"{HEADER},Notes", f"{ROW},first")
    again = interview(f"{HEADER},Notes,Salary", f"{ROW},second,1")
    assert first.uid == again.uid


def test_another_programs_id_is_what_a_row_is_known_by() -> None:
    first = interview(f"id,{HEADER}", f"5c9b3f2e7d1a4b6c8e0f1a2b,{ROW}")
    again = interview(f"id,{HEADER}", "5c9b3f2e7d1a4b6c8e0f1a2b,Northwind Traders,Data analyst,2026-12-01 09:00")
    assert first.uid == again.uid


def test_a_running_number_is_no_id_as_every_sheet_has_it() -> None:
    assert interview(f"id,{HEADER}", f"1,{ROW}").uid == interview(HEADER, ROW).uid
    assert interview(f"id,{HEADER}", "1,Contoso,Dev,2026-11-23 14:00").uid != interview(f"id,{HEADER}", f"1,{ROW}").uid


# -- people


def test_interviewers_and_contacts_are_people() -> None:
    one = interview(
        f"{HEADER},Interviewers,Recruiter,Hiring Manager,Contact",
        f'{ROW},"Ann Lee <ann@nw.example>, Bo Ek",Jo Park,Cy Ray,Di Fox (talent)',
    )
    assert {person.name: person.part for person in one.people} == {
        "Ann Lee": Part.INTERVIEWER,
        "Bo Ek": Part.INTERVIEWER,
        "Cy Ray": Part.HIRING_MANAGER,
        "Jo Park": Part.RECRUITER,
        "Di Fox": Part.RECRUITER,
    }
    assert one.people[0].email == "ann@nw.example"


def test_the_contacts_address_and_number_are_theirs() -> None:
    one = interview(
        f"{HEADER},Interviewer,Contact,Contact Email,Phone", f"{ROW},Ann Lee,Jo Park,jo@nw.example,'+49 30 555"
    )
    assert one.people[1] == Person("Jo Park", Part.COORDINATOR, email="jo@nw.example", phone="+49 30 555")


@pytest.mark.parametrize("cell", ["Jo Park +49 30 555-0100", "Jo Park (+49 30 555-0100)", "Jo Park: +49 30 555-0100"])
def test_a_number_beside_a_name_is_no_part_of_it(cell: str) -> None:
    (jo,) = interview(f"{HEADER},Contact", f"{ROW},{cell}").people
    assert (jo.name, jo.phone) == ("Jo Park", "+49 30 555-0100")


def test_an_address_alone_names_whom_it_can() -> None:
    one = interview(f"{HEADER},Contact", f"{ROW},jo.park@nw.example")
    assert (one.people[0].name, one.people[0].email) == ("Jo Park", "jo.park@nw.example")


def test_an_address_in_a_column_of_its_own_makes_a_contact_and_a_number_alone_none() -> None:
    one = interview(f"{HEADER},Email,Phone", f"{ROW},jo.park@nw.example,555 0100")
    assert one.people == (Person("Jo Park", Part.COORDINATOR, email="jo.park@nw.example", phone="555 0100"),)
    assert interview(f"{HEADER},Phone", f"{ROW},555 0100").people == ()


@pytest.mark.parametrize("cell", ["n/a", "none", "TBD", "?", "12"])
def test_nobody_is_nobody(cell: str) -> None:
    assert interview(f"{HEADER},Interviewer", f"{ROW},{cell}").people == ()


# -- all the rest


def test_what_has_no_field_of_its_own_is_kept_in_the_notes_under_its_name() -> None:
    one = interview(f"{HEADER},Notes,Salary,Location,Empty", f"{ROW},Bring shoes,50k,Berlin,")
    assert one.notes == "Bring shoes\nSalary: 50k\nLocation: Berlin"


def test_what_stands_in_columns_without_a_name_or_beyond_them_is_kept_too() -> None:
    assert (
        interview(f"{HEADER},,Notes", f"{ROW},second floor,shoes,and a tie").notes == "second floor\nshoes\nand a tie"
    )


@pytest.mark.parametrize(
    ("name", "cell", "kept"),
    [
        ("Round", "final", "Round: final"),
        ("Round", "2", ""),
        ("Interview type", "Panel on Zoom", "Interview type: Panel on Zoom"),
        ("Interview type", "Video", ""),
        ("Interviewer", "Ann Lee (CTO)", "Interviewer: Ann Lee (CTO)"),
        ("Interviewer", "Ann Lee", ""),
        ("Phone", "555 0100", "Phone: 555 0100"),
        ("Email", "a@nw.example; b@nw.example", "Email: a@nw.example; b@nw.example"),
        ("Email", "a@nw.example", ""),
        ("Status Date", "2026-11-25", "Status Date: 2026-11-25"),
        ("Time", "14:00 or 16:00", "Time: 14:00 or 16:00"),
        ("Time", "2pm - 3pm EST", ""),
    ],
)
def test_of_a_field_is_kept_what_has_no_place_in_it(name: str, cell: str, kept: str) -> None:
    assert interview(f"{HEADER},{name}", f"{ROW},{cell}").notes == kept


def test_an_address_and_a_number_beside_those_of_the_contact_are_kept() -> None:
    one = interview(f"{HEADER},Contact,Email,Phone", f"{ROW},Jo 555 0100 <jo@nw.example>,hr@nw.example,555 0199")
    assert [(person.name, person.email, person.phone) for person in one.people] == [("Jo", "jo@nw.example", "555 0100")]
    assert one.notes.splitlines()[1:] == ["Email: hr@nw.example", "Phone: 555 0199"]


def test_a_day_of_an_end_that_is_none_is_kept() -> None:
    assert "Status Date: last week" in interview(f"{HEADER},Status,Status Date", f"{ROW},Rejected,last week").notes


def test_words_beside_a_date_are_kept() -> None:
    one = interview(HEADER, "Northwind,Analyst,2026-11-23 14:00 with the whole team")
    assert "with the whole team" in one.notes


def test_digits_beside_a_date_are_kept_too() -> None:
    assert "12345" in interview(HEADER, "Northwind,Analyst,2026-11-23 14:00 - 12345").notes


def test_what_is_very_personal_or_for_programs_only_is_left_out() -> None:
    one = interview(
        f"{HEADER},Question And Answers,boardId,company",
        f'{ROW},Are you ill? No,123,"{{""name"": 1}}"',
    )
    assert one.notes == ""


def ended(status: str, *more: str) -> tuple[Result, str, str] | None:
    """What becomes of a status: the outcome, when, and in which words."""
    header, row = (",".join([line, *cells]) for line, cells in ((HEADER, more[:1]), (ROW, more[1:])))
    log = interview(f"{header},Status", f"{row},{status}").log
    (outcome,) = log or (None,)
    return (outcome.what, outcome.at.isoformat(), outcome.words) if isinstance(outcome, Outcome) else None


def test_a_status_that_names_an_end_is_the_outcome_at_the_end_of_the_interview() -> None:
    assert ended("Rejected") == (Result.REJECTED, "2026-11-23T15:00:00+01:00", "Rejected")
    assert ended("Rejected after onsite") == (Result.REJECTED, "2026-11-23T15:00:00+01:00", "Rejected after onsite")


def test_where_the_row_tells_the_day_of_its_status_the_outcome_is_on_it() -> None:
    assert ended("Declined", "Status Date", "2026-11-25") == (Result.REJECTED, "2026-11-25T12:00:00+01:00", "Declined")
    (one,) = offered(table(f"{HEADER},Status,Status Date", f"{ROW},Rejected,8-Jul"))
    assert one.interview.log[0].at == one.interview.ends_at
    assert any("has no year" in remark for remark in one.remarks)


@pytest.mark.parametrize(
    ("status", "result"),
    [
        ("reeejected", Result.REJECTED),
        ("Offer", Result.OFFER),
        ("Offer Accepted", Result.ACCEPTED),
        ("Offer declined", Result.WITHDRAWN),
        ("Withdrawn", Result.WITHDRAWN),
        ("Absage", Result.REJECTED),
    ],
)
def test_ends_are_known_by_the_names_trackers_give_them(status: str, result: Result) -> None:
    found = ended(status)
    assert found
    assert found[0] is result


@pytest.mark.parametrize("status", ["Offer expected", "Closed", "Accepted to the next round", "not rejected"])
def test_a_status_that_only_may_be_an_end_is_kept_and_pointed_out(status: str) -> None:
    (one,) = offered(table(f"{HEADER},Status", f"{ROW},{status}"))
    assert one.interview.log == ()
    assert one.interview.notes == f"Status: {status}"
    assert any(f"“{status}”" in remark for remark in one.remarks)


def test_of_several_rounds_in_a_row_the_last_ends_with_it() -> None:
    header = "Company,Role,1st round,2nd round,Status"
    first, second = offered(table(header, "Northwind,Analyst,2026-11-02,2026-11-09,Rejected"))
    assert first.interview.log == ()
    assert len(second.interview.log) == 1


def test_a_row_without_a_role_gets_a_word_that_stands_in_and_says_so() -> None:
    (one,) = offered(table("Company,Interview,Status", "Northwind,2026-11-23 14:00,Applied"), {"Company": "company"})
    assert one.interview.role == "Interview"
    assert any("no role" in remark for remark in one.remarks)


@pytest.mark.parametrize(("cell", "minutes"), [("45", 45), ("90 min", 90), ("1.5 h", 90), ("2 hours", 120)])
def test_how_long_it_lasts(cell: str, minutes: int) -> None:
    assert interview(f"{HEADER},Duration", f"{ROW},{cell}").minutes == minutes


def test_a_length_that_can_not_be_told_is_an_hour_and_said() -> None:
    (one,) = offered(table(f"{HEADER},Duration", f"{ROW},long"))
    assert one.interview.minutes == 60
    assert any("“long”" in remark for remark in one.remarks)


def test_mode_place_round_industry_and_tags() -> None:
    one = interview(
        f"{HEADER},Interview type,Interview link,Round,Industry,Tags",
        f'{ROW},Video call,https://meet.example/1,2,technology,"remote, first choice"',
    )
    assert (one.mode, one.location, one.round, one.industry) == (Mode.VIDEO, "https://meet.example/1", 2, "technology")
    assert one.tags == ("remote", "first choice")


def test_control_characters_do_not_get_in() -> None:
    one = interview(f"{HEADER},Notes", "North\x1b[31mwind,Ana\u202elyst,2026-11-23 14:00,a\x07b")
    assert not any(ord(letter) < 32 or letter == "\u202e" for letter in one.company + one.role + one.notes)


def test_names_too_long_to_be_stored_are_cut() -> None:
    assert len(interview(HEADER, f"{'N' * 500},Analyst,2026-11-23 14:00").company) == 200

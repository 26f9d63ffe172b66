"""The report of what was done, as proof for a job centre."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from planner.domain.case import cases_of
from planner.domain.interview import Interview, Mode, Part, Person
from planner.domain.log import Cancelled, Channel, Days, Entry, FollowedUp, Note, Outcome, Result, Thanked, ToldOnHold
from planner.domain.policy import Policy
from planner.formats import report

ZONE = ZoneInfo("America/New_York")
HOME = ZoneInfo("Europe/Berlin")
STARTS = datetime(2026, 11, 23, 20, tzinfo=ZONE)
NOW = STARTS + timedelta(days=30)


def interview(*log: Entry) -> Interview:
    return Interview(
        uid="1",
        company="Northwind",
        role="Analyst",
        starts_at=STARTS,
        time_zone=ZONE.key,
        id=1,
        mode=Mode.VIDEO,
        people=(Person("Ann Lee"), Person("Jo Park", Part.RECRUITER)),
        log=log,
    )


def written(*interviews: Interview, period: Days | None = None, now: datetime = NOW, name: str = "") -> str:
    return report.write(cases_of(interviews, Policy()), period, HOME, now, name).text


def rows(*interviews: Interview, period: Days | None = None, now: datetime = NOW) -> list[list[str]]:
    """The cells of the rows of what was done."""
    return cells(written(*interviews, period=period, now=now).partition("## How matters stand")[0])


def stands(*interviews: Interview, now: datetime = NOW) -> list[list[str]]:
    """The cells of the rows of how matters stand."""
    return cells(written(*interviews, now=now).partition("## How matters stand")[2])


def cells(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def test_what_was_done_when_for_which_job_with_whom_and_how() -> None:
    thanked = Thanked(at=STARTS + timedelta(hours=2), to="Ann Lee", channel=Channel.EMAIL)
    asked = FollowedUp(at=STARTS + timedelta(days=8), channel=Channel.CALL)
    outcome = Outcome(at=STARTS + timedelta(days=9), what=Result.OFFER)
    assert rows(interview(thanked, asked, outcome)) == [
        ["2026-11-24 02:00", "Northwind", "Analyst", "Interview", "Ann Lee, Jo Park", "video"],
        ["2026-11-24 04:00", "Northwind", "Analyst", "Thank-you", "Ann Lee", "email"],
        ["2026-12-02 02:00", "Northwind", "Analyst", "Follow-up", "Jo Park", "call"],
        ["2026-12-03 02:00", "Northwind", "Analyst", "Received an offer", "", ""],
    ]


def test_it_counts_what_was_done_and_says_of_which_time_and_zone() -> None:
    text = written(interview(Thanked(at=STARTS + timedelta(hours=2))))
    assert "In all: 1 interview, 1 thank-you, 1 company." in text
    assert "Period: 2026-11-24 to 2026-11-24\n" in text
    assert "Made on 2026-12-24. Times are those of Europe/Berlin." in text


def test_it_says_whose_it_is_where_that_is_known() -> None:
    assert "Name: Maya \\[Chen\\]\n" in written(name="Maya [Chen]")
    assert "Name:" not in written()


def test_it_says_how_matters_stand_for_each_job_for_which_something_was_done() -> None:
    lost = Outcome(at=STARTS + timedelta(days=9), what=Result.REJECTED)
    second = replace(interview(lost), id=2, uid="2", round=2, starts_at=STARTS + timedelta(days=7))
    other = replace(interview(), id=3, uid="3", company="Acme")
    to_come = replace(interview(), id=4, uid="4", company="Globex", starts_at=NOW + timedelta(days=1))
    assert stands(interview(), second, other, to_come) == [
        ["Northwind", "Analyst", "2", "Was turned down"],
        ["Acme", "Analyst", "1", "Open"],
    ]
    assert "In all: 3 interviews, 2 companies." in written(interview(), second, other, to_come)


def test_where_one_went_is_said_but_no_link() -> None:
    place = replace(interview(), mode=Mode.ON_SITE, location="1 Main St, Room 4")
    link = replace(interview(), location="https://meet.example/secret")
    assert [rows(one)[0][5] for one in (place, link)] == ["on site, 1 Main St, Room 4", "video"]


def test_the_columns_stand_one_below_the_other() -> None:
    lines = [line for line in written(interview(Thanked(at=NOW))).splitlines() if line.startswith("|")]
    assert len({len(line) for line in lines[:4]}) == 1


def test_a_note_to_everyone_is_to_those_owed_one() -> None:
    assert rows(interview(Thanked(at=STARTS + timedelta(hours=2))))[1][4] == "Ann Lee"


def test_only_the_chosen_days_are_in_it_as_they_are_at_home() -> None:
    thanked = Thanked(at=STARTS + timedelta(days=1))
    period = Days.one(date(2026, 11, 24))
    assert [row[3] for row in rows(interview(thanked), period=period)] == ["Interview"]


def test_what_others_said_notes_and_words_are_not_in_it() -> None:
    text = written(
        interview(
            ToldOnHold(at=STARTS + timedelta(days=1), words="secret one"),
            Note(at=STARTS + timedelta(days=1), words="secret two"),
            Thanked(at=STARTS + timedelta(days=1), words="secret three"),
        )
    )
    assert "secret" not in text


def test_an_interview_that_was_called_off_or_is_to_come_was_not_held() -> None:
    assert rows(interview(Cancelled(at=STARTS - timedelta(days=1)))) == []
    assert rows(interview(), now=STARTS) == []


def test_where_nothing_was_done_it_says_so() -> None:
    assert "Nothing was done in this time." in written()
    assert "Period: all there is\n" in written()
    assert "Period: 2026-01-01 to 2026-01-31\n" in written(period=Days(date(2026, 1, 1), date(2026, 1, 31)))


def test_signs_that_markdown_takes_for_more_are_taken_for_themselves() -> None:
    one = replace(interview(), company="A|B *bold* [x](y) <b>", round=2)
    line = next(line for line in written(one).splitlines() if "bold" in line)
    assert r"A\|B \*bold\* \[x\](y) \<b>" in line
    assert "Analyst (round 2)" in line
    entity = replace(interview(), company="Quill &amp; _Sons_")
    assert r"Quill \&amp; \_Sons\_" in written(entity)


def test_signs_that_mean_nothing_where_they_stand_are_left_as_they_are() -> None:
    one = replace(interview(), company="Quill & Co #1", role="C# > C_sharp")
    assert "| Quill & Co #1 | C# > C_sharp |" in written(one)


def test_without_a_mode_or_a_main_contact_the_cell_is_empty() -> None:
    one = replace(interview(FollowedUp(at=STARTS + timedelta(days=8))), mode=None, people=())
    assert [row[4:] for row in rows(one)] == [["", ""], ["", "other"]]

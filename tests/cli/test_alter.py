"""Keeping interviews in order: add, edit, person, correct, forget, delete, undo, redo."""

import io
import os

import pytest

from planner.bootstrap import Surroundings
from planner.cli.console import Console
from planner.cli.parser import Options
from tests.cli.line import CommandLine


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What the person at the terminal types, to be written before the command runs."""
    typed = io.StringIO()
    monkeypatch.setattr("sys.stdin", typed)
    monkeypatch.setattr(Console, "can_ask", True)
    return typed


def types(answers: io.StringIO, *lines: str) -> None:
    answers.write("".join(f"{line}\n" for line in lines))
    answers.seek(0)


def test_company_role_and_when_are_enough(line: CommandLine) -> None:
    result = line("add", "Northwind Traders", "Data analyst", "fri", "14:00")
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines() == [
        "1  Northwind Traders (Data analyst, round 1)",
        "Added for Fri 27 Nov 14:00, America/New_York. The thank-you opens Fri 27 Nov 15:00.",
    ]
    assert line.interview()["starts_at"] == "2026-11-27T14:00:00-05:00"


def test_until_when_a_note_abroad_is_due_is_told_by_both_clocks(line: CommandLine) -> None:
    words = ("add", "Acme", "Dev", "yesterday 17:00", "--zone", "Europe/Berlin")
    assert line(*words).err.endswith("card by Tue 24 Nov 18:00 in Berlin, 12:00 at home.\n")


def test_when_a_note_abroad_may_go_out_is_told_by_both_clocks(line: CommandLine) -> None:
    line("add", "Acme", "Dev", "tomorrow 17:00", "--zone", "Europe/Berlin")
    opens = "Opens when the interview ends: Wed 25 Nov 18:00 in Berlin, 12:00 at home."
    assert f"Not yet: {opens}" in line("thank", "1").err
    assert opens in " ".join(line("why", "1").out.split())
    assert opens in " ".join(line("show", "1").out.split())


def test_everything_else_can_be_given_too(line: CommandLine) -> None:
    words = [
        "--zone",
        "Europe/Berlin",
        "--minutes",
        "45",
        "--round",
        "3",
        "--industry",
        "technology",
        "--mode",
        "on-site",
    ]
    people = ["--interviewer", "Ann Lee <ann@x.example>", "--interviewer", "Bo Chan", "--recruiter", "Jo Park, main"]
    assert line("add", *words, "Acme", "Dev", "2026-12-04 14:00", *people, "--location", "Spree 1").code == 0
    (kept,) = line("export", "json").json["interviews"]
    del kept["uid"]
    assert kept == {
        "id": 1,
        "company": "Acme",
        "role": "Dev",
        "round": 3,
        "industry": "technology",
        "starts_at": "2026-12-04T14:00",
        "time_zone": "Europe/Berlin",
        "minutes": 45,
        "mode": "on_site",
        "location": "Spree 1",
        "people": [
            {"name": "Ann Lee", "email": "ann@x.example"},
            {"name": "Bo Chan"},
            {"name": "Jo Park", "part": "recruiter", "main": True},
        ],
    }


def test_the_round_follows_the_highest_known(known: CommandLine) -> None:
    known("add", "contoso", "analyst", "fri 9:00")
    assert known.interview("3")["round"] == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add"], "company is missing"),
        (["add", "Acme", "Dev"], "starts_at is missing"),
        (["add", "Acme", "Dev", "someday"], "“someday”"),
        (["add", "Acme", "Dev", "fri"], "At what time"),
        (["add", "Acme", "Dev", "2026-11-01 01:30"], "comes twice"),
        (["add", "Acme", "Dev", "2027-03-14 02:30"], "does not exist"),
        (["add", "Acme", "Dev", "fri 9:00", "--zone", "Europe/Berln"], "Berln"),
        (["add", "Acme", "Dev", "fri 9:00", "--minutes", "long"], "minutes"),
    ],
)
def test_what_does_not_read_is_refused(words: list[str], said: str, line: CommandLine) -> None:
    result = line(*words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert line("list", "--json").json["interviews"] == []


def test_a_repeated_hour_is_refused_with_both_offsets_and_taken_with_one(line: CommandLine) -> None:
    refused = line("add", "Acme", "Dev", "2026-11-01 01:30")
    assert "2026-11-01T01:30-04:00" in refused.err
    assert "2026-11-01T01:30-05:00" in refused.err
    assert line("add", "Acme", "Dev", "2026-11-01T01:30-05:00").code == 0


def test_add_asks_for_what_it_needs_and_again_for_what_does_not_read(answers: io.StringIO, line: CommandLine) -> None:
    types(answers, "Acme", "Dev", "someday", "fri 14:00")
    result = line("add")
    assert result.code == 0
    assert "“someday”" in result.err
    assert line.interview()["starts_at"] == "2026-11-27T14:00:00-05:00"


def test_add_gives_up_when_nobody_answers(answers: io.StringIO, line: CommandLine) -> None:
    types(answers, "Acme")
    assert line("add").code == 2
    assert line("list", "--json").json["interviews"] == []


def test_edit_changes_fields_and_logs_a_start_that_moved(known: CommandLine) -> None:
    result = known("edit", "2", "starts_at=fri 9:00", "flexibility.salary=5 % either way", "notes=a=b")
    assert result.code == 0
    assert "starts_at is 2026-11-27 09:00.\n" in result.err
    (kept,) = (one for one in known("export", "json").json["interviews"] if one["id"] == 2)
    assert (kept["starts_at"], kept["flexibility"], kept["notes"]) == (
        "2026-11-27T09:00",
        {"salary": "5 % either way"},
        "a=b",
    )
    assert [entry["kind"] for entry in kept["log"]] == ["rescheduled"]


@pytest.mark.parametrize("change", ["rounds=2", "round=0", "round", "=2", "time_zone=Nowhere"])
def test_an_edit_that_does_not_read_changes_nothing(change: str, known: CommandLine) -> None:
    before = known("export", "json").out
    assert known("edit", "1", "company=Other", change).code == 2
    assert known("export", "json").out == before


def test_a_field_given_twice_is_refused(known: CommandLine) -> None:
    assert "given twice" in known("edit", "1", "round=2", "round=3").err


def test_people_are_added_changed_and_removed(known: CommandLine) -> None:
    assert known("person", "1", "add", "Jo Park <jo@x.example>, recruiter, main").code == 0
    assert known("person", "1", "edit", "jo", "phone=+1 555 0100", "part=agency").code == 0
    assert known("person", "1", "remove", "bo").code == 0
    people = known("export", "json").json["interviews"][0]["people"]
    assert people == [
        {"name": "Ann Lee"},
        {"name": "Jo Park", "part": "agency", "main": True, "email": "jo@x.example", "phone": "+1 555 0100"},
    ]


def test_a_note_sent_to_someone_stays_theirs_under_a_new_name(known: CommandLine) -> None:
    known("thank", "1", "--to", "ann")
    known("person", "1", "edit", "ann", "name=Ann Lee-Ortiz")
    assert known.interview()["thank_you"]["left"] == ["Bo Chan"]
    assert [entry["to"] for entry in known.log()] == ["Ann Lee-Ortiz"]


def test_there_is_one_main_contact_the_one_marked_last(known: CommandLine) -> None:
    known("person", "1", "add", "Jo Park, recruiter, main")
    known("person", "1", "edit", "bo", "main=yes")
    people = known("export", "json").json["interviews"][0]["people"]
    assert [person["name"] for person in people if person.get("main")] == ["Bo Chan"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["add", "ann lee"], 2),
        (["edit", "ann"], 2),
        (["edit", "ann", "shoe=9"], 2),
        (["edit", "ann", "name=Bo Chan"], 2),
        (["edit", "cleo", "phone=1"], 3),
        (["remove", "cleo"], 3),
        (["remove", "ann", "phone=1"], 2),
    ],
)
def test_what_can_not_be_done_with_a_person_is_refused(words: list[str], code: int, known: CommandLine) -> None:
    before = known("export", "json").out
    assert known("person", "1", *words).code == code
    assert known("export", "json").out == before


def test_an_entry_is_put_right(known: CommandLine) -> None:
    known("thank", "1", "--to", "ann", "--channel", "card")
    known("told", "1", "decision", "fri")
    result = known("correct", "1", "1", "channel=email", "to=bo", "at=yesterday 18:00")
    assert result.code == 0
    assert "Corrected to “Thank-you to Bo Chan by email” of Mon 23 Nov 18:00." in result.err
    known("correct", "1", "2", "on=4 Dec", "words=Jo said so")
    assert known.log() == [
        {"id": 1, "at": "2026-11-23T18:00:00-05:00", "kind": "thanked", "to": "Bo Chan", "channel": "email"},
        {"id": 2, "at": known.at, "kind": "told_decision", "on": "2026-12-04", "words": "Jo said so"},
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["9", "words=x"], 3),
        (["1", "on=fri"], 2),
        (["1", "channel=call"], 2),
        (["1", "at=tomorrow 9:00"], 2),
        (["1", "to=cleo"], 3),
    ],
)
def test_what_an_entry_can_not_be_is_refused(words: list[str], code: int, known: CommandLine) -> None:
    known("thank", "1")
    before = known.log()
    assert known("correct", "1", *words).code == code
    assert known.log() == before


def test_an_entry_is_forgotten_and_its_number_not_given_again(known: CommandLine) -> None:
    known("thank", "1")
    assert known("forget", "1", "1").code == 0
    assert known.log() == []
    assert known("forget", "1", "1").code == 3
    known("thank", "1")
    assert [entry["id"] for entry in known.log()] == [2]


def test_a_script_deletes_without_being_asked_and_undo_brings_it_back(known: CommandLine) -> None:
    before = known("export", "json").out
    result = known("delete", "1")
    assert result.code == 0
    assert "Contoso (Analyst, round 1)" in result.err
    assert "undo" in result.err
    assert known("show", "1").code == 3
    assert known("undo").code == 0
    assert known("export", "json").out == before


def test_at_a_terminal_delete_asks_unless_told_not_to(answers: io.StringIO, known: CommandLine) -> None:
    types(answers, "n")
    result = known("delete", "1")
    assert (result.code, "Delete Contoso (Analyst, round 1) with its log? [y/N]" in result.err) == (0, True)
    assert known("show", "1").code == 0
    assert known("delete", "1", "--yes").code == 0
    assert known("show", "1").code == 3


def test_undo_and_redo_walk_over_changes_of_earlier_commands(known: CommandLine) -> None:
    known("thank", "1")
    known("told", "1", "decision", "fri")
    assert "Undone: They decide by Fri 27 Nov" in known("undo").err
    assert "Undone: Thank-you" in known("undo").err
    assert known.log() == []
    assert "Done again: Thank-you" in known("redo").err
    assert [entry["kind"] for entry in known.log()] == ["thanked"]


def test_what_another_session_did_is_not_taken_back_unasked(
    answers: io.StringIO, known: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Surroundings(Options(at=known.at), os.environ).lasting_planner()
    screen.delete(2)
    types(answers, "n", "y")
    assert known("undo").code == 0
    assert known("show", "2").code == 3
    monkeypatch.setattr(Console, "can_ask", False)
    refused = known("undo")
    assert (refused.code, "Deleted Globex (Analyst, round 1)" in refused.err, "--yes" in refused.err) == (4, True, True)
    monkeypatch.setattr(Console, "can_ask", True)
    assert known("undo").code == 0
    assert known("show", "2").code == 0
    screen.refresh()
    screen.delete(2)
    assert known("undo", "--yes").code == 0


def test_with_nothing_left_to_undo_or_redo_that_is_said(line: CommandLine) -> None:
    assert (line("undo").code, line("redo").code) == (3, 3)
    assert "nothing to undo" in line("undo").err

"""Interviews in and out of files."""

import io
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from planner.cli.console import Console
from planner.formats.tables import FIELDS
from tests.cli.line import CommandLine, interview

INVITATION = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//ours//planner tests//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:abc-123@northwind.example
DTSTAMP:20261120T090000Z
DTSTART:20261130T150000Z
DTEND:20261130T154500Z
SUMMARY:Interview: Data analyst
ORGANIZER;CN=Jo Park:mailto:jo.park@northwind.example
END:VEVENT
END:VCALENDAR
"""


def exchange(*interviews: dict[str, Any]) -> str:
    return json.dumps({"planner": 1, "interviews": interviews})


@pytest.fixture
def file(home: Path) -> Path:
    return home / "some.json"


def test_a_dry_run_says_what_it_would_do_and_changes_nothing(line: CommandLine, file: Path) -> None:
    file.write_text(exchange(interview(), interview(company="Globex")))
    result = line("import", str(file), "--dry-run")
    assert result.code == 0
    assert result.out.splitlines()[:3] == [
        "new      Contoso, Analyst",
        "         Mon 23 Nov 14:00, America/New_York (UTC-05:00), 60 min, round 1",
        "         from some.json",
    ]
    assert "It would take 2 new." in result.err
    assert line("list", "--json").json["interviews"] == []


def test_the_help_names_all_that_a_column_can_be_taken_for(line: CommandLine) -> None:
    _, said = " ".join(line("import", "--help").out.split()).split("A column can be taken for: ")
    assert said.removesuffix(".").split(", ") == list(FIELDS)


def test_a_preview_names_the_place_on_one_line_and_the_people(line: CommandLine, file: Path) -> None:
    people = [{"name": "Ann Lee", "part": "interviewer"}, {"name": "Jo Park", "part": "recruiter"}]
    file.write_text(exchange(interview(location=f"https://meet.example/{'x' * 200}", people=people)))
    _, _, place, whom, source = line("import", str(file), "--dry-run").out.splitlines()
    assert place.startswith("         https://meet.example/xxx")
    assert (len(place), whom, source) == (80, "         With Ann Lee, Jo Park", "         from some.json")


def test_an_export_comes_back_with_nothing_lost_and_a_second_time_brings_nothing(
    known: CommandLine, file: Path, home: Path
) -> None:
    known("thank", "1", "--words", "“Müller” 株")
    assert known("export", "json", "-o", str(file)).code == 0
    other = ["--data", str(home / "other.json")]
    assert known(*other, "import", str(file), "--yes").code == 0
    assert known(*other, "export", "json").out == file.read_text()
    again = known(*other, "import", str(file), "--yes")
    assert (again.code, "2 the same" in again.err) == (0, True)


def test_without_a_terminal_an_import_needs_yes(line: CommandLine, file: Path) -> None:
    file.write_text(exchange(interview()))
    result = line("import", str(file))
    assert (result.code, "--yes" in result.err) == (2, True)
    assert line("list", "--json").json["interviews"] == []


@pytest.mark.parametrize(("answer", "taken"), [("y", 1), ("n", 0), ("", 0)])
def test_at_a_terminal_it_asks(
    answer: str, taken: int, line: CommandLine, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(exchange(interview()))
    monkeypatch.setattr(Console, "can_ask", True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n"))
    result = line("import", str(file))
    assert (result.code, "Take 1 new? [y/N]" in result.err) == (0, True)
    assert len(line("list", "--json").json["interviews"]) == taken


def test_an_invitation_from_stdin_with_company_and_role_put_right(
    line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(INVITATION.encode())))
    result = line("import", "-", "--yes", "--company", "Northwind Traders", "--role", "Analyst of data")
    assert result.code == 0
    one = line.interview()
    assert (one["company"], one["role"]) == ("Northwind Traders", "Analyst of data")
    assert one["starts_at"] == "2026-11-30T10:00:00-05:00"


def test_a_company_for_several_interviews_is_refused(line: CommandLine, file: Path) -> None:
    file.write_text(exchange(interview(), interview(company="Globex")))
    result = line("import", str(file), "--yes", "--company", "Acme")
    assert (result.code, "2 were found" in result.err) == (2, True)


def test_programs_get_what_was_found(line: CommandLine, file: Path, home: Path) -> None:
    bad = home / "bad.json"
    bad.write_text("{")
    file.write_text(exchange(interview(uid="abc")))
    result = line("import", str(file), str(bad), "--yes", "--json")
    assert result.code == 0
    new, refused = result.json["found"]
    assert (new["kind"], new["uid"], new["source"]) == ("new", "abc", "some.json")
    assert (refused["kind"], refused["source"], refused["uid"]) == ("refused", "bad.json", None)
    assert refused["reason"]


def test_when_all_is_refused_the_code_says_so(line: CommandLine, file: Path) -> None:
    file.write_text(exchange(interview(colour="blue")))
    result = line("import", str(file), "--yes")
    assert result.code == 2
    assert "refused" in result.out
    assert "colour" in result.out


def test_a_file_that_can_not_be_read_is_refused(line: CommandLine, home: Path) -> None:
    assert line("import", str(home / "none.ics"), "--yes").code == 2
    assert line("import", str(home), "--yes").code == 2


def test_a_file_larger_than_any_export_is_refused(
    line: CommandLine, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.bootstrap.SIZE_LIMIT", 2**20)
    file.write_bytes(b" " * 2**20)
    assert "larger" not in line("import", str(file), "--yes").err
    file.write_bytes(b" " * (2**20 + 1))
    result = line("import", str(file), "--yes")
    assert (result.code, "larger than 1 MiB" in result.err) == (2, True)


def test_a_change_of_what_is_known_shows_before_and_after(known: CommandLine, file: Path) -> None:
    (one, _) = known("export", "json").json["interviews"]
    file.write_text(exchange(one | {"location": "Room 4"}))
    result = known("import", str(file), "--yes")
    assert "changed  Contoso, Analyst" in result.out
    assert "location: nothing → Room 4" in result.out


def test_an_export_is_for_its_owner_alone_and_replaces_what_was_there(known: CommandLine, file: Path) -> None:
    file.write_text("old")
    file.chmod(0o644)
    assert known("export", "json", "--output", str(file)).code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(json.loads(file.read_text())["interviews"]) == 2
    assert sorted(path.name for path in file.parent.iterdir() if path.is_file()) == ["known.json", "some.json"]


def test_an_export_never_overwrites_our_own_files_or_what_is_no_file(known: CommandLine, home: Path) -> None:
    data = home / ".local" / "share" / "planner" / "planner.json"
    config = home / ".config" / "planner" / "config.toml"
    before = (data.read_bytes(), config.read_bytes())
    (home / "link").symlink_to(data)
    for target in (data, config, home / "link", home, home / "nowhere" / "x.json", Path(os.devnull)):
        assert known("export", "json", "-o", str(target)).code == 2
    assert (data.read_bytes(), config.read_bytes()) == before


# -- tables, mails, contacts, folders

SHEET = "Wo,Was,Wann\r\nAcme,Köchin,2026-11-30 14:00\r\nGlobex,Koch,\r\n"
MAPPED = ("--map", "Wo=company", "--map", "Was=role", "--map", "Wann=starts_at")


def test_a_persons_own_sheet_is_taken_once_they_say_what_its_columns_are_and_that_is_remembered(
    line: CommandLine, home: Path
) -> None:
    sheet = home / "sheet.csv"
    sheet.write_text(SHEET)
    unknown = line("import", str(sheet), "--dry-run")
    assert (unknown.code, "“Wo”, “Was”, “Wann”" in " ".join(unknown.out.split())) == (2, True)
    taken = line("import", str(sheet), "--yes", *MAPPED)
    assert taken.code == 0
    assert "sheet.csv: Wo → company, Was → role, Wann → starts_at." in taken.err
    assert "No interview date: skipped." in taken.out
    again = line("import", str(sheet), "--yes")
    assert (again.code, "1 the same, 1 refused" in again.err) == (0, True)


def test_nothing_is_remembered_of_a_dry_run(line: CommandLine, home: Path) -> None:
    sheet = home / "sheet.csv"
    sheet.write_text(SHEET)
    assert line("import", str(sheet), "--dry-run", *MAPPED).code == 0
    assert line("import", str(sheet), "--dry-run").code == 2


def test_the_day_order_is_asked_and_can_be_given(line: CommandLine, home: Path) -> None:
    sheet = home / "sheet.csv"
    sheet.write_text("Company,Role,Interview\r\nAcme,Dev,3/4/2026 14:00\r\n")
    assert "--date-order" in line("import", str(sheet), "--yes").out
    assert "--date-order" in line("import", str(sheet), "--dry-run", "--json").out
    assert line("import", str(sheet), "--yes", "--date-order", "dmy").code == 0
    assert line.interview()["starts_at"].startswith("2026-04-03")


def test_a_folder_is_taken_with_all_that_is_in_it(line: CommandLine, home: Path) -> None:
    folder = home / "mails" / "sub"
    folder.mkdir(parents=True)
    (folder / "one.eml").write_text(
        f"From: jo@northwind.example\nTo: me@home.example\nSubject: Hi\nContent-Type: text/calendar\n\n{INVITATION}"
    )
    (folder.parent / "two.vcf").write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Jo Park\nEMAIL:jo.park@northwind.example\nTEL:+1 555 0100\nEND:VCARD\n"
    )
    (folder.parent / ".hidden").write_text("not looked at")
    result = line("import", str(folder.parent), "--yes")
    assert (result.code, "1 new, 1 changed" in result.err) == (0, True)
    (person,) = line("export", "json").json["interviews"][0]["people"]
    assert person["phone"] == "+1 555 0100"
    (home / "empty").mkdir()
    assert line("import", str(home / "empty"), "--yes").code == 2


# -- other forms out


def test_a_table_goes_out_and_comes_back(known: CommandLine, home: Path) -> None:
    file = home / "all.csv"
    assert known("export", "csv", "-o", str(file)).code == 0
    assert known("export", "csv").out.splitlines() == file.read_text(encoding="utf-8-sig").splitlines()
    again = known("import", str(file), "--yes")
    assert (again.code, "2 the same" in again.err) == (0, True)


def test_a_report_of_a_period(known: CommandLine) -> None:
    known("thank", "1")
    report = known("export", "md", "--period", "this week").out
    assert "| 2026-11-23 14:00 | Contoso | Analyst | Interview | Ann Lee, Bo Chan |" in report
    assert "In all: 1 interview, 1 thank-you, 1 company." in report
    assert known("export", "md", "--period", "whenever").code == 2


def test_a_calendar_with_or_without_names(known: CommandLine) -> None:
    assert "SUMMARY:Thank-you: Contoso\\, Analyst" in known("export", "ics").out
    assert "Contoso" not in known("export", "ics", "--private").out
    assert known("export", "csv", "--private").code == 2


def test_a_row_with_a_status_that_ends_it_is_shown_and_taken_as_ended(line: CommandLine, home: Path) -> None:
    sheet = home / "jobs.csv"
    sheet.write_text("Company,Role,Interview,Status\nOld Mill,Cook,2026-11-10 14:00,Rejected\n")
    assert "Turned down by them, Tue 10 Nov" in line("import", str(sheet), "--dry-run").out
    assert line("import", str(sheet), "--yes").code == 0
    assert line.interview()["section"] == "closed"
    assert line.log()[0]["words"] == "Rejected"

"""What holds for an import whatever kind of file it is."""

import json
from pathlib import Path

import pytest

from tests.cli.line import CommandLine, interview
from tests.formats.contacts.cards import card
from tests.formats.invitations.calendars import calendar, event
from tests.formats.mails import invitation, mail, part
from tests.formats.tables.sheets import table, workbook

BORDER = b"From jo@nw.example Mon Nov 23 14:00:00 2026\r\n"
HEADER = "uid,company,role,starts_at,time_zone,notes"


def moved(start: str, sequence: int) -> bytes:
    return invitation(f"SEQUENCE:{sequence}", f"DTSTART:{start}").replace(b"DTSTART:20261123T140000Z\r\n", b"")


def whole(**facts: object) -> bytes:
    return json.dumps({"planner": 1, "interviews": [interview(uid="whole", **facts)]}).encode()


# Each kind of file as it is first, and with one thing changed in it: the field, what it was, and what it is then.
KINDS = {
    "ics": (moved("20261130T140000Z", 0), moved("20261130T160000Z", 1), "starts_at", "09:00", "11:00"),
    "eml": (
        mail(part(moved("20261130T140000Z", 0))),
        mail(part(moved("20261130T160000Z", 1))),
        *("starts_at", "09:00", "11:00"),
    ),
    "mbox": (
        BORDER + mail(part(moved("20261130T140000Z", 0))) + b"\r\n" + BORDER + mail(part(b"no calendar")),
        BORDER + mail(part(moved("20261130T160000Z", 1))),
        *("starts_at", "09:00", "11:00"),
    ),
    "csv": (
        table("Id,Company,Role,Interview", "a-long-id-of-theirs,Acme,Dev,2026-11-30 14:00"),
        table("Id,Company,Role,Interview", "a-long-id-of-theirs,Acme,Dev,2026-12-01 14:00"),
        *("starts_at", "2026-11-30", "2026-12-01"),
    ),
    "our csv": (
        table(HEADER, "u,Acme,Dev,2026-11-30 14:00,UTC,one"),
        table(HEADER, "u,Acme,Dev,2026-11-30 14:00,UTC,two"),
        *("notes", "one", "two"),
    ),
    "xlsx": (
        workbook([["Id", "Company", "Role", "Interview"], ["a-long-id-of-theirs", "Acme", "Dev", 46356.5]]),
        workbook([["Id", "Company", "Role", "Interview"], ["a-long-id-of-theirs", "Acme", "Dev", 46357.5]]),
        *("starts_at", "2026-11-30", "2026-12-01"),
    ),
    "vcf": (
        card("FN:Ann Lee", "EMAIL:ann@one.example").encode(),
        card("FN:Ann Lee", "EMAIL:ann@two.example").encode(),
        *("email of Ann Lee", "one.example", "two.example"),
    ),
    "json": (whole(notes="one"), whole(notes="two"), "notes", "one", "two"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_before_consent_then_once_only_change_by_change_and_back_in_one_step(
    kind: str, known: CommandLine, home: Path
) -> None:
    first, then, field, before, after = KINDS[kind]
    file = home / "brought"
    file.write_bytes(first)
    data = home / ".local/share/planner/planner.json"
    start, shown = data.read_bytes(), known("list", "--json").out
    proposed = known("import", str(file), "--dry-run", "--json").json["found"]
    assert {"new", "changed"} & {row["kind"] for row in proposed}
    assert data.read_bytes() == start

    assert known("import", str(file), "--yes").code == 0
    taken = data.read_bytes()
    again = known("import", str(file), "--yes", "--json")
    assert {row["kind"] for row in again.json["found"]} <= {"same", "refused"}
    assert "same" in {row["kind"] for row in again.json["found"]}
    assert data.read_bytes() == taken

    file.write_bytes(then)
    (row,) = known("import", str(file), "--dry-run", "--json").json["found"]
    assert row["kind"] == "changed"
    (change,) = [one for one in row["changes"] if one["field"] == field]
    assert (before in change["before"], after in change["after"]) == (True, True)

    assert known("undo", "--yes").code == 0
    assert known("list", "--json").out == shown


def test_programs_get_every_field_of_what_is_new(line: CommandLine, home: Path) -> None:
    file = home / "brought"
    file.write_bytes(calendar(event("SUMMARY:Interview: Analyst at Ä株 Works", "LOCATION:Room 4")))
    (row,) = line("import", str(file), "--dry-run", "--json").json["found"]
    assert row["fields"]["company"] == "Ä株 Works"
    assert row["fields"]["role"] == "Analyst"
    assert row["fields"]["location"] == "Room 4"
    assert (row["fields"]["time_zone"], row["changes"]) == ("America/New_York", [])
    file.write_bytes(b'{"planner": 1, "interviews": []}')
    assert line("import", str(file), "--dry-run", "--json").json["found"] == []


def test_an_older_version_of_an_invitation_is_told_and_not_taken_in_a_later_session_too(
    line: CommandLine, home: Path
) -> None:
    file = home / "brought"
    file.write_bytes(moved("20261130T160000Z", 2))
    assert line("import", str(file), "--yes").code == 0
    file.write_bytes(moved("20261130T140000Z", 1))
    (row,) = line("import", str(file), "--yes", "--json").json["found"]
    assert (row["kind"], row["reason"]) == ("same", "A newer version is here already.")
    assert line("show", "1", "--json").json["interviews"][0]["starts_at"] == "2026-11-30T11:00:00-05:00"

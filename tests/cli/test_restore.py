"""Backups: made, listed, gone back to; also where the data file itself is lost."""

import io
import json
import os
from pathlib import Path

import pytest

from planner.cli.console import Console
from planner.store import backups
from tests.cli.line import CommandLine


@pytest.fixture
def data(home: Path) -> Path:
    return home / ".local" / "share" / "planner" / "planner.json"


@pytest.fixture
def used(known: CommandLine) -> CommandLine:
    """Two interviews and a thank-you; then the second was deleted, a note written and the first one's role changed."""
    for words in (
        ["thank", "1", "--channel", "email"],
        ["delete", "2"],
        ["note", "1", "Ask for the salary"],
        ["edit", "1", "role=Engineer"],
    ):
        assert known(*words).code == 0
    return known


def companies(line: CommandLine) -> list[str]:
    return [one["company"] for one in line("list", "--json").json["interviews"]]


def exported(line: CommandLine) -> str:
    return line("export", "json").out


# -- backup


def test_a_backup_is_made_and_its_place_printed(known: CommandLine, data: Path) -> None:
    result = known("backup")
    made = Path(result.out.strip())
    assert result.code == 0
    assert made.read_bytes() == data.read_bytes()
    assert made.parent == backups.folder_of(data)
    assert known("backup", "--json").json == {"planner": 1, "path": str(made)}


def test_without_a_data_file_there_is_nothing_to_copy(line: CommandLine, home: Path) -> None:
    result = line("backup")
    assert (result.code, "There is no data file" in result.err) == (3, True)
    assert not (home / ".local").exists()


def test_a_torn_file_is_not_copied_as_a_backup(used: CommandLine, data: Path) -> None:
    data.write_bytes(b"torn")
    before = backups.kept(data)
    result = used("backup")
    assert (result.code, "can't be opened" in result.err) == (4, True)
    assert backups.kept(data) == before


# -- the list


def test_the_list_says_of_each_what_was_last_done_in_it(used: CommandLine, data: Path) -> None:
    result = used("restore")
    head, *rows = result.out.splitlines()
    assert result.code == 0
    assert head.split() == ["number", "written", "change", "interviews"]
    assert [row.split()[0] for row in rows] == ["4", "3", "2", "1"]
    assert "  4           1  Note, Contoso" in rows[0]
    assert "  3           1  Deleted Globex" in rows[1]
    assert "  2           2  Thank-you by email" in rows[2]
    assert all(len(row) <= 80 for row in rows)


def test_programs_get_the_list_with_what_does_not_open(used: CommandLine, data: Path) -> None:
    backups.kept(data)[1].path.write_bytes(b"torn")
    found = used("restore", "--json").json["backups"]
    assert [(one["number"], one["opens"], one["interviews"]) for one in found] == [
        (4, True, 1),
        (3, False, 0),
        (2, True, 2),
        (1, True, 2),
    ]
    assert [one["kept"] for one in found] == [False, False, True, False]
    assert "can't be opened" in found[1]["trouble"]
    assert "can't be opened" in used("restore").out.splitlines()[2]
    assert used("restore", "3").code == 4


def test_where_there_is_none_that_is_said(line: CommandLine) -> None:
    result = line("restore")
    assert (result.code, result.out, "There is no backup yet" in result.err) == (0, "", True)


# -- going back


def test_what_would_change_is_shown_field_by_field_and_nothing_is_done_without_consent(
    used: CommandLine, data: Path
) -> None:
    before = data.read_bytes()
    result = used("restore", "2")
    assert result.code == 2
    assert result.out.splitlines() == [
        "changes     1  Contoso (Analyst, round 1)",
        "            role: Engineer → Analyst",
        "            log entry 2: Note, Tue 24 Nov 10:00: Ask for the salary → nothing",
        "comes back  2  Globex (Analyst, round 1)",
    ]
    assert "--yes" in result.err
    assert used("restore", "2", "--dry-run").code == 0
    assert data.read_bytes() == before


@pytest.mark.parametrize(("answer", "restored"), [("y", True), ("n", False), ("", False)])
def test_at_a_terminal_it_asks(answer: str, restored: bool, used: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Console, "can_ask", True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n"))
    result = used("restore", "2")
    assert (result.code, "Restore it? [y/N]" in result.err) == (0, True)
    assert (companies(used) == ["Contoso", "Globex"]) is restored


def test_a_restore_is_a_change_that_undo_takes_back(used: CommandLine) -> None:
    before = exported(used)
    result = used("restore", "2", "--yes")
    assert (result.code, "undo takes it back" in result.err) == (0, True)
    assert companies(used) == ["Contoso", "Globex"]
    assert "Undone: Restored the version of" in used("undo").err
    assert exported(used) == before


def test_there_and_back_again_is_identical(used: CommandLine) -> None:
    before = exported(used)
    assert used("restore", "1", "--yes").code == 0
    assert exported(used) != before
    newest = used("restore", "--json").json["backups"][0]
    assert newest["kept"]
    assert used("restore", str(newest["number"]), "--yes").code == 0
    assert exported(used) == before


def test_a_number_given_since_is_given_to_no_other_interview(used: CommandLine) -> None:
    for company in ("Initech", "Hooli"):
        assert used("add", company, "Dev", "fri 9:00").code == 0
    assert used("restore", "1", "--yes").code == 0
    assert used("add", "Stark Labs", "Dev", "fri 9:00").code == 0
    assert used.interview("stark")["id"] == 5


def test_where_nothing_differs_that_is_said(used: CommandLine) -> None:
    made = used("backup", "--json").json["path"]
    result = used("restore", Path(made).name, "--yes")
    assert (result.code, result.out, "nothing to restore" in result.err) == (0, "", True)


def test_programs_get_what_would_change(used: CommandLine) -> None:
    found = used("restore", "2", "--dry-run", "--json").json
    assert found["backup"]["number"] == 2
    assert [(one["becomes"], one["id"]) for one in found["interviews"]] == [("changes", 1), ("comes back", 2)]
    assert found["interviews"][0]["changes"][0] == {"field": "role", "before": "Engineer", "after": "Analyst"}


# -- which


def dated(data: Path) -> None:
    """Makes the backups those of the 20th to the 23rd of November, at noon in New York."""
    for backup in backups.kept(data):
        noon = 1_795_194_000 + (backup.number - 1) * 86_400  # 2026-11-20 12:00-05:00 and so on
        os.utime(backup.path, (noon, noon))


@pytest.mark.parametrize(
    ("which", "number"),
    [
        ("3", 3),
        ("000003-r3-2026-11-20.json", 3),
        ("2026-11-21", 2),
        ("21 Nov", 2),
        ("yesterday", 4),
        ("2026-11-22 11:59", 2),
        ("2026-11-22 12:00", 3),
        ("2026-11-22T18:00+01:00", 3),
        ("today", 4),
    ],
)
def test_a_version_is_named_by_number_file_day_or_time(used: CommandLine, data: Path, which: str, number: int) -> None:
    for backup in backups.kept(data):
        lasting = "-kept" if backup.lasting else ""
        name = f"{backup.number:06}-r{backup.revision}-2026-11-20{lasting}.json"
        backup.path.rename(backup.path.with_name(name))
    dated(data)
    found = used("restore", *which.split(), "--dry-run", "--json").json
    assert found["backup"]["number"] == number


@pytest.mark.parametrize("which", ["99", "0", "2026-11-01", "some nonsense", "/nowhere/planner.json", "000009-x.json"])
def test_one_there_is_not_is_refused_with_how_to_name_one(used: CommandLine, data: Path, which: str) -> None:
    dated(data)
    result = used("restore", which, "--yes")
    assert result.code == 3
    assert "planner restore lists them" in result.err or "Give the number" in result.err


def test_a_copy_that_lies_elsewhere_can_be_gone_back_to(used: CommandLine, data: Path, home: Path) -> None:
    stick = home / "stick.json"
    stick.write_bytes(backups.kept(data)[-1].path.read_bytes())
    assert used("restore", str(stick), "--yes").code == 0
    assert companies(used) == ["Contoso", "Globex"]


def test_a_strangers_file_is_refused(used: CommandLine, home: Path) -> None:
    (home / "stranger.json").write_text(json.dumps({"interviews": []}))
    result = used("restore", str(home / "stranger.json"), "--yes")
    assert (result.code, "is no data file of planner" in result.err) == (4, True)


# -- where the data file is lost


@pytest.mark.parametrize("content", [b"", b'{"format": "pla', b"Dear Sir", b"\0" * 4096, None])
def test_a_lost_file_comes_back_and_what_was_in_its_place_is_kept(
    used: CommandLine, data: Path, content: bytes | None
) -> None:
    data.unlink()
    if content is not None:
        data.write_bytes(content)
        assert used("list").code == 4
    result = used("restore", "2", "--yes")
    assert result.code == 0
    assert [line[:13] for line in result.out.splitlines()] == ["comes back  1", "comes back  2"]
    assert companies(used) == ["Contoso", "Globex"]
    aside = [file for file in data.parent.iterdir() if ".damaged-" in file.name]
    assert [file.read_bytes() for file in aside] == ([] if content is None else [content])
    assert all(str(file) in result.err for file in aside)
    assert used("add", "Stark Labs", "Dev", "fri 9:00").code == 0


def test_a_lost_file_is_missed_by_every_command(used: CommandLine, data: Path) -> None:
    data.unlink()
    result = used("list")
    assert (result.code, "but 4 backups of it. planner restore lists them." in result.err) == (0, True)


def test_a_torn_file_is_refused_with_the_command_that_brings_it_back(used: CommandLine, data: Path) -> None:
    data.write_bytes(data.read_bytes()[:-50])
    result = used("list")
    assert (result.code, "planner restore 4 puts it in place." in result.err) == (4, True)


def test_a_file_of_a_newer_planner_is_not_replaced(used: CommandLine, data: Path) -> None:
    newer = data.read_bytes().replace(b'"schema": 1', b'"schema": 99')
    data.write_bytes(newer)
    result = used("restore", "2", "--yes")
    assert (result.code, "A newer planner wrote it" in result.err) == (4, True)
    assert data.read_bytes() == newer


# -- at every start


def test_a_file_that_others_could_read_is_told_of_once_and_closed(used: CommandLine, data: Path) -> None:
    data.chmod(0o644)
    assert f"{data} was open to others (mode 0644); now only you can read it." in used("list").err
    assert used("list").err == ""


def test_a_file_that_is_not_ours_is_not_touched(line: CommandLine, home: Path) -> None:
    strange = home / "strange.json"
    strange.write_text("{}")
    strange.chmod(0o644)
    assert line("--data", str(strange), "list").code == 4
    assert strange.stat().st_mode & 0o777 == 0o644

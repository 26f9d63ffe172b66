"""The doctor: what is wrong, what it means, what to do; nothing is changed without consent."""

import io
from pathlib import Path

import pytest

from planner.cli.console import Console
from planner.store import backups
from tests.cli.line import CommandLine


@pytest.fixture
def data(home: Path) -> Path:
    return home / ".local" / "share" / "planner" / "planner.json"


@pytest.fixture
def used(known: CommandLine, home: Path) -> CommandLine:
    """With two backups."""
    (home / ".config" / "planner" / "config.toml").chmod(0o600)
    assert known("note", "1", "one").code == 0
    assert known("note", "1", "two").code == 0
    return known


def wrong(line: CommandLine) -> list[str]:
    return [check["about"] for check in line("doctor", "--json").json["checks"] if check["sign"] == "wrong"]


def test_where_nothing_is_wrong_it_ends_with_0_and_says_so(used: CommandLine) -> None:
    result = used("doctor")
    assert (result.code, result.err) == (0, "Nothing is wrong.\n")
    assert {line[:9] for line in result.out.splitlines()} == {"√ fine   ", "· hint   ", " " * 9}
    assert "Others" not in result.out
    assert all(len(line) <= 80 or " " not in line.strip() for line in result.out.splitlines())


def test_it_makes_nothing_and_changes_nothing(line: CommandLine, used: CommandLine, home: Path) -> None:
    before = {path: (path.stat().st_mtime_ns, path.stat().st_mode) for path in home.rglob("*")}
    assert used("doctor").code == 0
    assert {path: (path.stat().st_mtime_ns, path.stat().st_mode) for path in home.rglob("*")} == before


def test_on_a_fresh_machine_all_is_fine(line: CommandLine, home: Path) -> None:
    assert line("doctor").code == 0
    assert not (home / ".local").exists()


def test_a_torn_file_is_wrong_and_the_remedy_stands_beside_it(used: CommandLine, data: Path) -> None:
    data.write_bytes(b"torn")
    result = used("doctor")
    assert result.code == 4
    told = " ".join(result.out.split())
    assert f"✗ wrong Data file: {data} can't be opened. It is cut off or damaged" in told
    assert "planner restore 2 puts the newest backup that opens in its place, and keeps this one." in told
    assert result.err.splitlines() == [
        "planner doctor --repair asks whether to put right what it can.",
        "1 thing to be put right.",
    ]
    assert data.read_bytes() == b"torn"


def test_repair_asks_for_each_and_does_only_what_was_agreed_to(
    used: CommandLine, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.write_bytes(b"torn")
    backups.folder_of(data).chmod(0o755)
    monkeypatch.setattr(Console, "can_ask", True)
    monkeypatch.setattr("sys.stdin", io.StringIO("n\ny\n"))
    result = used("doctor", "--repair")
    assert result.code == 4
    assert result.err.count("[y/N]") == 2
    assert data.read_bytes() == b"torn"
    assert backups.folder_of(data).stat().st_mode & 0o777 == 0o700
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    result = used("doctor", "--repair")
    assert (result.code, result.err.splitlines()[-1]) == (0, "Nothing is wrong.")
    assert len(used("list", "--json").json["interviews"]) == 2
    assert [file.read_bytes() for file in data.parent.glob("*.damaged-*")] == [b"torn"]


def test_without_a_terminal_a_repair_needs_yes(used: CommandLine, data: Path) -> None:
    data.write_bytes(b"torn")
    assert used("doctor", "--repair").code == 2
    assert data.read_bytes() == b"torn"
    assert used("doctor", "--yes").code == 2
    assert used("doctor", "--repair", "--yes").code == 0
    assert wrong(used) == []


def test_counters_that_were_lowered_by_hand_are_raised(used: CommandLine, data: Path) -> None:
    data.write_bytes(data.read_bytes().replace(b'"next_entry": 3', b'"next_entry": 1'))
    assert wrong(used) == ["Numbers"]
    assert used("doctor", "--repair", "--yes").code == 0
    assert used("note", "1", "three").code == 0
    assert [entry["id"] for entry in used.log()] == [1, 2, 3]


def test_what_can_not_be_repaired_is_told_and_the_rest_is(
    used: CommandLine, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.write_bytes(data.read_bytes().replace(b'"next_entry": 3', b'"next_entry": 1'))
    bad = backups.kept(data)[1].path
    bad.write_bytes(b"torn")

    def fails(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", fails)
        result = used("doctor", "--repair", "--yes")
    assert result.code == 4
    assert "the disk is full" in result.err
    assert not bad.exists()
    assert wrong(used) == ["Numbers"]


def test_an_entry_in_the_future_is_wrong(used: CommandLine, data: Path) -> None:
    data.write_bytes(data.read_bytes().replace(b"2026-11-24T10:00:00-05:00", b"2126-11-24T10:00:00-05:00"))
    assert wrong(used) == ["Log"]


def test_settings_that_do_not_read_are_one_finding_among_others(used: CommandLine, home: Path) -> None:
    (home / ".config" / "planner" / "config.toml").write_text("[policy]\nwait_dais = 9\n")
    assert "Settings" in wrong(used)


def test_settings_that_others_can_read_are_a_hint_and_closed(used: CommandLine, home: Path) -> None:
    config = home / ".config" / "planner" / "config.toml"
    config.chmod(0o644)
    result = used("doctor")
    assert (result.code, f"Others may open {config}" in " ".join(result.out.split())) == (0, True)
    assert used("doctor", "--repair", "--yes").code == 0
    assert config.stat().st_mode & 0o777 == 0o600


def test_drafts_and_reports_that_others_can_read_are_wrong(used: CommandLine, home: Path) -> None:
    report = home / ".local" / "state" / "planner" / "logs" / "crash-20261123T170000.000000Z-1.txt"
    report.parent.mkdir(parents=True, mode=0o700)
    report.write_text("")
    report.chmod(0o644)
    report.parent.parent.chmod(0o700)
    assert wrong(used) == ["Permissions"]


def test_who_may_read_all_that_is_kept_is_one_line_and_none_beside_what_is_wrong(used: CommandLine, home: Path) -> None:
    def told() -> list[str]:
        return [line for line in used("doctor").out.splitlines() if "Permissions:" in line]

    assert told() == ["√ fine   Permissions: Only you can read what is yours here."]
    (home / ".config" / "planner" / "config.toml").chmod(0o644)
    (only,) = told()
    assert "hint" in only


def test_without_a_home_it_says_what_to_set(used: CommandLine, monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.delenv("HOME")
    found = used("doctor", "--json")
    assert found.code == 4
    assert next(check["remedy"] for check in found.json["checks"] if check["about"] == "Drafts").startswith("Set it")


def test_programs_get_every_finding(used: CommandLine, data: Path) -> None:
    found = used("doctor", "--json").json
    assert (found["planner"], found["fine"]) == (1, True)
    assert {check["about"] for check in found["checks"]} >= {
        "Program",
        "Data file",
        "Numbers",
        "Identities",
        "Log",
        "Permissions",
        "Lock",
        "Leftovers",
        "Backups",
        "Free space",
        "File system",
        "Settings",
        "Time zones",
        "Zone data",
        "Faults",
        "Terminal",
        "Locale",
    }


def test_no_finding_holds_what_a_person_wrote(used: CommandLine, data: Path) -> None:
    assert used("note", "1", "sentinel-secret").code == 0
    assert used("edit", "1", "company=Sentinel Ltd").code == 0
    result = used("doctor")
    assert "entinel" not in result.out + result.err

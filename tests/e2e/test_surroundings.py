"""Where the program is started may be odd: links, folders, zones and clocks that are not what one would expect."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import PLANNER, planner, run

ACME = ["add", "Acme", "Dev", "2026-12-04 14:00", "--zone", "Europe/Berlin"]

# Runs the program with a clock that stands at the instant given first.
AT_THIS_TIME = """
import sys
from datetime import datetime
from planner.system import clock
clock.system_clock = lambda at=datetime.fromisoformat(sys.argv.pop(1)): at
from planner.__main__ import main
sys.exit(main())
"""


def clocked(at: str, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """As run when the machine's clock shows `at`."""
    return run([sys.executable, "-c", AT_THIS_TIME, at, *words], os.environ | env)


def listed(run: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert run.returncode == 0, run.stderr
    found: list[dict[str, Any]] = json.loads(run.stdout)["interviews"]
    return found


# -- links and folders


def test_a_data_file_that_is_a_link_stays_one_and_what_it_leads_to_is_changed(home: Path) -> None:
    target = home / "elsewhere" / "mine.json"
    link = home / ".local" / "share" / "planner" / "planner.json"
    link.parent.mkdir(parents=True)
    link.symlink_to(target)
    assert planner(*ACME).returncode == 0
    assert planner("note", "1", "hello").returncode == 0
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert sorted(path.name for path in target.parent.iterdir()) == ["mine.json", "mine.json.backups", "mine.json.lock"]
    target.write_bytes(b"torn")
    assert planner("restore", "1", "--yes").returncode == 0
    assert link.is_symlink()
    assert len(listed(planner("list", "--json"))) == 1


@pytest.mark.parametrize("value", ["", "relative/folder", "~/data", "./x"])
def test_a_variable_that_names_no_absolute_folder_is_passed_over(home: Path, value: str) -> None:
    assert planner(*ACME, XDG_DATA_HOME=value, XDG_STATE_HOME=value, XDG_CONFIG_HOME=value).returncode == 0
    assert (home / ".local" / "share" / "planner" / "planner.json").exists()


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("/dev/null", "a part of its path is no folder"),
        ("/proc/nowhere", "it, or the folder it lies in, has gone"),
        ("/" + "x" * 300, "its name is too long"),
        ("/\udcff\x1b[2J" + "x" * 300, "its name is too long"),
    ],
)
def test_a_variable_that_names_what_can_be_no_folder_is_told_in_a_sentence(value: str, told: str) -> None:
    result = planner(*ACME, XDG_DATA_HOME=value)
    assert result.returncode == 4
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert "\x1b" not in result.stderr


def test_without_a_home_everything_works_where_the_folders_are_named(home: Path) -> None:
    folders = {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "STATE", "CONFIG")}
    env = {name: value for name, value in os.environ.items() if name != "HOME" and not name.startswith("XDG_")}
    assert run([*PLANNER, *ACME], env | folders).returncode == 0
    assert run([*PLANNER, "backup"], env | folders).returncode == 0
    assert run([*PLANNER, "doctor"], env | folders).returncode == 0
    data = str(home / "DATA" / "planner" / "planner.json")
    alone = env | {"PLANNER_DATA": data, "PLANNER_CONFIG": str(home / "none.toml")}
    assert len(listed(run([*PLANNER, "list", "--json"], alone))) == 1


def test_where_no_drafts_and_logs_can_be_kept_commands_work_all_the_same(home: Path) -> None:
    assert planner(*ACME).returncode == 0
    assert len(listed(planner("list", "--json", XDG_STATE_HOME="/dev/null"))) == 1


# -- clocks


def test_a_clock_that_goes_back_changes_no_order_and_unmakes_nothing(home: Path) -> None:
    held = ["add", "Acme", "Dev", "2026-11-23 14:00", "--zone", "America/New_York"]
    late, early = "2026-11-24T15:00:00+00:00", "2026-11-24T11:00:00+00:00"
    assert clocked(late, *held).returncode == 0
    assert clocked(late, "thank", "1", "--channel", "email").returncode == 0
    assert clocked(early, "note", "1", "noted when the clock had gone back").returncode == 0
    (one,) = listed(clocked(early, "list", "--json"))
    assert one["thank_you"]["state"] == "done"
    found = json.loads(clocked(early, "restore", "--json").stdout)["backups"]
    assert [version["revision"] for version in found] == [2, 1]
    assert "Undone: Note" in clocked(early, "undo").stderr
    assert "Undone: Thank-you" in clocked(early, "undo").stderr
    assert "Done again: Thank-you" in clocked(early, "redo").stderr
    examined = clocked(early, "doctor")
    assert examined.returncode == 4
    told = " ".join(examined.stdout.split())
    assert "1 of interview 1 lies in the future by this machine's clock" in told
    assert "Nothing is lost: changes are told apart by their number, not by their time." in told


def test_a_clock_at_the_beginning_of_time_does_no_harm(home: Path) -> None:
    for at in ("1970-01-01T00:00:00+00:00", "2037-12-31T23:59:59+00:00"):
        assert clocked(at, *ACME).returncode == 0
        assert clocked(at, "list").returncode == 0
    assert len(listed(planner("list", "--json"))) == 2


# -- zones


def test_a_host_that_is_in_another_zone_at_the_next_start_moves_no_interview(home: Path) -> None:
    at = "2026-11-24T15:00:00+00:00"
    add = ["add", "Acme", "Dev", "2026-11-25 14:00"]
    assert clocked(at, *add, TZ="America/New_York").returncode == 0
    before = listed(clocked(at, "list", "--json", TZ="America/New_York"))
    after = listed(clocked(at, "list", "--json", TZ="Asia/Tokyo"))
    assert before == after
    assert (before[0]["starts_at"], before[0]["time_zone"]) == ("2026-11-25T14:00:00-05:00", "America/New_York")
    assert clocked(at, *add, TZ="Asia/Tokyo").returncode == 0
    zones = [one["time_zone"] for one in listed(clocked(at, "list", "--json"))]
    assert sorted(zones) == ["America/New_York", "Asia/Tokyo"]
    assert "this machine's is taken, Asia/Tokyo" in clocked(at, *add, TZ="Asia/Tokyo").stderr


def test_a_zone_there_is_not_is_refused_instead_of_taken_as_utc(home: Path) -> None:
    result = planner("add", "Acme", "Dev", "2026-12-04 14:00", TZ="Middle-earth/Shire")
    assert result.returncode == 2
    assert "TZ" in result.stderr
    assert not (home / ".local" / "share" / "planner" / "planner.json").exists()


def test_a_host_without_zone_data_gives_the_same_answers(home: Path) -> None:
    at = "2026-11-24T15:00:00+00:00"
    without = {"PYTHONTZPATH": ""}
    add = ["add", "Acme", "Dev", "2026-11-23 14:00", "--zone", "Australia/Lord_Howe"]
    assert clocked(at, *add, **without).returncode == 0
    assert listed(clocked(at, "list", "--json", **without)) == listed(clocked(at, "list", "--json"))
    examined = json.loads(clocked(at, "doctor", "--json", **without).stdout)
    (zone_data,) = (check for check in examined["checks"] if check["about"] == "Zone data")
    assert (zone_data["sign"], "this machine has none of its own" in zone_data["found"]) == ("fine", True)

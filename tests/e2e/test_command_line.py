"""The command line as a shell runs it: real processes, pipes, signals' exit codes, other locales."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.program import PLANNER, planner

AT = ["--at", "2026-11-24T10:00:00-05:00"]
HELD = ["add", "Contoso", "Analyst", "2026-11-23 14:00", "--zone", "America/New_York", "--interviewer", "Ann Müller"]


def shell(script: str) -> subprocess.CompletedProcess[str]:
    """Runs bash with `planner` as a command."""
    prelude = f'planner() {{ "{sys.executable}" -m planner "$@"; }}; set -o pipefail; '
    return subprocess.run(
        ["bash", "-c", prelude + script], capture_output=True, check=False, encoding="utf-8", timeout=30
    )


def test_from_an_interview_to_a_date_and_back_over_separate_commands() -> None:
    added = planner(*AT, *HELD)
    assert (added.returncode, added.stdout) == (0, "")
    assert "Added for Mon 23 Nov 14:00, America/New_York." in added.stderr

    thanked = planner(*AT, "thank", "contoso", "--channel", "email")
    assert (thanked.returncode, "Follow-up opens Mon 30 Nov." in thanked.stderr) == (0, True)

    refused = planner(*AT, "follow-up", "contoso")
    assert (refused.returncode, "till Mon 30 Nov" in refused.stderr) == (5, True)

    told = planner(*AT, "told", "contoso", "decision", "4", "Dec")
    assert (told.returncode, "Follow-up opens Mon 7 Dec." in told.stderr) == (0, True)

    listed = json.loads(planner(*AT, "list", "--json").stdout)
    assert [one["follow_up"]["opens_on"] for one in listed["interviews"]] == ["2026-12-07"]

    assert planner(*AT, "undo").returncode == 0
    assert "Mon 30 Nov" in planner(*AT, "why", "1", "follow-up").stdout
    assert planner(*AT, "redo").returncode == 0
    assert "Mon 7 Dec" in planner(*AT, "why", "1", "follow-up").stdout

    assert planner(*AT, "add", "Contoso Labs", "Engineer", "fri 9:00", "--zone", "Europe/Berlin").returncode == 0
    assert planner(*AT, "show", "cont").returncode == 3
    assert planner(*AT, "told", "1", "decision", "the", "31st", "of", "June").returncode == 2
    assert planner("--at", "2026-12-07T09:00:00-05:00", "due", "--check").returncode == 10


def test_what_is_piped_into_head_makes_no_noise() -> None:
    planner(*AT, *HELD)
    # Far more than a pipe holds, so that the writer meets the closed end.
    run = shell("for i in 1 2 3 4 5 6; do planner note 1 \"$(head -c 19000 /dev/zero | tr '\\0' x)\"; done")
    assert run.returncode == 0
    run = shell("planner show 1 | head -1")
    assert (run.stdout, run.stderr, run.returncode) == ("Contoso\n", "", 0)


def test_an_import_that_was_agreed_to_is_made_though_nobody_reads_its_list_to_the_end(home: Path) -> None:
    many = [{"company": f"Acme {number}", "role": "Dev", "starts_at": "2026-12-04T14:00"} for number in range(2000)]
    (home / "many.json").write_text(json.dumps({"planner": 1, "interviews": many}))
    run = shell(f"planner import {home}/many.json --yes | head -1")
    assert (run.stdout.split()[0], run.returncode) == ("new", 0)
    assert len(json.loads(planner("list", "--json").stdout)["interviews"]) == 2000


def test_closed_streams_do_no_harm(home: Path) -> None:
    script = f"planner {' '.join(AT)} add Acme Dev 2026-12-04T14:00+01:00 --zone Europe/Berlin"
    assert shell(f"{script} <&-").returncode == 0
    assert shell(f"{script} >&- 2>&-").returncode == 0
    assert shell(f"{script} <&- >&- 2>&-").returncode == 0
    listed = json.loads(planner("list", "--json").stdout)
    assert [one["company"] for one in listed["interviews"]] == ["Acme"] * 3
    refused = shell("planner import - --yes <&-")
    assert (refused.returncode, "Traceback" in refused.stderr) == (2, False)


def test_a_full_disk_at_the_other_end_is_told() -> None:
    planner(*AT, *HELD)
    run = shell("planner list > /dev/full")
    assert run.returncode == 4
    assert run.stderr == "planner: The output could not be written: no space left on device.\n"


@pytest.mark.parametrize("env", [{"LANG": "C"}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}])
def test_the_c_locale_is_drawn_in_ascii(env: dict[str, str]) -> None:
    planner(*AT, *HELD)
    listed = planner(*AT, "show", "1", **env)
    assert listed.returncode == 0
    assert listed.stdout.splitlines()[1] == "Analyst . round 1 . number 1"


def test_a_stream_that_knows_only_ascii_gets_names_escaped_and_json_whole() -> None:
    planner(*AT, *HELD)
    env = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    assert "Ann M\\xfcller, interviewer" in planner("show", "1", **env).stdout
    exported = planner("export", "json", **env).stdout
    assert exported.isascii()
    assert json.loads(exported)["interviews"][0]["people"] == [{"name": "Ann Müller"}]


def test_without_a_home_it_says_what_to_set() -> None:
    env = {name: value for name, value in os.environ.items() if name != "HOME" and not name.startswith("XDG_")}
    run = subprocess.run([*PLANNER, "list"], capture_output=True, check=False, encoding="utf-8", env=env, timeout=30)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("planner: HOME is not set.")


@pytest.mark.parametrize(
    ("script", "env"), [("planner </dev/null", {}), ("planner demo 2>log </dev/null; e=$?; cat log; exit $e", {})]
)
def test_without_a_terminal_the_board_is_refused_without_an_escape_byte(
    script: str, env: dict[str, str], home: Path
) -> None:
    run = shell(f"cd {home}; {script}")
    assert run.returncode == 2
    assert "\x1b" not in run.stdout + run.stderr
    assert "planner list" in run.stdout + run.stderr


def test_a_command_loads_no_screen_and_no_library_it_does_not_use() -> None:
    planner(*AT, *HELD)
    kept_out = {"textual", "rich", "icalendar", "holidays", "tomlkit", "pendulum"}
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "planner", *AT, "list"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=30,
    )
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in run.stderr.splitlines() if "|" in line}
    assert "tinydb" in loaded
    assert loaded & kept_out == set()


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["list", "--help"]])
def test_help_loads_no_store(words: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "planner", *words],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=30,
    )
    loaded = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines() if "|" in line}
    assert run.returncode == 0
    found = {name for name in loaded if name.startswith(("tinydb", "planner.store", "planner.planning"))}
    assert found <= {"planner.planning", "planner.planning.terminals"}

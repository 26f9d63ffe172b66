"""The real program, killed or let down at each system call in turn: whole or not at all, and told."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import PLANNER, planner
from tests.e2e.pty_session import ROOT
from tests.store.made import data_file, edited, filled

KNOWN = 3
MANY = 1_000


def companies(data: Path) -> list[str]:
    run = planner("--data", str(data), "list", "--json")
    assert run.returncode == 0, run.stderr
    return [one["company"] for one in json.loads(run.stdout)["interviews"]]


def exchange(file: Path, count: int) -> Path:
    """A file with that many interviews to import."""
    one = {"role": "Analyst", "starts_at": "2026-11-23T14:00", "time_zone": "America/New_York"}
    interviews = [one | {"company": f"Company {n}", "uid": f"brought-{n}"} for n in range(count)]
    file.write_text(json.dumps({"planner": 1, "interviews": interviews}))
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a data file of three interviews, and a backup of the version before its last change."""
    store = data_file(tmp_path / "data" / "planner.json")
    store.commit(filled(KNOWN))
    store.commit(edited(1, "hello"))
    return tmp_path / "data"


def blows(folder: Path, blow: str, *command: str, step: int = 1) -> list[dict[str, Any]]:
    run = subprocess.run(
        [sys.executable, "-m", "tests.e2e.blows", str(folder), blow, str(step), "--", *command],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


def test_an_import_of_a_thousand_killed_at_any_call_is_there_whole_or_not_at_all(folder: Path, tmp_path: Path) -> None:
    file = exchange(tmp_path / "many.json", MANY)
    found = blows(folder, "kill", "import", str(file), "--yes", step=2)
    assert {one["code"] for one in found} == {-signal.SIGKILL}
    assert {one["held"] for one in found} == {KNOWN, KNOWN + MANY}
    assert {one["next_code"] for one in found} == {0}
    # Before the file has its name nothing is there, and from then on everything.
    held = [one["held"] for one in found]
    assert held == sorted(held)
    assert [one["call"] for one in found].count("fsync") >= 2


def test_an_import_interrupted_at_any_call_is_there_whole_or_not_at_all_and_leaves_nothing_behind(
    folder: Path, tmp_path: Path
) -> None:
    file = exchange(tmp_path / "some.json", 10)
    found = blows(folder, "interrupt", "import", str(file), "--yes", step=2)
    assert {(one["code"], *one["left"], one["next_code"]) for one in found} == {(130, 0)}
    assert not any("Traceback" in one["told"] for one in found)
    assert {one["held"] for one in found} == {KNOWN, KNOWN + 10}


COMMANDS = {
    "add": (["add", "Acme", "Dev", "2026-12-04 14:00", "--zone", "Europe/Berlin"], KNOWN + 1),
    "delete": (["delete", "2"], KNOWN - 1),
    "undo": (["undo", "--yes"], KNOWN),
    "restore": (["restore", "1", "--yes"], KNOWN),
}


@pytest.mark.parametrize(
    ("blow", "name"),
    [*(("kill", name) for name in COMMANDS), ("full", "add"), ("broken", "delete"), ("read-only", "restore")],
)
def test_whatever_befalls_a_change_the_file_opens_and_what_was_reported_saved_is_there(
    folder: Path, blow: str, name: str
) -> None:
    command, after = COMMANDS[name]
    for one in blows(folder, blow, *command, step=2):
        assert one["held"] in (KNOWN, after), one
        assert one["next_code"] == 0, one
        assert "Traceback" not in one["told"], one
        if one["code"] == 0:
            assert one["held"] == after, one
        elif blow == "kill":
            assert one["code"] == -signal.SIGKILL, one
        else:
            assert (one["code"], one["left"]) == (4, []), one
            assert "planner: " in one["told"], one


def test_killed_while_its_temporary_file_is_there_an_import_leaves_the_old_one(folder: Path, tmp_path: Path) -> None:
    file = exchange(tmp_path / "many.json", MANY)
    data = folder / "planner.json"
    before = data.read_bytes()
    with subprocess.Popen(
        [*PLANNER, "--data", str(data), "import", str(file), "--yes"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as importing:
        while importing.poll() is None:
            if any(file.suffix == ".tmp" for file in folder.iterdir()):
                importing.kill()
                break
            time.sleep(0)
    assert data.read_bytes() == before or len(companies(data)) == KNOWN + MANY
    assert planner("--data", str(data), "note", "1", "next").returncode == 0


def test_where_files_may_not_grow_larger_nothing_is_lost_and_the_limit_is_named(folder: Path, tmp_path: Path) -> None:
    file = exchange(tmp_path / "many.json", MANY)
    data = folder / "planner.json"
    before = data.read_bytes()
    script = f'ulimit -f 16; exec "{sys.executable}" -m planner --data "{data}" import "{file}" --yes'
    run = subprocess.run(["bash", "-c", script], capture_output=True, check=False, encoding="utf-8", timeout=60)
    assert run.returncode == 4
    assert "it would be larger than files may be here" in run.stderr
    assert "ulimit -f" in run.stderr
    assert data.read_bytes() == before
    assert not list(folder.rglob("*.tmp"))
    assert planner("--data", str(data), "import", str(file), "--yes").returncode == 0
    assert len(companies(data)) == KNOWN + MANY


# Root may write anywhere, unless it has given that up.
HUMBLE = """
import ctypes, os, sys
if sys.platform == "linux" and os.geteuid() == 0:
    for capability in (1, 2, 3):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
os.execv(sys.executable, [sys.executable, "-m", "planner", *sys.argv[1:]])
"""


def humble(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-ISc", HUMBLE, *words]
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=60)


def test_in_a_home_that_is_read_only_all_can_be_looked_at_and_a_change_says_why_not(home: Path) -> None:
    home.chmod(0o500)
    try:
        look, examined = humble("list"), humble("doctor")
        change = humble("add", "Acme", "Dev", "2026-12-04 14:00")
    finally:
        home.chmod(0o700)
    assert (look.returncode, change.returncode) == (0, 4)
    assert "permission is denied" in change.stderr
    assert "Data file" in examined.stdout
    assert list(home.iterdir()) == []


def test_in_a_read_only_folder_everything_can_be_read_and_a_change_says_why_not(folder: Path) -> None:
    data = folder / "planner.json"
    before = data.read_bytes()

    folder.chmod(0o500)
    try:
        assert humble("--data", str(data), "list").returncode == 0
        refused = humble("--data", str(data), "add", "Acme", "Dev", "2026-12-04 14:00", "--zone", "Europe/Berlin")
        assert refused.returncode == 4
        assert refused.stderr.startswith(f"planner: Nothing was saved in {data}: permission is denied.")
    finally:
        folder.chmod(0o700)
    assert data.read_bytes() == before

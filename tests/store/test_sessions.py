"""Several sessions and SIGKILL: the file always opens, and no acknowledged change is lost."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def sessions(folder: Path, *arguments: str) -> dict[str, Any]:
    """What came of it; in an interpreter of its own, that forks and has no threads."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.store.sessions", str(folder), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_after_any_kill_the_file_opens_and_holds_all_that_was_acknowledged(tmp_path: Path) -> None:
    found = sessions(tmp_path, "kills", "40")
    assert found["unopenable"] == []
    assert found["lost"] == []
    assert found["acknowledged"] >= 40
    assert found["next change took"] < 1


def test_of_changes_made_by_four_processes_at_once_none_is_lost(tmp_path: Path) -> None:
    found = sessions(tmp_path, "race", "4", "25")
    assert found["said"] == [25] * 4
    assert found["held"] == [25] * 4
    assert found["revision"] == 100
    assert found["longest wait"] < 5

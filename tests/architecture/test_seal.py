"""No test sees the environment of the person who runs it."""

import os
import subprocess
import sys
import time
from pathlib import Path


def test_home_is_empty_and_belongs_to_the_test(home: Path) -> None:
    assert Path.home() == home
    assert list(home.iterdir()) == []


def test_settings_logs_and_data_lie_in_that_home(home: Path) -> None:
    assert all(
        Path(os.environ[name]).is_relative_to(home)
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    )


def test_no_variable_of_the_program_or_of_textual_is_set() -> None:
    assert [name for name in os.environ if name.startswith(("PLANNER_", "TEXTUAL"))] == []


def test_the_zone_is_utc_here_and_in_processes_started_here() -> None:
    theirs = subprocess.run(
        [sys.executable, "-c", "import time; print(time.tzname[0])"], capture_output=True, text=True, check=True
    )
    assert (time.tzname[0], theirs.stdout.strip()) == ("UTC", "UTC")

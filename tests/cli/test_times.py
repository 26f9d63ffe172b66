"""Sixty odd times, by the real commands: skipped and repeated hours, leap days, far zones, the turn of the year."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.cli import times
from tests.e2e.pty_session import ROOT


def test_each_odd_time_is_understood_or_refused_and_opens_what_it_should_to_the_second(tmp_path: Path) -> None:
    assert len([*times.rows(times.TYPED), *times.rows(times.HELD)]) == 60
    assert [*times.typed(tmp_path), *times.held(tmp_path)] == []


def test_so_it_is_without_compiled_pendulum_on_a_far_machine_that_has_no_zones_of_its_own(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.cli.times", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"PENDULUM_EXTENSIONS": "0", "PYTHONTZPATH": "", "TZ": "Pacific/Kiritimati"},
        capture_output=True,
        check=False,
    )
    assert json.loads(run.stdout or b"0") == [], run.stderr

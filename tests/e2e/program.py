"""The real program as a shell starts it: a process of its own, with no terminal."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

PLANNER = (sys.executable, "-m", "planner")
LONGEST_SECONDS = 60
"""No command takes a tenth of that; a busy machine may."""


def run(command: Sequence[str], env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """What came of a command that is asked nothing, with nothing but `env` around it."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=LONGEST_SECONDS,
        env=env,
    )


def planner(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """What came of `planner` with these words, in the test's environment changed by `env`."""
    return run([*PLANNER, *words], os.environ | env)

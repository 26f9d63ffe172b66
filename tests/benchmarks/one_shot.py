"""Commands that end by themselves: how long they took, seen from outside."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from tempfile import TemporaryFile
from threading import Thread
from time import perf_counter, sleep
from typing import NamedTuple

from tests.benchmarks import processes
from tests.benchmarks.in_turn import Sample

GLANCE = 0.002
"""Seconds between two looks at how much memory a process holds."""


class Shot(NamedTuple):
    """`wall` is seconds from before it was started until it had ended, `processor` those it used; `peak` is in bytes."""

    wall: float
    processor: float
    peak: int
    out: str

    @property
    def sample(self) -> Sample:
        """Both times in milliseconds."""
        return {"wall": self.wall * 1000, "processor": self.processor * 1000}


def shot(command: Sequence[str], env: Mapping[str, str], *, watched: bool = False) -> Shot:
    """Runs it; what it prints goes into a pipe, as where a prompt asks. Its memory is looked at only when `watched`.

    AssertionError where it failed: to fail takes another time than to do what was asked.
    """
    begun = perf_counter()
    with (
        TemporaryFile() as errors,
        subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors) as process,
    ):
        peaks = [0]
        watching = Thread(target=_watch, args=(process.pid, peaks), daemon=True)
        if watched:
            watching.start()
        out = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise AssertionError(f"{' '.join(command)} ended with {process.returncode}: {errors.read().decode()}")
    return Shot(wall, usage.ru_utime + usage.ru_stime, max(peaks), out.decode())


def _watch(pid: int, peaks: list[int]) -> None:
    while peak := processes.peak_memory(pid):
        peaks.append(peak)
        sleep(GLANCE)

"""A disk that goes wrong at a chosen call, standing between the store and the operating system."""

import errno
import fcntl
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

import pytest

CALLS = ("open", "close", "read", "write", "fstat", "listdir", "replace", "link", "unlink", "mkdir", "chmod", "fchmod")


class Fault(StrEnum):
    """What happens at the call."""

    DIES_BEFORE = "dies before"
    DIES_AFTER = "dies after"
    FULL = "disk full"
    BROKEN = "disk error"
    SHORT = "writes half"
    INTERRUPTED_BEFORE = "interrupted before"
    INTERRUPTED_AFTER = "interrupted after"


class Died(BaseException):
    """Stands for SIGKILL: no call that follows it does anything."""


class Disk:
    """Notes the calls made, as (name, path), and lets `fault` happen at the one numbered `at`.

    Its fsync is a note only: what it is for, a power cut, is nothing a test in one process could make.
    """

    def __init__(self, at: int = -1, fault: Fault | None = None) -> None:
        self.calls: list[tuple[str, str]] = []
        self._at = at
        self._fault = fault
        self._dead = False
        self._open: dict[int, str] = {}

    @contextmanager
    def used(self) -> Iterator[None]:
        """Within, this is the disk; on leaving, what was left open is closed, as the kernel does when a process ends."""
        close = os.close
        with pytest.MonkeyPatch.context() as patched:
            for name in CALLS:
                patched.setattr(os, name, self._standing_for(name, getattr(os, name)))
            patched.setattr(os, "fsync", self._standing_for("fsync", lambda _descriptor: None))
            patched.setattr(fcntl, "flock", self._standing_for("flock", fcntl.flock))
            try:
                yield
            finally:
                for descriptor in self._open:
                    close(descriptor)

    def _standing_for(self, name: str, real: Callable[..., Any]) -> Callable[..., object]:
        def call(*args: Any, **kwargs: object) -> object:  # noqa: ANN401 - whatever the real one takes
            if self._dead:
                raise Died
            self.calls.append((name, self._open.get(args[0], str(args[-1 if name == "replace" else 0]))))
            fault = self._fault if len(self.calls) - 1 == self._at else None
            self._before(fault)
            if fault is Fault.SHORT and name == "write":
                args = (args[0], args[1][: len(args[1]) // 2])
            result = real(*args, **kwargs)
            if name == "open":
                self._open[result] = os.fspath(args[0])
            elif name == "close":
                del self._open[args[0]]
            self._after(fault)
            return result

        return call

    def _before(self, fault: Fault | None) -> None:
        if fault is Fault.DIES_BEFORE:
            self._dead = True
            raise Died
        if fault is Fault.INTERRUPTED_BEFORE:
            raise KeyboardInterrupt
        if fault in (Fault.FULL, Fault.BROKEN):
            raise OSError(errno.ENOSPC if fault is Fault.FULL else errno.EIO, "made up")

    def _after(self, fault: Fault | None) -> None:
        if fault is Fault.DIES_AFTER:
            self._dead = True
            raise Died
        if fault is Fault.INTERRUPTED_AFTER:
            raise KeyboardInterrupt


def confirming_no_folder(patched: pytest.MonkeyPatch) -> None:
    """Has the disk keep what files hold, and say of no folder that its names are safe."""
    sync = os.fsync

    def fails_for_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "made up")
        sync(descriptor)

    patched.setattr(os, "fsync", fails_for_folders)

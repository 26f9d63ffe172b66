"""One writer at a time between processes: a lock that the kernel frees when its holder dies."""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from planner.domain.errors import Busy


def path_of(data_file: Path) -> Path:
    """The lock of a data file."""
    return data_file.with_name(f"{data_file.name}.lock")


@contextmanager
def held(path: Path, wait: float, queue: Path | None = None) -> Iterator[None]:
    """Holds the lock of the file `path`, which is made when missing and never removed. Raises Busy after `wait` seconds.

    Who removed it would let two in, each with a lock on a file of that name. `queue` is a folder, also to be locked, at
    which all but the first stand in line: the kernel gives a lock to whoever asks while the one it woke is not yet
    awake, so that a session that writes again and again would go before all who wait.
    """
    until = time.monotonic() + wait
    with ExitStack() as stack:
        with ExitStack() as waiting:
            if queue:
                with suppress(OSError):  # not there yet, or not to be locked here: then nobody stands in line
                    waiting.enter_context(_locked(os.open(queue, os.O_RDONLY | os.O_DIRECTORY), wait))
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NONBLOCK, 0o600)
            stack.enter_context(_locked(descriptor, until - time.monotonic()))
        os.fchmod(descriptor, 0o600)  # the umask may have taken more away
        yield


@contextmanager
def _locked(descriptor: int, wait: float) -> Iterator[None]:
    """Locks what is open there, and closes it in the end."""
    waiter = None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if wait > 0:
                waiter = _Waiter(descriptor)
            if waiter is None or not waiter.has_it_within(wait):
                raise Busy("Another session is writing to the data file.", "Try again in a moment.") from None
        yield
    finally:
        if waiter is None or waiter.is_ours:
            with suppress(OSError):  # whatever it says, the descriptor is gone, and with it the lock
                os.close(descriptor)


class _Waiter:
    """Waits in the kernel, whose queue is fair and quick, in a thread of its own: such a wait has no limit.

    If the caller leaves before the lock comes, the descriptor is the thread's, which gives the lock back at once.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._turn = threading.Lock()
        self._over = threading.Event()
        self._error: OSError | None = None
        self.is_ours = True

    def has_it_within(self, seconds: float) -> bool:
        """Whether the lock came in time."""
        threading.Thread(target=self._wait, name="waiting for the lock", daemon=True).start()
        try:
            self._over.wait(seconds)
        finally:
            with self._turn:
                self.is_ours = self._over.is_set()
        if self._error:
            raise self._error
        return self.is_ours

    def _wait(self) -> None:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX)
        except OSError as error:
            self._error = error
        with self._turn:
            if self.is_ours:
                self._over.set()
            else:
                os.close(self._descriptor)

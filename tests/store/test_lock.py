"""One writer at a time, who waits no longer than asked, and dies without leaving a lock."""

import errno
import fcntl
import os
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from planner.domain.errors import Busy, StoreTrouble
from planner.store import lock
from planner.store.data_file import DataFile
from tests.store.made import added, data_file, uids, undone


@contextmanager
def another_session(path: Path) -> Iterator[None]:
    """Another session that is writing meanwhile: a lock of an own opening counts as a process of its own."""
    path.parent.mkdir(exist_ok=True)
    with lock.held(path.with_name(f"{path.name}.lock"), 0):
        yield


@pytest.mark.parametrize("wait", [0, 0.05])
def test_who_waits_no_longer_is_told_so_and_nothing_is_changed(path: Path, store: DataFile, wait: float) -> None:
    store.commit(added("first"))
    with another_session(path), pytest.raises(Busy, match="Another session is writing"):
        store.commit(added("second"), wait)
    assert uids(store.load()) == ["first"]


def test_a_waiter_gets_the_lock_as_soon_as_it_is_free(path: Path, store: DataFile) -> None:
    done = threading.Event()

    def commit() -> None:
        store.commit(added("waited"), wait=30)
        done.set()

    with another_session(path):
        waiter = threading.Thread(target=commit)
        waiter.start()
        assert not done.wait(0.05)
    waiter.join(10)
    assert done.is_set()
    assert uids(data_file(path).load()) == ["waited"]


def test_who_comes_later_does_not_go_before_those_who_wait(path: Path, store: DataFile) -> None:
    store.commit(added("first"))
    store.commit(added("second"))
    waiter = threading.Thread(target=lambda: data_file(path).commit(added("waited"), wait=30))
    line = os.open(path.with_name("planner.json.backups"), os.O_RDONLY)
    try:
        fcntl.flock(line, fcntl.LOCK_EX)  # the place of the one whom the lock is to come to next
        with pytest.raises(Busy):
            store.commit(added("pushed in"), wait=0)
        waiter.start()
    finally:
        os.close(line)
    waiter.join(10)
    assert uids(store.load()) == ["first", "second", "waited"]


def test_where_folders_can_not_be_locked_nobody_stands_in_line(
    path: Path, store: DataFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.commit(added("first"))
    store.commit(added("second"))
    flock = fcntl.flock

    def of_files_only(descriptor: int, how: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EBADF, "made up")
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", of_files_only)
    assert uids(store.commit(added("third"))) == ["first", "second", "third"]


def test_a_waiter_that_left_gives_the_lock_back_when_it_comes(path: Path, store: DataFile) -> None:
    with another_session(path):
        for _ in range(3):
            with pytest.raises(Busy):
                store.commit(added("left"), wait=0.01)
        left = [thread for thread in threading.enumerate() if thread.name == "waiting for the lock"]
        assert len(left) == 3
        assert all(thread.daemon for thread in left)
    for thread in left:
        thread.join(10)
    assert uids(store.commit(added("next"), wait=0)) == ["next"]


def test_an_interrupted_waiter_gives_the_lock_back_too(
    path: Path, store: DataFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            if timeout and timeout > 1:
                raise KeyboardInterrupt
            return super().wait(timeout)

    with another_session(path):
        with monkeypatch.context() as patched:
            patched.setattr(threading, "Event", Interrupted)
            with pytest.raises(KeyboardInterrupt):
                store.commit(added("interrupted"), wait=5)
        left = [thread for thread in threading.enumerate() if thread.name == "waiting for the lock"]
    for thread in left:
        thread.join(10)
    assert uids(store.commit(added("next"), wait=0)) == ["next"]


def test_what_goes_wrong_in_the_waiting_thread_reaches_the_caller(
    path: Path, store: DataFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    flock = fcntl.flock

    def without_locks(descriptor: int, how: int) -> None:
        if how == fcntl.LOCK_EX:
            raise OSError(errno.ENOLCK, "no locks")
        flock(descriptor, how)

    with another_session(path):
        monkeypatch.setattr(fcntl, "flock", without_locks)
        with pytest.raises(StoreTrouble, match="this file system has no locks"):
            store.commit(added(), wait=5)


def test_the_lock_is_free_after_a_change_that_failed(path: Path, store: DataFile) -> None:
    with pytest.raises(IndexError):
        store.commit(undone)
    assert uids(store.commit(added(), wait=0)) == ["6f0c"]


def test_the_file_of_the_lock_stays(path: Path, store: DataFile) -> None:
    store.commit(added("a"))
    inode = path.with_name("planner.json.lock").stat().st_ino
    store.commit(added("b"))
    assert path.with_name("planner.json.lock").stat().st_ino == inode


def test_readers_need_no_lock(path: Path, store: DataFile) -> None:
    store.commit(added())
    with another_session(path):
        assert uids(data_file(path).load()) == ["6f0c"]

"""Whole files: read with a limit, or replaced so that a crash at any point leaves the old one or the new one."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from planner import disk
from planner.domain.errors import NotConfirmed, StoreTrouble
from planner.store.trouble import reason


class Stamp(NamedTuple):
    """Tells one version of a file from another without reading it."""

    inode: int
    changed_ns: int
    size: int


def stamp(path: Path) -> Stamp | None:
    """The stamp of the file there is; None without one."""
    try:
        return _stamp(path.stat())
    except FileNotFoundError:
        return None


def read(path: Path, limit: int) -> tuple[bytes, Stamp]:
    """All of a regular file of at most `limit` bytes. FileNotFoundError says that there is none."""
    # O_NONBLOCK: opening a FIFO would wait for its other end.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise StoreTrouble(f"{path} is no regular file.", "Choose another file with --data.")
        content = b""
        while len(content) <= limit and (part := os.read(descriptor, min(status.st_size, limit) + 1)):
            content = content + part if content else part
        if len(content) > limit:
            raise StoreTrouble(f"{path} is larger than {limit / 2**20:.0f} MiB.", "Choose another file with --data.")
        return content, _stamp(status)
    finally:
        _closed(descriptor)


def write(path: Path, content: bytes | Iterable[bytes], *, durable: bool = True) -> Stamp:
    """Puts `content` in the place of the file: whole, or, with an OSError, not at all; for the owner's eyes only.

    If `durable`, it has reached the disk on return; NotConfirmed says that it is in place, but may not have.
    """
    made = disk.put(path, content, durable=durable)
    if durable:
        try:
            disk.sync_folder(path.parent)
        except OSError as error:
            why, hint = reason(error, path)
            raise NotConfirmed(f"{path} was saved, but the disk did not confirm it: {why}.", hint) from error
    return _stamp(made)


def sweep(folder: Path, before: float, prefix: str = ".") -> None:
    """Removes what sessions that were killed left half written before that time, given in seconds since 1970.

    Only names that begin with `prefix` are touched. A folder that is not there has nothing to sweep.
    """
    for found in left_behind(folder, before, prefix):
        with suppress(FileNotFoundError):
            found.unlink()


def left_behind(folder: Path, before: float, prefix: str = ".") -> Iterator[Path]:
    """What `sweep` would remove."""
    with suppress(FileNotFoundError):
        for found in folder.iterdir():
            if disk.is_temporary(found.name) and found.name.startswith(prefix):
                with suppress(FileNotFoundError):
                    if found.lstat().st_mtime < before:
                        yield found


def _closed(descriptor: int) -> None:
    """Closes what was only read: by then its failing means nothing."""
    with suppress(OSError):
        os.close(descriptor)


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_ino, status.st_mtime_ns, status.st_size)

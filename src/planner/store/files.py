"""Whole files: read with a limit, or replaced so that a crash at any point leaves the old one or the new one."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from planner.domain.errors import NotConfirmed, StoreTrouble
from planner.store.trouble import reason

_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{16}\.tmp", re.DOTALL)


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


def write(path: Path, content: bytes, *, durable: bool = True) -> Stamp:
    """Puts `content` in the place of the file: whole, or, with an OSError, not at all; for the owner's eyes only.

    If `durable`, it has reached the disk on return; NotConfirmed says that it is in place, but may not have.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(8).hex()}.tmp")
    try:
        made = _written(temporary, content, durable=durable)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    if durable:
        try:
            sync_folder(path.parent)
        except OSError as error:
            why, hint = reason(error, path)
            raise NotConfirmed(f"{path} was saved, but the disk did not confirm it: {why}.", hint) from error
    return made


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable: without it a power cut can bring the replaced file back."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        _closed(descriptor)


def make_folders(folder: Path) -> None:
    """The folder, with those above it that are missing; whichever is made is its owner's alone."""
    if folder.is_dir():
        return
    make_folders(folder.parent)
    with suppress(FileExistsError):  # another session was quicker
        folder.mkdir(0o700)
        folder.chmod(0o700)  # the umask may have taken more away
    sync_folder(folder.parent)


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
            if is_temporary(found.name) and found.name.startswith(prefix):
                with suppress(FileNotFoundError):
                    if found.lstat().st_mtime < before:
                        yield found


def is_temporary(name: str) -> bool:
    """Whether that is how `write` calls a file before it is whole."""
    return bool(_TEMPORARY.fullmatch(name))


def _written(path: Path, content: bytes, *, durable: bool) -> Stamp:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        os.fchmod(descriptor, 0o600)  # the umask may have taken more away
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if durable:
            os.fsync(descriptor)
        return _stamp(os.fstat(descriptor))
    finally:
        os.close(descriptor)


def _closed(descriptor: int) -> None:
    """Closes what was only read: by then its failing means nothing."""
    with suppress(OSError):
        os.close(descriptor)


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_ino, status.st_mtime_ns, status.st_size)

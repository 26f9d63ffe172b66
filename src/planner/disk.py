"""Whole files, and folders of one's own: what is put on the disk is there whole or not at all, for its owner's eyes."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700
_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{16}\.tmp", re.DOTALL)


def put(
    path: Path, content: bytes | Iterable[bytes], mode: int = OWNER_ONLY, *, durable: bool = True
) -> os.stat_result:
    """Puts `content` in the place of the file: whole, or, with an OSError, not at all; what it then is.

    If `durable`, the content has reached the disk on return; its name has only after `sync_folder`.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(8).hex()}.tmp")
    try:
        made = _written(temporary, content, mode, durable=durable)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return made


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable: without it a power cut can bring the replaced file back."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        with suppress(OSError):  # closing what was only read: by then its failing means nothing
            os.close(descriptor)


def make_folders(folder: Path) -> None:
    """The folder, with those above it that are missing; whichever is made is its owner's alone."""
    if folder.is_dir():
        return
    make_folders(folder.parent)
    with suppress(FileExistsError):  # another session was quicker
        folder.mkdir(OWNER_ONLY_FOLDER)
        folder.chmod(OWNER_ONLY_FOLDER)  # the umask may have taken more away
    sync_folder(folder.parent)


def is_temporary(name: str) -> bool:
    """Whether that is how `put` calls a file before it is whole."""
    return bool(_TEMPORARY.fullmatch(name))


def _written(path: Path, content: bytes | Iterable[bytes], mode: int, *, durable: bool) -> os.stat_result:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, OWNER_ONLY)
    try:
        os.fchmod(descriptor, mode)  # the umask may have taken more away
        for piece in (content,) if isinstance(content, bytes) else content:
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        if durable:
            os.fsync(descriptor)
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)

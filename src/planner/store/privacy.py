"""Sees to it that nobody but the owner can read or change a data file and what lies around it."""

import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from planner.store import backups, lock, rescue
from planner.store.trouble import reason

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Opened(NamedTuple):
    """A file or folder of ours, and its mode, by which others may look into it."""

    path: Path
    mode: int


def told_and_mended(path: Path) -> tuple[str, ...]:
    """Closes the data file and the folder of its backups to others, if need be; a sentence for each that was open."""
    return tuple(mended(found) for found in opened([path, backups.folder_of(path)]))


def around(path: Path) -> list[Path]:
    """The data file with everything of it that lies beside it."""
    return [path, lock.path_of(path), *rescue.set_aside(path), backups.folder_of(path), *_backups_of(path)]


def opened(paths: Iterable[Path]) -> Iterator[Opened]:
    """Those of the paths that others may read, write or enter. A link is not followed, nor is anything but a file ours."""
    for path in paths:
        with suppress(OSError):
            mode = path.lstat().st_mode
            if (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) and mode & _OTHERS:
                yield Opened(path, stat.S_IMODE(mode))


def mended(found: Opened) -> str:
    """Takes from others what they may do with it; what was, and what is now, as a sentence."""
    was = f"{found.path} was open to others (mode {found.mode:04o})"
    try:
        found.path.chmod(found.mode & ~_OTHERS)
    except OSError as error:
        why, hint = reason(error, found.path)
        return f"{was} and still is: {why}. {hint}"
    if any(opened([found.path])):
        return f"{was} and still is: this file system keeps no modes. Keep the data on another one."
    return f"{was}; now only you can read it."


def _backups_of(path: Path) -> list[Path]:
    with suppress(FileNotFoundError, NotADirectoryError):
        return sorted(backups.folder_of(path).iterdir())
    return []

"""Sees to it that nobody but the owner can read or change a data file and what lies around it."""

import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from planner.store.trouble import reason

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Opened(NamedTuple):
    """A file or folder of ours, and its mode, by which others may look into it."""

    path: Path
    mode: int


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

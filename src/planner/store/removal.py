"""Removes a data file with everything of it that lies around it, and nothing that is not ours."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from planner import disk
from planner.planning.upkeep import Belongings
from planner.store import backups, files, lock, rescue
from planner.store.trouble import told

_ANY_TIME = float("inf")


def belongings(given: str | os.PathLike[str], size_limit: int) -> Belongings:
    """The data file, its backups, what was set aside or left behind, its lock; and the link that leads to it."""
    link, path = Path(given), Path(os.path.realpath(given))
    folder = backups.folder_of(path)
    with told(path, f"What lies around {path} can't be read"):
        half = files.left_behind(path.parent, _ANY_TIME, f".{path.name}.")
        found = [*_of_backups(folder), *rescue.set_aside(path), *half]
        foreign = [each for each in _inside(folder) if each not in found]
    if path.is_file():
        (found if rescue.is_ours(path, size_limit) else foreign).append(path)
    if link.is_symlink() and path not in foreign:
        found.append(link)
    # The lock last: as long as it is there, no other session writes.
    found += [each for each in (lock.path_of(path),) if each.is_file()]
    return Belongings(tuple(found), (folder,) if folder.is_dir() else (), tuple(foreign))


def remove(given: str | os.PathLike[str], what: Belongings, wait: float) -> None:
    """Removes the files, then the folders that are empty. Raises Busy while another session writes.

    One that has gone by now is passed over; where one can't be removed, those after it stay too.
    """
    path = Path(os.path.realpath(given))
    with ExitStack() as stack:
        with told(path, "Nothing was removed"):
            if lock.path_of(path).is_file():
                stack.enter_context(lock.held(lock.path_of(path), wait))
        for file in what.files:
            with (
                told(file, f"{file} can't be removed, nor what was to be removed after it"),
                suppress(FileNotFoundError),
            ):
                file.unlink()
        for folder in what.folders:
            with suppress(OSError):  # something else lies in it
                folder.rmdir()


def _of_backups(folder: Path) -> Iterator[Path]:
    for file in _inside(folder):
        if backups.is_ours(file.name) or disk.is_temporary(file.name):
            yield file


def _inside(folder: Path) -> list[Path]:
    with suppress(FileNotFoundError, NotADirectoryError):
        return sorted(folder.iterdir())
    return []

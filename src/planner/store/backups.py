"""Earlier versions of the data file: the last ten, the last one of each of the last fourteen days, and ten that count.

Those that count were asked for, or stood before a change that is hard to make good by hand: one that took an interview
away or touched several (a delete, an import, a restore), or brought the file into a newer form.
"""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from planner import disk
from planner.domain.errors import StoreTrouble
from planner.store import files

VERSIONS_KEPT = 10
DAYS_KEPT = 14
LASTING_KEPT = 10
DAMAGED = ".damaged"
"""Ends the name of one that cannot be opened, once it is taken out of the list."""

_NAME = re.compile(r"(\d{6,})-r(\d+)-(\d{4}-\d\d-\d\d)(-kept)?\.json", re.ASCII)


class Backup(NamedTuple):
    """A version that was replaced. `number` tells their order, whatever the clock or the revision did.

    `revision` is the one it holds, `written_on` the day it became the data file, in the zone of who replaced it. A
    `lasting` one outlives the ten changes after it. The time of the copy is that of the file it is a copy of.
    """

    number: int
    revision: int
    written_on: date
    path: Path
    lasting: bool = False


def folder_of(path: Path) -> Path:
    """Where the backups of a data file are."""
    return path.with_name(f"{path.name}.backups")


def kept(path: Path) -> list[Backup]:
    """The backups of a data file, newest first."""
    found = []
    with suppress(FileNotFoundError):
        for file in folder_of(path).iterdir():
            match = _NAME.fullmatch(file.name)
            with suppress(ValueError):  # a stranger's file, named after a day there is not
                if match:
                    day = date.fromisoformat(match[3])
                    found.append(Backup(int(match[1]), int(match[2]), day, file, bool(match[4])))
    return sorted(found, reverse=True)


def is_ours(name: str) -> bool:
    """Whether a file of that name is a backup, or was one until it could not be opened."""
    return bool(_NAME.fullmatch(name.removesuffix(DAMAGED)))


def keep(
    path: Path,
    content: bytes,
    revision: int,
    written_at: datetime,
    *,
    lasting: bool = False,
    durable: bool = False,
) -> Path:
    """Copies `content`, which is about to be replaced, and removes copies that are no longer to be kept.

    A copy, since an editor that writes in place would change a hard link too. It need not reach the disk at once: what
    it guards against comes later; who asks for it by name may want it `durable`.
    """
    there = kept(path)
    if there and there[0].revision == revision and there[0].lasting >= lasting and _holds(there[0], content):
        return there[0].path  # a save that failed had come this far
    folder = folder_of(path)
    disk.make_folders(folder)
    number = there[0].number + 1 if there else 1
    written_on = written_at.date()
    name = f"{number:06}-r{revision}-{written_on.isoformat()}{'-kept' if lasting else ''}.json"
    new = Backup(number, revision, written_on, folder / name, lasting)
    files.write(new.path, content, durable=durable)
    with suppress(OSError):  # some file systems keep no such times
        os.utime(new.path, (written_at.timestamp(), written_at.timestamp()))
    for backup in superfluous([new, *there]):
        with suppress(FileNotFoundError):
            backup.path.unlink()
    return new.path


def superfluous(newest_first: Iterable[Backup]) -> list[Backup]:
    """Those that are neither of the last versions, nor the last of one of the last days, nor of the last that count."""
    days: set[date] = set()
    lasting = 0
    found = []
    for place, backup in enumerate(newest_first):
        last_of_its_day = backup.written_on not in days and len(days) < DAYS_KEPT
        days.add(backup.written_on)
        lasting += backup.lasting
        counts = backup.lasting and lasting <= LASTING_KEPT
        if place >= VERSIONS_KEPT and not last_of_its_day and not counts:
            found.append(backup)
    return found


def _holds(backup: Backup, content: bytes) -> bool:
    with suppress(OSError, StoreTrouble):
        return files.read(backup.path, len(content))[0] == content
    return False

"""Examines a data file and what lies around it: does it open, who may read it, who writes to it, are there backups."""

import fcntl
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from planner.domain.errors import StoreTrouble, Unreadable
from planner.domain.wording import count
from planner.planning.health import Check, Repair, Sign, examined
from planner.planning.ports import Clock
from planner.planning.versions import Version
from planner.store import backups, files, lock, privacy, rescue
from planner.store.backup_folder import BackupFolder
from planner.store.data_file import LEFT_BEHIND, SIZE_LIMIT, DataFile

LOCKS = Path("/proc/locks")
PERMISSIONS = "Permissions"
"""What is said of who may read and write the files; nothing, where it is the owner alone."""
_WRITABLE_BY_OTHERS = 0o022


def checks(store: DataFile, folder: BackupFolder, clock: Clock, now: datetime) -> Iterator[Check]:
    """Everything that is to be said of the data file of `store`, and of its backups in `folder`.

    What is recorded is held against `now`, the times of files against `clock`.
    """
    path = store.path
    versions: tuple[Version, ...] = ()
    try:
        versions = tuple(folder.versions())
    except StoreTrouble as error:
        yield Check("Backups", Sign.WRONG, error.sentence, error.hint)
    yield from _data_file(store, folder, versions, now)
    yield from open_to_others(_around(path))
    yield from _place(path.parent)
    yield _lock(lock.path_of(path))
    yield from _leftovers(path, clock)
    yield from _backups(path, versions)


def open_to_others(paths: Iterable[Path], sign: Sign = Sign.WRONG) -> Iterator[Check]:
    """Those of these that anybody but the owner may read, which is as bad as `sign` says."""
    for one in privacy.opened(paths):
        yield Check(
            PERMISSIONS,
            sign,
            f"Others may open {one.path} (mode {one.mode:04o}).",
            "planner doctor --repair closes it to them.",
            Repair(f"Close {one.path} to others?", partial(privacy.mended, one)),
        )


def _around(path: Path) -> Iterator[Path]:
    """The data file, with everything of it that lies beside it; of what is not ours, nothing."""
    folder = backups.folder_of(path)
    with suppress(StoreTrouble):
        if rescue.is_ours(path, SIZE_LIMIT):
            yield path
    yield from (lock.path_of(path), folder)
    with suppress(OSError):  # a folder that can't be read is told of elsewhere
        yield from rescue.set_aside(path)
        yield from sorted(file for file in folder.iterdir() if backups.is_ours(file.name))


def _data_file(store: DataFile, folder: BackupFolder, versions: tuple[Version, ...], now: datetime) -> Iterator[Check]:
    about, path = "Data file", store.path
    try:
        state = store.load()
    except Unreadable as error:
        yield Check(about, Sign.WRONG, error.sentence, _way_back(versions), _restored(folder, versions))
        return
    except StoreTrouble as error:
        yield Check(about, Sign.WRONG, error.sentence, error.hint)
        return
    if state.revision:
        size = f"{path.stat().st_size / 1024:,.0f} KiB"
        interviews = count(len(state.interviews), "interview")
        yield Check(about, Sign.FINE, f"{path} opens: {interviews}, change {state.revision:,}, {size}.")
        yield from examined(state, store, now)
        for moved in store.notices():
            yield Check("Clock changes", Sign.HINT, moved)
    elif versions:
        missing = f"There is no {path}, but {count(len(versions), 'backup')} of it."
        yield Check(about, Sign.WRONG, missing, _way_back(versions), _restored(folder, versions))
    else:
        yield Check(about, Sign.FINE, f"There is no {path} yet; it is made with the first interview.")


def _way_back(versions: tuple[Version, ...]) -> str:
    newest = _newest_good(versions)
    if newest is None:
        return "No backup of it opens: keep the file, and look for a copy of your own; planner restore FILE takes one."
    return f"planner restore {newest.number} puts the newest backup that opens in its place, and keeps this one."


def _restored(folder: BackupFolder, versions: tuple[Version, ...]) -> Repair | None:
    newest = _newest_good(versions)
    if newest is None:
        return None

    def repair() -> str:
        aside, doubt = folder.put_back(newest.path)
        kept = f"; the file as it was is kept as {aside}" if aside else ""
        return f"Backup {newest.number} is the data file now{kept}.{doubt}"

    return Repair(f"Put backup {newest.number} in its place, and keep what is there under another name?", repair)


def _newest_good(versions: tuple[Version, ...]) -> Version | None:
    return next((version for version in versions if not version.trouble), None)


def _place(folder: Path) -> Iterator[Check]:
    with suppress(OSError):
        status = folder.stat()
        if status.st_mode & _WRITABLE_BY_OTHERS:
            yield Check(
                PERMISSIONS,
                Sign.HINT,
                f"Others may write in the folder {folder}: they could put a file of theirs in the place of yours.",
                f"chmod go-w {folder}, or keep the data in a folder of its own.",
            )
        if status.st_uid != os.geteuid():
            yield Check(PERMISSIONS, Sign.HINT, f"The folder {folder} belongs to another user.", "Is it the right one?")


def _lock(path: Path) -> Check:
    about = "Lock"
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    except FileNotFoundError:
        return Check(about, Sign.FINE, "Nothing was ever written here.")
    except OSError as error:
        why = (error.strerror or "it failed").lower()
        return Check(about, Sign.WRONG, f"{path} can't be opened: {why}.", f"Check the owner and the mode of {path}.")
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = _holder(os.fstat(descriptor))
        who = f"Process {holder}" if holder else "A process"
        hint = "That takes a moment; if it stays so, end that process. The lock frees itself with it."
        return Check(about, Sign.HINT, f"{who} is writing to the data file.", hint)
    except OSError as error:
        why = (error.strerror or "it failed").lower()
        return Check(about, Sign.WRONG, f"{path} can't be locked: {why}.", "Keep the data on a local disk.")
    finally:
        os.close(descriptor)
    return Check(about, Sign.FINE, "Nobody is writing just now.")


def _holder(status: os.stat_result) -> str:
    """The number of the process that holds the lock, as far as the system tells; else ""."""
    name = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}:{status.st_ino}"
    with suppress(OSError):
        found = re.search(rf"FLOCK +ADVISORY +WRITE +(\d+) +{name} ", LOCKS.read_text())
        return found[1] if found else ""
    return ""


def _leftovers(path: Path, clock: Clock) -> Iterator[Check]:
    before = (clock() - LEFT_BEHIND).timestamp()
    places = ((path.parent, f".{path.name}."), (backups.folder_of(path), "."))
    found: list[Path] = []
    for place, prefix in places:
        with suppress(OSError):  # a folder that can't be read is told of elsewhere
            found += files.left_behind(place, before, prefix)
    if found:

        def repair() -> str:
            for folder, prefix in places:
                files.sweep(folder, before, prefix)
            return f"{count(len(found), 'file')} removed."

        yield Check(
            "Leftovers",
            Sign.HINT,
            f"{count(len(found), 'half-written file')} of sessions that were killed: {found[0]}",
            "The next change removes them.",
            Repair("Remove them now?", repair),
        )
    set_aside: list[Path] = []
    with suppress(OSError):
        set_aside = rescue.set_aside(path)
    for file in set_aside:
        yield Check(
            "Leftovers", Sign.HINT, f"{file} is a data file that could not be opened.", "Delete it when you are sure."
        )
    if not found and not set_aside:
        yield Check("Leftovers", Sign.FINE, "None.")


def _backups(path: Path, versions: tuple[Version, ...]) -> Iterator[Check]:
    bad = [version for version in versions if version.trouble]
    for version in bad:
        yield Check(
            "Backups",
            Sign.WRONG,
            version.trouble,
            "planner doctor --repair takes it out of the list, and keeps it under another name.",
            Repair(f"Take backup {version.number} out of the list?", partial(_taken_out, version)),
        )
    good = [version for version in versions if not version.trouble]
    if good:
        newest = good[0].written_at
        yield Check(
            "Backups", Sign.FINE, f"{count(len(good), 'backup')}, the newest of {newest:%Y-%m-%d %H:%M}: each opens."
        )
    elif not bad and path.exists():
        yield Check("Backups", Sign.HINT, "There is none yet.", "The next change makes one; planner backup does now.")
    elif not bad:
        yield Check("Backups", Sign.FINE, "There is none, and nothing to copy yet.")


def _taken_out(version: Version) -> str:
    aside = version.path.with_name(f"{version.path.name}{backups.DAMAGED}")
    version.path.replace(aside)
    return f"It is {aside} now."

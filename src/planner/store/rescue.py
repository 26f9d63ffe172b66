"""Puts an earlier version in the place of a data file that can't be opened or has gone. Nothing is destroyed by it."""

import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from planner import disk
from planner.domain.errors import BadInput, Conflict, NotConfirmed, StoreTrouble
from planner.formats.migrations import NewerForm
from planner.planning.ports import PutBack
from planner.planning.saving import in_doubt
from planner.planning.state import State
from planner.store import backups, files, layout, lock
from planner.store.contents import NOTHING, Contents
from planner.store.reading import understood
from planner.store.rows import Rows
from planner.store.trouble import told

# The numbers stand in the first lines, which a file that is cut off or overwritten further on still has.
_HEAD = 4096
_BEGINS = re.compile(rb'\s*\{\s*"format"\s*:\s*"planner"')
# The version that is lost may have been one more than the highest that is known.
_UNKNOWN = 1
_NUMBERS = {
    name: re.compile(rb'"%s"\s*:\s*(\d{1,9})\b' % name.encode()) for name in ("revision", "next_id", "next_entry")
}


def put_in_place(path: Path, version: Contents, size_limit: int, wait: float) -> PutBack:
    """Makes `version` the data file; the file that was there stays under another name.

    Its counters go on from the highest known, so that no number is given twice. Raises Conflict where the file can be
    opened after all, NewerForm's StoreTrouble where a newer planner wrote it.
    """
    with told(path, f"Nothing was restored to {path}"):
        disk.make_folders(path.parent)
        with lock.held(lock.path_of(path), wait):
            _check(path, size_limit)
            known = _highest([path, *set_aside(path), *(backup.path for backup in backups.kept(path))])
            raw = _text(version, known)
            aside = _set_aside(path)
            try:
                files.write(path, raw)
            except NotConfirmed as doubt:
                return PutBack(aside, in_doubt(doubt))
            return PutBack(aside)


def afresh(path: Path) -> Contents:
    """What a data file that is not there begins with: nothing, but numbers above those of all versions that are known."""
    known = _highest([*set_aside(path), *(backup.path for backup in backups.kept(path))])
    if not known["revision"]:
        return NOTHING
    next_id, next_entry = max(known["next_id"], 1), max(known["next_entry"], 1)
    return NOTHING._replace(state=State(known["revision"] + _UNKNOWN, next_id=next_id, next_entry=next_entry))


def set_aside(path: Path) -> list[Path]:
    """The files that were once at `path` and could not be opened."""
    named = re.compile(re.escape(path.name) + r"\.damaged-\d{8}T\d{6}Z(-\d+)?")
    with suppress(FileNotFoundError):
        return sorted(file for file in path.parent.iterdir() if named.fullmatch(file.name))
    return []


def is_ours(path: Path, size_limit: int) -> bool:
    """Whether the file is a data file, or was one and is torn; what else --data may name is a stranger's."""
    with told(path, f"{path} can't be read"):
        raw, _ = files.read(path, size_limit)
    try:
        understood(raw)
    except BadInput:
        return not raw or bool(_BEGINS.match(raw))
    return True


def _check(path: Path, size_limit: int) -> None:
    """That the file has gone or is past understanding; anything else is not to be replaced."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise StoreTrouble(f"{path} is no regular file.", "Choose another file with --data.")
        understood(files.read(path, size_limit)[0])
    except FileNotFoundError:
        return
    except NewerForm as error:
        raise StoreTrouble(f"Nothing was restored. {path}: {error.sentence}", error.hint) from error
    except BadInput:
        return
    raise Conflict(f"{path} can be opened again.", "Nothing was restored. Look again at what would change.")


def _highest(known: Iterable[Path]) -> dict[str, int]:
    """The highest of each number that stands at the beginning of any of these files."""
    highest = dict.fromkeys(_NUMBERS, 0)
    for file in known:
        with suppress(OSError), file.open("rb") as opened:
            head = opened.read(_HEAD)
            if _BEGINS.match(head):
                for name, number in _NUMBERS.items():
                    highest[name] = max(highest[name], *(int(found) for found in number.findall(head)), 0)
    return highest


def _text(version: Contents, known: dict[str, int]) -> bytes:
    state = version.state
    numbers = {
        "next_id": max(state.next_id, known["next_id"]),
        "next_entry": max(state.next_entry, known["next_entry"]),
    }
    revision = max(state.revision, known["revision"]) + _UNKNOWN + 1
    return b"".join(layout.pieces(revision, {**version.tables, "counters": Rows(new={1: numbers})}))


def _set_aside(path: Path) -> Path | None:
    """Gives the file another name beside its own, under which it stays when it is replaced."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    changed_at = datetime.fromtimestamp(status.st_mtime, UTC)
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        target = path.with_name(f"{path.name}.damaged-{changed_at:%Y%m%dT%H%M%SZ}{more}")
        if not target.exists():
            _named_too(path, target)
            return target
        if target.samefile(path):
            return target  # an attempt that failed had come this far
    raise AssertionError(path)


def _named_too(path: Path, target: Path) -> None:
    try:
        os.link(path, target)
    except OSError:  # no second names on this file system
        with suppress(NotConfirmed):  # of the same folder it is asked once more when the version is in place
            files.write(target, path.read_bytes())
    target.chmod(0o600)

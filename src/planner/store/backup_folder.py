"""The backups of a data file as a person uses them: listed, read, made on request, put in place of a file that is lost."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from planner.domain.errors import BadInput, NotFound, StoreTrouble, Unreadable
from planner.planning.ports import Clock, PutBack
from planner.planning.state import State
from planner.planning.versions import Version
from planner.store import backups, files, lock, rescue
from planner.store.contents import Contents
from planner.store.data_file import SIZE_LIMIT
from planner.store.files import Stamp
from planner.store.reading import understood
from planner.store.trouble import told


class BackupFolder:
    """Of the data file `path`; the zone of `clock` is the one its times are told in.

    `wait` is how many seconds to wait for a session that is just writing.
    """

    def __init__(
        self, path: str | os.PathLike[str], clock: Clock, size_limit: int = SIZE_LIMIT, wait: float = 5.0
    ) -> None:
        self._path = Path(os.path.realpath(path))
        self._clock = clock
        self._size_limit = size_limit
        self._wait = wait

    def versions(self) -> Iterator[Version]:
        with told(self._path, f"The backups of {self._path} can't be read"):
            found = backups.kept(self._path)
        versions = (self._version(one.path, one.number, one.revision, lasting=one.lasting) for one in found)
        return (version for version in versions if version)

    def version_at(self, path: str) -> Version | None:
        return self._version(Path(path), 0, 0) if Path(path).is_file() else None

    def read(self, path: Path) -> State:
        return self._opened(path).state

    def keep(self) -> Path:
        path = self._path
        if not path.exists():
            raise NotFound(f"There is no data file {path} yet.", "It is made with the first interview.")
        with told(path, f"No backup of {path} was made"), lock.held(lock.path_of(path), self._wait):
            raw, stamp = files.read(path, self._size_limit)
            revision = self._understood(path, raw).state.revision
            return backups.keep(path, raw, revision, self._written_at(stamp), lasting=True, durable=True)

    def put_back(self, path: Path) -> PutBack:
        return rescue.put_in_place(self._path, self._opened(path), self._size_limit, self._wait)

    def _version(self, path: Path, number: int, revision: int, *, lasting: bool = False) -> Version | None:
        """The version in a file: told as such when it can't be opened; None when another session just removed it."""
        with told(path, f"{path} can't be read"):
            stamp = files.stamp(path)
        if stamp is None:
            return None
        at = self._written_at(stamp)
        try:
            state = self._opened(path).state
        except StoreTrouble as error:
            return Version(number, path, at, revision, lasting=lasting, trouble=error.sentence)
        last = state.undo[-1].title if state.undo else ""
        return Version(number, path, at, state.revision, len(state.interviews), last, lasting)

    def _opened(self, path: Path) -> Contents:
        with told(path, f"{path} can't be read"):
            raw, _ = files.read(path, self._size_limit)
        return self._understood(path, raw)

    def _understood(self, path: Path, raw: bytes) -> Contents:
        try:
            return understood(raw)
        except BadInput as error:
            raise Unreadable(f"{path} can't be opened. {error.sentence}", error.hint) from error

    def _written_at(self, stamp: Stamp) -> datetime:
        return datetime.fromtimestamp(stamp.changed_ns / 1e9, self._clock().tzinfo)

"""The data file: one JSON file that several sessions read and change, each change whole, durable and on top of the last."""

import os
from contextlib import ExitStack, suppress
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from planner import disk
from planner.domain.errors import BadInput, StoreTrouble, Unreadable
from planner.formats.migrations import NewerForm
from planner.planning.ports import Change, Clock
from planner.planning.state import State
from planner.store import backups, contents, files, layout, lock, rescue, starts
from planner.store.contents import NOTHING, Contents
from planner.store.files import Stamp
from planner.store.reading import understood
from planner.store.stream import Stream
from planner.store.trouble import told

SIZE_LIMIT = 64 * 2**20
LEFT_BEHIND = timedelta(hours=1)


class _Version(NamedTuple):
    """What the file was when it was last read or written here; without a stamp, there was none.

    One that was written piece by piece is not there as a whole: `digest` tells it.
    """

    raw: bytes
    stamp: Stamp | None
    contents: Contents
    digest: bytes = b""

    def is_of(self, raw: bytes) -> bool:
        return sha256(raw).digest() == self.digest if self.digest else self.raw == raw


class DataFile:
    """Keeps the State in the file `path`; a link is followed, so that the file it leads to is replaced, not the link.

    Beside it lie `<name>.lock` and the folder `<name>.backups`. Several threads may use one DataFile. `clock` says
    what is old enough to be swept, and its zone on which day a version was written.
    """

    def __init__(self, path: str | os.PathLike[str], clock: Clock, size_limit: int = SIZE_LIMIT) -> None:
        self._given = os.fspath(path)
        self._clock = clock
        self._size_limit = size_limit
        self._last: _Version | None = None
        self._swept = False

    @property
    def path(self) -> Path:
        """The file itself, links followed."""
        return Path(os.path.realpath(self._given))

    def load(self) -> State:
        """What the file holds now, read without the lock; a file that is not there yet is an empty State."""
        self._last = self._read(self.path)
        return self._last.contents.state

    def changed(self) -> bool:
        """Whether the file is another than the one last loaded or committed here: one `stat`, no reading."""
        path = self.path
        with told(path, f"{path} can't be read"):
            return self._last is None or files.stamp(path) != self._last.stamp

    def notices(self) -> tuple[str, ...]:
        """What a person should know of the content last loaded or committed here."""
        found = self._last.contents if self._last else NOTHING
        return starts.told(found.state.interviews, found.moved) if found.moved else ()

    def commit(self, change: Change, wait: float = 5.0) -> State:
        """As the port says. Raises Busy when another session held the lock for `wait` seconds.

        NotConfirmed says that the change is in the file but a power cut might still lose it; any other StoreTrouble,
        and whatever `change` raises, leaves the file as it was.
        """
        path = self.path
        with ExitStack() as stack:
            with told(path, f"Nothing was saved in {path}"):
                disk.make_folders(path.parent)
                stack.enter_context(lock.held(lock.path_of(path), wait, backups.folder_of(path)))
                self._sweep(path)
            version = self._read(path)
            with told(path, f"Nothing was saved in {path}"):
                before = version.contents if version.stamp else rescue.afresh(path)
            after = change(before.state)
            if after is not before.state:
                version = self._write(path, version, contents.advanced(before, after))
            self._last = version
            return version.contents.state

    def _read(self, path: Path) -> _Version:
        last = self._last
        with told(path, f"{path} can't be read"):
            try:
                raw, stamp = files.read(path, self._size_limit)
            except FileNotFoundError:
                return _Version(b"", None, NOTHING)
        if last and last.stamp and last.is_of(raw):
            found = last.contents
            if last.digest:  # what was written piece by piece stands in lines now
                found = found._replace(tables=layout.laid_out(raw)["tables"])
            return _Version(last.raw or raw, stamp, found)
        try:
            return _Version(raw, stamp, understood(raw))
        except NewerForm as error:
            raise StoreTrouble(f"{path} can't be opened. {error.sentence}", self._way_out(path, error)) from error
        except BadInput as error:
            raise Unreadable(f"{path} can't be opened. {error.sentence}", self._way_out(path, error)) from error

    def _write(self, path: Path, before: _Version, after: Contents) -> _Version:
        pieces, refuse = layout.pieces(after.state.revision, after.tables), partial(self._refuse_too_large, path)
        stream = Stream(pieces, refuse) if after.brings_many else None
        raw = b"" if stream else b"".join(pieces)
        refuse(len(raw))
        touched = after.tables["interviews"].new
        after = after._replace(tables={} if stream else layout.laid_out(raw)["tables"])
        with told(path, f"Nothing was saved in {path}"):
            if before.stamp:
                zone = self._clock().tzinfo
                written_at = datetime.fromtimestamp(before.stamp.changed_ns / 1e9, zone)
                lasting = before.contents.migrated or len(touched) > 1 or None in touched.values()
                backups.keep(path, before.raw, before.contents.state.revision, written_at, lasting=lasting)
            stamp = files.write(path, stream or raw)
            return _Version(raw, stamp, after, stream.digest if stream else b"")

    def _refuse_too_large(self, path: Path, size: int) -> None:
        if size > self._size_limit:
            limit = f"{self._size_limit / 2**20:.0f} MiB"
            raise StoreTrouble(
                f"Nothing was saved: {path} would be larger than {limit}.", "Shorten or delete something."
            )

    def _sweep(self, path: Path) -> None:
        if not self._swept:
            before = (self._clock() - LEFT_BEHIND).timestamp()
            files.sweep(path.parent, before, f".{path.name}.")
            files.sweep(backups.folder_of(path), before)
            self._swept = True

    def _way_out(self, path: Path, error: BadInput) -> str:
        return f"{error.hint} {self._newest_good(path)} The file was left as it is.".strip()

    def _newest_good(self, path: Path) -> str:
        with suppress(OSError):  # a folder of backups that can't be read
            for backup in backups.kept(path):
                with suppress(OSError, StoreTrouble, BadInput):
                    understood(files.read(backup.path, self._size_limit)[0])
                    way = f"planner restore {backup.number} puts it in place."
                    return f"The newest backup that opens is {backup.path}; {way}"
        return "There is no backup that opens."

"""The desk in files: one for each session, whole at any moment, found again by the next session after any kind of end.

A session holds a lock on its file as long as it lives; the kernel frees it however the session ends. So whoever gets
the lock of a file knows that its session is over, and is the only one to take over what it left.
"""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from planner.disk import OWNER_ONLY, make_folders
from planner.domain.errors import BadInput, StoreTrouble
from planner.planning.desk import Draft
from planner.planning.ports import Clock

LARGEST = 512 * 2**10
"""Bytes of one draft: more than all fields of a form may hold."""
LEFT_KEPT = 100
"""So many of the drafts that nobody came back to are kept, the newest."""
_LARGEST_FILE = 2 * LEFT_KEPT * LARGEST


@dataclass(frozen=True, slots=True)
class _Papers:
    """All that lies on one desk. `data` is the data file it belongs to, `drafts` are the oldest first."""

    data: str
    place: str = ""
    drafts: tuple[Draft, ...] = ()


class FileDesk:
    """As the port says: a session's own desk in `folder`, for the data file at `data`."""

    def __init__(self, folder: Path, data: Path, clock: Clock) -> None:
        self._file = folder / f"{os.urandom(8).hex()}.json"
        self._clock = clock
        self._descriptor: int | None = None
        self._papers = _Papers(str(data))
        self._left: tuple[Draft, ...] = ()
        with suppress(OSError):  # the folder can't be read, or nothing be written there: `keep` will say so
            self._take_over()

    @property
    def left(self) -> tuple[Draft, ...]:
        return tuple(sorted(self._left, key=lambda draft: draft.typed_at, reverse=True))

    @property
    def place(self) -> str:
        return self._papers.place

    def keep(self, form: str, fields: Mapping[str, str]) -> None:
        known = next((draft.fields for draft in self._papers.drafts if draft.form == form), None)
        if known == fields:
            return
        draft = Draft(form, dict(fields), self._clock())
        if len(_encoded(_Papers("", drafts=(draft,)))) > LARGEST:
            raise BadInput(
                f"What was typed is longer than {LARGEST // 1024} KiB: should the program end now, it is lost.",
                "Shorten it.",
            )
        self._put(drafts=(*self._without(form), draft))

    def drop(self, form: str) -> None:
        self._put(drafts=self._without(form))

    def take_up(self, draft: Draft) -> None:
        self._put(drafts=(*self._without(draft.form), draft), left=self._left_without(draft))

    def discard(self, draft: Draft) -> None:
        self._put(left=self._left_without(draft))

    def leave_at(self, uid: str) -> None:
        self._put(place=uid)

    def _without(self, form: str) -> tuple[Draft, ...]:
        return tuple(draft for draft in self._papers.drafts if draft.form != form)

    def _left_without(self, draft: Draft) -> tuple[Draft, ...]:
        return tuple(each for each in self._left if each is not draft)

    def _put(
        self,
        *,
        drafts: tuple[Draft, ...] | None = None,
        left: tuple[Draft, ...] | None = None,
        place: str | None = None,
    ) -> None:
        papers = replace(
            self._papers,
            drafts=self._papers.drafts if drafts is None else drafts,
            place=self._papers.place if place is None else place,
        )
        left = self._left if left is None else left
        if (papers, left) == (self._papers, self._left):
            return
        try:
            self._write(papers, left)
        except OSError as error:
            why = (error.strerror or "it failed").lower()
            raise StoreTrouble(f"What you type can't be kept in {self._file.parent}: {why}.") from error
        self._papers, self._left = papers, left

    def _write(self, papers: _Papers, left: tuple[Draft, ...]) -> None:
        """Replaces the file of this session by one that is locked before it has the name. It need not reach the disk."""
        content = _encoded(replace(papers, drafts=(*left, *papers.drafts)))
        make_folders(self._file.parent)
        temporary = self._file.with_name(f".{self._file.name}.{os.urandom(8).hex()}.tmp")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.fchmod(descriptor, OWNER_ONLY)  # the umask may have taken more away
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            temporary.replace(self._file)
        except BaseException:
            os.close(descriptor)
            temporary.unlink(missing_ok=True)
            raise
        if self._descriptor is not None:
            os.close(self._descriptor)
        self._descriptor = descriptor

    def _take_over(self) -> None:
        """Takes over what sessions that are over left of this data file, and removes what nobody can read."""
        folder = self._file.parent
        for scrap in folder.glob(".*.tmp"):
            with _of_the_dead(scrap) as content:
                if content is not None:
                    scrap.unlink(missing_ok=True)
        for file in sorted(folder.glob(f"{'[0-9a-f]' * 16}.json"), key=_written_at):
            with _of_the_dead(file) as content:
                if content is None:
                    continue
                try:
                    papers = _decoded(content)
                except ValueError:
                    file.unlink(missing_ok=True)
                    continue
                if papers.data == self._papers.data:
                    mine = replace(self._papers, place=papers.place or self._papers.place)
                    left = (*self._left, *papers.drafts)[-LEFT_KEPT:]
                    self._papers, self._left = mine, left
                    self._write(mine, left)
                    file.unlink(missing_ok=True)


def is_open(file: Path) -> bool:
    """Whether the session of that file lives."""
    with _of_the_dead(file) as content:
        return content is None and file.exists()


@contextmanager
def _of_the_dead(file: Path) -> Iterator[bytes | None]:
    """What stands in the file of a session that is over, which is ours for as long; None if it lives."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:  # another session has just taken it over; or it is none of ours
        yield None
        return
    try:
        yield _content(descriptor)
    finally:
        os.close(descriptor)


def _written_at(file: Path) -> float:
    with suppress(OSError):
        return file.lstat().st_mtime
    return 0


def _content(descriptor: int) -> bytes | None:
    """All of the file if its lock can be had, and it is still there: who had the lock before may have removed it."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.read(descriptor, _LARGEST_FILE + 1) if os.fstat(descriptor).st_nlink else None
    except OSError:  # held; or it is a folder, or on a disk that fails
        return None


def _encoded(papers: _Papers) -> bytes:
    drafts = [
        {"form": draft.form, "typed_at": draft.typed_at.isoformat(), "fields": dict(draft.fields)}
        for draft in papers.drafts
    ]
    papers_now = {"planner": 1, "data": papers.data, "place": papers.place, "drafts": drafts}
    # Half of a pair that a paste was cut in is kept as it is.
    return json.dumps(papers_now, ensure_ascii=False).encode(errors="surrogatepass")


def _decoded(content: bytes) -> _Papers:
    """What stands in the file of a session. Raises ValueError for anything that no session wrote."""
    try:
        found = json.loads(content)
        drafts = tuple(_draft(each) for each in found["drafts"])
        return _Papers(_text(found["data"]), _text(found["place"]), drafts)
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("no desk") from error


def _draft(found: dict[str, object]) -> Draft:
    fields = found["fields"]
    typed_at = datetime.fromisoformat(_text(found["typed_at"]))
    if not isinstance(fields, dict) or typed_at.tzinfo is None:
        raise TypeError
    return Draft(_text(found["form"]), {_text(name): _text(text) for name, text in fields.items()}, typed_at)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value

"""What planning needs from outside, as protocols; `bootstrap` hands in the real things."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from planner.planning.desk import Draft
from planner.planning.settings import Settings
from planner.planning.state import State
from planner.planning.versions import Version

Clock = Callable[[], datetime]
"""Gives the instant it is, zone-aware."""

ReportCrash = Callable[[BaseException], Path]
"""Writes down where a bug showed itself, without a value of the person's, and says in which file."""

Change = Callable[[State], State]
"""A pure step from the state read under the lock to the one to be written; the same object back writes nothing."""


class Store(Protocol):
    """Where the state is kept. Every method raises StoreTrouble with a sentence when the file is at fault."""

    def load(self) -> State:
        """What the file holds now, read without the lock; a file that is not there yet is an empty State."""

    def commit(self, change: Change, wait: float = 5.0) -> State:
        """Read fresh under the lock, apply `change`, make the result durable, and return it.

        Returns only once the result would survive a power cut, raises NotConfirmed where it may not. What `change` raises comes through, with
        nothing written. `wait` is how many seconds to wait for another writer; 0 does not wait.
        """

    def changed(self) -> bool:
        """Whether the file is another than the one last loaded or committed here: one `stat`, no reading."""


ColumnsSaid = Mapping[str, Mapping[str, str]]
"""By the header of a table, in the form `transfer.wishes` gives it: what a person said its columns are taken for."""


class Files(Protocol):
    """The files people name. Every method raises BadInput, or StoreTrouble where a disk fails, with a sentence."""

    def named(self, path: str) -> Sequence[str]:
        """The file itself; of a folder all files in it and below, in the order of their names."""

    def is_there(self, path: str) -> bool: ...

    def is_folder(self, path: str) -> bool: ...

    def beginning(self, path: str) -> Sequence[str]:
        """The paths there are that begin so, by name, a folder's with a slash at its end; none where it can't be told."""

    def read(self, path: str) -> bytes:
        """All of an ordinary file that is not too large."""

    def write(self, path: str, content: bytes) -> None:
        """Puts a file in place, whole or not at all, for the owner's eyes only; never one of the program's own."""

    def columns_said(self) -> ColumnsSaid: ...

    def keep_columns_said(self, said: ColumnsSaid) -> None: ...


class Templates(NamedTuple):
    """The letters' templates that a person wrote, by file name; `others` are files beside them that replace none."""

    folder: str
    texts: Mapping[str, str]
    others: tuple[str, ...] = ()


class LetterFiles(Protocol):
    """What letters need of the disk. Every method raises BadInput, or StoreTrouble where a disk fails."""

    def templates(self, names: Collection[str]) -> Templates:
        """Those a person wrote in the place of ours, which have these `names`. Read anew each time."""

    def keep(self, name: str, content: bytes) -> Path:
        """Puts a letter that is to be sent in a file, for the owner's eyes only, in place of one of that name."""

    def edited(self, text: str) -> str:
        """What a person makes of `text` in their editor, which has the terminal meanwhile."""


class SettingsFile(Protocol):
    """The person's settings. `host_zone` is the zone the machine is in, for as long as no home zone is set."""

    @property
    def current(self) -> Settings: ...

    @property
    def host_zone(self) -> str: ...

    @property
    def source(self) -> str:
        """What the file is called in sentences about it: its path."""

    @property
    def tables(self) -> Mapping[str, object]:
        """What the file itself says, as TOML tables; what is not in them has its default."""

    def refresh(self) -> bool:
        """Reads the file again if it was changed; whether it was. Raises BadInput, and then all stays as it was read."""

    def keep(self, keys: Sequence[str], value: object) -> None:
        """Keeps one value in the file, such as that of ("policy", "wait_days"); None takes it out.

        The rest is left as the person wrote it. Raises BadInput where it would not fit or can't be written, Conflict
        where the file is no longer as it was read; it is read anew then.
        """

    def set_home_zone(self, zone: str) -> None:
        """Keeps the home zone in the file, which is otherwise left as the person wrote it."""


class PutBack(NamedTuple):
    """What came of a version put in place: `kept_as` is where the file that was there stays; None where none was.

    `doubt` is "" once it would survive a power cut; it is in place either way.
    """

    kept_as: Path | None
    doubt: str = ""


class Backups(Protocol):
    """Earlier versions of the data file. Every method raises StoreTrouble with a sentence when a file is at fault."""

    def versions(self) -> Iterator[Version]:
        """Those that are kept, the newest first, whether they can be opened or not; each is read when it is come to."""

    def version_at(self, path: str) -> Version | None:
        """The version in a file that lies elsewhere, such as a copy somebody made; None where there is no file."""

    def read(self, path: Path) -> State:
        """What the version in that file holds. Raises Unreadable where that can't be understood."""

    def keep(self) -> Path:
        """Keeps a copy of the data file as it is now, and longer than routine ones; the copy. NotFound without one."""

    def put_back(self, path: Path) -> PutBack:
        """Puts a version in the place of a data file that can't be opened or has gone.

        The counters go on from the highest known. Raises Conflict where the data file can be opened after all.
        """


class Desk(Protocol):
    """Where the screen keeps what is no record yet. To be used by one thread.

    What cannot be written raises StoreTrouble, a form that is too long BadInput; what was kept before stays.
    """

    @property
    def left(self) -> tuple[Draft, ...]:
        """What sessions on this data file that have ended left unsaved, the newest first."""

    @property
    def place(self) -> str:
        """The uid of the interview under the cursor when the board was last left; "" where that is not known."""

    def keep(self, form: str, fields: Mapping[str, str]) -> None:
        """Keeps what stands in a form now, in place of what was kept of it before."""

    def drop(self, form: str) -> None:
        """Forgets a form of this session: it was saved, or given up."""

    def take_up(self, draft: Draft) -> None:
        """Makes what another session left this one's own: its form is open again."""

    def discard(self, draft: Draft) -> None:
        """Forgets what another session left."""

    def leave_at(self, uid: str) -> None:
        """Keeps where the cursor is."""

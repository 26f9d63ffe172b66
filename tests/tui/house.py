"""A planner in memory with a clock that stands still, and the program's screens on it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from planner.domain.errors import BadInput, Busy, Conflict, NotFound
from planner.domain.interview import Interview
from planner.domain.policy import Policy
from planner.planning.planner import Planner
from planner.planning.ports import Change, ColumnsSaid, PutBack, Templates
from planner.planning.settings import Settings, read_settings
from planner.planning.state import State
from planner.planning.versions import Version
from planner.system.config import _placed
from planner.system.holidays import calendar

NOW = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)
"""Sunday 22 November 2026, 14:05 in Berlin, where the person is at home."""


class MemoryStore:
    """A store that another session can write to: `elsewhere` changes the state behind the planner's back.

    While `busy`, the other session holds the lock: who does not wait for it is sent away.
    """

    def __init__(self, state: State) -> None:
        self.state = state
        self.busy = False
        self._seen = state

    def load(self) -> State:
        self._seen = self.state
        return self.state

    def commit(self, change: Change, wait: float = 5.0) -> State:
        if self.busy and not wait:
            raise Busy("Another session is writing to the data file.", "Try again in a moment.")
        self.state = change(self.state)
        return self.load()

    def changed(self) -> bool:
        return self._seen is not self.state

    def elsewhere(self, change: Change) -> None:
        self.state = change(self.state)


class MemorySettings:
    """Settings without a file. `elsewhere` is what another session has made of them, to be read at the next look."""

    host_zone = "UTC"
    source = "config.toml"

    def __init__(self, zone: str = "Europe/Berlin") -> None:
        self.tables: Mapping[str, object] = {"policy": {"home_time_zone": zone}} if zone else {}
        self.elsewhere: Mapping[str, object] | None = None
        self.current = Settings(policy=Policy(home_time_zone=zone))

    def refresh(self) -> bool:
        if self.elsewhere is None:
            return False
        self._take(self.elsewhere)
        self.elsewhere = None
        return True

    def keep(self, keys: Sequence[str], value: object) -> None:
        if self.refresh():
            raise Conflict("The settings were changed meanwhile.", "Look at them as they are now.")
        self._take(_placed(self.tables, keys, value))

    def set_home_zone(self, zone: str) -> None:
        self.keep(("policy", "home_time_zone"), zone)

    def _take(self, tables: Mapping[str, object]) -> None:
        self.current = read_settings(tables, self.source, calendar)
        self.tables = tables


class StandingClock:
    """A clock that moves only when it is told to."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += timedelta(**span)


def numbers() -> Callable[[], str]:
    """Identities that are the same in every run."""
    running = count(1)
    return lambda: f"uid-{next(running)}"


class MemoryFiles:
    """Knows these files by name, whatever folder they are asked for in, and keeps what is written beside them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = dict(files)
        self.said: ColumnsSaid = {}

    def named(self, path: str) -> list[str]:
        return [path]

    def is_there(self, path: str) -> bool:
        return Path(path).name in self.files

    def is_folder(self, path: str) -> bool:
        return path.endswith("/folder")

    def beginning(self, path: str) -> list[str]:
        folder, name = Path(path).parent, Path(path).name
        return sorted(str(folder / one) for one in self.files if one.startswith(name))

    def read(self, path: str) -> bytes:
        content = self.files.get(Path(path).name)
        if content is None:
            raise BadInput(f"{path} can't be read: no such file or directory.", "Check its name.")
        return content

    def write(self, path: str, content: bytes) -> None:
        if Path(path).parent.name == "nowhere":
            raise BadInput(f"There is no folder {Path(path).parent}.", "Make it first, or choose another.")
        self.files[Path(path).name] = content

    def columns_said(self) -> ColumnsSaid:
        return self.said

    def keep_columns_said(self, said: ColumnsSaid) -> None:
        self.said = said


class MemoryLetterFiles:
    """Letters kept in memory, and an editor in which a person does what `editor` does. `texts` are their templates."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.kept: dict[str, bytes] = {}
        self.editor: Callable[[str], str] = str

    def templates(self, names: Collection[str]) -> Templates:
        mine = {name: text for name, text in self.texts.items() if name in names}
        return Templates("/config/letters", mine, tuple(name for name in self.texts if name not in names))

    def keep(self, name: str, content: bytes) -> Path:
        self.kept[name] = content
        return Path("/state/letters", name)

    def edited(self, text: str) -> str:
        return self.editor(text)


class MemoryBackups:
    """Earlier versions kept in memory, the newest first; each with when it was written."""

    def __init__(self, *states: tuple[datetime, State]) -> None:
        self._states = {Path(f"/backups/{number}"): each for number, each in enumerate(states)}

    def versions(self) -> Iterator[Version]:
        return (
            Version(
                number,
                path,
                at,
                state.revision,
                len(state.interviews),
                state.undo[-1].title if state.undo else "",
                lasting=number % 2 == 0,
            )
            for number, (path, (at, state)) in enumerate(self._states.items())
        )

    def version_at(self, path: str) -> None:
        """There are no files elsewhere."""

    def read(self, path: Path) -> State:
        return self._states[path][1]

    def keep(self) -> Path:
        raise NotFound("There is no data file.")

    def put_back(self, path: Path) -> PutBack:
        """No file is ever in its way."""
        return PutBack(None)


def planner_of(
    interviews: Iterable[Interview] = (),
    clock: StandingClock | None = None,
    settings: MemorySettings | None = None,
    files: Mapping[str, bytes] | None = None,
) -> tuple[Planner, MemoryStore]:
    """A planner with these interviews, numbered as they come, and the store below it."""
    clock = clock or StandingClock()
    state = State()
    for place, interview in enumerate(interviews, 1):
        state = state.changed("Before", clock.now, "before", {place: interview})
    return planner_with(state._replace(undo=()), clock, settings, files)


def planner_with(
    state: State,
    clock: StandingClock,
    settings: MemorySettings | None = None,
    files: Mapping[str, bytes] | None = None,
) -> tuple[Planner, MemoryStore]:
    """A planner that begins with `state`, and the store below it. `files` are all that can be imported."""
    store = MemoryStore(state)
    settings = settings or MemorySettings()
    return Planner(
        store,
        settings,
        clock,
        session="this session",
        new_uid=numbers(),
        files=MemoryFiles(files or {}),
        letter_files=MemoryLetterFiles(),
    ), store

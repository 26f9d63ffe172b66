"""The only wiring: paths, settings, data file and clock become a Planner."""

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from planner import disk, prompt
from planner.cli.parser import Options
from planner.domain.errors import BadInput
from planner.domain.policy import Policy
from planner.planning import ports
from planner.planning.planner import Planner
from planner.planning.ports import Clock
from planner.planning.reminders import Reminded
from planner.planning.upkeep import Upkeep
from planner.planning.when import parse_instant
from planner.store import backups, files
from planner.store.data_file import SIZE_LIMIT, DataFile
from planner.store.notices import at_start
from planner.store.trouble import told
from planner.system import column_memory, paths
from planner.system.belongings import DRAFTS, LETTERS, REMINDED
from planner.system.clock import clock_from, system_clock
from planner.system.editor import edit
from planner.system.files import write_whole
from planner.system.letter_files import LetterFiles
from planner.system.settings_file import SettingsFile
from planner.system.zone import LOCALTIME, TIMEZONE

if TYPE_CHECKING:
    from planner.planning.restoring import Restoring

STDIN = "-"
# One name for every command: what one of them did, another may take back without being asked.
COMMAND_LINE = "command line"


class MadeUpSettings:
    """Settings for a demo: the person's keys and looks, the policy as it is by default; nothing is kept."""

    def __init__(self, theirs: SettingsFile) -> None:
        self.host_zone = theirs.current.policy.home_time_zone or theirs.host_zone
        self.current = theirs.current._replace(policy=Policy(home_time_zone=self.host_zone))
        self.source = theirs.source
        self.tables: Mapping[str, object] = {}

    def refresh(self) -> bool:
        return False

    def keep(self, keys: Sequence[str], value: object) -> None:  # noqa: ARG002
        raise BadInput("This is the demo: it keeps no settings.", "Leave it, and change them on your own board.")

    def set_home_zone(self, zone: str) -> None:
        self.current = self.current._replace(policy=Policy(home_time_zone=zone))


class PeoplesFiles:
    """The files people name while a screen goes on, so that what may never end, such as a pipe, is refused."""

    def __init__(self, surroundings: "Surroundings") -> None:
        self._surroundings = surroundings

    def named(self, path: str) -> list[str]:
        return self._surroundings.named(path)

    def is_there(self, path: str) -> bool:
        try:
            return Path(path).exists()
        except (OSError, ValueError):  # a name that no file can have
            return False

    def is_folder(self, path: str) -> bool:
        return os.path.isdir(path)  # noqa: PTH112 - Path's own raises where one may not look

    def beginning(self, path: str) -> list[str]:
        folder, name = os.path.split(path)
        try:
            with os.scandir(folder) as entries:
                found = [
                    f"{entry.path}/" if entry.is_dir() else entry.path
                    for entry in entries
                    if entry.name.startswith(name) and (name.startswith(".") or not entry.name.startswith("."))
                ]
        except (OSError, ValueError):  # a name that no folder can have
            return []
        return sorted(found)

    def read(self, path: str) -> bytes:
        self._refuse_what_is_none(path)
        return self._surroundings.read(path)

    def write(self, path: str, content: bytes) -> None:
        self._refuse_what_is_none(path)
        self._surroundings.write(path, content)

    def _refuse_what_is_none(self, path: str) -> None:
        if self.is_there(path) and not os.path.isfile(path):  # noqa: PTH113 - as above
            raise BadInput(f"{path} is no ordinary file.", "Name one.")

    def columns_said(self) -> ports.ColumnsSaid:
        return column_memory.read(self._surroundings.column_memory)

    def keep_columns_said(self, said: ports.ColumnsSaid) -> None:
        with told(self._surroundings.column_memory, "What the columns are was not remembered"):
            column_memory.write(self._surroundings.column_memory, said)


class Surroundings:
    """The machine as a command sees it. Nothing is read before it is asked for.

    `question` is what a prompt asks, if one does: its answer is remembered.
    """

    def __init__(self, options: Options, env: Mapping[str, str], question: str = "") -> None:
        self._options = options
        self._env = env
        self._question = question
        self._looked_at: dict[str, str] = {}

    @cached_property
    def data_file(self) -> Path:
        return paths.data_file(self._options.data, self._env)

    @cached_property
    def settings(self) -> SettingsFile:
        return SettingsFile(self.config_file, self._env)

    @cached_property
    def config_file(self) -> Path:
        return paths.config_file(self._options.config, self._env)

    def planner(self) -> Planner:
        """For one command: the time stands still while it runs."""
        store = self._store(self.data_file)
        if self._question:
            # As it is named, so that a link which leads elsewhere is noticed.
            read = (self.data_file, backups.folder_of(store.path), self.config_file, LOCALTIME, TIMEZONE)
            self._looked_at = prompt.looked_at([str(path) for path in read], system_clock().timestamp())
        now = self._now()
        return self._noticing(store, self._planner(store, self.settings, lambda: now, COMMAND_LINE))

    def lasting_planner(self) -> Planner:
        """For a session on the screen: the time runs on, from --at where that is given."""
        store, clock, session = self._store(self.data_file), self._clock(), f"screen {_new_uid()}"
        planner = self._noticing(store, self._planner(store, self.settings, clock, session, self._desk(store.path)))
        gc.freeze()  # what was read stays: without this the collector walks over all of it while keys are pressed
        return planner

    def demo_planner(self, folder: Path) -> Planner:
        """Made-up interviews, in a file in `folder`, with dates that lie around now."""
        from planner.planning import demo

        settings = MadeUpSettings(self.settings)
        clock = self._clock()
        store = self._store(folder / "planner.json")
        made_up = demo.state(ZoneInfo(settings.host_zone), clock())
        store.commit(lambda _: made_up)
        planner = self._planner(store, settings, clock, f"screen {_new_uid()}")
        planner.letter_files = self._letter_files(lambda: folder / LETTERS)
        return planner

    def _planner(
        self,
        store: ports.Store,
        settings: ports.SettingsFile,
        clock: Clock,
        session: str,
        desk: ports.Desk | None = None,
    ) -> Planner:
        return Planner(
            store,
            settings,
            clock,
            session=session,
            new_uid=_new_uid,
            files=PeoplesFiles(self),
            letter_files=self._letter_files(lambda: paths.state_folder(self._env) / LETTERS),
            desk=desk,
        )

    def _letter_files(self, kept: Callable[[], Path]) -> ports.LetterFiles:
        """Letters that are kept go where `kept` says."""
        return LetterFiles(self.config_file.parent / LETTERS, kept, self._env)

    def _noticing(self, store: DataFile, planner: Planner) -> Planner:
        planner.notices = (*at_start(store.path), *store.notices())
        return planner

    def _desk(self, data_file: Path) -> ports.Desk | None:
        try:
            folder = paths.state_folder(self._env)
        except BadInput:  # where there is no home nothing can be kept: `planner doctor` says so
            return None
        from planner.system.desk import FileDesk

        return FileDesk(folder / DRAFTS, data_file, system_clock)

    @property
    def upkeep(self) -> Upkeep:
        return self._upkeep(COMMAND_LINE)

    def restoring(self, session: str) -> "Restoring":
        """The way back to earlier versions of the data file, for the session of that name."""
        return self._upkeep(session).restoring()

    def _upkeep(self, session: str) -> Upkeep:
        from planner.upkeep import FilesUpkeep

        return FilesUpkeep(self.data_file, self.settings, self._env, self._now, session)

    def remember(self, line: str, at: datetime, until: datetime | None) -> None:
        """Keeps the answer to a prompt's question, true since `at`. Where it can't be kept the next one waits again."""
        ends = until.timestamp() if until else None
        memory = prompt.memory(self._question, line, self._looked_at, at.timestamp(), ends)
        kept_in = prompt.path()
        if memory and kept_in:
            with suppress(OSError):
                disk.make_folders(Path(kept_in).parent)
                files.write(Path(kept_in), memory.encode(errors="surrogateescape"), durable=False)

    @property
    def reminded(self) -> Reminded:
        from planner.store.reminded import RemindedFile

        folder = paths.state_folder(self._env) / REMINDED
        return RemindedFile(folder, Path(os.path.realpath(self.data_file)), rehearsed=bool(self._options.at))

    @property
    def calling(self) -> tuple[str, ...]:
        from planner.system import own_program

        return own_program.from_anywhere()

    @property
    def calling_in_a_shell(self) -> tuple[str, ...]:
        from planner.system import own_program

        return own_program.in_a_shell()

    @property
    def chosen_files(self) -> tuple[str, ...]:
        chosen = (("--data", "PLANNER_DATA", "data_file"), ("--config", "PLANNER_CONFIG", "config_file"))
        words: list[str] = []
        for option, variable, path in chosen:
            if getattr(self._options, option[2:]) or self._env.get(variable):
                words += [option, os.path.realpath(getattr(self, path))]
        return tuple(words)

    @property
    def column_memory(self) -> Path:
        return paths.state_folder(self._env) / "columns.json"

    def named(self, path: str) -> list[str]:
        """The file itself; of a folder all files in it and below, but for hidden ones. Raises BadInput."""
        if path == STDIN or not os.path.isdir(path):  # noqa: PTH112 - Path's own raises where one may not look
            return [path]
        from planner.system.folders import files_in

        return files_in(path)

    def read(self, path: str) -> bytes:
        if path == STDIN:
            content = sys.stdin.buffer.read(SIZE_LIMIT + 1) if sys.stdin else b""
        else:
            try:
                with Path(path).open("rb") as file:
                    content = file.read(SIZE_LIMIT + 1)
            except OSError as error:
                raise BadInput(f"{path} can't be read: {_why(error)}.", "Check its name.") from error
        if len(content) > SIZE_LIMIT:
            raise BadInput(f"{path} is larger than {SIZE_LIMIT // 2**20} MiB.", "Is it the right file?")
        return content

    def write(self, path: str, content: bytes) -> None:
        real = Path(os.path.realpath(path))
        if real in (self.data_file.resolve(), self.config_file.resolve()):
            raise BadInput(f"{path} is planner's own file.", "Write to another one.")
        with told(real, f"Nothing was written to {path}"):  # where one may not look, asking what is there fails, too
            if real.exists() and not real.is_file():
                raise BadInput(f"{path} is no ordinary file.", "Name one, or leave -o out to write to stdout.")
            if not real.parent.is_dir():
                raise BadInput(f"There is no folder {real.parent}.", "Make it first, or choose another.")
            files.write(real, content)

    def edit_config(self) -> None:
        if not (sys.stdin and sys.stdin.isatty()):
            raise BadInput("An editor needs a terminal.", f"The settings are in {self.config_file}.")
        if not self.config_file.exists():
            from planner.planning.starter import starter

            with told(self.config_file, f"{self.config_file} could not be made"):
                write_whole(self.config_file, starter().encode())
        edit(self.config_file, self._env, "Nothing was checked.")
        _ = SettingsFile(self.config_file, self._env).current  # reading it is what checks it

    def _store(self, path: Path) -> DataFile:
        # Which day a version was written on is a fact, whatever day --at pretends it is.
        zone = ZoneInfo(self._home_zone())
        return DataFile(path, lambda: system_clock().astimezone(zone))

    def _home_zone(self) -> str:
        return self.settings.current.policy.home_time_zone or self.settings.host_zone

    def _now(self) -> datetime:
        now = system_clock()
        if not self._options.at:
            return now
        order = self.settings.current.date_order
        return parse_instant(self._options.at, self._home_zone(), now, order, time_needed=False)

    def _clock(self) -> Clock:
        return clock_from(self._now()) if self._options.at else system_clock


def _new_uid() -> str:
    from uuid import uuid4

    return str(uuid4())


def _why(error: OSError) -> str:
    return (error.strerror or "it failed").lower()

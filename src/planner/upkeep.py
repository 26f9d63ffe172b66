"""The wiring of what looks after the files: backups, examination, removal."""

import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

from planner import prompt
from planner.domain.errors import BadInput, Busy, PlannerError
from planner.planning.fields import Reading
from planner.planning.health import Check, Sign
from planner.planning.ports import Clock
from planner.planning.restoring import Restoring
from planner.planning.saving import PATIENCE_SECONDS
from planner.planning.upkeep import Belongings
from planner.store import examination as of_data
from planner.store import removal
from planner.store.backup_folder import BackupFolder
from planner.store.data_file import SIZE_LIMIT, DataFile
from planner.system import belongings as aside
from planner.system import examination, paths
from planner.system.clock import system_clock
from planner.system.settings_file import SettingsFile


class FilesUpkeep:
    """Of one data file, one config file, and the folders that the variables in `env` name.

    `as_of` gives the time it is to be (--at), and `session` names this process in what it restores.
    """

    def __init__(
        self, data_file: Path, settings: SettingsFile, env: Mapping[str, str], as_of: Clock, session: str
    ) -> None:
        self._data_file = data_file
        self._settings = settings
        self._env = env
        self._as_of = as_of
        self._session = session

    def restoring(self) -> Restoring:
        settings = self._settings.current
        zone = settings.policy.home_time_zone or self._settings.host_zone
        reading = Reading(zone, settings.date_order, self._as_of().astimezone(ZoneInfo(zone)))
        return Restoring(DataFile(self._data_file, self._now), self._backups, reading, self._session)

    def keep(self) -> Path:
        return self._backups.keep()

    def checks(self) -> Iterator[Check]:
        about = set()
        for check in self._each_check():
            about.add(check.about)
            yield check
        if of_data.PERMISSIONS not in about:
            yield Check(of_data.PERMISSIONS, Sign.FINE, "Only you can read what is yours here.")

    def _each_check(self) -> Iterator[Check]:
        yield examination.program()
        yield from of_data.checks(DataFile(self._data_file, self._now), self._backups, self._now, self._given_now())
        yield from examination.disk(self._real_file)
        yield from examination.settings(self._settings)
        if self._settings.path.exists():  # which holds no secret, unless somebody writes one into it
            yield from of_data.open_to_others([self._settings.path], Sign.HINT)
        yield examination.zone_data(self._now())
        try:
            state_folder = paths.state_folder(self._env)
            kept = aside.kept_aside(state_folder)
        except PlannerError as error:
            yield Check("Drafts", Sign.WRONG, f"Unsaved typing can't be kept: {error.sentence}", error.hint)
        else:
            yield from examination.crash_reports(state_folder / aside.LOGS)
            yield from of_data.open_to_others(chain(kept.folders, kept.files))
        yield from examination.terminal(self._env)

    def belongings(self, *, config_too: bool) -> Belongings:
        found = self._kept_aside()
        config = self._settings.path
        if config_too and config.is_file():
            found = found.with_those(Belongings((config,), _of_our_name(config.parent)))
        found = found.with_those(removal.belongings(self._data_file, SIZE_LIMIT))
        return found.with_those(Belongings(folders=_of_our_name(self._real_file.parent)))

    def remove(self, belongings: Belongings) -> None:
        state_folder = self._state_folder()
        if state_folder and aside.open_sessions(state_folder):
            raise Busy("The board is open in another session, which would write its files anew.", "Leave it first.")
        removal.remove(self._data_file, belongings, PATIENCE_SECONDS)

    @property
    def _backups(self) -> BackupFolder:
        return BackupFolder(self._data_file, self._now)

    @property
    def _real_file(self) -> Path:
        return Path(os.path.realpath(self._data_file))

    def _kept_aside(self) -> Belongings:
        state_folder, memory = self._state_folder(), prompt.path()
        found = aside.kept_aside(state_folder) if state_folder else Belongings()
        return found.with_those(aside.remembered(Path(memory))) if memory else found

    def _state_folder(self) -> Path | None:
        """Where drafts and logs are; None where there can be none, as no home is set."""
        try:
            return paths.state_folder(self._env)
        except BadInput:
            return None

    def _given_now(self) -> datetime:
        """The time it is to be; while the settings can't be read, by which words for it go, the time it is."""
        try:
            _ = self._settings.current
        except BadInput:
            return self._now()
        return self._as_of().astimezone(self._zone)

    def _now(self) -> datetime:
        return system_clock().astimezone(self._zone)

    @cached_property
    def _zone(self) -> tzinfo:
        """The zone times are told in: home, or the machine's; UTC while the settings can't be read."""
        try:
            return ZoneInfo(self._settings.current.policy.home_time_zone or self._settings.host_zone)
        except PlannerError:
            return UTC


def _of_our_name(folder: Path) -> tuple[Path, ...]:
    """The folder, if it may be one that we made."""
    return (folder,) if folder.name == paths.NAME and folder.is_dir() else ()

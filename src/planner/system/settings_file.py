"""The person's settings: read from the config file when first asked for, and changed in it one by one."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from planner.domain.errors import Conflict
from planner.domain.zones import zone_called
from planner.planning.settings import Settings, read_settings
from planner.system.config import Tables, by_hand, parsed, text_of, with_value, write_config
from planner.system.holidays import calendar
from planner.system.zone import host_zone


class _Read(NamedTuple):
    """What stood in the file when it was read, and what that says."""

    text: str
    tables: Tables
    settings: Settings


class SettingsFile:
    """The settings in the file at `path`; `env` holds the variables of this process.

    `current` raises BadInput for a file or a setting that does not fit, `host_zone` where TZ names no zone.
    """

    def __init__(self, path: Path, env: Mapping[str, str]) -> None:
        self.path = path
        self._env = env
        self._last: _Read | None = None

    @property
    def source(self) -> str:
        return str(self.path)

    @property
    def current(self) -> Settings:
        return self._read.settings

    @property
    def tables(self) -> Tables:
        return self._read.tables

    @cached_property
    def host_zone(self) -> str:
        return host_zone(self._env).key

    def refresh(self) -> bool:
        text = text_of(self.path)
        if text == self._read.text:
            return False
        self._last = self._understood(text)
        return True

    def keep(self, keys: Sequence[str], value: object) -> None:
        if self.refresh():
            raise Conflict(
                f"The settings in {self.path} were changed meanwhile.",
                "Nothing was overwritten. Look at them as they are now, then change it again.",
            )
        after = self._understood(with_value(self._read.text, keys, value))
        if after.text != self._read.text:
            write_config(self.path, after.text, by_hand(keys, value))
            self._last = after

    def set_home_zone(self, zone: str) -> None:
        """Keeps the home zone in the file, which is otherwise left as the person wrote it."""
        self.keep(("policy", "home_time_zone"), zone_called(zone).key)

    @property
    def _read(self) -> _Read:
        if self._last is None:
            self._last = self._understood(text_of(self.path))
        return self._last

    def _understood(self, text: str) -> _Read:
        tables = parsed(text, self.path)
        return _Read(text, tables, read_settings(tables, self.source, calendar))

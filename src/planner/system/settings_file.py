"""The person's settings, read from the config file when first asked for, and written where they choose a home zone."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from planner.domain.zones import zone_called
from planner.planning.settings import Settings, read_settings
from planner.system.config import read_config, write_home_zone
from planner.system.holidays import calendar
from planner.system.zone import host_zone


class SettingsFile:
    """The settings in the file at `path`; `env` holds the variables of this process.

    `current` raises BadInput for a file or a setting that does not fit, `host_zone` where TZ names no zone.
    """

    def __init__(self, path: Path, env: Mapping[str, str]) -> None:
        self.path = path
        self._env = env
        self._current: Settings | None = None

    @property
    def current(self) -> Settings:
        if self._current is None:
            self._current = read_settings(read_config(self.path), str(self.path), calendar)
        return self._current

    @cached_property
    def host_zone(self) -> str:
        return host_zone(self._env).key

    def set_home_zone(self, zone: str) -> None:
        """Keeps the home zone in the file, which is otherwise left as the person wrote it."""
        write_home_zone(self.path, zone_called(zone).key)
        self._current = None

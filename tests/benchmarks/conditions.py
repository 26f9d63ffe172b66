"""What every measure is given: the sizes, the files made of them, and an environment sealed from the person's own."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from pathlib import Path

from tests.benchmarks import made_up
from tests.benchmarks.afresh import afresh
from tests.benchmarks.wiring import make_file

SIZES = (10, 300, 1_000, 10_000)
QUICK_SIZES = (10, 1_000)
USUAL = 300
RECORD = 100_000

PYTHON = sys.executable
PLANNER = (PYTHON, "-m", "planner")
REFERENCES = Path(__file__).parent / "references"


@dataclass(frozen=True)
class Conditions:
    """`folder` is empty at the start; `rounds` is how often each is run; `idle` how many seconds nothing is done."""

    folder: Path
    sizes: Sequence[int] = SIZES
    rounds: int = 7
    idle: float = 10.0
    paced: bool = False
    record: bool = False
    _files: dict[int, Path] = field(default_factory=dict)
    _numbers: "count[int]" = field(default_factory=count)

    @property
    def sizes_here(self) -> Sequence[int]:
        """The sizes for what is measured below the command, where a file may be larger than the program takes."""
        return (*self.sizes, RECORD) if self.record else self.sizes

    def data_file(self, size: int) -> Path:
        """A data file with so many interviews, made when it is first asked for. It must stay as it is."""
        if size not in self._files:
            path = self.new_folder() / "planner.json"
            afresh(make_file, path, size)
            self._files[size] = path
        return self._files[size]

    def own_copy(self, size: int) -> Path:
        """A data file like that, to be changed."""
        return Path(shutil.copy(self.data_file(size), self.new_folder()))

    def new_folder(self) -> Path:
        folder = self.folder / f"{next(self._numbers):04}"
        folder.mkdir(mode=0o700)
        return folder

    def env(self, *, data: Path | None = None, cache: Path | None = None, **more: str) -> Mapping[str, str]:
        """An environment with a home of its own, as on the first day; `cache` is a cache folder that stays."""
        home = self.new_folder()
        return {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CACHE_HOME": str(cache or home / "cache"),
            "PLANNER_CONFIG": str(self._config),
            "PLANNER_DATA": str(data or home / "planner.json"),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            **more,
        }

    @cached_property
    def _config(self) -> Path:
        """One for all, since what is cached holds only for the settings it was computed by."""
        path = self.folder / "config.toml"
        path.write_text(f'[policy]\nhome_time_zone = "{made_up.ZONE.key}"\n')
        return path

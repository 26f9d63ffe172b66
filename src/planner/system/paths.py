"""Where the files are: an option, else a variable of our own, else the XDG base folders; on macOS too."""

from collections.abc import Mapping
from pathlib import Path

from planner.domain.errors import BadInput

NAME = "planner"


def data_file(option: str, env: Mapping[str, str]) -> Path:
    """The data file: `option` (--data, "" if not given), else PLANNER_DATA, else in XDG_DATA_HOME."""
    named = option or env.get("PLANNER_DATA", "")
    return _expanded(named, env) if named else _base("XDG_DATA_HOME", ".local/share", env) / NAME / "planner.json"


def config_file(option: str, env: Mapping[str, str]) -> Path:
    """The config file: `option` (--config, "" if not given), else PLANNER_CONFIG, else in XDG_CONFIG_HOME."""
    named = option or env.get("PLANNER_CONFIG", "")
    return _expanded(named, env) if named else _base("XDG_CONFIG_HOME", ".config", env) / NAME / "config.toml"


def state_folder(env: Mapping[str, str]) -> Path:
    """Where logs and the drafts of unsaved text go."""
    return _base("XDG_STATE_HOME", ".local/state", env) / NAME


def _base(variable: str, below_home: str, env: Mapping[str, str]) -> Path:
    # "All paths set in these environment variables must be absolute", says the XDG specification; others are ignored.
    folder = Path(env.get(variable, ""))
    return folder if folder.is_absolute() else _home(env) / below_home


def _home(env: Mapping[str, str]) -> Path:
    home = Path(env.get("HOME", ""))
    if not home.is_absolute():
        raise BadInput(
            f"HOME is “{env['HOME']}”, which is no folder." if env.get("HOME") else "HOME is not set.",
            "Set it to your home folder, or set XDG_DATA_HOME, XDG_CONFIG_HOME and XDG_STATE_HOME.",
        )
    return home


def _expanded(named: str, env: Mapping[str, str]) -> Path:
    """A shell does not expand the ~ in --data=~/file, nor does a service file in a variable."""
    path = Path(named)
    return _home(env).joinpath(*path.parts[1:]) if path.parts[:1] == ("~",) else path

"""Examines what the program stands on: settings, time zones, free space, kind of file system, terminal."""

import shutil
import sys
import zoneinfo
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from importlib import metadata
from pathlib import Path

from planner import __version__
from planner.domain.errors import BadInput
from planner.domain.wording import count
from planner.planning.health import Check, Sign
from planner.planning.terminals import shows_utf8
from planner.system.settings_file import SettingsFile

MOUNTS = Path("/proc/self/mounts")
NETWORK = ("9p", "afs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "smb", "vboxsf", "virtiofs")
NETWORK_FUSE = ("sshfs", "rclone", "gvfs", "s3fs", "gcsfuse", "davfs", "onedriver", "google-drive")
CLOUD_FOLDERS = ("dropbox", "onedrive", "google drive", "googledrive", "nextcloud", "owncloud", "icloud", "pcloud")
ROOM_NEEDED = 4
"""Times the size of the data file: the new version, its backup, and as much again."""
LITTLE_ROOM = 100 * 2**20
LEAST_ROOM = 2**20
_OLD_YEARS = 2


def program() -> Check:
    """Which program this is, for whoever is asked for help."""
    parts = [f"planner {__version__}", f"Python {sys.version.split()[0]}"]
    parts += [f"{name} {found}" for name in ("textual", "tinydb", "pendulum") if (found := _version(name))]
    return Check("Program", Sign.FINE, ", ".join(parts) + ".")


def settings(file: SettingsFile) -> Iterator[Check]:
    """The config file, and the two zones that hang on it and on the machine."""
    try:
        current = file.current
    except BadInput as error:
        yield Check("Settings", Sign.WRONG, error.sentence, f"{error.hint} planner config edit opens the file.".strip())
        return
    there = file.path.exists()
    yield Check(
        "Settings", Sign.FINE, f"{file.path} {'reads' if there else 'is not there, so all is as it is by default'}."
    )
    home = current.policy.home_time_zone
    try:
        host = file.host_zone
    except BadInput as error:
        yield Check("Time zones", Sign.WRONG, error.sentence, error.hint)
        return
    if home:
        yield Check("Time zones", Sign.FINE, f"Home is {home}, this machine's zone {host}.")
    else:
        yield Check(
            "Time zones",
            Sign.HINT,
            f"No home zone is set, so this machine's is taken: {host}.",
            f"planner config home-zone {host} sets it.",
        )


def zone_data(now: datetime) -> Check:
    """Where the rules of the time zones come from, and how old they are."""
    package = _version("tzdata")
    host = [folder for folder in zoneinfo.TZPATH if (Path(folder) / "UTC").is_file()]
    if host:
        return Check("Zone data", Sign.FINE, f"From {host[0]}{f', else tzdata {package}' if package else ''}.")
    if not package:
        return Check("Zone data", Sign.WRONG, "There is none on this machine.", "Install it: pip install tzdata.")
    year = package.partition(".")[0]
    if year.isdecimal() and int(year) <= now.year - _OLD_YEARS:
        remedy = "Update it: pip install -U tzdata."
        return Check("Zone data", Sign.HINT, f"tzdata {package} is old; clock changes may differ by now.", remedy)
    return Check("Zone data", Sign.FINE, f"From tzdata {package}; this machine has none of its own.")


def disk(file: Path) -> Iterator[Check]:
    """The room there is for `file`, and what kind of file system it lies on."""
    folder = next((each for each in file.parents if each.is_dir()), Path("/"))
    size = file.stat().st_size if file.is_file() else 0
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        yield Check("Free space", Sign.HINT, f"It can't be told: {(error.strerror or 'it failed').lower()}.")
    else:
        room = f"{free / 2**20:,.0f} MiB are free where the data is kept"
        if free < max(ROOM_NEEDED * size, LEAST_ROOM):
            yield Check("Free space", Sign.WRONG, f"{room}: too little to save safely.", "Free some space.")
        elif free < LITTLE_ROOM:
            yield Check("Free space", Sign.HINT, f"{room}.", "Free some space soon; saving needs room for a copy.")
        else:
            yield Check("Free space", Sign.FINE, f"{room}.")
    yield _file_system(folder)


def terminal(env: Mapping[str, str]) -> Iterator[Check]:
    """What this terminal and its locale can show."""
    about, term = "Terminal", env.get("TERM", "")
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        yield Check(about, Sign.HINT, "There is none here: commands work, the board needs one.")
    elif term in ("", "dumb"):
        yield Check(
            about, Sign.HINT, f"TERM is “{term}”: the board can't be drawn.", "planner list shows it line by line."
        )
    else:
        yield Check(about, Sign.FINE, f"TERM is {term}.")
    locale = next((env[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if env.get(name)), "")
    if shows_utf8(env):
        yield Check("Locale", Sign.FINE, f"Names are shown as they are written{f' ({locale})' if locale else ''}.")
    else:
        remedy = "Set LANG to one with UTF-8, such as C.UTF-8."
        yield Check("Locale", Sign.HINT, f"{locale or 'None is set'}: signs are drawn in ASCII.", remedy)


def crash_reports(logs: Path) -> Iterator[Check]:
    """Whether the program ran into faults of its own."""
    found = sorted(logs.glob("crash-*.txt"))
    if found:
        yield Check(
            "Faults",
            Sign.HINT,
            f"{count(len(found), 'report')} of faults in the program, the newest {found[-1]}. They hold none of your text.",
            "Send one to the authors, then delete them.",
        )
    else:
        yield Check("Faults", Sign.FINE, "None was ever met.")


def _file_system(folder: Path) -> Check:
    about = "File system"
    kind, mount = kind_of(folder)
    remedy = "Keep the data on a local disk; use planner on one machine at a time."
    name = kind.partition(".")[2] if kind.startswith("fuse.") else kind
    if name.startswith(NETWORK) or (kind.startswith("fuse") and any(each in name for each in NETWORK_FUSE)):
        return Check(
            about,
            Sign.HINT,
            f"{mount} is a network file system ({kind}); two machines may overwrite each other.",
            remedy,
        )
    cloud = next((part for part in folder.resolve().parts if part.casefold().startswith(CLOUD_FOLDERS)), "")
    if cloud:
        return Check(
            about, Sign.HINT, f"{cloud} looks like a cloud folder; two machines may overwrite each other.", remedy
        )
    return Check(about, Sign.FINE, f"{kind or 'Its kind is not known'}: local, as far as can be told.")


def kind_of(folder: Path, mounts: Path = MOUNTS) -> tuple[str, str]:
    """The kind of file system a folder lies on, and where that is mounted; "" where the system does not tell."""
    found = ("", "")
    real = folder.resolve()
    with suppress(OSError):
        for line in mounts.read_text("utf-8", "replace").splitlines():
            _, place, kind, *_ = [*line.split(" "), "", "", ""]
            place = place.replace("\\040", " ")
            if place and real.is_relative_to(place) and len(place) >= len(found[1]):
                found = (kind, place)
    return found


def _version(package: str) -> str:
    with suppress(metadata.PackageNotFoundError):
        return metadata.version(package)
    return ""

"""What `planner due --short` said last, remembered for prompts: they ask before every command that is typed.

The memory is a file in the cache folder. Beside the line it holds all that the line came of: the question with the
variables that bear on it, each file that was read with its identity on the disk, and the span of time in which the
clock changes nothing. Where any of this differs, or the memory is torn, or open to others, it counts for nothing, and
the program answers anew. So that no prompt waits, nothing is loaded here but `os`, `stat` and `sys`. Instants are seconds
since 1970.
"""

import os
import stat
import sys

from planner import __version__

NAME = "due-short"
_VARIABLES = (
    *("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "PLANNER_DATA", "PLANNER_CONFIG", "TZ", "PYTHONTZPATH"),
    *("COLUMNS", "LANG", "LC_ALL", "LC_CTYPE", "TERM"),
)
"""Those that say where the files are, which zone it is, and how wide and in which letters to write."""
_LARGEST = 16_384
COARSEST_CLOCK = 2.0
"""Seconds: the coarsest clock of a file system in use (FAT). A younger file may change again and look the same."""
_LONGEST = 86_400.0
"""Seconds: what is not looked at, such as new rules for time zones, is seen after a day."""
_GONE = "none"
_END = "end"


def question(words: list[str]) -> str:
    """What is asked, with all that bears on the answer but files and time; "" for what is never remembered."""
    rest = [word for word in words if word not in ("due", "--short")]
    options, paths = rest[::2], rest[1::2]
    if len(words) != len(rest) + 2 or len(options) != len(paths) or not {*options} <= {"--data", "--config"}:
        return ""
    if "due" not in words or sys.stdout is None or sys.stdout.isatty():
        return ""
    paths += [os.environ.get("PLANNER_DATA", ""), os.environ.get("PLANNER_CONFIG", "")]
    try:
        here = os.getcwd() if any(path and not path.startswith("/") for path in paths) else ""
    except OSError:
        return ""
    known = [f"{name}={os.environ.get(name)}" for name in _VARIABLES]
    asked = "\0".join((__version__, sys.version, sys.executable, here, *words, *known)).replace("\n", " ")
    return asked if len(asked) < _LARGEST // 2 else ""


def answer(asked: str, now: float) -> bool:
    """Prints the line that is remembered for this question; False where none is. What can't be printed raises OSError."""
    line = _remembered(asked, now) if asked else None
    if line:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return line is not None


def looked_at(paths: list[str], now: float) -> dict[str, str]:
    """The identity of each file, to be taken before it is read; nothing where one changed only just before `now`."""
    found = {path: _status(path) for path in paths}
    if any(status and max(status.st_mtime, status.st_ctime) > now - COARSEST_CLOCK for status in found.values()):
        return {}
    return {path: _identity(status) for path, status in found.items()}


def memory(asked: str, line: str, files: dict[str, str], since: float, until: float | None) -> str:
    """What to put in the memory; "" for what can't be remembered.

    `files` are as `looked_at` found them before they were read. The line is true from `since` on, and until the instant
    `until`; None: for ever.
    """
    ends = min(until or since + _LONGEST, since + _LONGEST)
    lines = [asked, repr(since), repr(ends), *(f"{identity} {path}" for path, identity in files.items())]
    text = "\n".join((*lines, line, _END))
    return text if files and line.isascii() and text.count("\n") == len(files) + 4 and len(text) < _LARGEST else ""


def path() -> str:
    """Where the memory is; "" where there is no place for it."""
    folder = os.environ.get("XDG_CACHE_HOME", "")
    if not folder.startswith("/"):
        home = os.environ.get("HOME", "")
        folder = f"{home}/.cache" if home.startswith("/") else ""
    return folder and f"{folder}/planner/{NAME}"


def _remembered(asked: str, now: float) -> str | None:
    lines = _read().split("\n")
    if len(lines) < 5 or lines[0] != asked or lines[-1] != _END:  # noqa: PLR2004 - the least there can be
        return None
    since, until, *files, line, _ = lines[1:]
    for known in files:
        identity, _, file = known.partition(" ")
        if identity != _identity(_status(file)):
            return None
    try:
        holds = float(since) <= now < float(until)
    except ValueError:  # torn, and mended by nobody
        return None
    return line if holds and line.isascii() and line.isprintable() else None


def _read() -> str:
    """The whole memory, if it is its owner's alone; "" if not."""
    try:
        file = os.open(path(), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return ""
    try:
        status = os.fstat(file)
        ours = stat.S_ISREG(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077
        return os.read(file, _LARGEST).decode("utf-8", "surrogateescape") if ours else ""
    except OSError:
        return ""
    finally:
        os.close(file)


def _identity(status: os.stat_result | None) -> str:
    """Tells one version of a file from another without reading it; also that there is none."""
    if status is None:
        return _GONE
    parts = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_mode)
    return ":".join(map(str, parts))


def _status(file: str) -> os.stat_result | None:
    try:
        return os.stat(file)
    except (OSError, ValueError):
        return None

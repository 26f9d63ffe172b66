"""What the program keeps of its own accord: drafts, reports of faults, what it remembers having told; and the settings."""

import re
from collections.abc import Iterator
from pathlib import Path

from planner.domain.errors import StoreTrouble
from planner.planning.upkeep import Belongings

DRAFTS, LETTERS, LOGS, REMINDED, COLUMNS = "drafts", "letters", "logs", "reminded", "columns.json"
_OURS = {
    DRAFTS: re.compile(r"[0-9a-f]{16}\.json|\.[0-9a-f]{16}\.json\.[0-9a-f]{16}\.tmp"),
    LETTERS: re.compile(r"(\d+-.+\.(eml|txt)|letter-[0-9a-f]{16}\.txt)|\.\d+-.+\.(eml|txt)\.[0-9a-f]{16}\.tmp"),
    REMINDED: re.compile(r"[0-9a-f]{16}\.json(\.lock)?|\.[0-9a-f]{16}\.json\.[0-9a-f]{16}\.tmp"),
    LOGS: re.compile(r"crash-[0-9TZ.]+-\d+\.txt"),
}


def kept_aside(state_folder: Path) -> Belongings:
    """The files in the folder for drafts, logs and the like."""
    found: list[Path] = []
    foreign: list[Path] = []
    for name, ours in _OURS.items():
        for file in _inside(state_folder / name):
            (found if ours.fullmatch(file.name) else foreign).append(file)
    found += [file for file in (state_folder / COLUMNS,) if file.is_file()]
    folders = tuple(folder for folder in (*(state_folder / name for name in _OURS), state_folder) if folder.is_dir())
    return Belongings(tuple(found), folders, tuple(foreign))


def remembered(memory: Path) -> Belongings:
    """What was remembered for prompts, with what a kill left half written of it, and its folder."""
    half = re.compile(rf"\.{re.escape(memory.name)}\.[0-9a-f]{{16}}\.tmp")
    found = tuple(file for file in _inside(memory.parent) if file == memory or half.fullmatch(file.name))
    return Belongings(found, (memory.parent,) if memory.parent.is_dir() else ())


def open_sessions(state_folder: Path) -> int:
    """How many sessions are on a screen just now and have kept something."""
    from planner.system import desk

    return sum(desk.is_open(file) for file in _inside(state_folder / DRAFTS) if _OURS[DRAFTS].fullmatch(file.name))


def _inside(folder: Path) -> Iterator[Path]:
    try:
        yield from sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        why = (error.strerror or "it failed").lower()
        raise StoreTrouble(f"{folder} can't be read: {why}.", "Check its owner and its mode.") from error

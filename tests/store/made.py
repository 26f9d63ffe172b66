"""Changes to make to a data file, and what to look at afterwards."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from planner.domain.interview import Interview
from planner.domain.log import Note
from planner.formats import migrations
from planner.planning.ports import Change
from planner.planning.state import State
from planner.store import layout, reading
from planner.store.data_file import DataFile

NOW = datetime(2026, 11, 23, 17, tzinfo=UTC)


def data_file(path: Path) -> DataFile:
    return DataFile(path, lambda: NOW)


def interview(uid: str = "6f0c", notes: str = "", entries: int = 0) -> Interview:
    return Interview(
        uid=uid,
        company="Northwind Traders",
        role="Data analyst",
        starts_at=datetime(2026, 11, 23, 14, tzinfo=ZoneInfo("America/New_York")),
        time_zone="America/New_York",
        notes=notes,
        log=tuple(Note(at=NOW, id=id_, words="said hello") for id_ in range(1, entries + 1)),
    )


def change(title: str, after: Mapping[int, Interview | None]) -> Change:
    return lambda state: state.changed(title, NOW, "here", after)


def added(uid: str = "6f0c", notes: str = "") -> Change:
    """Adds an interview under the next number."""
    return lambda state: state.changed("Added", NOW, "here", {state.next_id: interview(uid, notes)})


def edited(id_: int, notes: str) -> Change:
    return lambda state: state.changed("Edited", NOW, "here", {id_: replace(state.interviews[id_], notes=notes)})


def filled(count: int) -> Change:
    """Adds that many interviews at once."""
    return lambda state: state.changed(
        "Imported", NOW, "here", {state.next_id + n: interview(f"uid-{state.next_id + n}") for n in range(count)}
    )


def undone(state: State) -> State:
    return state.undone()


def redone(state: State) -> State:
    return state.redone()


def uids(state: State) -> list[str]:
    return [interview.uid for interview in state.interviews.values()]


def left_behind(folder: Path) -> list[str]:
    """Temporary files below the folder."""
    return sorted(str(file) for file in folder.rglob("*.tmp"))


def in_a_newer_form(monkeypatch: pytest.MonkeyPatch) -> int:
    """From now on the program writes a form newer than today's, and reads today's as the one before; its number."""
    newest = migrations.SCHEMA + 1
    migrate = migrations.migrate
    monkeypatch.setattr(reading, "SCHEMA", newest)
    monkeypatch.setattr(reading, "migrate", lambda content: migrate(content, {newest - 1: dict}, newest))
    monkeypatch.setattr(layout, "SCHEMA", newest)
    return newest


def look(path: Path) -> tuple[bytes, int, int]:
    """The bytes, the inode and the time of a file: what must stay where nothing is to be changed."""
    status = path.stat()
    return path.read_bytes(), status.st_ino, status.st_mtime_ns

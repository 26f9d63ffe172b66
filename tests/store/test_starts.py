"""The clocks of a zone may get other rules after an interview was saved: the file opens all the same, and it is told."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planner.store import backups
from planner.store.backup_folder import BackupFolder
from planner.store.data_file import DataFile
from planner.store.examination import checks
from tests.store.made import NOW, added, data_file, edited, undone

SKIPPED = "2027-03-28T02:30"
TWICE = "2026-10-25T02:30"
TOLD = "The clocks of Europe/Berlin have other rules now than when interview 1 was saved: it is taken to start at"


def with_start(path: Path, start: str) -> DataFile:
    """A file that was written when the clocks of Berlin still showed that time, and showed it once."""
    data_file(path).commit(added("first"))
    data_file(path).commit(edited(1, "before"))
    content = json.loads(path.read_bytes())

    def as_then(change: Callable[[dict[str, Any]], None]) -> None:
        change(content["tables"]["interviews"]["1"])
        change(content["tables"]["undo"]["2"]["restores"][0]["interview"])

    as_then(lambda document: document.update(starts_at=start, time_zone="Europe/Berlin"))
    path.write_text(json.dumps(content))
    return data_file(path)


@pytest.mark.parametrize(
    ("stored", "taken"), [(SKIPPED, "2027-03-28T03:30:00+02:00"), (TWICE, "2026-10-25T02:30:00+02:00")]
)
def test_the_file_opens_with_the_nearest_time_there_is_and_says_so(path: Path, stored: str, taken: str) -> None:
    store = with_start(path, stored)
    before = path.read_bytes()
    assert store.load().interviews[1].starts_at.isoformat() == taken
    (notice,) = store.notices()
    assert notice.startswith(f"{TOLD} {taken[:10]} {taken[11:16]}.")
    assert "planner edit 1 starts_at=" in notice
    hints = [
        check for check in checks(store, BackupFolder(path, lambda: NOW), lambda: NOW, NOW) if check.found == notice
    ]
    assert [hint.is_wrong for hint in hints] == [False]
    assert path.read_bytes() == before


def test_a_start_that_the_clocks_show_as_ever_is_told_nothing_of(path: Path, store: DataFile) -> None:
    assert store.notices() == ()
    store.commit(added())
    assert (store.notices(), data_file(path).notices()) == ((), ())


def test_another_change_leaves_it_as_it_was_written_and_a_change_of_it_settles_it(path: Path) -> None:
    store = with_start(path, SKIPPED)
    store.commit(added("second"))
    assert f'"starts_at": "{SKIPPED}"' in path.read_text()
    assert len(store.notices()) == 1
    store.commit(edited(1, "after"))
    assert '"starts_at": "2027-03-28T03:30"' in path.read_text()
    assert store.notices() == ()
    again = data_file(path)
    again.load()
    assert again.notices() == ()


def test_what_can_be_undone_opens_too(path: Path) -> None:
    store = with_start(path, SKIPPED)
    state = store.commit(undone)
    assert state.interviews[1].starts_at.isoformat() == "2027-03-28T03:30:00+02:00"
    assert state == data_file(path).load()


def test_so_does_a_backup(path: Path) -> None:
    with_start(path, SKIPPED).commit(added("second"))
    newest = backups.kept(path)[0]
    read = BackupFolder(path, lambda: NOW).read(newest.path)
    assert read.interviews[1].starts_at.isoformat() == "2027-03-28T03:30:00+02:00"

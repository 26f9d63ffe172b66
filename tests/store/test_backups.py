"""Earlier versions are kept: the last ten, and the last of each of the last fourteen days."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.errors import StoreTrouble
from planner.store import backups
from planner.store.backups import Backup
from planner.store.data_file import DataFile
from tests.store.made import NOW, added, data_file, edited, left_behind, look


def notes(backup: Backup) -> str:
    """The notes of the only interview in that version, which must open."""
    return data_file(backup.path).load().interviews[1].notes


def set_day(path: Path, day: date) -> None:
    """Makes the file one that was written at noon of that day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()
    os.utime(path, (noon, noon))


def test_the_first_version_has_nothing_to_keep(path: Path, store: DataFile) -> None:
    store.commit(added())
    assert backups.kept(path) == []


def test_each_change_keeps_the_version_it_replaces_byte_for_byte(path: Path, store: DataFile) -> None:
    store.commit(added())
    raw = path.read_bytes()
    store.commit(edited(1, "new"))
    (backup,) = backups.kept(path)
    assert backup.path.read_bytes() == raw
    assert (backup.number, backup.revision) == (1, 1)


def test_of_many_changes_on_one_day_the_last_ten_versions_are_kept(path: Path, store: DataFile) -> None:
    store.commit(added(notes="0"))
    for n in range(1, 51):
        store.commit(edited(1, str(n)))
    kept = backups.kept(path)
    assert [notes(backup) for backup in kept] == [str(n) for n in range(49, 39, -1)]
    assert len(list(backups.folder_of(path).iterdir())) == 10


def test_the_last_version_of_each_of_the_last_fourteen_days_is_kept(path: Path, store: DataFile) -> None:
    first = date(2026, 3, 1)
    store.commit(added(notes="day 0, 2"))
    for day in range(1, 20):
        set_day(path, first + timedelta(day - 1))
        for change in range(3):
            store.commit(edited(1, f"day {day}, {change}"))
            set_day(path, first + timedelta(day))
    found = {backup.written_on: notes(backup) for backup in reversed(backups.kept(path))}
    assert list(found) == [first + timedelta(day) for day in range(6, 20)]
    assert [found[first + timedelta(day)] for day in range(6, 19)] == [f"day {day}, 2" for day in range(6, 19)]


def test_the_order_of_versions_does_not_hang_on_the_clock_or_the_revision() -> None:
    newest_first = [
        Backup(12 - place, revision, date(2026, 1, 1), Path(str(place)))
        for place, revision in enumerate([3, 2, 90, 89, 88, 87, 86, 85, 84, 83, 82, 81])
    ]
    assert [backup.revision for backup in backups.superfluous(newest_first)] == [82, 81]


def test_a_copy_shares_nothing_with_the_file_an_editor_may_write_into(path: Path, store: DataFile) -> None:
    store.commit(added(notes="old"))
    store.commit(edited(1, "new"))
    with path.open("r+b") as file:
        file.truncate(10)
    (backup,) = backups.kept(path)
    assert backup.path.stat().st_nlink == 1
    assert notes(backup) == "old"


def test_a_version_put_back_by_hand_is_the_start_of_further_changes(path: Path, store: DataFile) -> None:
    store.commit(added(notes="0"))
    for n in range(1, 15):
        store.commit(edited(1, str(n)))
    oldest = backups.kept(path)[-1].path.read_bytes()
    path.write_bytes(oldest)
    assert store.commit(edited(1, "after")).interviews[1].notes == "after"
    newest = backups.kept(path)[0]
    assert notes(newest) == "4"
    assert newest.path.read_bytes() == oldest


def test_a_save_that_fails_again_and_again_pushes_no_version_out(
    path: Path, store: DataFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.commit(added(notes="0"))
    for n in range(1, 12):
        store.commit(edited(1, str(n)))
    before = [notes(backup) for backup in backups.kept(path)]
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", failing(28))
        for _ in range(5):
            with pytest.raises(StoreTrouble, match="the disk is full"):
                store.commit(edited(1, "never"))
    assert [notes(backup) for backup in backups.kept(path)] == ["11", *before[:9]]


def failing(number: int) -> Callable[[int], None]:
    def fails(_descriptor: int) -> None:
        raise OSError(number, "made up")

    return fails


def test_nothing_is_saved_where_the_version_before_cannot_be_kept(path: Path, store: DataFile) -> None:
    store.commit(added(notes="old"))
    seen = look(path)
    backups.folder_of(path).write_text("a file where the folder should be")
    with pytest.raises(StoreTrouble, match="Nothing was saved in"):
        store.commit(edited(1, "new"))
    assert look(path) == seen
    assert left_behind(path.parent) == []


def test_files_of_others_in_the_folder_are_left_alone(path: Path, store: DataFile) -> None:
    folder = backups.folder_of(path)
    folder.mkdir(parents=True)
    strange = [folder / "notes.txt", folder / "000001-r1-2026-02-30.json", folder / "1-r1-2026-02-03.json"]
    for file in strange:
        file.write_text("mine")
    store.commit(added())
    for n in range(15):
        store.commit(edited(1, str(n)))
    assert len(backups.kept(path)) == 10
    assert [file.read_text() for file in strange] == ["mine"] * 3


def test_what_a_killed_session_left_half_written_is_swept_after_an_hour(path: Path, store: DataFile) -> None:
    folder = backups.folder_of(path)
    folder.mkdir(parents=True)
    names = [".planner.json.0123456789abcdef.tmp", ".000001-r1-2026-02-03.json.0123456789abcdef.tmp"]
    old = [path.parent / names[0], folder / names[1]]
    young = [path.parent / names[0].replace("0", "f"), folder / names[1].replace("abc", "cba")]
    others = [path.parent / ".other.json.0123456789abcdef.tmp", path.parent / ".planner.json.tmp"]
    for file in [*old, *young, *others]:
        file.write_text("half")
        minutes = 59 if file in young else 61
        then = (NOW - timedelta(minutes=minutes)).timestamp()
        os.utime(file, (then, then))
    data_file(path).load()
    assert all(file.exists() for file in old)
    store.commit(added())
    assert not any(file.exists() for file in old)
    assert all(file.exists() for file in [*young, *others])

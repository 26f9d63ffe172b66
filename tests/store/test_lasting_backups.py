"""Versions that were asked for, or stood before what is hard to make good by hand, outlive the ten changes after them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.planning.ports import Change
from planner.planning.state import State
from planner.store import backups
from planner.store.backup_folder import BackupFolder
from planner.store.data_file import DataFile
from tests.store.made import NOW, added, change, data_file, edited, filled, in_a_newer_form, interview, undone


def folder_of(path: Path) -> BackupFolder:
    return BackupFolder(path, lambda: NOW)


def lasting(path: Path) -> list[int]:
    """The revisions of the versions that outlive others, newest first."""
    return [backup.revision for backup in backups.kept(path) if backup.lasting]


@pytest.mark.parametrize(
    ("done", "lasts"),
    [
        (added(), False),
        (edited(1, "new"), False),
        (change("Deleted", {1: None}), True),
        (filled(1), False),
        (filled(2), True),
        (lambda state: state.changed("Restored", NOW, "", {1: interview("a"), 2: interview("b")}), True),
        (undone, True),
    ],
    ids=["add", "edit", "delete", "import of one", "import of two", "restore", "undo of an import"],
)
def test_what_stood_before_a_change_that_is_hard_to_make_good_lasts(
    path: Path, store: DataFile, done: Change, lasts: bool
) -> None:
    store.commit(filled(3))
    store.commit(done)
    assert [backup.lasting for backup in backups.kept(path)] == [lasts]


def test_it_is_still_there_after_fifty_edits_and_only_the_last_ten_such_are(path: Path, store: DataFile) -> None:
    store.commit(added())
    for n in range(12):
        store.commit(filled(2))
        store.commit(change("Deleted", {store.load().next_id - 1: None}))
        for m in range(3):
            store.commit(edited(1, f"{n} {m}"))
    before_large = [revision for revision in range(1, 61) if revision % 5 in (1, 2)]
    for n in range(50):
        store.commit(edited(1, str(n)))
    assert lasting(path) == before_large[-1:-11:-1]
    assert len(backups.kept(path)) == 20


def test_what_stood_before_the_file_was_brought_into_a_newer_form_lasts(
    path: Path, store: DataFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.commit(added())
    raw = path.read_bytes()
    in_a_newer_form(monkeypatch)
    again = data_file(path)
    again.commit(edited(1, "new"))
    again.commit(edited(1, "newer"))
    second, first = backups.kept(path)
    assert (first.lasting, second.lasting) == (True, False)
    assert first.path.read_bytes() == raw


def test_one_asked_for_is_a_copy_that_lasts_and_is_made_once(path: Path, store: DataFile) -> None:
    store.commit(added(notes="precious"))
    made = folder_of(path).keep()
    assert made.read_bytes() == path.read_bytes()
    assert folder_of(path).keep() == made
    store.commit(edited(1, "new"))
    assert [backup.path for backup in backups.kept(path)] == [made]
    for n in range(30):
        store.commit(edited(1, str(n)))
    assert made.exists()


def test_a_routine_copy_of_the_same_version_does_not_stand_in_for_one_asked_for(path: Path, store: DataFile) -> None:
    store.commit(added())
    raw = path.read_bytes()
    backups.keep(path, raw, 1, NOW)  # as a save leaves it that failed after this
    made = folder_of(path).keep()
    assert [(backup.lasting, backup.path == made) for backup in backups.kept(path)] == [(True, True), (False, False)]


def test_a_copy_has_the_time_of_what_it_is_a_copy_of(path: Path, store: DataFile) -> None:
    store.commit(added())
    written_at = path.stat().st_mtime
    store.commit(edited(1, "new"))
    (version,) = folder_of(path).versions()
    assert abs(version.path.stat().st_mtime - written_at) < 0.001
    assert abs(version.written_at.timestamp() - written_at) < 0.001
    assert version.written_at.tzinfo is UTC


def test_versions_say_what_they_hold_and_which_do_not_open(path: Path, store: DataFile) -> None:
    store.commit(filled(3))
    store.commit(change("Deleted", {2: None}))
    store.commit(edited(1, "new"))
    newest, oldest = folder_of(path).versions()
    assert (newest.number, newest.revision, newest.interviews, newest.last, newest.lasting) == (
        2,
        2,
        2,
        "Deleted",
        False,
    )
    assert (oldest.number, oldest.revision, oldest.interviews, oldest.last, oldest.lasting) == (
        1,
        1,
        3,
        "Imported",
        True,
    )
    assert not newest.trouble
    oldest.path.write_bytes(b"torn")
    _, bad = folder_of(path).versions()
    assert (bad.number, bad.interviews, bad.lasting) == (1, 0, True)
    assert "can't be opened" in bad.trouble


def test_a_file_elsewhere_is_a_version_too(path: Path, store: DataFile, tmp_path: Path) -> None:
    store.commit(added())
    copy = tmp_path / "stick.json"
    copy.write_bytes(path.read_bytes())
    found = folder_of(path).version_at(str(copy))
    assert found
    assert (found.number, found.revision, found.interviews) == (0, 1, 1)
    assert folder_of(path).version_at(str(tmp_path / "none")) is None
    assert folder_of(path).version_at("\0") is None


def test_reading_a_version_gives_its_state(path: Path, store: DataFile) -> None:
    before = store.commit(filled(2))
    store.commit(edited(1, "new"))
    (version,) = folder_of(path).versions()
    assert folder_of(path).read(version.path) == before._replace(undo=before.undo)
    assert isinstance(folder_of(path).read(version.path), State)


def test_the_day_of_a_version_is_told_in_the_zone_of_the_clock(path: Path, store: DataFile) -> None:
    store.commit(added())
    store.commit(edited(1, "new"))
    east = datetime(2026, 11, 23, 17, tzinfo=UTC).astimezone()
    (version,) = BackupFolder(path, lambda: east).versions()
    assert version.written_at.tzinfo is east.tzinfo

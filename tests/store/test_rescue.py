"""A version takes the place of a data file that can't be opened or has gone, and nothing is destroyed by it."""

import errno
import json
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from planner.domain.errors import Busy, Conflict, NotConfirmed, StoreTrouble, Unreadable
from planner.planning.ports import PutBack
from planner.store import backups, lock, rescue
from planner.store.backup_folder import BackupFolder
from planner.store.data_file import DataFile
from tests.store.faults import Died, Disk, Fault, confirming_no_folder
from tests.store.made import NOW, added, data_file, edited, filled, left_behind, look, uids, undone


@pytest.fixture
def folder(path: Path, store: DataFile) -> BackupFolder:
    """Of a file with numbers up to 5 given out, whose newest backup holds two interviews."""
    store.commit(added("first"))
    store.commit(added("second"))
    store.commit(filled(3))
    return BackupFolder(path, lambda: NOW)


BAD: dict[str, Callable[[bytes], bytes]] = {
    "torn": lambda raw: raw[:-40],
    "empty": lambda raw: b"",
    "foreign": lambda raw: b"Dear Sir or Madam,\n",
    "binary": lambda raw: bytes(range(256)) * 8,
    "another's JSON": lambda raw: b'{"format": "other", "next_id": 999}',
    "zeros": lambda raw: bytes(len(raw)),
    "a field nobody knows": lambda raw: raw.replace(b'"company"', b'"firm"'),
}


@pytest.mark.parametrize("name", BAD)
def test_what_can_not_be_opened_is_replaced_and_kept_byte_for_byte(path: Path, folder: BackupFolder, name: str) -> None:
    bad = BAD[name](path.read_bytes())
    path.write_bytes(bad)
    aside = folder.put_back(backups.kept(path)[0].path).kept_as
    assert aside
    assert aside.name.startswith("planner.json.damaged-")
    assert aside.read_bytes() == bad
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert uids(data_file(path).load()) == ["first", "second"]
    assert rescue.set_aside(path) == [aside]
    assert left_behind(path.parent) == []


@pytest.mark.parametrize("name", ["torn", "a field nobody knows"])
def test_a_number_given_out_in_the_lost_version_is_given_to_nobody_else(
    path: Path, folder: BackupFolder, name: str
) -> None:
    path.write_bytes(BAD[name](path.read_bytes()))
    folder.put_back(backups.kept(path)[0].path)
    state = data_file(path).commit(added("next"))
    assert sorted(state.interviews) == [1, 2, 6]


def test_the_counters_go_on_from_the_highest_of_all_backups(path: Path, store: DataFile, folder: BackupFolder) -> None:
    store.commit(edited(1, "so that the file with five is a backup"))
    oldest = backups.kept(path)[-1]
    path.unlink()
    folder.put_back(oldest.path)
    state = data_file(path).load()
    assert (uids(state), state.next_id) == (["first"], 6)
    assert state.revision == 3 + 2


def test_the_revision_is_above_that_of_the_version_that_is_lost(path: Path, folder: BackupFolder) -> None:
    path.write_bytes(b"")
    folder.put_back(backups.kept(path)[0].path)
    assert data_file(path).load().revision > 3


def test_a_file_that_has_gone_comes_back_and_nothing_is_set_aside(path: Path, folder: BackupFolder) -> None:
    path.unlink()
    assert folder.put_back(backups.kept(path)[0].path) == PutBack(None)
    assert uids(data_file(path).load()) == ["first", "second"]
    assert rescue.set_aside(path) == []


def test_what_could_be_undone_in_that_version_still_can(path: Path, folder: BackupFolder) -> None:
    path.unlink()
    folder.put_back(backups.kept(path)[0].path)
    assert uids(data_file(path).commit(undone)) == ["first"]


def test_one_damaged_file_after_another_is_kept(path: Path, folder: BackupFolder) -> None:
    good = backups.kept(path)[0].path
    for text in (b"one", b"two", b"three"):
        path.write_bytes(text)
        os.utime(path, (NOW.timestamp(), NOW.timestamp()))
        folder.put_back(good)
    assert [file.read_bytes() for file in rescue.set_aside(path)] == [b"one", b"two", b"three"]


def test_a_link_stays_a_link(path: Path, folder: BackupFolder, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    path.write_bytes(b"torn")
    BackupFolder(link, lambda: NOW).put_back(backups.kept(path)[0].path)
    assert link.is_symlink()
    assert uids(data_file(link).load()) == ["first", "second"]


def test_where_a_file_can_have_but_one_name_it_is_copied(
    path: Path, folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_names: object) -> None:
        raise PermissionError(1, "made up")

    monkeypatch.setattr(os, "link", refuses)
    path.write_bytes(b"torn")
    aside = folder.put_back(backups.kept(path)[0].path).kept_as
    assert aside
    assert aside.read_bytes() == b"torn"


def test_a_torn_file_is_told_also_where_the_backups_can_not_be_read(path: Path, folder: BackupFolder) -> None:
    path.write_bytes(b"torn")
    shutil.rmtree(backups.folder_of(path))
    backups.folder_of(path).write_text("a file where the folder should be")
    with pytest.raises(Unreadable) as refusal:
        data_file(path).load()
    assert "There is no backup that opens" in refusal.value.hint


# -- refused


def test_a_file_that_can_be_opened_is_not_replaced(path: Path, folder: BackupFolder) -> None:
    seen = look(path)
    with pytest.raises(Conflict, match="can be opened again"):
        folder.put_back(backups.kept(path)[0].path)
    assert look(path) == seen


def test_a_file_that_a_newer_planner_wrote_is_not_replaced(path: Path, folder: BackupFolder) -> None:
    content = json.loads(path.read_bytes())
    path.write_text(json.dumps(content | {"schema": 99}))
    seen = look(path)
    with pytest.raises(StoreTrouble, match="A newer planner wrote it") as refusal:
        folder.put_back(backups.kept(path)[0].path)
    assert refusal.value.hint == "Update planner."
    assert look(path) == seen


def test_a_version_that_does_not_open_replaces_nothing(path: Path, folder: BackupFolder) -> None:
    newest = backups.kept(path)[0].path
    newest.write_bytes(b"torn too")
    path.write_bytes(b"torn")
    with pytest.raises(Unreadable, match=str(newest)):
        folder.put_back(newest)
    assert path.read_bytes() == b"torn"
    assert rescue.set_aside(path) == []


def test_a_folder_in_its_place_is_not_replaced(path: Path, folder: BackupFolder) -> None:
    path.unlink()
    path.mkdir()
    with pytest.raises(StoreTrouble, match="is no regular file"):
        folder.put_back(backups.kept(path)[0].path)
    assert path.is_dir()


def test_while_another_session_writes_nothing_is_replaced(path: Path, folder: BackupFolder) -> None:
    path.write_bytes(b"torn")
    good = backups.kept(path)[0].path
    with lock.held(lock.path_of(path), 0), pytest.raises(Busy):
        BackupFolder(path, lambda: NOW, wait=0).put_back(good)
    assert path.read_bytes() == b"torn"


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.SHORT])
def test_a_fault_at_any_call_leaves_the_damaged_file_or_the_restored_one(
    path: Path, folder: BackupFolder, tmp_path: Path, fault: Fault
) -> None:
    path.write_bytes(b"torn")
    backups.kept(path)[0].path.rename(backups.folder_of(path) / "000002-r2-2026-11-23.json")
    disk = Disk()
    with disk.used():
        put_back(copied(path, tmp_path / "counted"))
    assert len(disk.calls) > 20
    for at in range(len(disk.calls)):
        attacked = copied(path, tmp_path / str(at))
        struck = Disk(at, fault)
        with struck.used():
            try:
                put_back(attacked)
                failed = False
            except (Died, KeyboardInterrupt, StoreTrouble, NotConfirmed):
                failed = True
        asides = [file.read_bytes() for file in rescue.set_aside(attacked)]
        if attacked.read_bytes() == b"torn":
            assert failed, struck.calls[-1]
            put_back(attacked)
            asides = [file.read_bytes() for file in rescue.set_aside(attacked)]
        assert asides == [b"torn"], struck.calls[-1]
        assert uids(data_file(attacked).load()) == ["first", "second"], struck.calls[-1]


@pytest.mark.parametrize("has_links", [True, False])
def test_a_version_that_the_disk_does_not_confirm_is_in_place_and_the_doubt_is_told(
    path: Path, folder: BackupFolder, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    path.write_bytes(b"torn")
    with monkeypatch.context() as patched:
        confirming_no_folder(patched)
        if not has_links:
            patched.setattr(os, "link", no_links)
        aside, doubt = folder.put_back(backups.kept(path)[0].path)
    assert aside
    assert aside.read_bytes() == b"torn"
    assert doubt.startswith(f" {path} was saved, but the disk did not confirm it")
    assert uids(data_file(path).load()) == ["first", "second"]


def no_links(*_: object) -> NoReturn:
    raise OSError(errno.EPERM, "made up")


def copied(path: Path, target: Path) -> Path:
    shutil.copytree(path.parent, target)
    return target / path.name


def put_back(path: Path) -> None:
    newest = backups.folder_of(path) / "000002-r2-2026-11-23.json"
    BackupFolder(path, lambda: NOW, wait=0).put_back(newest)


def test_who_begins_anew_where_the_file_has_gone_gets_no_number_that_a_backup_knows(
    path: Path, store: DataFile
) -> None:
    for uid in ("first", "second"):
        store.commit(added(uid))
    store.commit(edited(1, "last"))
    path.unlink()
    assert data_file(path).load().interviews == {}
    state = data_file(path).commit(added("anew"))
    assert (list(state.interviews), state.revision) == ([3], 4)
    assert state == data_file(path).load()

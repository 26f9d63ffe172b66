"""Removing a data file with everything of it, and nothing that is not ours."""

import os
from pathlib import Path

import pytest

from planner.domain.errors import Busy, StoreTrouble
from planner.store import backups, lock, removal
from planner.store.backup_folder import BackupFolder
from planner.store.data_file import SIZE_LIMIT, DataFile
from tests.store.made import NOW, added, edited


@pytest.fixture
def used(path: Path, store: DataFile) -> Path:
    """A data file with backups, one of them taken out of the list, something set aside and something half written."""
    store.commit(added())
    store.commit(edited(1, "new"))
    store.commit(edited(1, "newer"))
    path.write_bytes(b"torn")
    BackupFolder(path, lambda: NOW).put_back(backups.kept(path)[0].path)
    folder = backups.folder_of(path)
    backups.kept(path)[1].path.rename(folder / f"{backups.kept(path)[1].path.name}{backups.DAMAGED}")
    for half in (
        path.parent / ".planner.json.0123456789abcdef.tmp",
        folder / ".000001-r1-2026-11-23.json.0123456789abcdef.tmp",
    ):
        half.write_text("half")
    return path


def everything(path: Path) -> set[Path]:
    return {file for file in path.parent.rglob("*") if file.is_file()}


def purge(path: Path) -> None:
    removal.remove(path, removal.belongings(path, SIZE_LIMIT), wait=0)


def test_every_file_is_named_and_removed_with_the_folder_of_the_backups(used: Path) -> None:
    found = removal.belongings(used, SIZE_LIMIT)
    assert set(found.files) == everything(used)
    assert found.files[-1] == lock.path_of(used)
    assert found.foreign == ()
    purge(used)
    assert list(used.parent.iterdir()) == []


def test_what_is_not_ours_stays_and_is_named(used: Path) -> None:
    notes = backups.folder_of(used) / "notes.txt"
    other = used.parent / "thesis.json"
    for file in (notes, other):
        file.write_text("mine")
    assert removal.belongings(used, SIZE_LIMIT).foreign == (notes,)
    purge(used)
    assert everything(used) == {notes, other}


@pytest.mark.parametrize("content", [b"Dear Sir or Madam,\n", b'{"a": 1}', b"\0\1\2"])
def test_a_file_that_was_never_ours_is_not_removed_whatever_data_says(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert removal.belongings(path, SIZE_LIMIT).foreign == (path,)
    purge(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b'{"format": "planner", "schema": 1, "rev'])
def test_one_of_ours_that_is_torn_is_removed(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    purge(path)
    assert not path.exists()


def test_a_link_goes_with_the_file_it_leads_to(used: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(used)
    purge(link)
    assert not link.is_symlink()
    assert everything(used) == set()


def test_while_another_session_writes_nothing_is_removed(used: Path) -> None:
    before = everything(used)
    with lock.held(lock.path_of(used), 0), pytest.raises(Busy):
        purge(used)
    assert everything(used) == before


def test_a_file_that_can_not_be_removed_is_told(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = removal.belongings(used, SIZE_LIMIT)

    def refuses(path: object, *_rest: object, **_more: object) -> None:
        raise PermissionError(1, "made up", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(os, "unlink", refuses)
        with pytest.raises(StoreTrouble, match="can't be removed"):
            removal.remove(used, found, wait=0)
    assert used.exists()


def test_where_there_is_nothing_nothing_is_made(path: Path) -> None:
    path.parent.mkdir()
    assert removal.belongings(path, SIZE_LIMIT).files == ()
    purge(path)
    assert list(path.parent.iterdir()) == []

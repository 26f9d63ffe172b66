"""Going back to an earlier version, while other sessions go on."""

from pathlib import Path
from typing import NoReturn

import pytest

from planner.domain.errors import Conflict, NotConfirmed, NotFound
from planner.planning.fields import Reading
from planner.planning.ports import Change
from planner.planning.restoring import Restoring
from planner.store.backup_folder import BackupFolder
from tests.store.faults import confirming_no_folder
from tests.store.made import NOW, added, data_file, edited, look


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A data file with one backup."""
    path = tmp_path / "planner.json"
    data_file(path).commit(added())
    data_file(path).commit(edited(1, "new"))
    return path


def restoring(path: Path) -> Restoring:
    return Restoring(data_file(path), BackupFolder(path, lambda: NOW), Reading("UTC", "", NOW), "here")


def test_what_another_session_changed_since_the_look_ahead_is_not_overwritten(path: Path) -> None:
    mine = restoring(path)
    prospect = mine.prospect(mine.named("1"))
    data_file(path).commit(edited(1, "newer"))
    seen = look(path)
    with pytest.raises(Conflict, match="changed meanwhile"):
        mine.restore(prospect)
    assert look(path) == seen


def test_a_file_that_another_session_brought_back_meanwhile_is_not_replaced(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    mine = restoring(path)
    prospect = mine.prospect(mine.named("1"))
    path.write_bytes(whole)
    seen = look(path)
    with pytest.raises(Conflict, match="can be opened again"):
        mine.restore(prospect)
    assert look(path) == seen


def test_a_restore_is_the_sessions_own_step(path: Path) -> None:
    mine = restoring(path)
    mine.restore(mine.prospect(mine.named("1")))
    step = data_file(path).load().undo[-1]
    assert (step.session, step.at) == ("here", NOW)
    assert step.title.startswith("Restored the version of ")
    assert step.title.endswith("(change 1)")


def test_going_back_to_what_is_there_changes_nothing(path: Path) -> None:
    made = BackupFolder(path, lambda: NOW).keep()
    seen = look(path)
    mine = restoring(path)
    assert mine.restore(mine.prospect(mine.named(made.name))).sentence.startswith("Nothing differs")
    assert look(path) == seen


def test_where_there_is_no_backup_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as refusal:
        restoring(tmp_path / "none.json").named("1")
    assert refusal.value.hint == "There is none at all yet."


def test_a_restore_that_the_disk_did_not_confirm_is_done_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = restoring(path)
    prospect = mine.prospect(mine.named("1"))
    commit = mine._store.commit

    def unconfirmed(change: Change, wait: float) -> NoReturn:
        commit(change, wait)
        raise NotConfirmed("It was saved, but the disk did not confirm it.")

    monkeypatch.setattr(mine._store, "commit", unconfirmed)
    assert "undo takes it back. It was saved, but the disk did not confirm it." in mine.restore(prospect).sentence


def test_one_in_the_place_of_a_damaged_file_is_told_so_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(path.read_bytes()[:-20])
    mine = restoring(path)
    prospect = mine.prospect(mine.named("1"))
    confirming_no_folder(monkeypatch)
    told = mine.restore(prospect).sentence
    assert told.startswith("Restored the version of ")
    assert " The file as it was is kept as " in told
    assert " was saved, but the disk did not confirm it: " in told

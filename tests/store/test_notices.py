"""At every start: a data file that others can read is told of and closed, one that has gone is missed."""

import os
import stat
from pathlib import Path

import pytest

from planner.store import backups, notices
from planner.store.data_file import DataFile
from tests.store.made import added, edited


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def used(path: Path, store: DataFile) -> Path:
    """A data file with a backup."""
    store.commit(added())
    store.commit(edited(1, "new"))
    return path


def test_nothing_is_said_where_only_the_owner_can_read_it(used: Path) -> None:
    assert notices.at_start(used) == ()


@pytest.mark.parametrize("others", [0o004, 0o040, 0o002, 0o066])
def test_a_file_that_others_can_open_is_told_of_and_closed(used: Path, others: int) -> None:
    used.chmod(0o600 | others)
    assert notices.at_start(used) == (
        f"{used} was open to others (mode {0o600 | others:04o}); now only you can read it.",
    )
    assert mode(used) == 0o600
    assert notices.at_start(used) == ()


def test_so_is_the_folder_of_the_backups(used: Path) -> None:
    folder = backups.folder_of(used)
    folder.chmod(0o755)
    (said,) = notices.at_start(used)
    assert said.startswith(f"{folder} was open to others (mode 0755)")
    assert mode(folder) == 0o700


def test_what_can_not_be_closed_is_told_with_what_to_do(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    used.chmod(0o644)

    def refuses(*_args: object, **_more: object) -> None:
        raise PermissionError(1, "made up", str(used))

    with monkeypatch.context() as patched:
        patched.setattr(os, "chmod", refuses)
        (said,) = notices.at_start(used)
    assert "still is: permission is denied. Check the owner and the mode" in said


def test_a_file_system_that_keeps_no_modes_is_told(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    used.chmod(0o644)
    with monkeypatch.context() as patched:
        patched.setattr(os, "chmod", lambda *_args, **_more: None)
        (said,) = notices.at_start(used)
    assert "keeps no modes" in said


def test_a_file_that_has_gone_is_missed_where_it_has_backups(used: Path) -> None:
    used.unlink()
    assert notices.at_start(used) == (f"There is no {used}, but 1 backup of it. planner restore lists them.",)


def test_a_file_that_never_was_is_not_missed(path: Path) -> None:
    assert notices.at_start(path) == ()

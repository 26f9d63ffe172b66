"""Only the owner can read what is kept, whatever the umask."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.store.data_file import DataFile
from tests.store.made import added, data_file, edited


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o177, 0o277])
def umask(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[int]:
    """Holds for what the test makes, not for the folder it makes it in."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_files_are_0600_and_folders_0700(tmp_path: Path) -> None:
    path = tmp_path / "made" / "deep" / "planner.json"
    store = data_file(path)
    for n in range(3):
        store.commit(added(str(n)))
    below = list((tmp_path / "made").rglob("*"))
    assert len(below) == 6
    for found in [tmp_path / "made", *below]:
        assert mode(found) == (0o700 if found.is_dir() else 0o600), found


def test_a_folder_that_was_there_keeps_its_mode(path: Path, store: DataFile) -> None:
    path.parent.mkdir(mode=0o755)
    store.commit(added())
    assert mode(path.parent) == 0o755


def test_a_file_that_others_could_read_is_mended_by_the_next_change(path: Path, store: DataFile) -> None:
    store.commit(added())
    path.chmod(0o644)
    store.commit(edited(1, "new"))
    assert mode(path) == 0o600

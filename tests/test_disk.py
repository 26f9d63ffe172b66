"""Files that are whole or not there, and folders of one's own."""

import os
import stat
from pathlib import Path

import pytest

from planner import disk


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o277])
def test_what_is_made_is_its_owner_s_alone_and_usable_by_them(home: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        disk.make_folders(home / "a" / "b")
        disk.put(home / "a" / "b" / "file", b"text")
    finally:
        os.umask(before)
    assert [mode(home / "a"), mode(home / "a" / "b"), mode(home / "a" / "b" / "file")] == [0o700, 0o700, 0o600]


def test_a_folder_that_is_there_stays_as_it_is(home: Path) -> None:
    (home / "shared").mkdir()
    (home / "shared").chmod(0o755)
    disk.make_folders(home / "shared")
    assert mode(home / "shared") == 0o755


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = home / "file"
    disk.put(path, b"old")

    def fails(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fails)
        with pytest.raises(OSError, match="No space left"):
            disk.put(path, b"new")
        assert path.read_bytes() == b"old"
        disk.put(path, b"newer", durable=False)
    assert path.read_bytes() == b"newer"
    assert list(home.iterdir()) == [path]


def test_a_file_that_is_not_whole_yet_is_told_by_its_name(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []

    def noted(self: Path, target: Path) -> Path:
        names.append(self.name)
        return target

    monkeypatch.setattr(Path, "replace", noted)
    disk.put(home / "file", b"text")
    assert [disk.is_temporary(name) for name in (*names, "file", ".file.tmp")] == [True, False, False]

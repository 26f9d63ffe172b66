import os
import stat
from pathlib import Path

import pytest

from planner.system.files import write_whole


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_what_is_made_is_for_its_owner_only(home: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_whole(home / "a" / "b" / "file", b"text")
    finally:
        os.umask(before)
    assert (home / "a" / "b" / "file").read_bytes() == b"text"
    assert [mode(home / "a"), mode(home / "a" / "b"), mode(home / "a" / "b" / "file")] == [0o700, 0o700, 0o600]


def test_a_file_that_is_there_keeps_its_mode(home: Path) -> None:
    path = home / "file"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert mode(path) == 0o640
    assert path.read_text() == "new"


def test_a_link_stays_and_the_file_behind_it_is_written(home: Path) -> None:
    (home / "dotfiles").mkdir()
    (home / "link").symlink_to(home / "dotfiles" / "file")
    write_whole(home / "link", b"text")
    assert (home / "link").is_symlink()
    assert (home / "dotfiles" / "file").read_bytes() == b"text"


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = home / "file"
    path.write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_text() == "old"
    assert list(home.iterdir()) == [path]


def test_the_name_is_made_durable_after_the_content(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def noting_fsync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "content")
        fsync(handle)

    def noting_replace(self: Path, target: Path) -> Path:
        done.append("replace")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", noting_fsync)
    monkeypatch.setattr(Path, "replace", noting_replace)
    write_whole(home / "file", b"text")
    assert done == ["content", "replace", "folder"]

"""What is found in a folder that a person names."""

import os
from pathlib import Path

import pytest

from planner.domain.errors import BadInput
from planner.system import folders
from planner.system.folders import files_in


def test_what_is_hidden_is_not_even_looked_at_and_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    for name in ("b.eml", "sub/c.eml", "sub/.d.eml", ".cache/e.eml", "sub/.git/f.eml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "sub" / "round").symlink_to(tmp_path)
    assert files_in(str(tmp_path)) == [str(tmp_path / name) for name in ("b.eml", "sub/c.eml")]


def test_of_a_maildir_its_folders_are_looked_at_too(tmp_path: Path) -> None:
    for name in ("cur/1", "new/2", ".Interviews/cur/3", ".git/objects/4", "sub/.Interviews/cur/5"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [Path(each).name for each in files_in(str(tmp_path))] == ["3", "1", "2"]


def test_what_one_may_not_look_at_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("mine.eml", "theirs.eml"):
        (tmp_path / name).touch()
    stat = os.stat

    def refused(path: str, **more: bool) -> os.stat_result:
        if str(path).endswith("theirs.eml"):
            raise PermissionError(13, "Permission denied", path)
        return stat(path, **more)

    monkeypatch.setattr(os, "stat", refused)
    assert files_in(str(tmp_path)) == [str(tmp_path / "mine.eml")]


def test_more_than_anybody_brings_are_refused_before_all_are_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        (tmp_path / f"{number}.eml").touch()
    monkeypatch.setattr(folders, "MOST_FILES", 4)
    assert len(files_in(str(tmp_path))) == 4
    monkeypatch.setattr(folders, "MOST_FILES", 3)
    with pytest.raises(BadInput, match="more than 3 files in"):
        files_in(str(tmp_path))


def test_a_folder_that_can_not_be_read_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="can't be read: no such file"):
        files_in(str(tmp_path / "gone"))

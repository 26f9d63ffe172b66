"""Files that people name while a screen goes on, as they lie on the disk."""

import os
import stat
from pathlib import Path

import pytest

from planner.bootstrap import PeoplesFiles, Surroundings
from planner.cli.parser import Options
from planner.domain.errors import BadInput, StoreTrouble


@pytest.fixture
def files() -> PeoplesFiles:
    return PeoplesFiles(Surroundings(Options(), os.environ))


def test_a_file_is_itself_and_a_folder_all_that_is_in_it_but_for_what_is_hidden(
    files: PeoplesFiles, home: Path
) -> None:
    folder = home / "mails"
    for name in ("b.eml", "a.eml", ".hidden", "sub/c.eml", ".git/d.eml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    os.mkfifo(folder / "pipe")
    assert files.named(str(folder)) == [str(folder / name) for name in ("a.eml", "b.eml", "sub/c.eml")]
    assert files.named(str(folder / "a.eml")) == [str(folder / "a.eml")]


def test_an_empty_folder_is_refused(files: PeoplesFiles, home: Path) -> None:
    (home / "empty").mkdir()
    with pytest.raises(BadInput, match="no file in"):
        files.named(str(home / "empty"))


def test_what_may_never_end_is_refused(files: PeoplesFiles, home: Path) -> None:
    os.mkfifo(home / "pipe")
    with pytest.raises(BadInput, match="no ordinary file"):
        files.read(str(home / "pipe"))
    with pytest.raises(BadInput, match="no ordinary file"):
        files.write(str(home / "pipe"), b"content")
    assert files.is_folder(str(home))
    assert not files.is_folder(str(home / "pipe"))


def test_what_lies_where_one_may_not_look_is_said_to_be_so(
    files: PeoplesFiles, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = str(home / "theirs" / "x")

    def refused(path: object, *_more: object, **_options: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "stat", refused)
    monkeypatch.setattr(Path, "open", refused)
    assert files.named(theirs) == [theirs]
    with pytest.raises(BadInput, match="theirs/x can't be read: permission denied"):
        files.read(theirs)
    with pytest.raises(StoreTrouble, match="theirs/x: permission is denied"):
        files.write(theirs, b"content")


def test_whether_a_file_is_there(files: PeoplesFiles, home: Path) -> None:
    (home / "x").write_text("x")
    assert files.is_there(str(home / "x"))
    assert not files.is_there(str(home / "y"))
    assert not files.is_there(str(home / ("n" * 5000)))


def test_what_is_written_is_for_the_owner_alone(files: PeoplesFiles, home: Path) -> None:
    files.write(str(home / "x"), b"content")
    assert (home / "x").read_bytes() == b"content"
    assert stat.S_IMODE((home / "x").stat().st_mode) == 0o600


def test_what_was_said_of_columns_is_kept(files: PeoplesFiles) -> None:
    assert files.columns_said() == {}
    files.keep_columns_said({"wo": {"Wo": "company"}})
    assert files.columns_said() == {"wo": {"Wo": "company"}}


def test_what_begins_like_a_path_is_found_and_what_is_hidden_only_when_meant(files: PeoplesFiles, home: Path) -> None:
    folder = home / "in"
    (folder / "jobs").mkdir(parents=True)
    for name in ("jobs.csv", "mail.eml", ".jobs"):
        (folder / name).write_text("x")
    assert files.beginning(f"{folder}/jo") == [f"{folder}/jobs.csv", f"{folder}/jobs/"]
    assert files.beginning(f"{folder}/.j") == [f"{folder}/.jobs"]
    assert files.beginning(f"{home}/nowhere/x") == []

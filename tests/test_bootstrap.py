"""The wiring: who gets a desk that lasts, and what a start notices."""

import os
from pathlib import Path

import pytest

from planner.bootstrap import Surroundings
from planner.cli.parser import Options
from planner.planning.desk import ShortDesk
from planner.system.desk import FileDesk
from tests.store.made import added, data_file


@pytest.fixture
def data(home: Path) -> Path:
    path = home / ".local" / "share" / "planner" / "planner.json"
    data_file(path).commit(added())
    return path


def surroundings() -> Surroundings:
    return Surroundings(Options(), os.environ)


def test_a_session_on_the_screen_has_a_desk_in_files_with_what_an_ended_one_left(home: Path, data: Path) -> None:
    ended = surroundings().lasting_planner().desk
    ended.keep("add", {"company": "Acme"})
    ended.leave_at("uid-3")
    assert isinstance(ended, FileDesk)
    assert ended._descriptor is not None
    assert [path.parent for path in home.rglob("*.json") if path != data] == [
        home / ".local" / "state" / "planner" / "drafts"
    ]
    os.close(ended._descriptor)
    ended._descriptor = None
    desk = surroundings().lasting_planner().desk
    assert [(draft.form, dict(draft.fields)) for draft in desk.left] == [("add", {"company": "Acme"})]
    assert desk.place == "uid-3"


def test_a_command_and_a_demo_leave_nothing_on_a_desk(home: Path, data: Path, tmp_path: Path) -> None:
    for planner in (surroundings().planner(), surroundings().demo_planner(tmp_path)):
        assert isinstance(planner.desk, ShortDesk)
        planner.desk.keep("add", {"company": "Acme"})
    assert not (home / ".local" / "state").exists()


def test_without_a_home_a_session_starts_all_the_same(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("PLANNER_CONFIG", str(data.with_name("config.toml")))
    monkeypatch.delenv("HOME")
    assert isinstance(surroundings().lasting_planner().desk, ShortDesk)


def test_both_fronts_are_told_what_the_start_mended(data: Path) -> None:
    for start in (Surroundings.planner, Surroundings.lasting_planner):
        data.chmod(0o644)
        assert start(surroundings()).notices == (f"{data} was open to others (mode 0644); now only you can read it.",)
        assert start(surroundings()).notices == ()


def test_a_link_is_followed_to_the_file_that_others_can_read(data: Path) -> None:
    link = data.with_name("link.json")
    link.symlink_to(data)
    data.chmod(0o640)
    (notice,) = Surroundings(Options(data=str(link)), os.environ).planner().notices
    assert notice.startswith(str(data))
    assert data.stat().st_mode & 0o777 == 0o600

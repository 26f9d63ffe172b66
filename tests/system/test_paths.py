from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from planner.domain.errors import BadInput
from planner.system.paths import config_file, data_file, state_folder

HOME = {"HOME": "/home/ann"}


def test_an_option_wins_over_a_variable_and_that_over_the_base_folder() -> None:
    env = HOME | {"PLANNER_DATA": "/srv/b.json", "PLANNER_CONFIG": "/srv/b.toml", "XDG_DATA_HOME": "/x"}
    assert data_file("/a.json", env) == Path("/a.json")
    assert config_file("/a.toml", env) == Path("/a.toml")
    assert data_file("", env) == Path("/srv/b.json")
    assert config_file("", env) == Path("/srv/b.toml")


def test_the_base_folders_are_those_of_xdg() -> None:
    env = {"XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"}
    assert data_file("", env) == Path("/d/planner/planner.json")
    assert config_file("", env) == Path("/c/planner/config.toml")
    assert state_folder(env) == Path("/s/planner")


@pytest.mark.parametrize("value", [None, "", "relative/folder", "~/folder"])
def test_a_base_folder_that_is_absent_empty_or_relative_is_the_one_below_home(value: str | None) -> None:
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    env = HOME | ({} if value is None else dict.fromkeys(names, value))
    assert data_file("", env) == Path("/home/ann/.local/share/planner/planner.json")
    assert config_file("", env) == Path("/home/ann/.config/planner/config.toml")
    assert state_folder(env) == Path("/home/ann/.local/state/planner")


def test_empty_variables_of_ours_count_as_not_set() -> None:
    env = HOME | {"PLANNER_DATA": "", "PLANNER_CONFIG": ""}
    assert data_file("", env) == Path("/home/ann/.local/share/planner/planner.json")
    assert config_file("", env) == Path("/home/ann/.config/planner/config.toml")


def test_a_tilde_that_no_shell_expanded_is_the_home_folder() -> None:
    assert data_file("~/jobs/a.json", HOME) == Path("/home/ann/jobs/a.json")
    assert config_file("", HOME | {"PLANNER_CONFIG": "~/a.toml"}) == Path("/home/ann/a.toml")


@pytest.mark.parametrize("env", [{}, {"HOME": ""}, {"HOME": "ann"}])
@pytest.mark.parametrize("find", [partial(data_file, ""), partial(config_file, ""), state_folder])
def test_without_a_home_a_sentence_says_so(find: Callable[[dict[str, str]], Path], env: dict[str, str]) -> None:
    with pytest.raises(BadInput, match="HOME") as refused:
        find(env)
    assert "XDG_DATA_HOME" in refused.value.hint


def test_without_a_home_files_that_are_named_are_found() -> None:
    assert data_file("a.json", {}) == Path("a.json")
    assert config_file("", {"PLANNER_CONFIG": "a.toml"}) == Path("a.toml")

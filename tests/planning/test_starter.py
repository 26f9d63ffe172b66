"""The config file a person begins with."""

import re
import tomllib

from planner.domain.policy import Policy
from planner.planning.settings import Settings, read_settings
from planner.planning.starter import starter


def settings(text: str) -> Settings:
    return read_settings(tomllib.loads(text), "config.toml", lambda names: frozenset())


def test_as_it_stands_it_changes_nothing() -> None:
    assert settings(starter()) == Settings()


def test_every_line_counts_once_its_sign_is_gone() -> None:
    text = re.sub(r"^# (?=\w+ = )", "", starter(), flags=re.MULTILINE)
    read = settings(text)
    assert read.date_order == "dmy"
    assert read.policy.home_time_zone == "Europe/Berlin"
    default = Policy()
    for name in Policy._fields:
        if name not in ("channel", "holidays", "home_time_zone"):
            assert getattr(read.policy, name) == getattr(default, name), name


def test_it_shows_every_setting_of_the_policy() -> None:
    text = starter()
    assert [name for name in Policy._fields if name not in text] == []

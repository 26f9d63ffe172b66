"""The settings one by one: each is there, says what it takes, and reads back what it shows."""

import pytest

from planner.domain.policy import Policy
from planner.planning.setting import Setting, as_text, channel_for, groups, key_for, said, typed
from planner.planning.settings import TAKES, Settings, read_settings

EVERY = [setting for group in groups({}) for setting in group.settings]


def read(setting: Setting, value: object) -> Settings:
    tables: object = value
    for key in reversed(setting.keys):
        tables = {key: tables}
    assert isinstance(tables, dict)
    return read_settings(tables, "config.toml", lambda _names: frozenset())


def test_each_setting_of_the_file_is_among_them_once() -> None:
    known = {f"{section}.{key}" for section, keys in TAKES.items() for key in keys if key}
    assert sorted(setting.name for setting in EVERY) == sorted(known)
    assert {*Policy._fields} - {"channel"} <= {setting.keys[-1] for setting in EVERY}


@pytest.mark.parametrize("setting", EVERY, ids=lambda setting: setting.name)
def test_a_default_is_what_holds_and_can_be_typed_and_something_says_what_holds(setting: Setting) -> None:
    assert setting.title
    assert setting.means.endswith(".")
    assert setting.default or setting.otherwise
    if setting.default:
        assert read(setting, typed(setting, setting.default)) == Settings()
    for choice in setting.takes.choices:
        assert as_text(typed(setting, choice)) == choice
        read(setting, typed(setting, choice))


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("policy.wait_days", " 5 ", 5),
        ("policy.wait_days", "", None),
        ("policy.wait_days", "five", "five"),
        ("policy.roll_thank_you", "Yes", True),
        ("policy.weekend", "friday , saturday,", ["friday", "saturday"]),
        ("policy.holidays", "DE-BE, 2026-12-24", ["DE-BE", "2026-12-24"]),
        ("me.name", "Maya Chen", "Maya Chen"),
    ],
)
def test_what_is_typed_becomes_what_the_file_would_hold(name: str, text: str, value: object) -> None:
    (setting,) = (setting for setting in EVERY if setting.name == name)
    assert typed(setting, text) == value


def test_industries_are_those_of_the_file_and_keys_those_of_the_screen() -> None:
    tables = {"policy": {"channel": {"finance": "email"}}}
    (found,) = (one for group in groups(tables) for one in group.settings if one.keys[1] == "channel")
    assert found == channel_for("finance")
    assert said(tables, found.keys) == "email"
    assert said(tables, ("policy", "channel", "law")) is None
    assert said(tables, ("policy", "wait_days", "x")) is None
    assert typed(key_for("find", "Find", "Find.", "slash"), "f5, ?") == "f5, ?"

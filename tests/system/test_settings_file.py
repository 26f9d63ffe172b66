from pathlib import Path

import pytest

from planner.domain.errors import BadInput, Conflict
from planner.planning.ports import SettingsFile as Port
from planner.planning.settings import Settings
from planner.system.settings_file import SettingsFile


def test_without_a_file_the_settings_are_the_defaults(home: Path) -> None:
    settings: Port = SettingsFile(home / "config.toml", {})
    assert settings.current == Settings()


def test_a_setting_that_does_not_fit_names_the_file_once_it_is_asked_for(home: Path) -> None:
    path = home / "config.toml"
    path.write_text("[policy]\nwait_days = 'seven'\n")
    settings = SettingsFile(path, {})
    with pytest.raises(BadInput) as refused:
        _ = settings.current
    assert refused.value.sentence == f'{path}: policy.wait_days is "seven".'


def test_the_file_is_read_once(home: Path) -> None:
    path = home / "config.toml"
    settings = SettingsFile(path, {})
    before = settings.current
    path.write_text("[policy]\nwait_days = 'seven'\n")
    assert settings.current is before


def test_holiday_calendars_are_those_of_the_library(home: Path) -> None:
    path = home / "config.toml"
    path.write_text("[policy]\nholidays = ['XX']\n")
    with pytest.raises(BadInput, match="no holiday calendar “XX”"):
        _ = SettingsFile(path, {}).current


def test_the_home_zone_is_kept_in_the_file_and_counts_at_once(home: Path) -> None:
    path = home / "config.toml"
    path.write_text("[policy]\nwait_days = 5 # not seven\n")
    settings = SettingsFile(path, {})
    assert settings.current.policy.home_time_zone == ""
    settings.set_home_zone("Europe/Berlin")
    assert settings.current.policy.home_time_zone == "Europe/Berlin"
    assert "# not seven" in path.read_text()


def test_a_zone_that_is_none_is_not_kept(home: Path) -> None:
    path = home / "config.toml"
    with pytest.raises(BadInput):
        SettingsFile(path, {}).set_home_zone("Mars/Olympus")
    assert not path.exists()


def test_the_host_zone_is_that_of_its_variables(home: Path) -> None:
    assert SettingsFile(home / "config.toml", {"TZ": "Asia/Tokyo"}).host_zone == "Asia/Tokyo"


def test_a_value_is_kept_counts_at_once_and_is_taken_out_again(home: Path) -> None:
    path = home / "config.toml"
    path.write_text("[policy]\nwait_days = 5 # not seven\n")
    settings = SettingsFile(path, {})
    settings.keep(("policy", "mail_days"), 9)
    assert settings.current.policy.mail_days == 9
    assert settings.tables == {"policy": {"wait_days": 5, "mail_days": 9}}
    settings.keep(("policy", "wait_days"), None)
    assert settings.current.policy.wait_days == Settings().policy.wait_days
    assert path.read_text() == "[policy]\nmail_days = 9\n"


@pytest.mark.parametrize("before", ["[policy]\nwait_days = 5\n", "[policy]\nwait_dais = 5\n", "[policy\n"])
def test_a_value_that_does_not_fit_and_one_for_a_file_that_does_not_read_leave_it_as_it_is(
    home: Path, before: str
) -> None:
    path = home / "config.toml"
    path.write_text(before)
    with pytest.raises(BadInput, match=str(path)):
        SettingsFile(path, {}).keep(("policy", "wait_days"), "seven")
    assert path.read_text() == before


def test_what_was_changed_in_the_file_meanwhile_is_told_and_not_overwritten(home: Path) -> None:
    path = home / "config.toml"
    settings = SettingsFile(path, {})
    assert settings.current == Settings()
    path.write_text("[policy]\nwait_days = 5\n")
    with pytest.raises(Conflict, match="changed meanwhile"):
        settings.keep(("policy", "wait_days"), 9)
    assert path.read_text() == "[policy]\nwait_days = 5\n"
    assert settings.current.policy.wait_days == 5
    path.write_text("[policy]\nwait_days = ''\n")
    with pytest.raises(BadInput):
        settings.keep(("policy", "wait_days"), 9)
    assert settings.current.policy.wait_days == 5
    path.write_text("[policy]\nwait_days = 5\n")
    settings.keep(("policy", "wait_days"), 9)
    assert settings.current.policy.wait_days == 9

"""The config command, and the home zone while none is set."""

import stat
from pathlib import Path

import pytest

from tests.cli.line import CommandLine

BERLIN = '[policy]\nhome_time_zone = "Europe/Berlin"\n'


@pytest.fixture
def config(home: Path) -> Path:
    return home / ".config" / "planner" / "config.toml"


def test_the_path_is_printed_whether_the_file_is_there_or_not(line: CommandLine, config: Path) -> None:
    assert line("config", "path").out == f"{config}\n"
    assert line("--config", "/nowhere/c.toml", "config", "path").out == "/nowhere/c.toml\n"


def test_show_prints_what_stands_there(line: CommandLine, config: Path) -> None:
    assert line("config").out == config.read_text()
    config.unlink()
    result = line("config", "show")
    assert (result.code, result.out) == (0, "")
    assert "default" in result.err


def test_the_home_zone_is_set_and_asked(line: CommandLine, config: Path) -> None:
    config.write_text("# mine\n[policy]\nwait_days = 5\n")
    assert line("config", "home-zone").out == "UTC (this machine's)\n"
    assert line("config", "home-zone", "Europe/Berlin").code == 0
    assert line("config", "home-zone").out == "Europe/Berlin\n"
    assert config.read_text().startswith("# mine\n[policy]\nwait_days = 5\n")


def test_a_zone_that_is_none_is_refused_and_nothing_is_written(line: CommandLine, config: Path) -> None:
    before = config.read_text()
    assert line("config", "home-zone", "Europe/Berln").code == 2
    assert config.read_text() == before


@pytest.mark.parametrize("words", [["path", "x"], ["frob"]])
def test_what_config_can_not_do_is_refused(words: list[str], line: CommandLine) -> None:
    assert line("config", *words).code == 2


def test_an_editor_needs_a_terminal(line: CommandLine) -> None:
    result = line("config", "edit")
    assert (result.code, "terminal" in result.err) == (2, True)


class Terminal:
    @staticmethod
    def isatty() -> bool:
        return True


@pytest.fixture
def editor(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that appends to the file what stands in `typed`."""
    monkeypatch.setattr("sys.stdin", Terminal())
    typed = home / "typed"
    monkeypatch.setenv("EDITOR", f'sh -c \'cat "{typed}" >> "$0"\'')
    return typed


def test_edit_checks_what_was_written(line: CommandLine, config: Path, editor: Path) -> None:
    editor.write_text("wait_days = 9\n")
    assert line("config", "edit").code == 0
    editor.write_text("wait_dais = 9\n")
    result = line("config", "edit")
    assert result.code == 2
    assert str(config) in result.err
    assert "Did you mean policy.wait_days?" in result.err
    # The settings don't read now; the command that mends them works all the same.
    assert line("list").code == 2
    assert line("config", "show").code == 0


def test_edit_begins_with_every_default_behind_a_sign(line: CommandLine, config: Path, editor: Path) -> None:
    config.unlink()
    editor.write_text("")
    assert line("config", "edit").code == 0
    assert "# wait_days = 7\n" in config.read_text()
    assert stat.S_IMODE(config.stat().st_mode) == 0o600


def test_an_editor_that_fails_or_is_not_there_is_told(
    line: CommandLine, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "false")
    assert line("config", "edit").code == 2
    monkeypatch.setenv("VISUAL", "no-such-editor-here")
    assert "can't be started" in line("config", "edit").err


def test_without_a_home_zone_the_hosts_is_taken_and_said_once(line: CommandLine, config: Path) -> None:
    config.unlink()
    result = line("add", "Acme", "Dev", "2026-11-27 9:00")
    assert result.code == 0
    assert result.err.startswith(
        "No home time zone is set: this machine's is taken, UTC.\nSet yours with: planner config home-zone"
    )
    assert result.err.count("No home time zone") == 1
    assert line.interview()["time_zone"] == "UTC"


@pytest.mark.parametrize(
    "words", [["add", "Acme", "Dev", "2026-11-27 9:00", "--zone", "Europe/Berlin"], ["list"], ["due", "--short"]]
)
def test_a_command_that_needs_no_home_zone_says_nothing_of_it(
    words: list[str], line: CommandLine, config: Path
) -> None:
    config.unlink()
    assert "home time zone" not in line(*words).err


def test_days_counted_at_home_need_it_too(line: CommandLine, config: Path) -> None:
    config.write_text('[policy]\nday_zone = "home"\n')
    assert "home time zone" in line("list").err
    config.write_text(BERLIN + 'day_zone = "home"\n')
    assert "home time zone" not in line("list").err


def test_colour_can_be_off_by_the_settings_but_not_against_the_option(known: CommandLine, config: Path) -> None:
    config.write_text('[display]\ncolour = "none"\n')
    assert "\x1b[" in known("list", "--color", "always").out

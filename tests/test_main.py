"""The way in: bugs, interrupts, terminals that can't show the board."""

import stat
from pathlib import Path

import pytest

from planner.__main__ import main
from planner.cli.call import Call
from planner.cli.exits import Exit
from planner.cli.main import COMMANDS


def fails(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def command(call: Call) -> Exit:
        raise error

    monkeypatch.setitem(COMMANDS, "list", command)


def test_a_bug_is_one_sentence_and_a_report_without_what_was_held(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fails(monkeypatch, ValueError("Contoso pays 90,000"))
    assert main(["list"]) == 1
    out, err = capsys.readouterr()
    (report,) = (home / ".local" / "state" / "planner" / "logs").iterdir()
    assert (out, err.count("\n"), str(report) in err) == ("", 1, True)
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    text = report.read_text()
    assert "ValueError" in text
    assert "90,000" not in text + err


def test_a_bug_is_told_even_where_no_report_can_be_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fails(monkeypatch, ValueError("Contoso"))
    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_STATE_HOME")
    assert main(["list"]) == 1
    assert "No report of it could be written." in capsys.readouterr().err


@pytest.mark.parametrize("place", ["planner.system.clock.system_clock", "planner.cli.console.Console.say"])
def test_a_bug_in_what_reports_bugs_shows_nothing_either(
    place: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("Contoso pays 90,000")

    fails(monkeypatch, ValueError("Contoso pays 90,000"))
    monkeypatch.setattr(place, broken)
    assert main(["list"]) == 1
    err = capsys.readouterr().err
    assert err.startswith("planner: Something is wrong in the program itself (ValueError).")
    assert "90,000" not in err


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    fails(monkeypatch, KeyboardInterrupt())
    assert main(["list"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_reader_who_has_left_is_no_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    fails(monkeypatch, BrokenPipeError())
    assert main(["list"]) == 0
    assert capsys.readouterr() == ("", "")


class Terminal:
    @staticmethod
    def isatty() -> bool:
        return True


@pytest.mark.parametrize("words", [[], ["demo"], ["--data", "x.json"]])
def test_without_a_terminal_there_is_no_board(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "needs a terminal" in err
    assert "planner list" in err


def test_nothing_is_made_where_the_board_can_not_open(home: Path) -> None:
    assert main([]) == 2
    assert list(home.iterdir()) == []


def test_the_first_start_needs_no_config_and_no_folders(home: Path) -> None:
    assert main(["list"]) == 0
    assert list(home.iterdir()) == []
    assert main(["add", "Acme", "Dev", "2026-12-04 14:00", "--zone", "Europe/Berlin"]) == 0
    data = home / ".local" / "share" / "planner"
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert stat.S_IMODE((data / "planner.json").stat().st_mode) == 0o600
    assert not (home / ".config").exists()


def test_the_data_file_is_named_by_option_or_variable(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLANNER_DATA", str(home / "variable.json"))
    add = ["add", "Acme", "Dev", "2026-12-04 14:00", "--zone", "Europe/Berlin"]
    assert main(add) == main(["--data", str(home / "option.json"), *add]) == 0
    assert {path.name for path in home.glob("*.json")} == {"variable.json", "option.json"}


@pytest.mark.parametrize(
    ("content", "said"), [("", "empty"), ("{", "damaged"), ('{"format": "planner", "schema": 99}', "newer")]
)
def test_a_data_file_that_can_not_be_understood_is_left_as_it_is(
    content: str, said: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = home / "data.json"
    data.write_text(content)
    for command in (["list"], ["add", "Acme", "Dev", "2026-12-04 14:00"], ["undo"]):
        assert main(["--data", str(data), *command]) == 4
        assert said in capsys.readouterr().err
    assert data.read_text() == content


def test_settings_that_do_not_read_stop_a_command_and_are_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = home / "config.toml"
    config.write_text("[policy]\nwait_days = -1\n")
    assert main(["--config", str(config), "list"]) == 2
    err = capsys.readouterr().err
    assert str(config) in err
    assert "policy.wait_days" in err


def test_a_time_that_is_not_understood_stops_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--at", "the day after the fair", "list"]) == 2
    assert capsys.readouterr().out == ""


def test_a_signal_before_the_board_or_after_it_ends_with_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def told_to_end(*_: object, **__: object) -> int:
        raise SystemExit(143)

    monkeypatch.setattr("planner.entrance._has_terminal", lambda: True)
    monkeypatch.setattr("planner.tui.start.run", told_to_end)
    assert main([]) == 143

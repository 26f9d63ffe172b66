"""Reading a command line."""

import pytest

from planner.cli.arguments import GROUPS, SPECS
from planner.cli.main import COMMANDS
from planner.cli.parser import Usage, read
from tests.cli.line import CommandLine


def test_options_of_every_command_may_stand_before_or_after_it() -> None:
    before = read(["--data", "a.json", "--at", "fri 10:00", "--json", "show", "3"])
    after = read(["show", "3", "--json", "--at=fri 10:00", "--data", "a.json"])
    assert before == after
    assert (before.command, before.options.data, before.options.at, before.options.json) == (
        "show",
        "a.json",
        "fri 10:00",
        True,
    )


def test_the_value_of_an_option_is_not_taken_for_the_command() -> None:
    assert read(["--config", "list", "due"]).command == "due"


def test_without_a_command_the_board_is_meant() -> None:
    asked = read(["--data", "mine.json"])
    assert (asked.command, asked.options.data) == ("", "mine.json")


def test_an_option_may_stand_between_the_words_of_a_date() -> None:
    asked = read(["told", "3", "decision", "--words", "said so", "next", "week"])
    assert (asked.arguments.rest, asked.arguments.words) == (["next", "week"], "said so")


def test_what_stands_after_two_dashes_is_no_option() -> None:
    assert read(["note", "3", "--", "--odd", "words"]).arguments.words == ["--odd", "words"]


def test_an_unknown_command_is_refused_with_the_one_like_it() -> None:
    with pytest.raises(Usage) as refused:
        read(["lits"])
    assert refused.value.hint == "Did you mean list?"


@pytest.mark.parametrize(
    "words", [["show"], ["list", "--section", "soon"], ["show", "1", "--jso"], ["told", "1", "xyz"]]
)
def test_what_a_command_does_not_take_is_refused_with_the_way_to_its_help(words: list[str]) -> None:
    with pytest.raises(Usage) as refused:
        read(words)
    assert refused.value.hint == f"planner {words[0]} --help says how to write it."


@pytest.mark.parametrize("command", SPECS)
def test_every_command_has_help(command: str, line: CommandLine) -> None:
    result = line.plain(command, "--help")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"usage: planner {command} ")
    assert SPECS[command].help in result.out


def test_help_is_a_word_as_well(line: CommandLine) -> None:
    assert line.plain("help") == line.plain("--help")
    assert line.plain("help", "list") == line.plain("list", "--help")
    assert line.plain("help", "lits").code == 2


def test_the_help_names_every_command_once(line: CommandLine) -> None:
    result = line.plain("--help")
    assert result.code == 0
    assert result.out.isascii()
    for command in SPECS:
        assert [row.split()[0] for row in result.out.splitlines() if row.startswith(f"  {command} ")] == [command]
    for row in result.out.splitlines():
        assert len(row) <= 105, row


def test_every_command_is_in_one_group_and_can_be_run() -> None:
    grouped = [command for commands in GROUPS.values() for command in commands]
    assert sorted(grouped) == sorted(SPECS)
    assert set(SPECS) - set(COMMANDS) == {"demo"}  # which is the screen's


def test_the_version_is_printed(line: CommandLine) -> None:
    result = line.plain("--version")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("planner 0.")

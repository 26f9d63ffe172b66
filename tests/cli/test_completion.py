"""What may come next on a command line."""

import subprocess
from pathlib import Path

import pytest

from planner.cli.arguments import SPECS
from tests.cli.line import CommandLine


def follows(line: CommandLine, *words: str) -> list[str]:
    result = line("completion", "bash", "--", *words)
    assert (result.code, result.err) == (0, "")
    return result.out.splitlines()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["re"], ["remind", "redo", "restore"]),
        (["list", "--se"], ["--section"]),
        (["list", "--section", ""], ["do_now", "waiting", "upcoming", "closed"]),
        (["list", "--section", "c"], ["closed"]),
        (["--data", "x.json", "wh"], ["why"]),
        (["--color", "a"], ["auto", "always"]),
        (["told", "1", "de"], ["decision"]),
        (["why", "1", "f"], ["follow-up", "flexibility"]),
        (["draft", "1", "call"], ["call-script", "call-back"]),
        (["help", "com"], ["completion"]),
        (["setup", "s"], ["systemd"]),
        (["setup", "prompt", "s"], ["starship"]),
        (["setup", "systemd", ""], ["service", "timer"]),
        (["config", "e"], ["edit"]),
        (["export", "--period", "last", "m"], ["md"]),
        # any text fits, or a file
        (["import", ""], []),
        (["--data", ""], []),
        (["note", "1", "a"], []),
        (["nothing", "a"], []),
    ],
)
def test_the_words_that_fit_where_the_cursor_is(words: list[str], found: list[str], line: CommandLine) -> None:
    assert follows(line, *words) == found


def test_the_first_word_is_any_command_or_the_way_to_its_help(line: CommandLine) -> None:
    assert follows(line, "") == [*SPECS, "help"]


def test_an_option_that_was_given_is_not_offered_again(line: CommandLine) -> None:
    assert "--find" not in follows(line, "list", "--find", "x", "--")


def test_interviews_are_offered_by_number_and_by_company_once_it_is_begun(known: CommandLine) -> None:
    assert follows(known, "show", "") == ["1", "2"]
    assert follows(known, "show", "gl") == ["globex"]
    assert follows(known, "thank", "contoso", "--to", "") == ["Ann Lee", "Bo Chan"]
    assert follows(known, "thank", "nobody", "--to", "") == []


def test_other_shells_get_what_each_is_on_a_line_of_its_own(known: CommandLine) -> None:
    rows = known("completion", "fish", "--", "show", "").out.splitlines()
    assert rows == ["1", "Contoso (Analyst, round 1)", "2", "Globex (Analyst, round 1)"]


def test_with_data_that_cannot_be_read_it_offers_nothing_and_says_nothing(known: CommandLine, home: Path) -> None:
    (home / ".local" / "share" / "planner" / "planner.json").write_text("broken")
    assert follows(known, "show", "") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script_and_hears_where_it_goes(shell: str, line: CommandLine) -> None:
    result = line("completion", shell)
    assert f"planner completion {shell} -- " in result.out
    assert "It goes into" in result.err


def test_bash_completes_by_the_script_and_quotes_what_has_blanks(line: CommandLine, home: Path) -> None:
    planner = home / "planner"
    planner.write_text('#!/bin/sh\nprintf "%s|" "$@" >&2\nprintf "Northwind & Co\\nNorth\\n"\n')
    planner.chmod(0o755)
    script = line("completion", "bash").out.replace("2>/dev/null", "2>asked")
    ask = 'COMP_WORDS=(planner show "No" --json); COMP_CWORD=2; _planner; printf "%s\\n" "${COMPREPLY[@]}"; complete -p'
    run = subprocess.run(
        ["/bin/bash", "--norc", "-c", f"{script}\n{ask}"],
        env={"PATH": f"{home}:/usr/bin:/bin"},
        cwd=home,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines() == ["Northwind\\ \\&\\ Co", "North", "complete -o default -F _planner planner"]
    assert (home / "asked").read_text() == "completion|bash|--|show|No|"

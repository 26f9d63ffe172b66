"""The manual page says what the help says."""

from pathlib import Path

import pytest

from planner.cli.arguments import SPECS
from planner.cli.exits import Exit
from planner.cli.man_page import page
from planner.cli.parser import parser_of

PAGE = page()
ROOT = Path(__file__).resolve().parents[2]


def test_the_page_that_is_shipped_is_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")  # which must make no difference
    assert (ROOT / "src" / "planner" / "cli" / "planner.1").read_text(encoding="utf-8") == page(), (
        "python -m planner.cli.man_page > src/planner/cli/planner.1"
    )


@pytest.mark.parametrize("command", SPECS)
def test_each_command_stands_there_with_its_arguments_and_no_option_of_all(command: str) -> None:
    head = f"planner {command}".replace("-", "\\-")
    (section,) = [part for part in PAGE.split("\n.SS ")[1:] if part.startswith((f"{head} ", f"{head}\n"))]
    usage = section.splitlines()[0].replace("\\-", "-")
    assert "[-h]" not in usage
    assert "--data" not in usage
    for action in parser_of(command)._actions:
        if action.option_strings and action.dest not in ("help", "data", "config", "at", "json", "color", "version"):
            assert action.option_strings[0] in usage


def test_no_line_of_text_is_taken_for_a_request_and_every_exit_code_is_told() -> None:
    requests = {line.split()[0] for line in PAGE.splitlines() if line.startswith((".", "'"))}
    assert requests == {".TH", ".SH", ".SS", ".TP", ".PP", ".br", ".nf", ".fi", ".RS", ".RE"}
    for code in Exit:
        assert f"\\fB{code.value}\\fR\n" in PAGE

"""Removing everything: each file is named, and nothing goes without consent."""

import io
from pathlib import Path

import pytest

from planner.cli.console import Console
from planner.system.desk import FileDesk
from tests.cli.line import CommandLine
from tests.store.made import NOW


@pytest.fixture
def used(known: CommandLine, home: Path) -> CommandLine:
    """With a backup, a draft that was left, and a report of a fault."""
    assert known("note", "1", "one").code == 0
    state = home / ".local" / "state" / "planner"
    for folder, name in (("drafts", "0123456789abcdef.json"), ("logs", "crash-20261123T170000.000000Z-1.txt")):
        (state / folder).mkdir(parents=True)
        (state / folder / name).write_text("{}")
    (home / "known.json").unlink()
    return known


def everything(home: Path) -> set[str]:
    return {str(path) for path in home.rglob("*") if path.is_file()}


def test_every_file_is_named_and_removed_but_for_the_settings(used: CommandLine, home: Path) -> None:
    config = str(home / ".config" / "planner" / "config.toml")
    before = everything(home)
    result = used("purge", "--yes")
    assert result.code == 0
    assert set(result.out.splitlines()) == before - {config}
    assert everything(home) == {config}
    assert not (home / ".local" / "share" / "planner").exists()
    assert not (home / ".local" / "state" / "planner").exists()
    again = used("purge")
    assert (again.code, again.err) == (0, "There is nothing to remove.\n")


def test_the_settings_go_only_where_that_is_asked(used: CommandLine, home: Path) -> None:
    assert used("purge", "--config-too", "--yes").code == 0
    assert everything(home) == set()
    assert not (home / ".config" / "planner").exists()


def test_without_a_terminal_it_needs_yes(used: CommandLine, home: Path) -> None:
    before = everything(home)
    result = used("purge")
    assert (result.code, "--yes" in result.err) == (2, True)
    assert everything(home) == before


@pytest.mark.parametrize(("answer", "gone"), [("y", True), ("n", False), ("", False)])
def test_at_a_terminal_it_asks(
    answer: str, gone: bool, used: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Console, "can_ask", True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n"))
    result = used("purge")
    assert (result.code, "Remove 5 files for good? There is no undo. [y/N]" in result.err) == (0, True)
    assert (len(everything(home)) == 1) is gone


def test_what_is_not_ours_stays_and_is_named(used: CommandLine, home: Path) -> None:
    mine = home / ".local" / "state" / "planner" / "drafts" / "mine.txt"
    mine.write_text("mine")
    result = used("purge", "--yes")
    assert f"{mine} is not planner's and stays." in result.err
    assert mine.exists()


def test_a_file_named_by_mistake_is_not_removed(used: CommandLine, home: Path) -> None:
    thesis = home / "thesis.txt"
    thesis.write_text("Chapter 1")
    result = used("--data", str(thesis), "purge", "--yes")
    assert f"{thesis} is not planner's and stays." in result.err
    assert thesis.read_text() == "Chapter 1"


def test_while_a_board_is_open_nothing_is_removed(used: CommandLine, home: Path) -> None:
    drafts = home / ".local" / "state" / "planner" / "drafts"
    desk = FileDesk(drafts, home / ".local" / "share" / "planner" / "planner.json", lambda: NOW)
    desk.leave_at("uid-3")
    before = everything(home)
    result = used("purge", "--yes")
    assert (result.code, "open in another session" in result.err) == (4, True)
    assert everything(home) == before


def test_programs_get_the_list(used: CommandLine, home: Path) -> None:
    found = used("purge", "--json").out
    assert '"files"' in found
    assert len(used("purge", "--json").json["files"]) == 5

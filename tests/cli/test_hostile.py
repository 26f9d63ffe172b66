"""Whatever text a command is given, nothing that could act on a terminal is printed, and no bug comes of it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.cli import console
from planner.cli.exits import Exit
from planner.domain.text import harmless
from planner.planning.starter import starter
from tests.cli.hostile import command_lines
from tests.cli.line import CommandLine
from tests.tui.hostile import MARKUP, UNSAFE

# The operating system hands over no zero byte, and no half of a pair but those that stand for bytes.
TEXT = " ".join(MARKUP) + "".join(sign for sign in UNSAFE if sign not in "\0\ud800\udfff") + "\udcff"

FOLDERS = ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "TMPDIR")
VARIABLES = (
    *FOLDERS,
    "PLANNER_DATA",
    "PLANNER_CONFIG",
    "TZ",
    "LANG",
    "LC_ALL",
    "TERM",
    "COLUMNS",
    "EDITOR",
    "NO_COLOR",
)


def printed_by(line: CommandLine, words: list[str]) -> str:
    code, out, err = line(*words)
    assert code != Exit.BUG, (words, err)
    return out + err


def test_no_argument_of_any_command_reaches_the_terminal_as_more_than_text(
    known: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)  # some name files
    for words in command_lines(TEXT):
        printed = printed_by(known, words)
        assert harmless(printed, keep_lines=True) == printed, words


def settings() -> Iterator[tuple[str, str]]:
    """Every setting there is with its section, as the file that people begin with names them."""
    section = ""
    for line in starter().splitlines():
        if line.startswith("["):
            section = line
        elif found := re.match(r"# (\w+) = ", line):
            yield section, found[1]


def test_no_setting_does(known: CommandLine, home: Path) -> None:
    quoted = json.dumps(TEXT.replace("\udcff", ""))
    files = [f"{section}\n{name} = {quoted}\n" for section, name in settings()]
    files += [f"[{quoted}]\n", f"{quoted} = 1\n", f"[policy]\n{quoted} = {quoted}\n", f"[keys]\n{quoted} = 'x'\n", TEXT]
    for content in files:
        (home / "hostile.toml").write_text(content, encoding="utf-8", errors="surrogateescape")
        for words in (["list"], ["config"], ["doctor"]):
            printed = printed_by(known, ["--config", str(home / "hostile.toml"), *words])
            assert harmless(printed, keep_lines=True) == printed, content


@pytest.mark.parametrize("name", VARIABLES)
def test_no_variable_does(name: str, known: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    if name == "HOME":
        for folder in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            monkeypatch.delenv(folder)
    for value in (TEXT, f"{home}/{TEXT}", f"/dev/null/{TEXT}"):
        monkeypatch.setenv(name, value)
        for words in (["list"], ["config", "path"], ["doctor"], ["backup"]):
            printed = printed_by(known, words)
            assert harmless(printed, keep_lines=True) == printed, words


def test_no_name_of_a_file_does(known: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    folder = Path(TEXT.replace("/", "")[:60])
    folder.mkdir()
    for place, content in enumerate(
        (b"", b"{}", b"BEGIN:VCALENDAR\n", b"Company,Role\n" + TEXT.encode(errors="replace"))
    ):
        (folder / f"{place}{folder}").write_bytes(content)
    for words in (["import", str(folder), "--yes"], ["export", "csv", "-o", str(folder)], ["restore", str(folder)]):
        printed = printed_by(known, words)
        assert harmless(printed, keep_lines=True) == printed, words


def test_without_the_filter_some_would(known: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "harmless", lambda text, **_: text)
    printed = printed_by(known, ["show", TEXT])
    assert harmless(printed, keep_lines=True) != printed

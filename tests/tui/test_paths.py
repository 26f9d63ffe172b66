"""Paths as people type them, and as terminals paste what is dragged onto them."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from rich.cells import cell_len

from planner.domain.errors import BadInput
from planner.tui.pasted import paths_there
from planner.tui.paths import at_most, completed, from_home, paths_in
from tests.tui.house import MemoryFiles


@pytest.mark.parametrize(
    ("typed_text", "meant"),
    [
        ("/a/b.ics", ["/a/b.ics"]),
        ("/a/b.ics /c.json", ["/a/b.ics", "/c.json"]),
        ("'/a b/c.ics'", ["/a b/c.ics"]),
        ('"/a b/c.ics" /d.ics', ["/a b/c.ics", "/d.ics"]),
        (r"/a\ b/c.ics ", ["/a b/c.ics"]),
        ("file:///a%20b/c.ics", ["/a b/c.ics"]),
        ("-", [str(Path.cwd() / "-")]),
        ("b.ics", [str(Path.cwd() / "b.ics")]),
    ],
)
def test_paths_are_read_as_terminals_paste_them(typed_text: str, meant: list[str]) -> None:
    assert paths_in(typed_text) == meant


def test_a_tilde_is_the_home_folder(home: Path) -> None:
    assert paths_in("~/b.ics") == [str(home / "b.ics")]


@pytest.mark.parametrize("text_typed", ["", "  ", "'", "a\\", "a\0b", "~nobody-of-that-name/x"])
def test_what_names_no_file_is_refused(text_typed: str) -> None:
    with pytest.raises(BadInput):
        _ = paths_in(text_typed)


class Disk(MemoryFiles):
    """The files there really are."""

    def is_there(self, path: str) -> bool:
        return Path(path).exists()


NAMES = ("plain.ics", "with blanks.ics", "it's.ics", "50% [x] $HOME.ics", "ünï.ics")


@pytest.mark.parametrize(
    "written",
    [
        str,
        lambda path: f" {path}\n",
        lambda path: shlex.quote(str(path)),
        lambda path: re.sub(r"([^\w/.-])", r"\\\1", str(path)),
        lambda path: path.as_uri(),
        lambda path: f"file://localhost{quote(str(path))}\r\n",
    ],
    ids=["as it stands", "on a line", "quoted", "escaped", "link", "link with a host"],
)
def test_a_file_is_found_however_a_terminal_writes_its_name(written: Callable[[Path], str], tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / name).touch()
        assert paths_there(written(tmp_path / name), Disk({})) == [str(tmp_path / name)]


def test_several_are_found_in_a_line_or_one_a_line(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in NAMES]
    for path in paths:
        path.touch()
    wanted = [str(path) for path in paths]
    assert paths_there(" ".join(map(shlex.quote, wanted)), Disk({})) == wanted
    assert paths_there("\n".join(wanted), Disk({})) == wanted
    assert paths_there("\r\n".join(path.as_uri() for path in paths), Disk({})) == wanted


def test_what_is_not_there_is_named_as_it_was_typed(tmp_path: Path) -> None:
    assert paths_there(f"{tmp_path}/a {tmp_path}/b", Disk({})) == [f"{tmp_path}/a", f"{tmp_path}/b"]
    with pytest.raises(BadInput, match="no other end"):
        paths_there("it's", Disk({}))


def test_a_path_is_told_from_the_home_folder_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/maya")
    assert from_home(Path("/home/maya/letters/a.eml")) == "~/letters/a.eml"
    assert from_home(Path("/home/mayara/a.eml")) == "/home/mayara/a.eml"


@pytest.mark.parametrize("width", range(12, 60))
def test_a_path_that_is_too_long_loses_its_middle_and_keeps_its_end(width: int) -> None:
    shown = at_most("/state/planner/letters/1-brightwater-email.eml", width)
    assert cell_len(shown) <= width
    assert shown.endswith(".eml")
    assert ("…" in shown) == (width < 46)
    assert width < 29 or shown.endswith("/1-brightwater-email.eml")


def test_a_path_is_completed_as_far_as_only_one_way_leads_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/maya")
    there = ["/home/maya/my jobs 1.csv", "/home/maya/my jobs 2.csv", "/home/maya/old/"]

    def beginning(path: str) -> list[str]:
        return [one for one in there if one.startswith(path)]

    assert completed("~/m", beginning) == (r"~/my\ jobs\ ", there[:2])
    assert completed("~/o", beginning) == ("~/old/", there[2:])
    assert completed(r"~/my\ jobs\ 2", beginning)[0] == r"~/my\ jobs\ 2.csv"
    assert completed("~/x", beginning) == ("~/x", [])
    assert completed("", beginning) == ("", ())

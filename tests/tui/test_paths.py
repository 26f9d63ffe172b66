"""Paths as people type them, and as terminals paste what is dragged onto them."""

from pathlib import Path

import pytest

from planner.domain.errors import BadInput
from planner.tui.paths import paths_in


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

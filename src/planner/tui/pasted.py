"""What was pasted where nothing is typed: paths of files, as a terminal gives what is dragged onto it, or a content."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from planner.domain.errors import BadInput
from planner.planning.ports import Files
from planner.planning.transfer import Source, is_told_by_its_beginning
from planner.tui.paths import path_as_it_stands, paths_in

Sources = Callable[[], Sequence[Source]]
"""Gives files to be read. Raises BadInput where a folder holds none."""


def pasted_in(text: str, files: Files) -> Sources | None:
    """What can be imported of a paste; None where it is neither paths of files there are, nor the text of one."""
    if content := content_in(text):
        return content
    try:
        paths = paths_there(text, files)
    except BadInput:
        return None
    return partial(sources_at, paths, files) if all(map(files.is_there, paths)) else None


def content_in(text: str) -> Sources | None:
    """The text of an invitation or of another file that tells by its beginning what it is; None where it is none."""
    data = _with_ends_of_lines(text).encode(errors="replace")
    return (lambda: [Source("what was pasted", lambda: data)]) if is_told_by_its_beginning(data) else None


def _with_ends_of_lines(text: str) -> str:
    """Terminals send a return for the end of a line, and some of them two for one of two signs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if re.search(r"[^\n]\n[^\n]", text) else text.replace("\n\n", "\n")


def paths_there(text: str, files: Files) -> list[str]:
    """The files meant by what was typed or dragged here, word by word; or where there are only such, line by line.

    Some terminals put neither quotes nor escapes around a name that holds blanks. Raises BadInput.
    """
    lines = [path_as_it_stands(line) for line in text.splitlines() if line.strip()]
    try:
        words = paths_in(text)
    except BadInput:
        words = []
    there = next((paths for paths in (words, lines) if paths and all(map(files.is_there, paths))), None)
    return there or paths_in(text)


def sources_at(paths: Sequence[str], files: Files) -> Sequence[Source]:
    """The files at these paths, and of a folder all that are in it."""
    return [
        Source(Path(each).name, partial(files.read, each), named=each == path)
        for path in paths
        for each in files.named(path)
    ]

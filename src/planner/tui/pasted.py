"""What was pasted where nothing is typed: paths of files, as a terminal gives what is dragged onto it, or a content."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from planner.domain.errors import BadInput
from planner.planning.ports import Files
from planner.planning.transfer import is_told_by_its_beginning
from planner.tui.paths import paths_in

Contents = Callable[[], Sequence[tuple[str, bytes]]]
"""Gives files by name and content. Raises BadInput where one can't be read."""


def pasted_in(text: str, files: Files) -> Contents | None:
    """What can be imported of a paste; None where it is neither paths of files there are, nor the text of one."""
    data = text.encode(errors="replace")
    if is_told_by_its_beginning(data):
        return lambda: [("what was pasted", data)]
    try:
        paths = paths_in(text)
    except BadInput:
        return None
    return partial(contents_of, paths, files) if all(map(files.is_there, paths)) else None


def contents_of(paths: Sequence[str], files: Files) -> Sequence[tuple[str, bytes]]:
    """The files at these paths, and of a folder all that are in it."""
    return [(Path(each).name, files.read(each)) for path in paths for each in files.named(path)]

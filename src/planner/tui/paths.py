"""Paths as people type them, or as terminals paste what is dragged onto them."""

import re
import shlex
from collections.abc import Callable, Sequence
from os.path import commonprefix
from pathlib import Path
from urllib.parse import unquote, urlsplit

from rich.cells import cell_len, set_cell_size

from planner.domain.errors import BadInput

WHERE = "~/Downloads/invitation.ics"
_NAMED = 8
_SPECIAL = re.compile(r"[^\w/.~@%+=:,-]")
"""What has to be escaped in a path to be read as itself."""


def paths_in(text: str) -> list[str]:
    """The files meant by what was typed or dragged here: in quotes, with escaped blanks, from ~, or as file:// links.

    Each is absolute, so that none is taken for an option or for standard input. Raises BadInput.
    """
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise BadInput("A quotation mark or a backslash has no other end.", "Write \\' for one in a name.") from error
    if not words:
        raise BadInput("No file is named.", f"Give its path, as in {WHERE}.")
    if "\0" in text:
        raise BadInput("No file is called that.", "Check its name.")
    return [str(_expanded(Path(_plain(word))).absolute()) for word in words]


def path_as_it_stands(line: str) -> str:
    """The file that a line names, if no sign in it means anything but itself; but for ~, and file:// at its beginning."""
    try:
        return str(_expanded(Path(_plain(line.strip()))).absolute())
    except BadInput:
        return line


def completed(text: str, beginning: Callable[[str], Sequence[str]]) -> tuple[str, Sequence[str]]:
    """A path as far as only one way leads on from what was typed, and the paths that begin so.

    `beginning` gives those that there are. What can't be completed stays as it was typed.
    """
    try:
        paths = paths_in(text)
    except BadInput:
        return text, ()
    if len(paths) > 1:
        return text, ()
    path = f"{paths[0].rstrip('/')}/" if text.endswith("/") else paths[0]
    found = beginning(path)
    common = commonprefix(found)  # noqa: RUF071 - sign by sign, as it was typed
    if len(common) <= len(path):
        return text, found
    whole = from_home(Path(common)) + ("/" if common.endswith("/") else "")
    return _SPECIAL.sub(r"\\\g<0>", whole), found


def names_of(paths: Sequence[str]) -> str:
    """What some paths are called, as many as can well be read."""
    names = ", ".join(Path(path).name for path in paths[:_NAMED])
    return f"{names} and {len(paths) - _NAMED:,} more" if len(paths) > _NAMED else names


def from_home(path: Path) -> str:
    """The path as a person would write it: from ~ where it is in the home folder."""
    try:
        home = Path.home()
    except RuntimeError:  # nobody has one
        return str(path)
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def at_most(path: str, width: int) -> str:
    """A path in at most `width` columns: folders in its middle give way, so that it can be told which file it is."""
    if cell_len(path) <= width:
        return path
    folders, slash, name = path.rpartition("/")
    room = width - cell_len(name) - 2
    if room > 0:
        return f"{set_cell_size(folders, room)}…{slash}{name}"
    half = (width - 1) // 2
    return f"{set_cell_size(name, half).rstrip()}…{_end(name, width - 1 - half)}"


def _end(text: str, width: int) -> str:
    """As much of the end as there is room for."""
    while cell_len(text) > width:
        text = text[1:]
    return text


def _plain(word: str) -> str:
    return unquote(urlsplit(word).path) if word.startswith("file://") else word


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError as error:  # nobody has the home that is asked for
        raise BadInput(f"There is no home {path.parts[0]}.", "Give the whole path.") from error

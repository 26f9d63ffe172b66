"""What is in a folder that a person names."""

import os
from pathlib import Path

from planner.domain.errors import BadInput

MOST_FILES = 10_000
"""More than anybody's mails of invitations. Whoever names their home, or all of a disk, is told so, not kept waiting."""


def files_in(folder: str) -> list[str]:
    """All files in it and below, but for hidden ones, in the order of their names.

    The folders of a Maildir are not hidden, though they are named so: ".Interviews" beside "cur", with a "cur" in it.
    Links to folders are not followed. Raises BadInput where there is none, where there are too many, and where the
    folder itself can't be read; one below it that can't be is passed over.
    """
    found: list[Path] = []
    for path, folders, names in os.walk(folder, onerror=lambda error: _told(error, folder)):
        hidden = {name for name in folders if name.startswith(".")}
        if "cur" in folders:
            hidden = {name for name in hidden if not os.path.isdir(Path(path, name, "cur"))}  # noqa: PTH112 - as below
        folders[:] = (name for name in folders if name not in hidden)
        paths = (Path(path, name) for name in names if not name.startswith("."))
        found += (each for each in paths if os.path.isfile(each))  # noqa: PTH113 - Path's own raises where one may not look
        if len(found) > MOST_FILES:
            raise BadInput(f"There are more than {MOST_FILES:,} files in {folder}.", "Name the folder they are in.")
    if not found:
        raise BadInput(f"There is no file in {folder}.", "Name another folder, or a file.")
    return list(map(str, sorted(found)))


def _told(error: OSError, folder: str) -> None:
    if error.filename == folder:
        raise BadInput(f"{folder} can't be read: {(error.strerror or 'it failed').lower()}.", "May you read it?")

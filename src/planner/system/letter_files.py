"""What letters need of the disk: the templates a person wrote, letters kept to be sent, and an editor."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from planner.disk import OWNER_ONLY, make_folders
from planner.domain.errors import StoreTrouble
from planner.domain.text import TEXT_LIMIT
from planner.planning.ports import Templates
from planner.system.editor import edit
from planner.system.files import write_whole
from planner.system.text_files import text_in

LARGEST_TEMPLATE = 64 * 1024
# Of any script, and then some: that a letter is too long is said by the letter.
_LARGEST_LETTER = 8 * TEXT_LIMIT
_MOVE = "Mend it, or move it away."


class LetterFiles:
    """As the port says: templates in the folder `templates`, which need not be there.

    `kept` gives the folder for letters, asked for when one is kept; it may raise BadInput where there can be none.
    """

    def __init__(self, templates: Path, kept: Callable[[], Path], env: Mapping[str, str]) -> None:
        self._templates = templates
        self._kept = kept
        self._env = env

    def templates(self, names: Collection[str]) -> Templates:
        found = sorted(path for path in self._texts() if not path.name.startswith("."))
        texts = {path.name: text_in(path, LARGEST_TEMPLATE, "a letter", _MOVE) for path in found if path.name in names}
        return Templates(str(self._templates), texts, tuple(path.name for path in found if path.name not in names))

    def _texts(self) -> list[Path]:
        with _told(f"{self._templates} can't be read"):
            return list(self._templates.glob("*.txt"))

    def keep(self, name: str, content: bytes) -> Path:
        path = self._kept() / name
        with _told(f"{path} could not be written"):
            write_whole(path, content)
        return path

    def edited(self, text: str) -> str:
        path = self._kept() / f"letter-{os.urandom(8).hex()}.txt"
        with _told(f"{path} could not be written"):
            make_folders(path.parent)
            with os.fdopen(
                os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "w", encoding="utf-8"
            ) as file:
                file.write(text)
        # An editor that fails, or a text that can't be read, leaves the file where it is: it may hold an hour's work.
        edit(path, self._env, f"The letter is as it was. What the editor left is in {path}.")
        try:
            edited = text_in(path, _LARGEST_LETTER, "a letter", "Shorten it.")
        except FileNotFoundError as error:
            raise StoreTrouble(f"The editor left no {path}.", "The letter is as it was.") from error
        path.unlink(missing_ok=True)
        return edited


@contextmanager
def _told(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = (error.strerror or "it failed").lower()
        raise StoreTrouble(f"{what}: {why}.", "Check the folder and the room on the disk.") from error

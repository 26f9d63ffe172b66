"""Looking after the files of the program, beside the interviews in them: backups, examination, removal."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:  # few commands ask for upkeep, and every command would load them
    from planner.planning.health import Check
    from planner.planning.restoring import Restoring


class Belongings(NamedTuple):
    """The program's own files, in the order in which they would be removed.

    `folders` go where nothing else lies in them; `foreign` are files found among ours that stay, as they are not.
    """

    files: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
    foreign: tuple[Path, ...] = ()

    def with_those(self, other: "Belongings") -> "Belongings":
        """These first, then the other ones."""
        return Belongings(self.files + other.files, self.folders + other.folders, self.foreign + other.foreign)


class Upkeep(Protocol):
    """Works where the data file cannot be opened, too."""

    def restoring(self) -> "Restoring":
        """Going back to an earlier version. Raises BadInput where the settings can't be read."""

    def keep(self) -> Path:
        """Makes a backup now, and says where. Raises NotFound where there is no data file, else StoreTrouble."""

    def checks(self) -> "Iterator[Check]":
        """Examines everything the program stands on; what is found, as it is found."""

    def belongings(self, *, config_too: bool) -> Belongings:
        """Every file the program made, and of the settings only with `config_too`."""

    def remove(self, belongings: Belongings) -> None:
        """Removes them. Raises Busy while another session is open, StoreTrouble where one can't be removed."""

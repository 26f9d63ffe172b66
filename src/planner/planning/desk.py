"""What is no record yet: text typed into a form that was not saved, and where on the board the person was."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple


class Draft(NamedTuple):
    """The texts of a form's fields, by their names, as they stood at `typed_at`.

    `form` is whatever the screen calls the form, so that it can open the same one again.
    """

    form: str
    fields: Mapping[str, str]
    typed_at: datetime


class ShortDesk:
    """A desk that is cleared when the session ends: for made-up interviews, and where nothing can be kept."""

    def __init__(self) -> None:
        self.left: tuple[Draft, ...] = ()
        self.place = ""

    def keep(self, form: str, fields: Mapping[str, str]) -> None:
        """Nobody comes back to it."""

    def drop(self, form: str) -> None:
        """There is nothing to forget."""

    def take_up(self, draft: Draft) -> None:
        """Nothing was left."""

    def discard(self, draft: Draft) -> None:
        """Nothing was left."""

    def leave_at(self, uid: str) -> None:
        self.place = uid

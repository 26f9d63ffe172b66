"""Every room of the program, and the keys that lead there from the board: what looks into all of them begins here."""

import pkgutil
from collections.abc import AsyncIterator, Iterator
from importlib import import_module
from typing import NamedTuple

from textual.screen import Screen

from planner.tui import screens
from tests.tui.seat import Seat
from tests.tui.typing import acted_on, settled

FILE = "offer.json"
"""The file that whoever walks through the rooms is to have at hand."""


class Room(NamedTuple):
    """What one sees after `keys` on the board, and `then` once what they began is done; `screen` is the class of the screen this is.

    In a `personal` one the name of the interview under the board's cursor is shown.
    """

    name: str
    screen: str
    keys: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    personal: bool = True


ROOMS = (
    Room("board", "BoardScreen"),
    Room("a refusal", "BoardScreen", ("f",)),
    Room("whom to thank", "BoardScreen", ("t",)),
    Room("how it ended", "BoardScreen", ("o",)),
    Room("delete?", "BoardScreen", ("d",)),
    Room("find", "BoardScreen", ("/", "e")),
    Room("the palette", "CommandPalette", ("ctrl+p",), personal=False),
    Room("an interview", "InterviewScreen", ("enter",)),
    Room("an entry", "CorrectScreen", ("enter", "G", "e")),
    Room("why", "WhyScreen", ("w",)),
    Room("help", "HelpScreen", ("?",), personal=False),
    Room("timeline", "TimelineScreen", ("2",)),
    Room("insights", "InsightsScreen", ("3",), personal=False),
    Room("they said", "TheySaidScreen", ("r", "d", "f", "r", "i")),
    Room("a note", "LineScreen", ("n",)),
    Room("a new interview", "FormScreen", ("a",), personal=False),
    Room("the interview's form", "FormScreen", ("e",)),
    Room("a letter", "LetterScreen", ("l",)),
    Room("a plain letter", "PlainScreen", ("l", "p")),
    Room("places of a letter", "FillInScreen", ("l", "e")),
    Room("an import", "BringScreen", ("i", *FILE, "enter")),
    Room("backups", "BackupsScreen", ("B",)),
    Room("a backup", "BackupsScreen", ("B",), ("enter",)),
    Room("settings", "SettingsScreen", ("S",), personal=False),
    Room("a setting", "SettingScreen", ("S", "enter"), personal=False),
    Room("an export", "TakeOutScreen", ("x", "c"), personal=False),
)
WITHOUT_A_WAY = {"FirstStartScreen"}
"""Where no keys lead from the board."""


def names_of_screens() -> set[str]:
    """The classes of all screens there are, by name, but for those that others are made from."""
    for module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
        import_module(module.name)
    return {kind.__name__ for kind in _below(Screen) if kind.__module__.startswith(screens.__name__)}


def _below(kind: type) -> Iterator[type]:
    below: list[type] = kind.__subclasses__()
    if not below:
        yield kind
    for each in below:
        yield from _below(each)


async def walk(seat: Seat) -> AsyncIterator[Room]:
    """Enters one room after the other with the cursor on the first interview, and leaves it again by escape."""
    for room in ROOMS:
        seat.board.listing.choose(1)
        for keys in filter(None, (room.keys, room.then)):
            await acted_on(seat, *keys)
            await seat.pilot.pause()
            await seat.app.workers.wait_for_complete()
        await settled(seat)
        # What a thread brought is shown by work that may have begun only now.
        await seat.app.workers.wait_for_complete()
        await settled(seat)
        assert type(seat.app.screen).__name__ == room.screen, room
        yield room
        while seat.app.screen is not seat.board:
            await acted_on(seat, "escape")
        await acted_on(seat, "escape")

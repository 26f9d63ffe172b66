"""The app as its screens know it. They never import it: arrows lead from the app to the screens, and stop there."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from textual.dom import DOMNode
from textual.screen import Screen

from planner.domain.errors import PlannerError
from planner.planning.planner import Planner
from planner.tui.commands import Command
from planner.tui.terminal.environment import Terminal
from planner.tui.unsaved import Unsaved

if TYPE_CHECKING:
    from planner.planning.restoring import Restoring
    from planner.tui.typed import Typed

R = TypeVar("R")
V = TypeVar("V")


class House(Protocol):
    """What a screen may ask of the app it is in. `keys` are the person's, by the commands' ids."""

    planner: Planner
    unsaved: Unsaved
    demo: bool
    terminal: Terminal
    keys: Mapping[str, str]
    restoring: "Callable[[], Restoring] | None"

    @property
    def typed(self) -> "Typed":
        """What was typed for letters in this session."""

    def of_room(self, room: str) -> list[Command]:
        """The commands of one screen, or of lists, with the person's own keys."""

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Calls `listener` on the screen's thread after each change; returns what ends that."""

    def take_settings(self) -> None:
        """Puts settings that were just changed to use. Raises BadInput for keys that can't work."""

    def perform(self, change: Callable[[], R], then: Callable[[R], None], fail: Callable[[PlannerError], None]) -> None:
        """Carries out a change: `then` gets what came of it, `fail` what a person can mend."""

    def visit(self, screen: Screen[V], then: Callable[[V | None], None] | None = None) -> None:
        """Opens a screen; `then` gets what it was left with."""

    def turn_to(self, room: str) -> None:
        """Shows the timeline or the insights above the board, in place of what is there."""

    def open_settings(self) -> None:
        """Opens the settings above what is there."""

    def write_to_them(self, number: int, days: int, person: str) -> None:
        """Opens the letters of an interview, `days` ahead of now; those to `person` first, if named."""

    def open_demo(self) -> None:
        """The demo in a program of its own."""

    def copy_to_clipboard(self, text: str) -> None:
        """Sends it to the terminal, which may ignore it."""

    def suspend(self) -> AbstractContextManager[None]:
        """Gives the terminal to another program."""

    def action_redraw(self) -> None:
        """Paints all anew, for when something else has written on the screen."""

    def action_suspend_process(self) -> None:
        """Back to the shell, until that brings the program back."""

    def action_command_palette(self) -> None:
        """Every command by name."""

    def exit(self) -> None:
        """Leaves the program."""


def house_of(node: DOMNode) -> House:
    """The app a screen or widget is in."""
    return cast("House", node.app)

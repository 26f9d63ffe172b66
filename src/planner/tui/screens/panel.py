"""A small form at the foot of the screen, over what one was looking at."""

from abc import abstractmethod

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from planner.planning.outcomes import Done
from planner.tui.screens.keeping import KeepingScreen
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Says

AROUND = 5
"""Rows of a panel beside its body: the rule above it, title, two for what is said, keys."""


class PanelScreen(KeepingScreen, ModalScreen[Done | None]):
    """Shows the screen below it as it is. The panel is as high as its body needs, as far as there is room.

    Among several bases it has to be the first: Textual looks for styles along those alone.
    """

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Pane(id="bar")
            yield from self.body()
            yield Says()
            yield KeyLine()

    @abstractmethod
    def body(self) -> ComposeResult:
        """What stands between title and keys."""

    @property
    @abstractmethod
    def body_rows(self) -> int:
        """How many rows the body would fill."""

    def fit(self) -> None:
        """Gives the panel its height."""
        self.query_one("#panel").styles.height = min(self.body_rows + AROUND, self.size.height)

    def fill(self) -> None:
        self.fit()

    def on_resize(self) -> None:
        self.call_after_refresh(self.fit)

    def on_field_grown(self) -> None:
        self.fit()

"""What all screens stand on: over a slow line each paint is a wait, so what would be painted over is not painted."""

from typing import TypeVar

from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

R = TypeVar("R")


class CalmScreen(Screen[R]):
    """Paints the whole once where Textual would paint it as often as it learns something new of it.

    Until it `stands`, with all its contents in place, it paints nothing.
    """

    stands = True
    # Textual's own repaints the whole screen each time the focus moves; what it left and what got it repaint themselves.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def on_compose(self) -> None:
        """Takes on its shape before its widgets are made: Textual's own comes late, and all is laid out again."""
        width, height = self.app.size
        for room, shapes in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            fitting = max((shape for shape in shapes or () if shape[0] <= room), default=None)
            if fitting:
                self.add_class(fitting[1])

    def _compositor_refresh(self) -> None:
        if self.app.screen is not self or (self.stands and not self._repaint_required):
            super()._compositor_refresh()

"""What all screens stand on: over a slow line each paint is a wait, so what would be painted over is not painted."""

from typing import TypeVar

from textual.events import ScreenResume
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from planner.tui.compositor import SparingCompositor

R = TypeVar("R")


class CalmScreen(Screen[R]):
    """Paints the whole once where Textual would paint it as often as it learns something new of it.

    Until it `stands`, with all its contents in place, it paints nothing.
    """

    stands = False
    # Textual's own repaints the whole screen each time the focus moves; what it left and what got it repaint themselves.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SparingCompositor()

    def on_compose(self) -> None:
        """Takes on its shape before its widgets are made: Textual's own comes late, and all is laid out again."""
        width, height = self.app.size
        for room, shapes in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            fitting = max((shape for shape in shapes or () if shape[0] <= room), default=None)
            if fitting:
                self.add_class(fitting[1])

    def on_screen_resume(self, resume: ScreenResume) -> None:
        """Before anything is painted gives the widgets their sizes, their contents, and room for scrollbars."""
        if not self.stands:
            resume.refresh_styles = False  # they are as fresh as the screen
            self._refresh_layout(self.app.size)
            self.fill()
            self._refresh_layout(self.app.size)
            self.stands = True

    def fill(self) -> None:
        """Puts the contents into the widgets."""

    def _compositor_refresh(self) -> None:
        if self.app.screen is not self or (self.stands and not self._repaint_required):
            super()._compositor_refresh()

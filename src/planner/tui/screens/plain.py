"""A text alone on the screen, to be printed or selected: no frame beside it, no blanks before its lines."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from planner.tui.screens.reading import ReadingScreen
from planner.tui.spans import Row, paragraph

IGNORED = "Sent to the terminal, which may ignore it."


class PlainScreen(ReadingScreen):
    """Shows `text`, called `title`; `c` copies it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("c", "copy", show=False)]
    more_keys = (("c", "Copy"),)

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.title_text = title
        self._text = text

    def rows(self, width: int) -> Sequence[Row]:
        return list(paragraph(self._text, width))

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self._text)
        self.title_text = IGNORED
        self.lay_out()

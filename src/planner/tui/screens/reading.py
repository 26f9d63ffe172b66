"""A screen to read: rows of text that scroll, left with escape."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize

from planner.tui.screens.calm import CalmScreen
from planner.tui.spans import Row, Span, row
from planner.tui.widgets.pane import Pane


class ReadingScreen(CalmScreen[None]):
    """Shows `title` and what `rows` gives for a width."""

    AUTO_FOCUS = "#text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", show=False),
    ]
    title_text: str
    more_keys: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Keys of its own beside those of all that is read, with what they do."""

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        yield Pane(id="text", focusable=True)
        yield Pane(id="key-bar")

    def fill(self) -> None:
        self.lay_out()

    def on_resize(self, _resize: Resize) -> None:
        self.call_after_refresh(self.lay_out)

    def lay_out(self) -> None:
        width = self.query_one("#text", Pane).text_width
        if width > 0:
            self.query_one("#bar", Pane).show((row(self.title_text, "strong"),))
            self.query_one("#text", Pane).show(self.rows(width))
            keys = (("esc", "Back"), ("j k", "Scroll"), *self.more_keys)
            spans = [span for key, does in keys for span in (Span(key, "key"), Span(f" {does}  "))]
            self.query_one("#key-bar", Pane).show((tuple(spans),))

    @abstractmethod
    def rows(self, width: int) -> Sequence[Row]:
        """What there is to read, in rows of at most `width` columns."""

    def action_leave(self) -> None:
        _ = self.dismiss(None)

"""A field of several lines. It stands apart because the editor behind it takes long to import."""

from textual.events import Paste
from textual.widgets import TextArea

from planner.domain.text import TEXT_LIMIT
from planner.tui.widgets.field import Field, TooLong


class Area(TextArea):
    """Some lines to type in; enter begins a new one, tab goes on."""

    def __init__(self, text: str, placeholder: str) -> None:
        super().__init__(text, placeholder=placeholder, compact=True, highlight_cursor_line=False)
        self.cursor_blink = False

    def on_paste(self, paste: Paste) -> None:
        if len(self.text) + len(paste.text) > TEXT_LIMIT:
            paste.stop()
            paste.prevent_default()
            self.post_message(TooLong(len(paste.text), TEXT_LIMIT))


class LongField(Field):
    """A field of several lines."""

    LINES = 3

    def __init__(self, key: str, label: str, value: str = "", *, placeholder: str = "") -> None:
        self._area = Area(value, placeholder)
        super().__init__(key, label, self._area)

    @property
    def value(self) -> str:
        return self._area.text

    @value.setter
    def value(self, value: str) -> None:
        self._area.text = value

    def on_text_area_changed(self, changed: TextArea.Changed) -> None:
        changed.stop()
        self.post_message(self.Changed(self))

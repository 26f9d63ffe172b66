"""The keys at the foot of a form."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.events import Click

from planner.tui.key_hints import fitting
from planner.tui.spans import Row
from planner.tui.widgets.pane import Pane


class KeyLine(Pane):
    """One line of keys with what each does, as many as fit. The last one, the way out, is always there.

    A click is as good as the key, but on one that is grey, or where two stand together.
    """

    def __init__(self) -> None:
        super().__init__(id="key-bar")
        self._keys: Sequence[Row] = ()

    def offer(self, keys: Sequence[Row]) -> None:
        self._keys = keys
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        if self._keys:
            self.show((fitting(self._keys, self.size.width or self.app.size.width - 2),))

    def on_click(self, click: Click) -> None:
        place, key = 1, ""
        for span in self.rows[0] if self.rows else ():
            if span.tone in ("key", "grey"):
                key = span.text if span.tone == "key" else ""
            place += cell_len(span.text)
            if click.x < place:
                break
        if key and " " not in key and click.x < place:
            self.app.simulate_key("escape" if key == "esc" else key)

"""The keys at the foot of a form."""

from collections.abc import Sequence

from planner.tui.key_hints import fitting
from planner.tui.spans import Row
from planner.tui.widgets.pane import Pane


class KeyLine(Pane):
    """One line of keys with what each does, as many as fit. The last one, the way out, is always there."""

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

"""The keys at the foot."""

from collections.abc import Sequence

from textual.events import Click
from textual.message import Message

from planner.tui.commands import Command
from planner.tui.key_hints import Hint, hint_row, hint_spans, how_many_fit
from planner.tui.spans import width_of
from planner.tui.widgets.pane import Pane


class KeyBar(Pane):
    """One line of keys. The last hint, the help, is always there. A click is as good as the key."""

    class Pressed(Message):
        """A hint was clicked."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    def __init__(self) -> None:
        super().__init__(id="key-bar")
        self._hints: Sequence[Hint] = ()

    def hint(self, hints: Sequence[Hint]) -> None:
        self._hints = hints
        self.lay_out()

    def on_resize(self) -> None:
        self.lay_out()

    def lay_out(self) -> None:
        if not self._hints:
            return
        self.show((hint_row(self._hints, self.size.width),))

    def on_click(self, click: Click) -> None:
        place, rows = 0, [hint_spans(hint) for hint in self._hints]
        for hint in (*self._hints[: how_many_fit(rows, self.size.width)], *self._hints[-1:]):
            place += width_of(hint_spans(hint))
            if click.x - 1 < place:
                self.post_message(self.Pressed(hint.command))
                return

"""The keys at the foot: those that can act bright, the others grey; what does not fit is left to the help."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.events import Click
from textual.message import Message

from planner.tui.commands import Command
from planner.tui.spans import Span, width_of
from planner.tui.widgets.pane import Pane


class Hint(NamedTuple):
    """A command on the bar, and why it is grey ("" when it is not)."""

    command: Command
    grey: str = ""


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
        *others, last = (_spans(hint) for hint in self._hints)
        room = self.size.width - width_of(last) + 2  # the blanks after the last one may go
        spans: list[Span] = []
        for pair in others:
            if width_of(spans) + width_of(pair) > room:
                break
            spans += pair
        # The blanks after the last one go: where it just fits, they would be cut off with an ellipsis.
        self.show(((*spans, *last[:-1], Span(last[-1].text.rstrip(), last[-1].tone)),))

    def on_click(self, click: Click) -> None:
        place = 0
        for hint in self._hints:
            place += width_of(_spans(hint))
            if click.x - 1 < place:
                self.post_message(self.Pressed(hint.command))
                return


def _spans(hint: Hint) -> tuple[Span, ...]:
    if hint.grey:
        return (Span(f"{hint.command.key} {hint.command.title}  ", "grey"),)
    return (Span(hint.command.key, "key"), Span(f" {hint.command.title}  "))

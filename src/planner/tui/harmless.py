"""The last gate before the terminal: a filter that every line of the screen passes."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from planner.tui.showable import showable


class Harmless(LineFilter):
    """Lets no character through that could act on the terminal; with `ascii_only`, none but ASCII."""

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__()
        self._ascii_only = ascii_only

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        shown = [showable(text, ascii_only=self._ascii_only) for text, _, _ in segments]
        if all(new is segment.text for new, segment in zip(shown, segments, strict=True)):
            return segments
        return [segment._replace(text=new) for new, segment in zip(shown, segments, strict=True)]

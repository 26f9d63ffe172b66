"""A field of a form: its label, something to type in, and below it what was understood or what is wrong."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Spacing
from textual.message import Message
from textual.widget import Widget

from planner.domain.wording import count
from planner.tui.spans import BLANK, Row, Span, paragraph

MARK = "▌"
LABEL_WIDTH = 21
STACKED_BELOW = 60
"""Columns under which a label stands above its field, not beside it."""


class TooLong(Message):
    """A paste of `length` characters was not taken; at most `limit` may stand there."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__()
        self.length = length
        self.limit = limit


class Field(Widget):
    """What a person types for `key` in its editor, drawn with its label and a note.

    A field that is `echoing` keeps a line free below itself for what it understood, so that the form stands still while
    one types. Posts `Changed` when its text does, `Entered` for enter, `Left` when the focus goes elsewhere.
    """

    LINES: ClassVar[int] = 1
    """How many lines there are to type in."""

    class Changed(Message):
        def __init__(self, field: "Field") -> None:
            super().__init__()
            self.field = field

    class Entered(Changed):
        pass

    class Left(Changed):
        pass

    class Grown(Message):
        """It needs more rows than before, or fewer."""

    def __init__(self, key: str, label: str, editor: Widget, *, echoing: bool = False) -> None:
        super().__init__()
        self.key = key
        self.label = label
        self.editor = editor
        self._echoing = echoing
        self._note: tuple[str, str] = ("", "")
        self._focused = False
        self.is_wrong = False

    def compose(self) -> ComposeResult:
        yield self.editor

    def on_mount(self) -> None:
        self._fit()

    def on_resize(self) -> None:
        self._fit()
        if self._focused:
            self.call_after_refresh(self.scroll_visible, animate=False, immediate=True)

    @property
    def value(self) -> str:
        """The text as it stands."""
        raise NotImplementedError

    @value.setter
    def value(self, value: str) -> None:
        raise NotImplementedError

    def note(self, text: str = "", tone: str = "grey") -> None:
        """Says something below the line; that it was wrong is forgotten."""
        self.is_wrong = False
        if (text, tone) != self._note:
            self._note = (text, tone)
            self._fit()
            self.refresh()

    def wrong(self, sentence: str, hint: str = "") -> None:
        """Says what is wrong, and what to do about it."""
        self.note(f"! {sentence} {hint}".strip(), "urgent")
        self.is_wrong = True

    def focus_editor(self) -> None:
        self.editor.focus()

    # -- drawing

    @property
    def _left(self) -> int:
        """The column the editor begins in; where there is little room the label stands above it."""
        return LABEL_WIDTH if self._width >= STACKED_BELOW else 0

    @property
    def _width(self) -> int:
        """Its columns; before it has been given any, about those it will get."""
        return self.size.width or self.screen.size.width - 2

    @property
    def rows(self) -> int:
        """How many rows it fills."""
        above = 0 if self._left else 1
        return above + self.LINES + max(len(self._noted()), int(self._echoing))

    def _noted(self) -> list[Row]:
        text, tone = self._note
        width = self._width - self._left - 2
        return list(paragraph(text, width, tone)) if text and width > 0 else []

    def _fit(self) -> None:
        """Places the editor, and makes room for the note below it."""
        if not self.size.width:
            return
        margin = Spacing(0 if self._left else 1, 0, 0, self._left)
        if self.editor.styles.margin != margin:
            self.editor.styles.margin = margin
        if self.size.height != self.rows:
            self.styles.height = self.rows
            self.post_message(self.Grown())

    def render(self) -> Content:
        mark = Span(MARK if self._focused else " ", "cursor")
        rows: list[Row] = [(mark, Span(self.label, "strong" if self._focused else "text"))]
        rows += [BLANK] * (self.LINES - 1 if self._left else self.LINES)
        rows += [(Span(" " * (self._left + 1)), *line) for line in self._noted()]
        return drawn(rows)

    # -- what happens

    def on_descendant_focus(self) -> None:
        self._focused = True
        self.refresh()
        self.call_after_refresh(self.scroll_visible, animate=False, immediate=True)

    def on_descendant_blur(self) -> None:
        self._focused = False
        self.refresh()
        self.post_message(self.Left(self))

    def on_too_long(self, too_long: TooLong) -> None:
        too_long.stop()
        what = f"What was pasted has {count(too_long.length, 'character')}."
        self.wrong(what, f"At most {too_long.limit:,} go in here; nothing was pasted.")


class Fields(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Fields one under the other, which scroll where there is no room for all. The keys for that are the form's."""


STYLES = {
    "text": "$foreground",
    "strong": "bold $strong",
    "grey": "$grey",
    "urgent": "$warning",
    "open": "$success",
    "cursor": "$primary",
}


def drawn(rows: Iterable[Row]) -> Content:
    """Rows as what Textual draws, without the many styles a pane carries: a form has twenty fields."""
    return Content("\n").join(Content.assemble(*((span.text, STYLES[span.tone]) for span in line)) for line in rows)

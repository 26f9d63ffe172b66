"""A field of a form: its label, one line to type in, and below it what was understood or what is wrong."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from planner.domain.wording import count
from planner.tui.spans import BLANK, Row, Span, paragraph

LONGEST_LINE = 2_000
"""Characters a line takes. More than any field keeps, so that its own limit is what people meet; a paste of a million
would keep the screen busy for seconds."""

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


class Line(Input):
    """One line to type in. The cursor does not blink; a paste of several lines is joined, so that nothing is lost."""

    def __init__(self, value: str, placeholder: str, joint: str, *, select: bool) -> None:
        super().__init__(value, placeholder, compact=True, select_on_focus=select)
        self.cursor_blink = False
        self._joint = joint

    def on_paste(self, paste: Paste) -> None:
        # Textual's own would keep the first line alone.
        paste.stop()
        paste.prevent_default()
        self._take(paste.text)

    def action_paste(self) -> None:
        self._take(self.app.clipboard)

    def _take(self, text: str) -> None:
        if len(self.value) + len(text) > LONGEST_LINE:
            self.post_message(TooLong(len(text), LONGEST_LINE))
            return
        lines = (line.replace("\t", " ").strip() for line in text.splitlines())
        self.replace(self._joint.join(line for line in lines if line), *self.selection)


class Field(Widget):
    """What a person types for `name`, drawn with its label and a note. `joint` stands between the lines of a paste.

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

    def __init__(
        self,
        name: str,
        label: str,
        value: str = "",
        *,
        placeholder: str = "",
        joint: str = " ",
        echoing: bool = False,
        select: bool = False,
    ) -> None:
        super().__init__(name=name)
        self.label = label
        self._joint = joint
        self._echoing = echoing
        self._select = select
        self._note: tuple[str, str] = ("", "")
        self._focused = False
        self.editor = self.make_editor(value, placeholder)

    def make_editor(self, value: str, placeholder: str) -> Widget:
        """The widget that is typed in."""
        return Line(value, placeholder, self._joint, select=self._select)

    def compose(self) -> ComposeResult:
        yield self.editor

    def on_mount(self) -> None:
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    @property
    def value(self) -> str:
        assert isinstance(self.editor, Line)
        return self.editor.value

    @value.setter
    def value(self, value: str) -> None:
        assert isinstance(self.editor, Line)
        self.editor.value = value
        self.editor.cursor_position = len(value)

    @property
    def is_wrong(self) -> bool:
        return self._note[1] == "urgent"

    def note(self, text: str = "", tone: str = "grey") -> None:
        """Says something below the line."""
        if (text, tone) != self._note:
            self._note = (text, tone)
            self._fit()
            self.refresh()

    def wrong(self, sentence: str, hint: str = "") -> None:
        """Says what is wrong, and what to do about it."""
        self.note(f"! {sentence} {hint}".strip(), "urgent")

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
        self.editor.styles.margin = (0 if self._left else 1, 0, 0, self._left)
        if self.size.height != self.rows:
            self.styles.height = self.rows
            if self._focused:
                self.call_after_refresh(self.scroll_visible, animate=False)

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
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_descendant_blur(self) -> None:
        self._focused = False
        self.refresh()
        self.post_message(self.Left(self))

    def on_input_changed(self, changed: Input.Changed) -> None:
        changed.stop()
        self.post_message(self.Changed(self))

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        self.post_message(self.Entered(self))

    def on_too_long(self, too_long: TooLong) -> None:
        too_long.stop()
        what = f"What was pasted has {count(too_long.length, 'character')}."
        self.wrong(what, f"At most {too_long.limit:,} go in here; nothing was pasted.")


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

"""A field of one line."""

from collections.abc import Callable

from textual.events import Paste
from textual.widgets import Input

from planner.tui.widgets.field import Field, TooLong

LONGEST_LINE = 2_000
"""Characters a line takes. More than any field keeps, so that its own limit is what people meet; a paste of a million
would keep the screen busy for seconds."""


class Line(Input):
    """One line to type in. The cursor does not blink; a paste of several lines is joined, so that nothing is lost.

    A paste that `goes_elsewhere` is left to whoever says so.
    """

    def __init__(
        self, value: str, placeholder: str, joint: str, *, select: bool, goes_elsewhere: Callable[[str], bool]
    ) -> None:
        super().__init__(value, placeholder, compact=True, select_on_focus=select, validate_on=())
        self.cursor_blink = False
        self._joint = joint
        self._goes_elsewhere = goes_elsewhere

    def on_paste(self, paste: Paste) -> None:
        # Textual's own would keep the first line alone.
        paste.stop()
        paste.prevent_default()
        self._take(paste.text)

    def action_paste(self) -> None:
        self._take(self.app.clipboard)

    def _take(self, text: str) -> None:
        if self._goes_elsewhere(text):
            return
        if len(self.value) + len(text) > LONGEST_LINE:
            self.post_message(TooLong(len(text), LONGEST_LINE))
            return
        lines = (line.replace("\t", " ").strip() for line in text.splitlines())
        self.replace(self._joint.join(line for line in lines if line), *self.selection)


class LineField(Field):
    """A field of one line. `joint` stands between the lines of a paste; `select` has the first key replace what is there.

    `goes_elsewhere` is asked of each paste, and answers whether it has dealt with it.
    """

    def __init__(
        self,
        key: str,
        label: str,
        value: str = "",
        *,
        placeholder: str = "",
        joint: str = " ",
        echoing: bool = False,
        select: bool = False,
        goes_elsewhere: Callable[[str], bool] = lambda _text: False,
    ) -> None:
        self._line = Line(value, placeholder, joint, select=select, goes_elsewhere=goes_elsewhere)
        super().__init__(key, label, self._line, echoing=echoing)

    @property
    def value(self) -> str:
        return self._line.value

    @value.setter
    def value(self, value: str) -> None:
        self._line.value = value
        self._line.cursor_position = len(value)

    def on_input_changed(self, changed: Input.Changed) -> None:
        changed.stop()
        self.post_message(self.Changed(self))

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        self.post_message(self.Entered(self))

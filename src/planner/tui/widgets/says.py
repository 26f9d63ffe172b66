"""The two lines above the keys: what was done or refused, and small questions that one key answers."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from textual.events import Key
from textual.widget import Widget

from planner.tui.spans import Row, Span, row, wrapped
from planner.tui.widgets.pane import Pane

V = TypeVar("V")


class Answer(NamedTuple, Generic[V]):
    """One way to answer a question: the key to press, what it says, and what it means."""

    key: str
    title: str
    value: V


class Says(Pane):
    """Shows a sentence until the next one. `ask` takes the keyboard until it is answered, or left with escape."""

    def __init__(self) -> None:
        super().__init__(id="says")
        self._question = ""
        self._answers: Sequence[Answer[Any]] = ()
        self._then: Callable[[Any], None] | None = None
        self._back_to: Widget | None = None

    @property
    def asking(self) -> bool:
        return self._then is not None

    def say(self, text: str, hint: str = "", tone: str = "text") -> None:
        """One sentence and, dimmed, what can be done about it; what was there before goes, a question unanswered."""
        if self.asking:  # nobody is to answer what they can't see
            self._answered(None, None)
        lines: list[Row] = [row(line, tone) for line in wrapped(text, self.room)]
        lines += [row(line, "grey") for line in wrapped(hint, self.room)] if hint else []
        self.show(lines[: self.size.height or 2])

    def clear(self) -> None:
        if not self.asking and self.rows:
            self.show(())

    def ask(self, question: str, answers: Sequence[Answer[V]], then: Callable[[V], None]) -> None:
        """Asks; `then` gets the value of the answer whose key is pressed, escape leaves with nothing done.

        No answer is taken for granted: enter is none, as it is pressed without reading.
        """
        self._question, self._answers, self._then = question, answers, then
        if self.screen.focused is not self:  # an answer may lead to the next question before the focus has gone back
            self._back_to = self.screen.focused
        self._show_question()
        self.can_focus = True
        self.focus()

    def confirm(self, question: str, title: str, then: Callable[[], None]) -> None:
        """Asks for a yes: `then` is called for `y`."""
        self.ask(question, [Answer("y", title, then)], lambda confirmed: confirmed())

    def on_key(self, key: Key) -> None:
        if self._then is None:
            return
        key.stop()
        key.prevent_default()
        if key.key == "escape":
            self._answered(None, None)
            return
        pressed = key.character if key.is_printable else key.key
        for answer in self._answers:
            if pressed == answer.key:
                self._answered(self._then, answer.value)
                return
        self._show_question(Span("Answer with ", "urgent"))

    def _show_question(self, *before: Span) -> None:
        """The question, and the keys that answer it; what is to be read first stands `before` them."""
        keys = [*before]
        for answer in self._answers:
            keys += [Span(answer.key, "key"), Span(f" {answer.title}   ")]
        self.show((row(self._question, "strong"), (*keys, Span("esc", "key"), Span(" leave it", "grey"))))

    def _answered(self, then: Callable[[Any], None] | None, value: object) -> None:
        self._then, self._answers = None, ()
        self.can_focus = False
        if self._back_to is not None:
            self._back_to.focus()
        self.show(())
        if then is not None:
            then(value)

    @property
    def room(self) -> int:
        """How many columns a line of it has."""
        return self.scrollable_content_region.width or 78

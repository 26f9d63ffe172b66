"""What all forms have in common: fields one under the other, a change that is kept or not, and a line of keys."""

from collections.abc import Callable, Collection, Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType

from planner.domain.errors import BadInput, PlannerError
from planner.planning.outcomes import Done
from planner.planning.planner import Planner
from planner.tui.house import house_of
from planner.tui.key_hints import key_spans
from planner.tui.screens.calm import CalmScreen
from planner.tui.spans import Span
from planner.tui.widgets.field import Field
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Says


class KeepingScreen(CalmScreen[Done | None]):
    """A form. It is left with what it did, or with None when nothing was saved; what can't be saved stays typed."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s,f2", "save", show=False),
        Binding("down", "next_field", show=False),
        Binding("up", "previous_field", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._busy = False

    @property
    def planner(self) -> Planner:
        return house_of(self).planner

    @property
    def says(self) -> Says:
        return self.query_one(Says)

    @property
    def fields(self) -> Mapping[str, Field]:
        """The fields by their names, in the order they stand in."""
        return {field.key: field for field in self.query(Field)}

    def title_bar(self, title: str, about: str = "") -> None:
        self.query_one("#bar", Pane).show(((Span(f"{title}   ", "strong"), Span(about, "head")),))

    def keys(self, *keys: tuple[str, str], grey: Collection[str] = ()) -> None:
        """The line at the foot: keys with what each does, the way out last; `grey` are those that can't act now."""
        self.query_one(KeyLine).offer([key_spans(key, does, grey=key in grey) for key, does in keys])

    def keep(self, change: Callable[[], Done]) -> None:
        """Makes a change and leaves with what came of it. Asking again while one is under way does nothing."""
        if not self._busy:
            self._busy = True
            house_of(self).perform(change, self.kept, self._failed)

    def kept(self, done: Done) -> None:
        _ = self.dismiss(done)

    def _failed(self, error: PlannerError) -> None:
        self._busy = False
        self.fail(error)

    def fail(self, error: PlannerError) -> None:
        """Says what went wrong, at the field if it is one field's."""
        field = self.fields.get(error.field) if isinstance(error, BadInput) else None
        if field:
            field.wrong(called(error.sentence, field), error.hint)
            field.focus_editor()
        else:
            self.says.say(error.sentence, error.hint, tone="urgent")

    def action_leave(self) -> None:
        if self._busy:
            self.says.say("Being saved: another session is just writing.")
        else:
            _ = self.dismiss(None)

    def action_save(self) -> None:
        """Keeps what was typed."""
        raise LookupError(type(self).__name__)

    def action_next_field(self) -> None:
        self.focus_next()

    def action_previous_field(self) -> None:
        self.focus_previous()


def called(sentence: str, field: Field) -> str:
    """A sentence about a field, with the field called as it is on the screen."""
    begins = f"{field.key} "
    return field.label + sentence[len(begins) - 1 :] if sentence.startswith(begins) else sentence

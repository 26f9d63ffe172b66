"""Forms whose typing outlasts the session: put by while one types, and offered back when the form opens again."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.timer import Timer

from planner.domain.errors import PlannerError
from planner.planning.outcomes import Done
from planner.tui.house import house_of
from planner.tui.screens.keeping import KeepingScreen
from planner.tui.widgets.field import Field

KEEP_SECONDS = 1.5
"""So long after a key what was typed is put by: who is cut off loses no more than that."""
AFRESH = ("ctrl+n", "Begin afresh")


class PutByScreen(KeepingScreen):
    """Puts by what is typed, so that neither escape nor a dropped line loses it."""

    def __init__(self) -> None:
        super().__init__()
        self._keeping: Timer | None = None

    @abstractmethod
    def put_by(self) -> None:
        """Keeps what stands here. Raises StoreTrouble or BadInput where it can't be."""

    def keep_typing(self) -> None:
        """Puts it by now; that it can't be is said, and it stays typed."""
        self._keeping = None
        try:
            self.put_by()
        except PlannerError as error:
            self.says.say(f"What you type is not put by: {error.sentence}", error.hint, tone="urgent")

    @on(Field.Changed)
    def _put_by_soon(self) -> None:
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_SECONDS, self.keep_typing)

    def action_leave(self) -> None:
        self.keep_typing()
        super().action_leave()


class DraftedScreen(PutByScreen):
    """A form that is saved in the end. What was typed and not saved is offered back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+n", "begin_afresh", show=False)]

    @property
    @abstractmethod
    def draft(self) -> str:
        """What the form is called on the desk; see `unsaved.ways_back`."""

    @property
    def before(self) -> Mapping[str, str]:
        """What stood in the fields before anything was typed; nothing, where that is not said."""
        return dict.fromkeys(self.fields, "")

    def typed(self) -> dict[str, str]:
        """The fields that differ from that."""
        before = self.before
        return {name: field.value for name, field in self.fields.items() if field.value != before[name]}

    def put_by(self) -> None:
        house_of(self).unsaved.keep(self.draft, self.typed())

    def offer_back(self) -> Mapping[str, str]:
        """Puts what was typed before into the fields, and says so. What that was, by the fields' names."""
        typed = house_of(self).unsaved.of(self.draft)
        for name, text in typed.items():
            if name in self.fields:
                self.fields[name].value = text
        if typed:
            self.says.say("Here is what you typed last time; it is not saved yet.", "ctrl+n begins afresh.")
        return typed

    def action_begin_afresh(self) -> None:
        house_of(self).unsaved.forget(self.draft)
        before = self.before
        for name, field in self.fields.items():
            field.value = before[name]
            field.note()
            field.post_message(Field.Changed(field))  # whose note says what is understood of it
        self.says.say("As it was before you typed.")

    def kept(self, done: Done) -> None:
        if self._keeping:
            self._keeping.stop()
        house_of(self).unsaved.forget(self.draft)
        super().kept(done)

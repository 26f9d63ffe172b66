"""What only the writer of a letter knows: a line for each place in it, and the letter above as it becomes."""

from collections.abc import Callable, Mapping, Sequence

from textual.app import ComposeResult
from textual.events import DescendantFocus

from planner.letters.slots import SLOTS, Slot
from planner.tui.screens.drafted import PutByScreen
from planner.tui.screens.panel import PanelScreen
from planner.tui.widgets.field import Field, Fields
from planner.tui.widgets.line_field import LineField

LABELS = {
    "discussed": "You discussed",
    "interest": "What draws you",
    "result_with_number": "A result of yours",
    "new_thing": "Something of use",
    "proposed_step": "The next step",
    "offer_deadline": "Your offer ends",
    "my_name": "Your name",
    "my_phone": "Your phone",
}


class FillInScreen(PanelScreen, PutByScreen):
    """Asks for some slots of a letter called `title`. Each change is handed on at once; nothing has to be saved.

    `put_by` lets what was typed outlast the session.
    """

    def __init__(
        self,
        title: str,
        slots: Sequence[Slot],
        values: Mapping[str, str],
        change: Callable[[str, str], None],
        put_by: Callable[[], None],
    ) -> None:
        super().__init__()
        self._title = title
        self._slots = slots
        self._values = values
        self._change = change
        self._put_by = put_by

    def body(self) -> ComposeResult:
        with Fields(id="fields"):
            for slot in self._slots:
                yield LineField(slot.id, LABELS[slot.id], self._values.get(slot.id, ""), placeholder=slot.example)

    def put_by(self) -> None:
        self._put_by()

    @property
    def body_rows(self) -> int:
        return sum(field.rows for field in self.fields.values())

    def on_mount(self) -> None:
        self.title_bar("Fill in", self._title)
        self.keys(("enter", "Next"), ("esc", "Back to the letter"))
        self.fields[self._slots[0].id].focus_editor()

    def on_descendant_focus(self, focused: DescendantFocus) -> None:
        if isinstance(focused.widget.parent, Field):
            means = SLOTS[focused.widget.parent.key].means
            self.says.say(f"{means[:1].upper()}{means[1:]}.", tone="grey")

    def on_field_changed(self, changed: Field.Changed) -> None:
        self._change(changed.field.key, changed.field.value)

    def on_field_entered(self, entered: Field.Entered) -> None:
        if entered.field.key == self._slots[-1].id:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        self.action_leave()

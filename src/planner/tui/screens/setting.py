"""One setting's value, typed."""

from collections.abc import Callable

from textual.app import ComposeResult

from planner.domain.errors import BadInput, PlannerError
from planner.planning.outcomes import Done
from planner.tui.screens.panel import PanelScreen
from planner.tui.widgets.field import Field, Fields
from planner.tui.widgets.line_field import LineField


class SettingScreen(PanelScreen):
    """Asks for the value of the setting called `title`, now `value`; `keep` saves what is typed, or says what is wrong."""

    def __init__(self, title: str, takes: str, value: str, keep: Callable[[str], Done]) -> None:
        super().__init__()
        self._title = title
        self._takes = takes
        self._value = value
        self._keep = keep

    def body(self) -> ComposeResult:
        yield Fields(LineField("value", self._title, self._value, echoing=True), id="fields")

    @property
    def body_rows(self) -> int:
        return sum(field.rows for field in self.fields.values())

    def on_mount(self) -> None:
        self.title_bar("Change", self._title)
        self.keys(("enter", "Save"), ("esc", "Leave"))
        self.fields["value"].note(f"It takes {self._takes}; nothing for the default.")
        self.fields["value"].focus_editor()

    def on_field_changed(self, changed: Field.Changed) -> None:
        changed.field.note(f"It takes {self._takes}; nothing for the default.")

    def on_field_entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        text = self.fields["value"].value
        self.keep(lambda: self._keep(text))

    def fail(self, error: PlannerError) -> None:
        if isinstance(error, BadInput):
            self.fields["value"].wrong(error.sentence, error.hint)
        else:
            super().fail(error)

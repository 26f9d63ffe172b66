"""One line of text, such as a note."""

from collections.abc import Callable

from textual.app import ComposeResult

from planner.planning.outcomes import Done
from planner.tui.screens.drafted import DraftedScreen
from planner.tui.screens.panel import PanelScreen
from planner.tui.widgets.field import Field, Fields
from planner.tui.widgets.line_field import LineField


class LineScreen(PanelScreen, DraftedScreen):
    """Asks for one line, called `title`; `prompt` says what about, `draft` is its name on the desk. `keep` saves it."""

    def __init__(self, title: str, prompt: str, draft: str, keep: Callable[[str], Done]) -> None:
        super().__init__()
        self._title = title
        self._prompt = prompt
        self._draft = draft
        self._keep = keep

    def body(self) -> ComposeResult:
        yield Fields(LineField("words", self._title), id="fields")

    @property
    def draft(self) -> str:
        return self._draft

    @property
    def body_rows(self) -> int:
        return sum(field.rows for field in self.fields.values())

    def on_mount(self) -> None:
        self.title_bar(self._prompt)
        self.keys(("enter", "Save"), ("esc", "Leave"))
        self.offer_back()
        self.fields["words"].focus_editor()

    def on_field_changed(self, changed: Field.Changed) -> None:
        changed.field.note()

    def on_field_entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        field = self.fields["words"]
        if field.value.strip():
            self.keep(lambda: self._keep(field.value))
        else:
            field.wrong(f"{self._title} is empty.", "Give it some words, or leave with escape.")

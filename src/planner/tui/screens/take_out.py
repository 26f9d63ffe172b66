"""Taking everything out: as what, of which time, and where to."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.worker import get_current_worker

from planner.domain.errors import BadInput, PlannerError
from planner.domain.wording import day
from planner.planning.outcomes import Done
from planner.planning.periods import period_in
from planner.planning.take_out import TELLS, Form, take_out
from planner.tui.paths import paths_in
from planner.tui.screens.panel import PanelScreen
from planner.tui.spans import Row, Span
from planner.tui.widgets.field import Field, Fields
from planner.tui.widgets.line_field import LineField
from planner.tui.widgets.listing import Item, Listing


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of file, and the key that chooses it."""

    key: str
    title: str
    form: Form
    private: bool = False

    @property
    def tells(self) -> str:
        return "the same, but it names nobody and no place" if self.private else TELLS[self.form]


# j, k and g move in the list, so no choice has them.
CHOICES = (
    Choice("e", "Everything", Form.JSON),
    Choice("t", "Table", Form.CSV),
    Choice("r", "Report", Form.MD),
    Choice("c", "Calendar", Form.ICS),
    Choice("p", "Private calendar", Form.ICS, private=True),
)
TITLE_WIDTH = max(len(choice.title) for choice in CHOICES) + 2


class TakeOutScreen(PanelScreen):
    """First the list of what there is, then the fields of what was chosen; escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self._choice: Choice | None = None
        self._replaces = ""

    def body(self) -> ComposeResult:
        yield Listing(id="choices")
        yield Fields(
            LineField("period", "Days", placeholder="all; or last month, November, 1 Oct..15 Nov", echoing=True),
            LineField("path", "File", echoing=True),
            id="fields",
        )

    @property
    def body_rows(self) -> int:
        return sum(field.rows for field in self.fields.values()) if self._choice else len(CHOICES)

    def on_mount(self) -> None:
        choices = self.query_one("#choices", Listing)
        choices.fill([Item(_line(choice), choice) for choice in CHOICES])
        choices.action_first()
        self._show()

    def _show(self) -> None:
        choice = self._choice
        choices = self.query_one("#choices", Listing)
        choices.display = choice is None
        self.query_one("#fields").display = choice is not None
        self.says.clear()
        self.title_bar("Export", choice.title if choice else "What do you want to take with you?")
        if choice is None:
            choices.focus()
            self.keys(("enter", "Choose"), ("esc", "Leave"))
        else:
            self.keys(("enter", "Write"), ("tab", "Next"), ("esc", "Back"))
            self.fields["period"].focus_editor()
        self.fit()

    # -- choosing

    def on_key(self, key: Key) -> None:
        chosen = next((choice for choice in CHOICES if choice.key == key.character), None)
        if self._choice is None and chosen:
            key.stop()
            self._choose(chosen)

    def action_choose(self) -> None:
        chosen = self.query_one("#choices", Listing).chosen
        if self._choice is None and isinstance(chosen, Choice):
            self._choose(chosen)

    def _choose(self, choice: Choice) -> None:
        self._choice = choice
        today = self.planner.now().date()
        self.fields["path"].value = f"~/interviews-{today}.{choice.form}"
        self._show()

    def action_leave(self) -> None:
        if self._choice is None or self._busy:
            super().action_leave()
        else:
            self._choice = None
            self._show()

    # -- where to

    def on_field_changed(self, changed: Field.Changed) -> None:
        self._replaces = ""
        field = changed.field
        field.note()
        if field.key == "period" and field.value.strip():
            reading = self.planner.reading()
            try:
                days = period_in(field.value, self.planner.now().date(), reading.date_order)
            except BadInput:
                return
            today = self.planner.now().date()
            field.note(f"= {day(days.first, today)} to {day(days.last, today)}", "open")

    def on_field_entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        choice = self._choice
        if choice is None or self._busy:
            return
        field = self.fields["path"]
        try:
            paths = paths_in(field.value)
            if len(paths) > 1:
                raise BadInput("These are several files.", "A name that holds blanks goes in quotes.")
        except BadInput as error:
            field.wrong(error.sentence, error.hint)
            field.focus_editor()
            return
        (path,) = paths
        if self.planner.files.is_there(path) and self._replaces != path:
            self._replaces = path
            self.says.say("There is such a file already.", "enter again replaces it.", tone="urgent")
            return
        self._busy = True
        self.says.say("Writing …")
        self.run_worker(partial(self._write, choice, self.fields["period"].value, path), thread=True)

    def _write(self, choice: Choice, period: str, path: str) -> None:
        """In a thread: a calendar of thousands takes seconds."""
        worker = get_current_worker()
        try:
            content = take_out(self.planner, choice.form, period, private=choice.private)
            self.planner.files.write(path, content.data)
        except PlannerError as error:
            then = partial(self._failed, error)
        else:
            then = partial(self.kept, Done(f"{content.holds} written to {path}."))
        if not worker.is_cancelled:
            self.app.call_from_thread(then)

    def _failed(self, error: PlannerError) -> None:
        self.says.clear()
        super()._failed(error)


def _line(choice: Choice) -> Row:
    return Span(f"{choice.key}  ", "key"), Span(f"{choice.title:{TITLE_WIDTH}}"), Span(choice.tells, "grey")

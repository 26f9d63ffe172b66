"""Taking everything out: as what, of which time, and where to."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key

from planner.domain.errors import BadInput, PlannerError
from planner.domain.wording import day
from planner.planning.outcomes import Done
from planner.planning.periods import period_in
from planner.planning.take_out import Form, take_out
from planner.planning.transfer import Watch
from planner.tui.errand import Errand
from planner.tui.paths import from_home, paths_in
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
    tells: str
    private: bool = False


# j, k and g move in the list, so no choice has them.
CHOICES = (
    Choice("e", "Everything", Form.JSON, "to be read back here with nothing lost"),
    Choice("t", "Table", Form.CSV, "for a spreadsheet: a row an interview, without the log"),
    Choice("r", "Report", Form.MD, "what was done when, for whom and how, as proof"),
    Choice("c", "Calendar", Form.ICS, "to subscribe to: interviews, and tasks as they open"),
    Choice("p", "Private calendar", Form.ICS, "the same, but it names nobody and no place", private=True),
)
TITLE_WIDTH = max(len(choice.title) for choice in CHOICES) + 2
WIDTH = 4 + TITLE_WIDTH + max(len(choice.tells) for choice in CHOICES)
"""Columns of a list that also tells what each is for; where there are fewer, that of the chosen one is said below."""


class TakeOutScreen(PanelScreen):
    """First the list of what there is, then the fields of what was chosen; escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self._choice: Choice | None = None
        self._replaces = ""
        self._errand = Errand(self, lambda _progress: None)

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
        self._list()
        self.query_one("#choices", Listing).action_first()
        self._show()

    def on_resize(self) -> None:
        self._list()
        self._tell()

    @property
    def _is_wide(self) -> bool:
        return self.app.size.width > WIDTH

    def _list(self) -> None:
        self.query_one("#choices", Listing).fill(
            [Item(_line(choice, wide=self._is_wide), choice) for choice in CHOICES]
        )

    def _tell(self) -> None:
        chosen = self.query_one("#choices", Listing).chosen
        if self._choice is None and isinstance(chosen, Choice):
            self.says.say("" if self._is_wide else f"{chosen.title}: {chosen.tells}.", tone="grey")

    def on_listing_moved(self) -> None:
        self._tell()

    def _show(self) -> None:
        choice = self._choice
        choices = self.query_one("#choices", Listing)
        choices.display = choice is None
        self.query_one("#fields").display = choice is not None
        self.says.clear()
        self.title_bar("Export", choice.title if choice else "What do you want to take with you?")
        if choice is None:
            choices.focus()
            self._tell()
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
        self.fields["path"].value = f"~/{self._called(choice)}"
        self._show()

    def _called(self, choice: Choice) -> str:
        """What the file is called, unless a person says otherwise."""
        return f"interviews-{self.planner.now().date()}.{choice.form}"

    def action_leave(self) -> None:
        if self._busy:
            self.says.say("Being written.")
        elif self._choice is None:
            super().action_leave()
        else:
            self._choice = None
            self._show()

    # -- where to

    def on_field_changed(self, changed: Field.Changed) -> None:
        self._replaces = ""
        self.says.clear()
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
        self.says.clear()
        field = self.fields["path"]
        try:
            path = self._path(field.value, choice)
        except BadInput as error:
            field.wrong(error.sentence, error.hint)
            field.focus_editor()
            return
        if self.planner.files.is_there(path) and self._replaces != path:
            self._replaces = path
            self.says.say("There is such a file already.", "enter again replaces it.", tone="urgent")
            return
        self._busy = True
        self.says.say("Writing …")
        self._errand.begin(partial(self._write, choice, self.fields["period"].value, path), self.kept, self._failed)

    def _path(self, typed: str, choice: Choice) -> str:
        """The file that is meant; in a folder it gets the name that was proposed. Raises BadInput."""
        if not typed.strip():
            raise BadInput("No file is named.", f"Give its path, as in ~/{self._called(choice)}.")
        path, *others = paths_in(typed)
        if others:
            raise BadInput("These are several files.", "A name that holds blanks goes in quotes.")
        return str(Path(path, self._called(choice))) if self.planner.files.is_folder(path) else path

    def _write(self, choice: Choice, period: str, path: str, _watch: Watch) -> Done:
        """In a thread: a calendar of thousands takes seconds."""
        content = take_out(self.planner, choice.form, period, private=choice.private)
        self.planner.files.write(path, content.data)
        return Done(f"{content.holds} written to {_shown(path)}.")

    def _failed(self, error: PlannerError) -> None:
        self.says.clear()
        super()._failed(error)


def _line(choice: Choice, *, wide: bool) -> Row:
    title = f"{choice.title:{TITLE_WIDTH}}"
    return Span(f"{choice.key}  ", "key"), Span(title), *((Span(choice.tells, "grey"),) if wide else ())


def _shown(path: str) -> str:
    return from_home(Path(path))

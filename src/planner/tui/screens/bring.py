"""Importing: a preview of what each thing in the files would become. Nothing is written before that."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize

from planner.domain.errors import BadInput, PlannerError
from planner.domain.interview import Interview
from planner.planning import fields as form
from planner.planning.outcomes import Done
from planner.planning.transfer import Preview, Watch, with_said
from planner.planning.transfer import Row as Proposal
from planner.tui.choice import Choice
from planner.tui.pasted import Sources
from planner.tui.proposals import ASKS_HOW, is_offered
from planner.tui.screens.looking import HOW, LookingScreen
from planner.tui.widgets.field import Field
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.proposed import Proposed
from planner.tui.widgets.put_right import CORRECTED, TABLE, ZONE, PutRight
from planner.tui.widgets.says import Says

WIDE = 100
SHORT = 16
"""Below so many lines not all can be said of what may be imported."""


class BringScreen(LookingScreen):
    """Shows what is in files. Rows can be left out or corrected, or all be read again in another way.

    The rest is taken as one step.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "leave_out", show=False),
        Binding("e", "correct", show=False),
        Binding("z", "zone", show=False),
        Binding("m", "table", show=False),
        Binding("enter", "save", show=False),
        Binding("shift+tab", "back", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self, sources: Sources | None = None) -> None:
        super().__init__(sources)
        self._choice: Choice | None = None

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        yield self.path_field()
        yield Proposed()
        yield PutRight()
        yield Says()
        yield KeyLine()

    def on_mount(self) -> None:
        self.put_right.ask()

    def on_resize(self, _resize: Resize) -> None:
        self._lay_out_later()

    @property
    def proposed(self) -> Proposed:
        return self.query_one(Proposed)

    @property
    def put_right(self) -> PutRight:
        return self.query_one(PutRight)

    # -- the preview

    def show_found(self, choice: Choice) -> None:
        before, self._choice = self._choice, choice
        self._preview_alone(choice)
        if before and (before.left_out or before.corrected):
            self.says.say(
                "Read again.", "What you left out or corrected, leave out or correct once more.", tone="urgent"
            )
        self.fields["path"].display = False
        self.add_class("-previewing")
        self._lay_out_later()

    @property
    def _choosing(self) -> Choice | None:
        """What rows can be chosen and changed of: what is being imported stays as it was when that began."""
        return None if self._busy or self.put_right.asked else self._choice

    def _row(self, choice: Choice) -> Proposal:
        """The row the cursor stands on."""
        return choice.rows[min(self.proposed.place, len(choice.rows) - 1)]

    def _lay_out_later(self) -> None:
        self.proposed.measure_anew()
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        choice = self._choice
        if choice:
            self.proposed.show(choice.rows, choice.left_out, self.planner.now())
            self.title_bar("Import", choice.summary)
            self._lay_out_chosen(choice)

    def _lay_out_chosen(self, choice: Choice) -> None:
        row, taken = self._row(choice), choice.taken
        self.proposed.tell(row, self.planner.now())
        if self.put_right.asked:
            return
        self.keys(
            *([("enter", f"Import {taken:,}")] if taken else []),
            *([("m", "Day order")] if choice.asks_order else []),
            ("space", "Take" if self.proposed.place in choice.left_out else "Leave out"),
            ("e", "Correct"),
            *([("m", "Columns")] if choice.has_tables and not choice.asks_order else []),
            ("z", "Zone"),
            ("esc", "Leave"),
            grey=(*(() if is_offered(row) else ("space",)), *(() if row.interview else ("e",))),
        )

    def on_listing_moved(self) -> None:
        self.says.clear()
        if self._choice:
            self._lay_out_chosen(self._choice)

    def action_complete(self) -> None:
        """Once there are rows, on to the next pane or field."""
        if self._choice:
            self.focus_next()
        else:
            super().action_complete()

    def action_back(self) -> None:
        if self._choice:
            self.focus_previous()

    # -- leaving out and correcting

    def action_leave_out(self) -> None:
        choice = self._choosing
        if choice is None:
            return
        if is_offered(self._row(choice)):
            self._renew(choice.leaving_out(self.proposed.place))
        else:
            self.says.say("There is nothing to take here.", tone="urgent")

    def _renew(self, choice: Choice) -> None:
        """Shows it at once, and as it becomes when that is worked out."""
        self._choice = choice
        self._lay_out()
        self.errand.begin(partial(choice.by_now, self.planner), partial(self._show_renewed, choice), self.fail)

    def _show_renewed(self, choice: Choice, preview: Preview) -> None:
        self._choice = replace(choice, preview=preview)
        self.call_after_refresh(self._lay_out)  # in the columns there are: no width depends on what can be corrected

    def action_correct(self) -> None:
        choice = self._choosing
        if choice is None:
            return
        row = self._row(choice)
        if row.interview:
            facts = form.as_fields(row.interview)
            for name in CORRECTED:
                self.fields[name].value = facts[name]
            self._ask(*CORRECTED)
            self.proposed.keep_to_row()
        else:
            hint = ASKS_HOW.get(row.asks, "Press a on the board to add it.")
            self.says.say("What is refused can't be corrected here.", hint, tone="urgent")

    def action_zone(self) -> None:
        if self._choosing:
            self._ask(*ZONE)

    def action_table(self) -> None:
        choice = self._choosing
        if choice is None:
            return
        self._ask(*TABLE)
        self.fields["columns"].note(choice.columns_in_words)
        if choice.asks_order:
            self.fields["date_order"].focus_editor()

    def _ask(self, *names: str) -> None:
        """Shows these fields below the preview, to be filled in."""
        self.put_right.ask(*names)
        self.says.clear()
        self.keys(("enter", "Correct it" if names == CORRECTED else "Look again"), ("esc", "Back"))

    def _preview_alone(self, choice: Choice) -> None:
        self.put_right.ask()
        self.says.clear()
        self.proposed.focus_list()
        self._lay_out_chosen(choice)

    def on_field_grown(self) -> None:
        self.put_right.fit()

    def on_field_changed(self, changed: Field.Changed) -> None:
        columns = self._choice.columns_in_words if self._choice else ""
        changed.field.note({"path": HOW, "columns": columns}.get(changed.field.key, ""))

    def on_field_entered(self, entered: Field.Entered) -> None:
        if entered.field.key == "company":
            self.fields["role"].focus_editor()
        else:
            self.action_save()

    def _correct(self, choice: Choice, interview: Interview) -> None:
        typed = self.put_right.of_row
        try:
            form.filled(interview, typed, self.planner.reading())
        except BadInput as error:
            self.fail(error)
            return
        self._preview_alone(choice)
        self._renew(choice.correcting(self.proposed.place, typed))

    def _read_again(self, choice: Choice) -> None:
        try:
            how = self.put_right.how
        except BadInput as error:
            self.fail(error)
            return
        self.look_into(choice.sources, how)

    # -- taking

    def action_save(self) -> None:
        choice = self._choice
        if self._busy:
            return
        if choice is None:
            self.look()
        elif self.put_right.asked == CORRECTED and (interview := self._row(choice).interview):
            self._correct(choice, interview)
        elif self.put_right.asked:
            self._read_again(choice)
        elif choice.taken:
            self._import(choice)
        else:
            self.says.say(f"Nothing is chosen: {choice.summary}.", "escape leaves.", tone="urgent")

    def _import(self, choice: Choice) -> None:
        self._busy = True
        self.says.say("Importing …")
        self.errand.begin(partial(self._take, choice), self.kept, self._failed)

    def _take(self, choice: Choice, watch: Watch) -> Done:
        """In a thread: takes the rows; what was said of columns is kept for the next table like these."""
        done = self.planner.take(choice.by_now(self.planner, watch), watch)
        if not choice.how.columns:
            return done
        files, tables = self.planner.files, choice.tables.values()
        try:
            files.keep_columns_said(with_said(files.columns_said(), tables, choice.how.columns))
        except PlannerError as error:  # the rows are taken all the same
            return done._replace(sentence=f"{done.sentence} {error.sentence}")
        return done

    def action_leave(self) -> None:
        if self._choice and self.put_right.asked and not self.errand.is_under_way:
            self.put_right.take_back()
            self._preview_alone(self._choice)
        else:
            super().action_leave()

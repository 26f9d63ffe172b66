"""Importing: which files, then a preview of what each thing in them would become. Nothing is written before that."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import Resize

from planner.domain.errors import BadInput, PlannerError
from planner.domain.interview import Interview
from planner.planning import fields as form
from planner.planning.outcomes import Done
from planner.planning.transfer import (
    SAVING,
    Corrections,
    Preview,
    Progress,
    Watch,
    in_line,
    read_files,
    summary,
    with_said,
)
from planner.planning.transfer import Row as Proposal
from planner.tui.errand import Errand
from planner.tui.how_to_read import HowToRead, Read, columns_in, order_in, zone_in
from planner.tui.labels import LABELS
from planner.tui.pasted import Sources, paths_there, sources_at
from planner.tui.paths import WHERE, completed, names_of
from planner.tui.proposals import ASKS_HOW, Columns, about, is_offered
from planner.tui.screens.keeping import KeepingScreen
from planner.tui.widgets.field import Field, Fields
from planner.tui.widgets.line_field import LineField
from planner.tui.widgets.long_listing import LongListing
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Says

WIDE = 100
SHORT = 16
"""Below so many lines not all can be said of what may be imported."""
CORRECTED = ("company", "role")
ZONE, TABLE = ("zone",), ("columns", "date_order")
HOW = (
    "An invitation or a mail with one, a table (.csv, .xlsx), contacts (.vcf), an export, or a folder of them. Several go "
    "with blanks between them; a name that holds blanks goes in quotes."
)


class BringScreen(KeepingScreen):
    """Asks for files, unless it is given `contents`, and shows what is in them.

    Rows can be left out or corrected, or all be read again in another way; the rest is taken as one step.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "leave_out", show=False),
        Binding("e", "correct", show=False),
        Binding("z", "zone", show=False),
        Binding("m", "table", show=False),
        Binding("enter", "save", show=False),
        Binding("tab", "complete", show=False),
        Binding("shift+tab", "back", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self, sources: Sources | None = None) -> None:
        super().__init__()
        self._given = sources
        self._read: Read | None = None
        self._preview: Preview | None = None
        self._columns: Columns | None = None
        self._corrected: dict[int, Mapping[str, str]] = {}
        self._left_out: set[int] = set()
        self._errand = Errand(self, self._show_progress)

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        yield LineField("path", "File", placeholder=WHERE)
        with Container(id="panes"):
            yield LongListing(id="rows")
            yield Pane(id="about", focusable=True)
        yield Fields(
            LineField("company", LABELS["company"]),
            LineField("role", LABELS["role"]),
            LineField(
                "zone", LABELS["time_zone"], placeholder="of the times whose zone is not plain, as in Europe/Paris"
            ),
            LineField("columns", "Columns", placeholder="what a table's columns hold: Where=company; When=starts_at"),
            LineField(
                "date_order", "Day order", placeholder="day or month: which comes first where 3/4 can be two days"
            ),
            id="fields",
        )
        yield Says()
        yield Pane(id="key-bar")

    def on_mount(self) -> None:
        self._show_fields()
        self.title_bar("Import")
        self.fields["path"].note(HOW)
        self.keys(("enter", "Look into it"), ("tab", "Complete"), ("esc", "Leave"))
        self.fields["path"].focus_editor()
        if self._given:
            self._look_into(self._given, HowToRead())

    def on_resize(self, _resize: Resize) -> None:
        self._lay_out_later()

    # -- reading

    def on_field_entered(self, entered: Field.Entered) -> None:
        match entered.field.key:
            case "path":
                self._look(entered.field)
            case "company":
                self.fields["role"].focus_editor()
            case _:
                self.action_save()

    def on_field_changed(self, changed: Field.Changed) -> None:
        changed.field.note({"path": HOW, "columns": self._columns_in_words}.get(changed.field.key, ""))

    def action_complete(self) -> None:
        """The path, as far as it is plain; once there are rows, on to the next pane or field."""
        if self._rows:
            self.focus_next()
            return
        field = self.fields["path"]
        field.value, found = completed(field.value, self.planner.files.beginning)
        self.call_after_refresh(field.note, names_of(found) if len(found) > 1 else HOW)

    def action_back(self) -> None:
        if self._rows:
            self.focus_previous()

    def _look(self, field: Field) -> None:
        try:
            paths = paths_there(field.value, self.planner.files)
        except BadInput as error:
            field.wrong(error.sentence, error.hint)
            return
        self._look_into(partial(sources_at, paths, self.planner.files), HowToRead())

    def _look_into(self, sources: Sources, how: HowToRead) -> None:
        self.says.say("Reading …")
        self._errand.begin(partial(self._read_files, sources, how), self._show_read, self._not_read)

    def _read_files(self, sources: Sources, how: HowToRead, watch: Watch) -> Read:
        """In a thread: a file may be large, and the library for invitations takes a while to load."""
        brought = read_files(sources(), how.wishes(self.planner), watch)
        return Read(sources, how, brought, self.planner.preview(brought.found, watch=watch))

    def _show_progress(self, progress: Progress) -> None:
        line = in_line(progress, self.says.size.width)
        self.says.say(line, "" if progress == SAVING else "escape stops it; nothing is taken then")

    def _not_read(self, error: PlannerError) -> None:
        self.says.clear()
        self.fields["path"].wrong(error.sentence, error.hint)
        self.fields["path"].focus_editor()

    def _show_read(self, read: Read) -> None:
        self.says.clear()
        if not read.brought.found:
            self.fields["path"].wrong("There is nothing in it.")
            return
        self._read, self._preview = read, read.preview
        self._corrected.clear()
        self._left_out.clear()
        self._show_fields()
        self.fields["path"].display = False
        self.add_class("-previewing")
        self._lay_out_later()
        self.query_one(LongListing).focus()

    # -- the preview

    @property
    def _rows(self) -> Sequence[Proposal]:
        return self._preview.rows if self._preview else ()

    def _renew(self) -> None:
        """Works out again what everything would become: what is left out of many may change the others."""
        if self._preview:
            self._lay_out()
            self._errand.begin(partial(self._corrected_by_now, self._preview), self._show_renewed, self.fail)

    def _corrected_by_now(self, preview: Preview, watch: Watch) -> Preview:
        corrections = Corrections(dict(self._corrected), frozenset(self._left_out))
        return (
            preview if preview.corrections == corrections else self.planner.preview(preview.found, corrections, watch)
        )

    def _show_renewed(self, preview: Preview) -> None:
        self._preview = preview
        self.call_after_refresh(self._lay_out)  # in the columns there are: no width depends on what can be corrected

    def _lay_out_later(self) -> None:
        self._columns = None
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        if not self._rows:
            return
        listing = self.query_one(LongListing)
        now = self.planner.now()
        rows, left_out = self._rows, self._left_out
        columns = self._columns or Columns.of(rows, now, listing.scrollable_content_region.width - 1)
        self._columns = columns
        listing.draw(len(rows), lambda place: columns.draw(rows[place], now, out=place in left_out))
        self.title_bar("Import", summary(rows, left_out))
        self._lay_out_about()

    def _lay_out_about(self) -> None:
        pane = self.query_one("#about", Pane)
        row = self._chosen
        width = pane.scrollable_content_region.width
        if row and width > 0:
            pane.scroll_to(y=0, animate=False, immediate=True)
            pane.show(list(about(row, self.planner.now(), width)))
        taken = len(self._taken)
        self.keys(
            *([("enter", f"Import {taken:,}")] if taken else []),
            ("space", "Leave out"),
            ("e", "Correct"),
            ("z", "Zone"),
            *([("m", "Day order" if self._asks_order else "Columns")] if self._has_tables else []),
            ("esc", "Leave"),
        )

    @property
    def _place(self) -> int:
        chosen = self.query_one(LongListing).chosen
        return chosen if isinstance(chosen, int) else 0

    @property
    def _chosen(self) -> Proposal | None:
        return self._rows[self._place] if self._place < len(self._rows) else None

    @property
    def _taken(self) -> list[Proposal]:
        return [row for place, row in enumerate(self._rows) if is_offered(row) and place not in self._left_out]

    @property
    def _is_previewing(self) -> bool:
        """Whether rows can be chosen and changed: what is being imported stays as it was when that began."""
        return bool(self._rows) and not self._busy and not self.query_one("#fields").display

    def on_listing_moved(self) -> None:
        self.says.clear()
        self._lay_out_about()

    def action_leave_out(self) -> None:
        row = self._chosen
        if not self._is_previewing or row is None:
            return
        if not is_offered(row):
            self.says.say("There is nothing to take here.", tone="urgent")
            return
        self._left_out ^= {self._place}
        self._renew()

    # -- correcting

    def action_correct(self) -> None:
        row = self._chosen
        if not self._is_previewing or row is None:
            return
        if row.interview is None:
            hint = ASKS_HOW.get(row.asks, "Press a on the board to add it.")
            self.says.say("What is refused can't be corrected here.", hint, tone="urgent")
            return
        facts = form.as_fields(row.interview)
        for name in CORRECTED:
            self.fields[name].value = facts[name]
        self._show_fields(*CORRECTED)

    def action_zone(self) -> None:
        if self._is_previewing:
            self._show_fields(*ZONE)

    def action_table(self) -> None:
        if self._is_previewing:
            self._show_fields(*TABLE)
            self.fields["columns"].note(self._columns_in_words)
            if self._asks_order:
                self.fields["date_order"].focus_editor()

    @property
    def _has_tables(self) -> bool:
        """Whether there is a table among the files, or something in which one could be seen."""
        return bool(self._read and self._read.brought.tables) or any(row.what == row.source for row in self._rows)

    @property
    def _asks_order(self) -> bool:
        """Whether there is a row that could be read once it is said which comes first, day or month."""
        return any(row.asks == "date_order" for row in self._rows)

    @property
    def _columns_in_words(self) -> str:
        tables = self._read.brought.tables if self._read else {}
        return "; ".join(columns.in_words() for columns in tables.values())

    def _show_fields(self, *names: str) -> None:
        """Shows these fields below the preview, to be filled in; without names, the preview alone."""
        for name in (*CORRECTED, *ZONE, *TABLE):
            self.fields[name].display = name in names
            self.fields[name].note()
        self.query_one("#fields").display = bool(names)
        self.on_field_grown()
        self.says.clear()
        if names:
            self.fields[names[0]].focus_editor()
            self.keys(("enter", "Correct it" if names == CORRECTED else "Look again"), ("esc", "Back"))
        elif self._rows:
            self.query_one(LongListing).focus()
            self._lay_out_about()

    def on_field_grown(self) -> None:
        shown = [self.fields[name] for name in (*CORRECTED, *ZONE, *TABLE) if self.fields[name].display]
        self.query_one("#fields").styles.height = sum(field.rows for field in shown)

    def _correct(self, interview: Interview) -> None:
        typed = {name: self.fields[name].value for name in CORRECTED}
        try:
            form.filled(interview, typed, self.planner.reading())
        except BadInput as error:
            self.fail(error)
            return
        self._corrected[self._place] = typed
        self._show_fields()
        self._renew()

    def _read_again(self) -> None:
        try:
            how = HowToRead(
                zone_in(self.fields["zone"].value),
                columns_in(self.fields["columns"].value),
                order_in(self.fields["date_order"].value),
            )
        except BadInput as error:
            self.fail(error)
            return
        if self._read:
            self._look_into(self._read.sources, how)

    def _import(self, preview: Preview) -> None:
        self._busy = True
        self.says.say("Importing …")
        self._errand.begin(partial(self._take, preview), self.kept, self._failed)

    def _take(self, preview: Preview, watch: Watch) -> Done:
        """In a thread: takes the rows; what was said of columns is kept for the next table like these."""
        done = self.planner.take(self._corrected_by_now(preview, watch), watch)
        if self._read and self._read.how.columns:
            files, tables = self.planner.files, self._read.brought.tables.values()
            files.keep_columns_said(with_said(files.columns_said(), tables, self._read.how.columns))
        return done

    # -- leaving

    def action_save(self) -> None:
        row = self._chosen
        if self._busy:
            return
        if self.fields["zone"].display or self.fields["columns"].display:
            self._read_again()
        elif self.fields["company"].display and row and row.interview:
            self._correct(row.interview)
        elif not self._preview:
            self._look(self.fields["path"])
        elif self._taken:
            self._import(self._preview)
        else:
            self.says.say(f"Nothing is chosen: {summary(self._rows, self._left_out)}.", "escape leaves.", tone="urgent")

    def action_leave(self) -> None:
        if self._errand.is_under_way:
            if self._errand.call_off():
                self._busy = False
                self.says.say("Stopped: nothing was taken.")
            else:
                self.says.say("Being saved.")
        elif self._rows and self.query_one("#fields").display:
            self._show_fields()
        else:
            super().action_leave()

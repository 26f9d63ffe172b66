"""Importing: which files, then a preview of what each thing in them would become. Nothing is written before that."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import Resize
from textual.worker import get_current_worker

from planner.domain.errors import BadInput, PlannerError
from planner.domain.interview import Interview
from planner.formats.tables import Columns
from planner.planning import fields as form
from planner.planning.outcomes import Done
from planner.planning.transfer import Corrections, Found, columns_of, summary, with_said
from planner.planning.transfer import Row as Proposal
from planner.tui.how_to_read import HowToRead, columns_in, order_in, zone_in
from planner.tui.labels import LABELS
from planner.tui.pasted import Contents, contents_of
from planner.tui.paths import WHERE, paths_in
from planner.tui.proposals import about, is_offered, items
from planner.tui.screens.keeping import KeepingScreen
from planner.tui.widgets.field import Field, Fields
from planner.tui.widgets.line_field import LineField
from planner.tui.widgets.listing import Listing
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Says

WIDE = 100
CORRECTED = ("company", "role")
ZONE, TABLE = ("zone",), ("columns", "date_order")
HOW = (
    "An invitation or a mail with one, a table (.csv, .xlsx), contacts (.vcf), an export, or a folder of them. Several go "
    "with blanks between them; a name that holds blanks goes in quotes."
)


class Read(NamedTuple):
    """Files as they were read: in which way, what is in them, and what it would become."""

    how: HowToRead
    contents: Sequence[tuple[str, bytes]]
    tables: Mapping[str, Columns]
    found: Sequence[Found]
    rows: Sequence[Proposal]


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
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self, contents: Contents | None = None) -> None:
        super().__init__()
        self._given = contents
        self._how = HowToRead()
        self._tables: Mapping[str, Columns] = {}
        self._contents: Sequence[tuple[str, bytes]] = ()
        self._found: Sequence[Found] = ()
        self._rows: Sequence[Proposal] = ()
        self._corrected: dict[int, Mapping[str, str]] = {}
        self._left_out: set[int] = set()

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        yield LineField("path", "File", placeholder=WHERE)
        with Container(id="panes"):
            yield Listing(id="rows")
            yield Pane(id="about", focusable=True)
        yield Fields(
            LineField("company", LABELS["company"]),
            LineField("role", LABELS["role"]),
            LineField(
                "zone", LABELS["time_zone"], placeholder="of the times whose zone is not plain, as in Europe/Paris"
            ),
            LineField("columns", "Columns", placeholder="what a table's columns hold: Where=company; When=starts_at"),
            LineField("date_order", "Day order", placeholder="mdy or dmy, where 3/4 can be two days"),
            id="fields",
        )
        yield Says()
        yield Pane(id="key-bar")

    def on_mount(self) -> None:
        self._show_fields()
        self.title_bar("Import")
        self.fields["path"].note(HOW)
        self.keys(("enter", "Look into it"), ("esc", "Leave"))
        self.fields["path"].focus_editor()
        if self._given:
            self._read_apart(self._given, HowToRead())

    def on_resize(self, _resize: Resize) -> None:
        self.call_after_refresh(self._lay_out)

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

    def _look(self, field: Field) -> None:
        try:
            paths = paths_in(field.value)
        except BadInput as error:
            field.wrong(error.sentence, error.hint)
            return
        self._read_apart(partial(contents_of, paths, self.planner.files), HowToRead())

    def _read_apart(self, contents: Contents, how: HowToRead) -> None:
        """Reads in a thread: a file may be large, and the library for invitations takes a while to load."""
        self.says.say("Reading …")
        self.run_worker(partial(self._read, contents, how), thread=True, exclusive=True)

    def _read(self, contents: Contents, how: HowToRead) -> None:
        worker = get_current_worker()
        try:
            wishes = how.wishes(self.planner)
            files = contents()
            found = self.planner.read_files(files, wishes=wishes)
            read = Read(how, files, columns_of(files, wishes), found, self.planner.preview(found))
        except PlannerError as error:
            then = partial(self._not_read, error)
        else:
            then = partial(self._preview, read)
        if not worker.is_cancelled:
            self.app.call_from_thread(then)

    def _not_read(self, error: PlannerError) -> None:
        self.says.clear()
        self.fields["path"].wrong(error.sentence, error.hint)
        self.fields["path"].focus_editor()

    def _preview(self, read: "Read") -> None:
        self.says.clear()
        if not read.found:
            self.fields["path"].wrong("There is nothing in it.")
            return
        self._how, self._contents, self._tables, self._found, _ = read
        self._corrected.clear()
        self._left_out.clear()
        self._show_fields()
        self.fields["path"].display = False
        self.add_class("-previewing")
        self._rows = read.rows
        self.call_after_refresh(self._lay_out)
        self.query_one("#rows", Listing).focus()

    # -- the preview

    @property
    def _corrections(self) -> Corrections:
        return Corrections(self._corrected, self._left_out)

    def _renew(self) -> None:
        """Works out again what everything would become."""
        self._rows = self.planner.preview(self._found, self._corrections)
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        if not self._rows:
            return
        listing = self.query_one("#rows", Listing)
        width = listing.scrollable_content_region.width - 1
        today = self.planner.now().date()
        listing.fill(items(self._rows, self._left_out, today, width))
        self.title_bar("Import", summary(self._rows, self._left_out))
        self._lay_out_about()

    def _lay_out_about(self) -> None:
        pane = self.query_one("#about", Pane)
        row = self._chosen
        width = pane.scrollable_content_region.width
        if row and width > 0:
            pane.scroll_to(y=0, animate=False, immediate=True)
            pane.show(list(about(row, self.planner.now().date(), width)))
        taken = len(self._taken)
        self.keys(
            *([("enter", f"Import {taken}")] if taken else []),
            ("space", "Leave out"),
            ("e", "Correct"),
            ("z", "Time zone"),
            *([("m", "Columns")] if self._has_tables else []),
            ("esc", "Leave"),
        )

    @property
    def _place(self) -> int:
        chosen = self.query_one("#rows", Listing).chosen
        return chosen if isinstance(chosen, int) else 0

    @property
    def _chosen(self) -> Proposal | None:
        return self._rows[self._place] if self._place < len(self._rows) else None

    @property
    def _taken(self) -> list[Proposal]:
        return [row for place, row in enumerate(self._rows) if is_offered(row) and place not in self._left_out]

    @property
    def _is_previewing(self) -> bool:
        return bool(self._rows) and not self.query_one("#fields").display

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
            self.says.say("What is refused can't be corrected here.", "Press a on the board to add it.", tone="urgent")
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

    @property
    def _has_tables(self) -> bool:
        """Whether there is a table among the files, or something in which one could be seen."""
        return bool(self._tables) or any(row.what == row.source for row in self._rows)

    @property
    def _columns_in_words(self) -> str:
        return "; ".join(columns.in_words() for columns in self._tables.values())

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
            self.query_one("#rows", Listing).focus()
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
        contents = self._contents
        self._read_apart(lambda: contents, how)

    def _take(self) -> Done:
        """Takes the rows; what was said of columns is kept for the next table like these."""
        done = self.planner.take(self._found, self._corrections)
        if self._how.columns:
            files = self.planner.files
            files.keep_columns_said(with_said(files.columns_said(), self._tables.values(), self._how.columns))
        return done

    # -- leaving

    def action_save(self) -> None:
        row = self._chosen
        if self.fields["zone"].display or self.fields["columns"].display:
            self._read_again()
        elif self.fields["company"].display and row and row.interview:
            self._correct(row.interview)
        elif not self._rows:
            self._look(self.fields["path"])
        elif self._taken:
            self.keep(self._take)
        else:
            self.says.say(f"Nothing is chosen: {summary(self._rows, self._left_out)}.", "escape leaves.", tone="urgent")

    def action_leave(self) -> None:
        if self._rows and self.query_one("#fields").display:
            self._show_fields()
        else:
            super().action_leave()

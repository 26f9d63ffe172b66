"""Asking which files, and reading them while the screen lives."""

from abc import abstractmethod
from functools import partial
from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType

from planner.domain.errors import BadInput, PlannerError
from planner.planning.transfer import SAVING, Progress, Watch, in_line, read_files
from planner.tui.choice import Choice
from planner.tui.errand import Errand
from planner.tui.how_to_read import HowToRead
from planner.tui.pasted import Sources, content_in, paths_there, sources_at
from planner.tui.paths import WHERE, completed, names_of
from planner.tui.screens.keeping import KeepingScreen
from planner.tui.widgets.field import Field
from planner.tui.widgets.line_field import LineField

HOW = (
    "An invitation or a mail with one, a table (.csv, .xlsx), contacts (.vcf), an export, or a folder of them. Several go "
    "with blanks between them; a name that holds blanks goes in quotes."
)


class LookingScreen(KeepingScreen):
    """Asks for files, unless it is given `sources`; what is found in them is for `show_found`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", show=False),
        # Before the field, in which it copies.
        Binding("ctrl+c", "stop", show=False, priority=True),
    ]

    def __init__(self, sources: Sources | None = None) -> None:
        super().__init__()
        self._given = sources
        self.errand = Errand(self, self._show_progress)

    @abstractmethod
    def show_found(self, choice: Choice) -> None:
        """Shows what there is to choose from, which is something."""

    def path_field(self) -> Field:
        return LineField("path", "File", placeholder=WHERE, goes_elsewhere=self._reads)

    def on_mount(self) -> None:
        self.title_bar("Import")
        self.fields["path"].note(HOW)
        self.keys(("enter", "Look into it"), ("tab", "Complete"), ("esc", "Leave"))
        self.fields["path"].focus_editor()
        if self._given:
            self.look_into(self._given, HowToRead())

    def action_complete(self) -> None:
        """The path, as far as it is plain."""
        field = self.fields["path"]
        field.value, found = completed(field.value, self.planner.files.beginning)
        self.call_after_refresh(field.note, names_of(found) if len(found) > 1 else HOW)

    def _reads(self, pasted: str) -> bool:
        """Whether it is the text of an invitation, not a path: then it is read."""
        sources = content_in(pasted)
        if sources:
            self.look_into(sources, HowToRead())
        return bool(sources)

    def look(self) -> None:
        """Reads the files whose paths were typed."""
        field = self.fields["path"]
        try:
            paths = paths_there(field.value, self.planner.files)
        except BadInput as error:
            field.wrong(error.sentence, error.hint)
            return
        self.look_into(partial(sources_at, paths, self.planner.files), HowToRead())

    def look_into(self, sources: Sources, how: HowToRead) -> None:
        self.says.say("Reading …")
        self.errand.begin(partial(self._read_files, sources, how), self._found, self._not_read)

    def _read_files(self, sources: Sources, how: HowToRead, watch: Watch) -> Choice:
        """In a thread: a file may be large, and the library for invitations takes a while to load."""
        brought = read_files(sources(), how.wishes(self.planner), watch)
        return Choice(sources, how, brought.tables, self.planner.preview(brought.found, watch=watch))

    def _show_progress(self, progress: Progress) -> None:
        line = in_line(progress, self.says.size.width)
        self.says.say(line, "" if progress == SAVING else "escape stops it; nothing is taken then")

    def _found(self, choice: Choice) -> None:
        if choice.rows:
            self.says.clear()
            self.show_found(choice)
        else:
            self._not_read(BadInput("There is nothing in it."))

    def _not_read(self, error: PlannerError) -> None:
        path = self.fields["path"]
        if path.display:
            self.says.clear()
            path.wrong(error.sentence, error.hint)
            path.focus_editor()
        else:  # read again: the path was asked for before the preview
            self.says.say(error.sentence, error.hint, tone="urgent")

    def action_stop(self) -> None:
        """Ends what is under way; where nothing is, the key means what it means elsewhere."""
        if not self.errand.is_under_way:
            raise SkipAction
        self.action_leave()

    def action_leave(self) -> None:
        if not self.errand.is_under_way:
            super().action_leave()
        elif self.errand.call_off():
            self._busy = False
            self.says.say("Stopped: nothing was taken.")
        else:
            self.says.say("Being saved.")

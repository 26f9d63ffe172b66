"""Putting an entry of the log right."""

from collections.abc import Mapping
from datetime import datetime

from textual.app import ComposeResult

from planner.domain import wording
from planner.domain.errors import BadInput
from planner.domain.interview import Interview
from planner.domain.log import Entry
from planner.planning import corrections, log_fields, phrases
from planner.planning.phrases import name_of
from planner.tui.screens.drafted import DraftedScreen
from planner.tui.screens.panel import PanelScreen
from planner.tui.widgets.field import Field, Fields
from planner.tui.widgets.line_field import LineField
from planner.tui.widgets.long_field import LongField

# In the order they stand on the screen.
LABELS = {
    "at": ("When", "yesterday 17:00"),
    "on": ("Day", "fri, next week, 4 Dec, 1 Dec..4 Dec"),
    "to": ("To", "everyone owed one; or a name"),
    "channel": ("By", "email, card, call or other"),
    "what": ("What", ""),
    "anyway": ("Against the advice", "yes or no"),
    "words": ("Words", "if you want to keep them"),
}


class CorrectScreen(PanelScreen, DraftedScreen):
    """Corrects `entry` of the log of `interview`."""

    def __init__(self, interview: Interview, entry: Entry) -> None:
        super().__init__()
        self._interview = interview
        self._entry = entry

    def body(self) -> ComposeResult:
        self._saved = log_fields.as_fields(self._entry, self.planner.home_zone)
        with Fields(id="fields"):
            for name, (label, example) in LABELS.items():
                if name == "words":
                    yield LongField(name, label, self._saved[name], placeholder=example)
                elif name in self._saved:
                    echoing = name in ("at", "on")
                    yield LineField(name, label, self._saved[name], placeholder=example, echoing=echoing)

    @property
    def body_rows(self) -> int:
        return sum(field.rows for field in self.fields.values())

    def on_mount(self) -> None:
        today = self.planner.now().date()
        self.title_bar(f"Correct “{phrases.entry_title(self._entry, today)}”", name_of(self._interview))
        self.keys(("ctrl+s", "Save"), ("tab", "Next"), ("esc", "Leave"))
        self.offer_back()
        self.fields["at"].focus_editor()

    def on_field_changed(self, changed: Field.Changed) -> None:
        self._echo(changed.field)

    def on_field_entered(self) -> None:
        self.action_save()

    @property
    def draft(self) -> str:
        return f"entry {self._interview.id} {self._entry.id}"

    @property
    def before(self) -> Mapping[str, str]:
        return self._saved

    def _echo(self, field: Field) -> None:
        """Says what was understood of a time or a day."""
        field.note()
        if field.key not in ("at", "on") or field.key not in self.typed():
            return
        try:
            after = self._read({field.key: field.value})
        except BadInput:
            return
        if field.key == "at":
            field.note(f"= {self._told(after.at)}", "open")
        elif days := getattr(after, "days", None):
            field.note(f"= {phrases.days(days, self.planner.now().date())}", "open")
        else:
            field.note("No date: what they said is kept as their words.")

    def _told(self, at: datetime) -> str:
        return f"{wording.moment(at, self.planner.now().date())}, {self._interview.time_zone}"

    def _read(self, fields: dict[str, str]) -> Entry:
        """The entry with what stands in these fields. Raises BadInput."""
        after = corrections.corrected(self._interview, self._entry.id, fields, self.planner.reading())
        return corrections.entry_numbered(after, str(self._entry.id))

    def action_save(self) -> None:
        changed = self.typed()
        if not changed:
            self.says.say("Nothing was changed.", "escape leaves it as it is.")
            return
        self.keep(lambda: log_fields.correct(self.planner, self._interview.id, self._entry, changed))

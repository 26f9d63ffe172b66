"""The form of an interview: adding one takes company, role and when; all else can come later."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from textual.app import ComposeResult

from planner.domain import wording
from planner.domain.errors import BadInput, Conflict, PlannerError
from planner.domain.interview import Interview
from planner.domain.zones import RepeatedTime, SkippedTime, zone_called
from planner.planning import fields as form
from planner.planning import when
from planner.planning.phrases import name_of
from planner.tui.detail import heading
from planner.tui.labels import LABELS
from planner.tui.screens.drafted import DraftedScreen
from planner.tui.screens.keeping import called
from planner.tui.unsaved import A_NEW_INTERVIEW
from planner.tui.widgets.field import Field, Fields
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.line_field import LineField
from planner.tui.widgets.long_field import LongField
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Says

LATER = "ALL ELSE CAN COME LATER"

PLACEHOLDERS = {
    "starts_at": "fri 14:00, tomorrow 9am, 4 Dec 9:30, 2026-12-04 14:00",
    "round": "the next one",
    "minutes": "60",
    "industry": "such as technology or law: email or card depends on it",
    "mode": "video, phone or on site",
    "location": "an address, or the link to join by",
    "no_postal_address": "yes, if no card can be sent",
    "interviewers": "Ann Lee <ann@x.example>; Bo Ek, hiring manager",
    "contacts": "Jo Park, recruiter, main, +49 30 555 0100",
    "flexibility.start_date": "what is possible, in your own words",
    "flexibility.salary": "what is possible, in your own words",
    "own_offer_deadline": "fri, 4 Dec, in two weeks",
    "tags": "remote, second choice",
    "notes": "whatever helps you remember; tab goes on",
}
PEOPLE = ("interviewers", "contacts")


class FormScreen(DraftedScreen):
    """Edits `interview`, or with None adds one. What is typed and not saved is offered back, in the next session too."""

    def __init__(self, interview: Interview | None) -> None:
        super().__init__()
        self._interview = interview
        self._complained = False
        self._saved: Mapping[str, str] = form.as_fields(interview) if interview else dict.fromkeys(form.FIELDS, "")

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        with Fields(id="fields"):
            for name, label in LABELS.items():
                if name == "time_zone" and self._interview is None:
                    yield Pane(id="later")
                yield self._field(name, label)
        yield Says()
        yield KeyLine()

    def _field(self, name: str, label: str) -> Field:
        value = self._saved[name]
        if name == "notes":
            return LongField(name, label, value, placeholder=PLACEHOLDERS[name])
        placeholder = f"{self.planner.home_zone}, your own" if name == "time_zone" else PLACEHOLDERS.get(name, "")
        joint = "; " if name in PEOPLE else " "
        return LineField(name, label, value, placeholder=placeholder, joint=joint, echoing=name == "starts_at")

    def on_mount(self) -> None:
        if self._interview:
            self.title_bar("Edit", name_of(self._interview))
        else:
            self.title_bar("Add an interview")
            self.query_one("#later", Pane).show((heading(LATER),))
        self.keys(("enter", "Next"), ("ctrl+s", "Save"), ("up down", "Move"), ("esc", "Leave"))
        self.offer_back()
        self.fields["company"].focus_editor()

    # -- what was typed before

    @property
    def draft(self) -> str:
        return f"interview {self._interview.id}" if self._interview else A_NEW_INTERVIEW

    @property
    def before(self) -> Mapping[str, str]:
        return self._saved

    def action_begin_afresh(self) -> None:
        super().action_begin_afresh()
        self.fields["company"].focus_editor()

    # -- while one types

    def on_field_changed(self, changed: Field.Changed) -> None:
        field = changed.field
        match field.key:
            case "starts_at":
                self._echo_start(field)
            case "time_zone":
                field.note()
                self._echo_start(self.fields["starts_at"])
            case "own_offer_deadline":
                self._echo_deadline(field)
            case _:
                field.note()
        if self._complained and not self._wrong:
            self._complained = False
            self.says.clear()

    @property
    def _wrong(self) -> list[Field]:
        return [field for field in self.fields.values() if field.is_wrong]

    def on_field_entered(self, entered: Field.Entered) -> None:
        *_, last = self.fields.values()
        if entered.field is last:
            self.action_save()
        else:
            self.focus_next()

    def on_field_left(self, left: Field.Left) -> None:
        """What can't be read is said when one leaves the field, not while one types."""
        if left.field.value.strip() and left.field.key in self.typed():
            self._check(left.field)

    def _echo_start(self, field: Field) -> None:
        try:
            at = self._start()
        except (RepeatedTime, SkippedTime) as error:
            field.wrong(error.sentence, error.hint)
        except BadInput:
            field.note()
        else:
            field.note(f"= {wording.moment(at, self.planner.now().date())}, {at.tzinfo}", "open")

    def _echo_deadline(self, field: Field) -> None:
        try:
            day = self._read(field).own_offer_deadline
        except BadInput:
            day = None
        field.note(f"= {wording.day(day, self.planner.now().date())}" if day else "", "open")

    def _start(self) -> datetime:
        """When it begins, by what stands in the form. Raises BadInput."""
        zone = self.fields["time_zone"].value.strip() or self.planner.home_zone
        text = self.fields["starts_at"].value
        if self._interview and (text, zone) == (self._saved["starts_at"], self._saved["time_zone"]):
            return self._interview.starts_at
        reading = self.planner.reading()
        return when.parse_instant(text, zone, reading.now, reading.date_order)

    # -- keeping it

    def _read(self, field: Field) -> Interview:
        """The interview with this field as it stands here. Raises BadInput."""
        return form.filled(self._interview or self._blank(), {field.key: field.value}, self.planner.reading())

    def _check(self, field: Field) -> None:
        """Marks a field whose text can't be read."""
        try:
            if field.key == "starts_at":
                self._start()
            elif field.key == "time_zone":
                zone_called(field.value)
            else:
                self._read(field)
        except BadInput as error:
            field.wrong(called(error.sentence, field), error.hint)

    def _blank(self) -> Interview:
        now = self.planner.now()
        return Interview(uid="", company="", role="", starts_at=now, time_zone=self.planner.home_zone)

    def action_save(self) -> None:
        changed = self.typed()
        for name, text in changed.items():
            if text or self._interview:
                self._check(self.fields[name])
        for field in self._missing():
            field.wrong(f"{field.label} is missing.", "An interview needs company, role and when.")
        if wrong := self._wrong:
            self._complained = True
            self.says.say(f"Not saved yet: {wording.count(len(wrong), 'field')} can't be read.", tone="urgent")
            wrong[0].focus_editor()
            return
        interview = self._interview
        if interview is None:
            self.keep(lambda: self.planner.add(changed))
        else:
            self.keep(lambda: self.planner.edit(interview.id, changed, rev=interview.rev))

    def _missing(self) -> Iterator[Field]:
        return (self.fields[name] for name in form.REQUIRED if not self.fields[name].value.strip())

    def fail(self, error: PlannerError) -> None:
        super().fail(error)
        if isinstance(error, Conflict) and self._interview:
            try:
                self._meet_halfway(self._interview)
            except PlannerError as gone:  # deleted elsewhere since
                super().fail(gone)

    def _meet_halfway(self, interview: Interview) -> None:
        """Another session changed it: takes over what it changed where nothing was typed here, and shows it where it was.

        Saving again then changes only what was typed here.
        """
        typed = self.typed()
        self.planner.refresh()
        self._interview = self.planner.interview(interview.id)
        before, self._saved = self._saved, form.as_fields(self._interview)
        for name, text in self._saved.items():
            if text != before[name] and name in typed:
                self.fields[name].note(f"Elsewhere it became “{text}”. Saving again puts yours in its place.", "urgent")
            elif text != before[name]:
                self.fields[name].value = text

"""One interview: the whole checklist with a line for each person owed a note, people, and the log."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.app import ComposeResult
from textual.binding import BindingType

from planner.domain import wording
from planner.domain.board import Standing
from planner.domain.calendar import day_of
from planner.domain.errors import NotFound
from planner.domain.log import Entry
from planner.domain.verdict import ActionState
from planner.planning import log_fields
from planner.planning.phrases import entry_title, name_of
from planner.tui.bindings import bindings
from planner.tui.commands import INTERVIEW
from planner.tui.detail import (
    BOXES,
    checked,
    checklist,
    entry_rows,
    facts,
    has_note,
    heading,
    indented,
    person_line,
    reasons,
)
from planner.tui.screens.acting import ActingScreen
from planner.tui.spans import BLANK, Row, Span, ends, paragraph, row
from planner.tui.widgets.key_bar import KeyBar
from planner.tui.widgets.listing import Item, Listing
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Says

THANK_YOU = "thank_you"
FOLLOW_UP = "follow_up"


class InterviewScreen(ActingScreen):
    """The interview numbered `number`, seen `days` ahead of now. `t` thanks the person on whose line the cursor stands."""

    room = INTERVIEW
    BINDINGS: ClassVar[list[BindingType]] = bindings(INTERVIEW)

    def __init__(self, number: int, days: int = 0) -> None:
        super().__init__(days)
        self._number = number
        self._standing: Standing | None = None

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        yield Listing(id="list")
        yield Says()
        yield KeyBar()

    @property
    def standing(self) -> Standing | None:
        return self._standing

    @property
    def person(self) -> str:
        chosen = self.listing.chosen
        return chosen.removeprefix("person:") if isinstance(chosen, str) and chosen.startswith("person:") else ""

    def lay_out(self) -> None:
        try:
            self._standing = self.planner.standing(self._number, self.at)
        except NotFound:
            # Undone or deleted, here or by another session: there is nothing left to show.
            self._standing, self.gone = None, True
            if self.on_top:
                self.leave()
            return
        self.gone = False
        width = self.listing.scrollable_content_region.width - 2
        if width > 0:
            self.title_bar("Interview", name_of(self._standing.interview))
            self.listing.fill([*self._items(self._standing, width)])

    def _items(self, standing: Standing, width: int) -> Iterator[Item]:
        interview = standing.interview
        yield from _plain(facts(interview, self.at, width))
        yield from _plain(paragraph(interview.time_zone, width, "grey"))
        if interview.location:
            yield from _plain(paragraph(interview.location, width, "grey"))
        yield Item(BLANK)
        yield Item(heading("CHECKLIST"))
        to_do = checklist(standing, self.at, width)
        yield from _headed(to_do.thank_you, THANK_YOU)
        for person in interview.owed_a_note:
            yield Item(self._person(standing, person.name, width), f"person:{person.name}")
        yield from _headed(to_do.follow_up, FOLLOW_UP)
        yield from _plain(to_do.others)
        yield Item(BLANK)
        yield from _plain(reasons(standing, self.at, width))
        if interview.people:
            yield Item(heading("PEOPLE"))
            for person in interview.people:
                main = " · main contact" if person is interview.main_contact else ""
                yield from _plain(paragraph(f"{person_line(person)}{main}", width))
                ways = " · ".join(way for way in (person.email, person.phone, person.postal_address) if way)
                yield from _plain(indented(line) for line in paragraph(ways, width - 2, "grey") if ways)
            yield Item(BLANK)
        if interview.notes:
            yield Item(heading("NOTES"))
            yield from _plain(paragraph(interview.notes, width))
            yield Item(BLANK)
        keys = self.house.keys
        hint = f"   on an entry: {keys['edit']} corrects, {keys['delete']} forgets" if interview.log else ""
        yield Item((*heading("LOG"), Span(hint, "grey")))
        if not interview.log:
            yield Item(
                row(f"Nothing yet. {keys['they_said']} records what they said, {keys['note']} adds a note.", "grey")
            )
        for entry in sorted(interview.log, key=lambda entry: entry.at.timestamp()):
            yield from _headed(entry_rows(entry, self.at, width), f"entry:{entry.id}")

    def _person(self, standing: Standing, name: str, width: int) -> Row:
        note = has_note(standing.interview, name)
        if note:
            today = day_of(self.at, ZoneInfo(standing.interview.time_zone))
            by = f" by {note.channel}" if note.channel != "other" else ""
            sign, tone = BOXES[ActionState.DONE]
            left = (Span(f"  {sign} ", tone), Span(name, "open"))
            return ends(left, (Span(f"{wording.near(note.at.date(), today)}{by}", "grey"),), width)
        return indented(checked(standing.thank_you, name, "", width - 2))

    # -- an entry of the log

    @property
    def _entry(self) -> Entry | None:
        """The entry on whose line the cursor stands."""
        log = self._standing.interview.log if self._standing else ()
        return next((entry for entry in log if self.listing.chosen == f"entry:{entry.id}"), None)

    def action_edit(self) -> None:
        """Of the interview, or of the entry chosen in its log."""
        entry, standing = self._entry, self._standing
        if entry is None or standing is None:
            super().action_edit()
        elif not self.gated("edit"):
            from planner.tui.screens.correct import CorrectScreen

            self.fill_out(CorrectScreen(standing.interview, entry))

    def action_delete(self) -> None:
        """Of the interview, or of the entry chosen in its log."""
        entry, standing = self._entry, self._standing
        if entry is None or standing is None:
            super().action_delete()
        elif not self.gated("delete"):
            title = entry_title(entry, self.planner.now().date())
            forget = partial(log_fields.forget, self.planner, standing.interview.id, entry)
            self.says.confirm(f"Forget “{title}”?", "forget it", lambda: self.perform(forget))

    def action_back(self) -> None:
        self.leave()

    def leave(self) -> None:
        _ = self.dismiss(None)


def _plain(rows: Iterable[Row]) -> Iterator[Item]:
    return (Item(line) for line in rows)


def _headed(rows: Iterable[Row], key: str) -> Iterator[Item]:
    """Rows of which the first can be chosen."""
    first, *others = rows
    yield Item(first, key)
    yield from _plain(others)

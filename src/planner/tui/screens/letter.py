"""A letter ready to send: the text, what is to be said of it, and the ways out. Beside it all others that fit."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from planner.domain.board import Standing
from planner.domain.errors import NotFound, PlannerError
from planner.domain.interview import Interview, Person
from planner.domain.verdict import ActionId
from planner.letters.catalogue import Letter, Medium
from planner.letters.choice import readers
from planner.letters.draft import Draft, Weight
from planner.letters.forms import editable, plain
from planner.planning.correspondence import (
    Correspondence,
    advised_against,
    as_file,
    correspondence,
    link,
    mark_sent,
    offered,
    size_of,
    to_copy,
)
from planner.planning.outcomes import Done, NotYet
from planner.planning.phrases import name_of
from planner.planning.ports import Templates
from planner.tui.bindings import bindings
from planner.tui.commands import LETTER
from planner.tui.detail import BOXES, checked, has_note
from planner.tui.gating import Situation, marking
from planner.tui.paths import at_most, from_home
from planner.tui.screens.acting import ActingScreen
from planner.tui.screens.plain import IGNORED, PlainScreen
from planner.tui.spans import BLANK, Row, Span, fitted, paragraph, row
from planner.tui.widgets.key_bar import KeyBar
from planner.tui.widgets.listing import Item, Listing
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Says

WIDE = 100
"""From this many columns the other letters stand beside the text."""
SHARE = 6
"""Where they stand above and below it, the list and the checks have at most so many a part of the rows each."""

WEIGHTS = {
    Weight.WARNING: ("!", "urgent"),
    Weight.ADVICE: ("›", "text"),
    Weight.NOTE: ("·", "grey"),
}
_SIGN_AND_WORD = 10


class LetterScreen(ActingScreen):
    """Letters about the interview numbered `number`; the first shown is the one to do now, to `person` if named."""

    room = LETTER
    BINDINGS: ClassVar[list[BindingType]] = bindings(LETTER)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self, number: int, days: int = 0, person: str = "") -> None:
        super().__init__(days)
        self._number = number
        self._first_to = person
        self._standing: Standing | None = None
        self._draft: Draft | None = None
        self._chosen_first = False

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        with Container(id="panes"):
            yield Pane(id="text", focusable=True)
            yield Listing(id="list")
            yield Pane(id="checks", focusable=True)
        yield Says()
        yield KeyBar()

    # -- which letter

    @property
    def standing(self) -> Standing | None:
        return self._standing

    @property
    def _chosen(self) -> tuple[Letter, int] | None:
        """The letter under the cursor, and its reader's place among those who are to get it."""
        chosen = self.listing.chosen
        return chosen if isinstance(chosen, tuple) else None

    def situation(self) -> Situation:
        return super().situation()._replace(letter=self._chosen[0] if self._chosen else None)

    # -- showing

    def lay_out(self) -> None:
        try:
            self._standing = standing = self.planner.standing(self._number, self.at)
        except NotFound:
            self._standing, self.gone = None, True
            if self.on_top:
                self.action_back()
            return
        self.gone = False
        self.title_bar("Letter", name_of(standing.interview))
        width = self.listing.scrollable_content_region.width - 1
        items = list(self._items(standing, width))
        self._fit(self.listing, len(items))
        self.listing.fill(items)
        if not self._chosen_first:
            self._chosen_first = True
            self._choose_first(standing)
        self.show_letter()

    def _items(self, standing: Standing, width: int) -> Iterator[Item]:
        for letter in offered(standing):
            for place, reader in enumerate(readers(letter, standing.interview)):
                yield Item(_line(standing, letter, reader, width), (letter, place))

    def _choose_first(self, standing: Standing) -> None:
        """The one that fits best, of a person named the thank-you; of several readers the first who is owed a note."""
        letters = offered(standing)
        if self._first_to:
            letters = tuple(letter for letter in letters if letter.action is ActionId.THANK_YOU)
        letter = letters[0]
        names = [reader.name if reader else "" for reader in readers(letter, standing.interview)]
        first = next((name for name in (self._first_to, *standing.left) if name in names), names[0])
        self.listing.choose((letter, names.index(first)))

    def moved(self) -> None:
        self.show_letter()
        super().moved()

    def show_letter(self) -> None:
        """Writes the chosen letter anew and shows it; what is wrong with its template stands in its place."""
        if self._standing is None or self._chosen is None:
            return
        text, about = self.query_one("#text", Pane), self.query_one("#checks", Pane)
        width = text.text_width
        try:
            letters = self._letters(self._standing)
            self._draft = draft = self._written(letters, *self._chosen)
        except PlannerError as error:
            self._draft = None
            text.show([*paragraph(f"! {error.sentence}", width, "urgent"), *paragraph(error.hint, width, "grey")])
            about.show(())
            return
        text.show([*self._too_early(width), *paragraph(plain(draft).rstrip("\n"), width)])
        rows = list(self._about(draft, letters.templates, about.text_width))
        self._fit(about, len(rows))
        about.show(rows)

    def _too_early(self, width: int) -> Iterator[Row]:
        """Above the letter, what the rules have against it: who reads only the letter would send it."""
        if no := self._advised_against():
            yield from paragraph(f"! {no}", width, "urgent")
            yield BLANK

    def _advised_against(self) -> str:
        if self._standing is None or self._chosen is None:
            return ""
        return advised_against(self._standing, self._chosen[0], self.at)

    def _fit(self, pane: Pane, rows: int) -> None:
        """Gives a pane the height of its rows, as far as there is room; beside the text it has room enough."""
        if self.has_class("-wide"):
            pane.styles.clear_rule("height")
        else:
            pane.styles.height = min(rows, max(self.size.height // SHARE, 1))

    def _letters(self, standing: Standing) -> Correspondence:
        return correspondence(self.planner, standing, self.at)

    def _written(self, letters: Correspondence, letter: Letter, place: int) -> Draft:
        """The letter with what was typed for it. Raises BadInput for a template or a text that is no letter."""
        made = letters.drafts(letter, self.house.typed.given(letters.interview))
        changed = self.house.typed.letter(made[place])
        return letters.edited(made[place], changed, made) if changed else made[place]

    def _about(self, draft: Draft, templates: Templates, width: int) -> Iterator[Row]:
        yield from paragraph(size_of(draft), width, "strong")
        if self.house.typed.letter(draft):
            yield row("· changed in your editor", "grey")
        for check in draft.checks:
            sign, tone = WEIGHTS[check.weight]
            for place, line in enumerate(paragraph(check.text, width - _SIGN_AND_WORD, tone)):
                head = "" if place else f"{sign} {check.weight}"
                yield (Span(fitted(head, _SIGN_AND_WORD), tone), *line)
        for name in templates.others:
            yield from paragraph(f"· {name} in {templates.folder} replaces no letter.", width, "grey")

    # -- making it better

    def action_fill_in(self) -> None:
        if (draft := self._ready()) is None or self._standing is None:
            return
        if self.house.typed.letter(draft):
            question = "You changed this letter in your editor. Write it anew, and lose that?"
            self.says.confirm(question, "write it anew", partial(self._write_anew, draft))
            return
        try:
            slots = self._letters(self._standing).slots(draft.letter)
        except PlannerError as error:  # a template was changed just now
            self.fail(error)
            return
        if not slots:
            self.say("There is nothing to fill in: all it needs is known.", "E opens it in your editor.")
            return
        from planner.tui.screens.fill_in import FillInScreen

        typed, interview, name = self.house.typed, draft.interview, draft.to.name if draft.to else ""
        values = {slot.id: typed.value(interview, name, slot.id) for slot in slots}

        def change(slot: str, text: str) -> None:
            typed.keep(interview, name, slot, text)
            self.show_letter()

        self.house.visit(FillInScreen(_title(draft), slots, values, change, partial(typed.put_by, interview)))

    def _write_anew(self, draft: Draft) -> None:
        self.house.typed.drop_letter(draft)
        self._put_by(draft.interview)
        self.show_letter()
        self.action_fill_in()

    def action_editor(self) -> None:
        """The letter in the person's editor; also one that the editor left so that it can't be read as a letter."""
        standing, chosen = self._standing, self._chosen
        if standing is None or chosen is None:
            return
        letter, place = chosen
        try:
            before = self._letters(standing).drafts(letter, self.house.typed.given(standing.interview))[place]
            text = self.house.typed.letter(before) or editable(before)
            after = self._left_by_editor(text)
        except PlannerError as error:
            self.fail(error)
            return
        if after != text:
            self.house.typed.keep_letter(before, after)
        self.says.clear()
        self._put_by(standing.interview)
        self.show_letter()

    def _put_by(self, interview: Interview) -> None:
        try:
            self.house.typed.put_by(interview)
        except PlannerError as error:
            self.fail(error)

    def _left_by_editor(self, text: str) -> str:
        trouble: PlannerError | None = None
        with self.house.suspend():  # what is raised within would leave the terminal as the editor had it
            try:
                text = self.planner.letter_files.edited(text)
            except PlannerError as error:
                trouble = error
        if trouble:
            raise trouble
        return text

    # -- the ways out

    def action_copy(self) -> None:
        if draft := self._ready():
            self._copy(to_copy(draft), draft)

    def action_copy_subject(self) -> None:
        if (draft := self._ready()) and not self.gated("copy_subject"):
            self._copy(draft.subject, draft)

    def _copy(self, text: str, draft: Draft) -> None:
        self.house.copy_to_clipboard(text)
        warned = any(check.weight is Weight.WARNING for check in draft.checks)
        keys = self.house.keys
        key = keys[marking(draft.letter)]
        no = self._advised_against()
        hint = no or ("Look at the warning first." if warned else f"{key} notes that it went out.")
        self.say(
            f"{IGNORED} {keys['plain']} shows it plain, {keys['save_letter']} saves it.",
            hint,
            "urgent" if warned or no else "open",
        )

    def action_save_letter(self) -> None:
        if draft := self._ready():
            try:
                path = self.planner.letter_files.keep(*as_file(draft))
            except PlannerError as error:
                self.fail(error)
            else:
                self._say_saved(from_home(path), draft)

    def _say_saved(self, path: str, draft: Draft) -> None:
        """In whole, on two lines where it needs them; what may be done with the file gives way."""
        opens = "Mail programs open it as a message to be sent." if draft.medium is Medium.EMAIL else ""
        saved = f"Saved as {path}"
        folder, _, name = path.rpartition("/")
        if cell_len(saved) <= self.says.room:
            self.say(saved, opens, "open")
        else:
            room = self.says.room
            self.say(at_most(f"Saved in {folder}", room), at_most(name, room), "open")

    def action_mailto(self) -> None:
        if (draft := self._ready()) and not self.gated("mailto"):
            try:
                self.house.visit(PlainScreen(_title(draft), link(draft)))
            except PlannerError as error:
                self.fail(error)

    def action_plain(self) -> None:
        if draft := self._ready():
            self.house.visit(PlainScreen(_title(draft), plain(draft)))

    def _ready(self) -> Draft | None:
        """The letter shown; where there is none, it is said why."""
        if self._draft is None:
            self.say("There is no letter yet: what is wrong stands above.", tone="urgent")
        return self._draft

    # -- once it has gone out

    def action_thank_you(self) -> None:
        self._mark_by("thank_you")

    def action_follow_up(self) -> None:
        self._mark_by("follow_up")

    def _mark_by(self, command: str) -> None:
        if (draft := self._ready()) is None:
            return
        if marking(draft.letter) != command or self.days:
            self.gated(command)
        else:
            self._mark(draft)

    def _mark(self, draft: Draft, *, anyway: bool = False) -> None:
        done_or_refused = self._may_refuse(partial(self._mark, draft, anyway=True))

        def then(outcome: Done | NotYet) -> None:
            done_or_refused(outcome)
            if isinstance(outcome, Done) and draft.medium is Medium.VOICE:
                self.action_they_said()

        self.perform(lambda: mark_sent(self.planner, draft, anyway=anyway), then)

    # -- moving about

    def action_other_pane(self) -> None:
        self.focus_next()

    def action_back(self) -> None:
        _ = self.dismiss(None)


def _title(draft: Draft) -> str:
    return f"{draft.letter.title}{f' to {draft.to.name}' if draft.to else ''}"


def _line(standing: Standing, letter: Letter, reader: Person | None, width: int) -> Row:
    """One line of the list: how the action it carries out stands, the letter, and whom it goes to."""
    title = f"{letter.title}, {reader.name}" if reader else letter.title
    if letter.action is None:
        return (Span("› ", "open"), Span(fitted(title, width - 2), "strong"))
    if letter.action is ActionId.THANK_YOU and reader and has_note(standing.interview, reader.name):
        sign, tone = BOXES[standing.thank_you.state.DONE]
        return (Span(f"{sign} ", tone), Span(fitted(title, width - 2), tone))
    return checked(standing.answer(letter.action), title, "", width)

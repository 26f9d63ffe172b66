"""What they said: one key for the kind of thing, then a day where one belongs to it, and their words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Key

from planner.domain import wording
from planner.domain.board import Standing
from planner.domain.calendar import day_of
from planner.domain.errors import BadInput, NotFound
from planner.domain.interview import Interview
from planner.domain.log import (
    Cancelled,
    Days,
    DidNotTakePlace,
    Entry,
    Heard,
    Obstacle,
    Outcome,
    Result,
    ToldCallBack,
    ToldDecision,
    ToldNoThanks,
    ToldNotToContact,
    ToldObstacle,
    ToldOnHold,
)
from planner.domain.verdict import ActionState
from planner.planning import phrases, when
from planner.planning.phrases import name_of
from planner.tui.screens.drafted import AFRESH, DraftedScreen
from planner.tui.screens.panel import PanelScreen
from planner.tui.spans import Span
from planner.tui.widgets.field import Field, Fields
from planner.tui.widgets.line_field import LineField
from planner.tui.widgets.listing import Item, Listing

Make = Callable[..., Entry]
"""Makes an entry, given `at`, `words` and, where a day belongs to it, `days`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something they may say, and what records it."""

    key: str
    title: str
    make: Make
    takes_a_day: bool = False
    may_be_vague: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A key that leads to more choices."""

    key: str
    title: str
    more: tuple[Choice, ...]


# j, k and g move in the list, so no choice has them.
CHOICES: tuple[Choice | Group, ...] = (
    Choice("d", "They decide by …", ToldDecision, takes_a_day=True, may_be_vague=True),
    Choice("c", "Call back on …", ToldCallBack, takes_a_day=True),
    Choice("h", "It is on hold", ToldOnHold),
    Group(
        "o",
        "Something stands in the way …",
        (
            Choice("d", "The start date", partial(ToldObstacle, what=Obstacle.START_DATE)),
            Choice("s", "The salary", partial(ToldObstacle, what=Obstacle.SALARY)),
            Choice("o", "Something else", partial(ToldObstacle, what=Obstacle.OTHER)),
        ),
    ),
    Choice("n", "Do not contact us", ToldNotToContact),
    Choice("t", "No thank-you notes, please", ToldNoThanks),
    Choice("w", "They got in touch, without a date", Heard),
    Group(
        "e",
        "How it ended …",
        (
            Choice("o", "An offer", partial(Outcome, what=Result.OFFER)),
            Choice("a", "Offer accepted", partial(Outcome, what=Result.ACCEPTED)),
            Choice("n", "They said no", partial(Outcome, what=Result.REJECTED)),
            Choice("w", "Withdrawn", partial(Outcome, what=Result.WITHDRAWN)),
        ),
    ),
    Choice("x", "The interview is cancelled", Cancelled),
    Choice("m", "It did not take place", DidNotTakePlace),
)


CHOICE = "choice"
"""Under which a draft has the keys that lead to what was chosen."""


class TheySaidScreen(PanelScreen, DraftedScreen):
    """Records what was said about `interview`. First the list, then the fields of what was chosen; escape goes back."""

    BINDINGS = [Binding("enter", "choose", show=False)]  # noqa: RUF012 - Textual's own declaration

    def __init__(self, interview: Interview) -> None:
        super().__init__()
        self._interview = interview
        self._path: tuple[Choice | Group, ...] = ()
        self._offered: Mapping[str, str] = {}

    def body(self) -> ComposeResult:
        yield Listing(id="choices")
        yield Fields(
            LineField("days", "Day", placeholder="fri, next week, 4 Dec, 1 Dec..4 Dec, soon", echoing=True),
            LineField("words", "Their words", placeholder="if you want to keep them"),
            LineField("when", "Said", placeholder="now; or yesterday 17:00"),
            id="fields",
        )

    @property
    def body_rows(self) -> int:
        if self._asking:
            return sum(field.rows for field in self.fields.values() if field.display)
        return len(self._choices)

    def on_mount(self) -> None:
        self._offered = self.offer_back()
        for key in self._offered.get(CHOICE, ""):
            self._path += tuple(choice for choice in self._choices if choice.key == key)
        self._show()

    # -- what was typed before

    @property
    def draft(self) -> str:
        return f"said {self._interview.id}"

    def typed(self) -> dict[str, str]:
        typed = super().typed()
        return {CHOICE: "".join(choice.key for choice in self._path), **typed} if typed else {}

    def put_by(self) -> None:
        if self._asking:
            super().put_by()

    def action_begin_afresh(self) -> None:
        super().action_begin_afresh()
        self._path, self._offered = (), {}
        self._show()

    @property
    def _choices(self) -> tuple[Choice | Group, ...]:
        """What may be chosen from now."""
        return self._path[-1].more if self._path and isinstance(self._path[-1], Group) else CHOICES

    @property
    def _asking(self) -> Choice | None:
        """What was chosen, once only its fields are left to fill in."""
        return self._path[-1] if self._path and isinstance(self._path[-1], Choice) else None

    def _show(self) -> None:
        choice = self._asking
        choices = self.query_one("#choices", Listing)
        choices.display = choice is None
        self.query_one("#fields").display = choice is not None
        self.says.clear()
        title = self._path[-1].title.rstrip(" …") if self._path else "What did they say?"
        self.title_bar(title, f"{name_of(self._interview)}{', as you typed it' if self._offered else ''}")
        if choice is None:
            choices.fill([Item((Span(f"{one.key}  ", "key"), Span(one.title)), one) for one in self._choices])
            choices.action_first()
            choices.focus()
            self.keys(("enter", "Choose"), ("esc", "Back" if self._path else "Leave"))
        else:
            self.fields["days"].display = choice.takes_a_day
            self.fields["days" if choice.takes_a_day else "words"].focus_editor()
            self.keys(("enter", "Save"), ("tab", "Next"), *([AFRESH] if self._offered else []), ("esc", "Back"))
            self._echo()
        self.fit()

    # -- choosing

    def on_key(self, key: Key) -> None:
        if self._asking is None:
            for choice in self._choices:
                if choice.key == key.character:
                    key.stop()
                    self._choose(choice)
                    return

    def action_choose(self) -> None:
        chosen = self.query_one("#choices", Listing).chosen
        if isinstance(chosen, Choice | Group):
            self._choose(chosen)

    def _choose(self, choice: Choice | Group) -> None:
        self._path = (*self._path, choice)
        self._show()

    def action_leave(self) -> None:
        if self._path:
            self.keep_typing()
            self._path = self._path[:-1]
            self._show()
        else:
            super().action_leave()

    # -- filling in

    def on_field_changed(self, changed: Field.Changed) -> None:
        changed.field.note()
        self._echo()

    def on_field_entered(self) -> None:
        self.action_save()

    def _at(self) -> datetime | None:
        """When it was said; None for now."""
        text = self.fields["when"].value
        if not text.strip():
            return None
        reading = self.planner.reading()
        try:
            return when.parse_instant(
                text, reading.home_zone, reading.now, reading.date_order, toward="past", time_needed=False
            )
        except BadInput as error:
            raise BadInput(error.sentence, error.hint, "when") from error

    def _entry(self, choice: Choice, at: datetime | None) -> Make:
        """What makes the entry from what was typed, said at `at`. Raises BadInput, naming the field."""
        words = self.fields["words"].value
        if not choice.takes_a_day:
            return partial(choice.make, words=words)
        text = self.fields["days"].value.strip()
        if choice.may_be_vague and when.is_vague(text):
            return partial(choice.make, words=": ".join(filter(None, (text, words))))
        return partial(choice.make, days=self._days(text, at or self.planner.now()), words=words)

    def _days(self, text: str, said_at: datetime) -> Days:
        """The days meant by words, seen from the day they were said, where the interview takes place."""
        if not text:
            raise BadInput("A day is missing.", "Write it like fri, next week or 4 Dec.", "days")
        try:
            said_on = day_of(said_at, ZoneInfo(self._interview.time_zone))
            return when.parse_days(text, said_on, self.planner.reading().date_order)
        except BadInput as error:
            raise BadInput(error.sentence, error.hint, "days") from error

    def _echo(self) -> None:
        """Shows what was understood, and what would come of it."""
        choice = self._asking
        if choice is None:
            return
        today = self.planner.now().date()
        try:
            at = self._at()
            entry = self._entry(choice, at)(at=at or self.planner.now())
            outcome = comes_of_it(entry, self.planner.supposing(self._interview.id, entry), today)
        except BadInput:
            self.says.clear()
            return
        except NotFound as error:
            self.fail(error)
            return
        days: Days | None = getattr(entry, "days", None)
        if days:
            self.fields["days"].note(f"= {phrases.days(days, today)}. {outcome}", "open")
        elif isinstance(entry, ToldDecision):
            self.fields["days"].note("No date in that: it is kept as their words.")
            self.says.say(outcome, tone="grey")
        else:
            self.says.say(outcome, tone="grey")

    def action_save(self) -> None:
        choice = self._asking
        if choice is None:
            self.action_choose()
            return
        try:
            at = self._at()
            make = self._entry(choice, at)
        except BadInput as error:
            self.fail(error)
            return
        self.keep(lambda: self.planner.record(self._interview.id, lambda pinned: make(at=pinned), at))


def comes_of_it(entry: Entry, standing: Standing, today: date) -> str:
    """What would come of an entry, in a sentence."""
    follow_up = standing.follow_up
    if isinstance(entry, ToldNoThanks):
        return standing.thank_you.text
    if follow_up.state is ActionState.WAITING and follow_up.finding.opens_on:
        return f"The follow-up then opens {wording.day(follow_up.finding.opens_on, today)}."
    return follow_up.text

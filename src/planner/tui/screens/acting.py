"""What every screen about an interview can do: the commands of the catalogue that record, change and take back."""

from abc import abstractmethod
from collections.abc import Callable, Hashable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from planner.domain import thanks, wording
from planner.domain.board import Standing
from planner.domain.errors import PlannerError
from planner.domain.interview import Interview
from planner.domain.log import Channel, Entry, Note, Outcome, Result
from planner.planning.look_ahead import days_on
from planner.planning.outcomes import Done, MadeElsewhere, NotYet
from planner.planning.phrases import left_to_ask, name_of, refusal
from planner.tui.gating import Situation, grey
from planner.tui.screens.room import RoomScreen
from planner.tui.widgets.listing import Listing
from planner.tui.widgets.says import Answer, Says

if TYPE_CHECKING:  # forms are loaded when the first is opened
    from planner.tui.screens.drafted import DraftedScreen

R = TypeVar("R")


class ActingScreen(RoomScreen):
    """A screen that acts on one interview: the one chosen on the board, or the one open.

    `days` is how many days ahead of now it looks. A refused action is kept as `refused`, so that "I did it anyway" can
    record it. It is `gone` once its interview is: what is still to be said is said by the screen below it.
    """

    gone = False

    def __init__(self, days: int = 0) -> None:
        super().__init__()
        self.refused: Callable[[], None] | None = None
        self.days = days
        self._said_of: Hashable = None

    # -- what it stands on

    @property
    def says(self) -> Says:
        return self.query_one(Says)

    @property
    def listing(self) -> Listing:
        return self.query_one("#list", Listing)

    @property
    @abstractmethod
    def standing(self) -> Standing | None:
        """The interview acted on."""

    @property
    def person(self) -> str:
        """The one person a thank-you is meant for; "" where no line for a person is chosen."""
        return ""

    @property
    def at(self) -> datetime:
        """The instant looked at: now, or the same time of another day."""
        return days_on(self.planner.now(), self.days)

    def situation(self) -> Situation:
        state = self.planner.state
        elsewhen = wording.day(self.at.date(), self.planner.now().date()) if self.days else ""
        return Situation(
            self.standing,
            bool(state.undo),
            bool(state.redo),
            self.refused is not None,
            elsewhen,
            at=self.at,
            keys=self.house.keys,
        )

    def on_mount(self) -> None:
        self.listing.focus()

    # -- asking and answering

    def say(self, text: str, hint: str = "", tone: str = "text") -> None:
        """Says it of what is chosen now; it goes when the cursor does."""
        self._said_of = self.listing.chosen
        self.says.say(text, hint, tone)

    def on_listing_moved(self) -> None:
        """Forgets what was said of another item. Keys may come faster than this does: then nothing is forgotten."""
        if self.listing.chosen != self._said_of:
            self._said_of = self.listing.chosen
            self.refused = None
            self.says.clear()
        self.moved()

    def moved(self) -> None:
        """Shows what has to do with the item under the cursor."""
        self.hint()

    def gated(self, command: str) -> bool:
        """Whether a command can't act; it is said why."""
        why = grey(command, self.situation())
        if why:
            self.say(why, tone="urgent")
        return bool(why)

    def perform(self, change: Callable[[], R], then: Callable[[R], None] | None = None) -> None:
        """Runs a change, says what came of it, and shows it. An error is a sentence; nothing is lost by it."""
        self.house.perform(change, then or self.report, self.fail)

    def report(self, outcome: object) -> None:
        """Says what was done; that the state changed has been shown already, as to every listener."""
        if self.gone:
            self._below.report(outcome)
            return
        self.refused = None
        if isinstance(outcome, Done):
            self.say(outcome.sentence, self._asked_after(outcome.interview), tone="open")
        self.hint()

    def _asked_after(self, interview: Interview | None) -> str:
        """The question that is left, with the key that answers it."""
        asked = left_to_ask(self.planner.standing(interview.id)) if interview else ""
        return f"{asked} {self.house.keys['they_said']} records it." if asked else ""

    @property
    def on_top(self) -> bool:
        """Whether this is the screen one sees. Textual's `is_current` counts the one below it in."""
        return self.app.screen is self

    @property
    def _below(self) -> "ActingScreen":
        """The uppermost screen that stays: the board always does."""
        staying = (one for one in reversed(self.app.screen_stack) if isinstance(one, ActingScreen) and not one.gone)
        return next(staying)

    def fail(self, error: PlannerError) -> None:
        self.say(error.sentence, error.hint, tone="urgent")

    def _may_refuse(self, anyway: Callable[[], None]) -> Callable[[Done | NotYet], None]:
        def then(outcome: Done | NotYet) -> None:
            if isinstance(outcome, Done):
                self.report(outcome)
            else:
                self.refuse(outcome, anyway)

        return then

    def refuse(self, no: NotYet, anyway: Callable[[], None]) -> None:
        """Says why and until when, changes nothing, and keeps what `y` would record."""
        keys = self.house.keys
        more = f"{keys['why']} why · {keys['anyway']} I did it anyway"
        self.say(refusal(no.availability.state, no.told(self.at)), more, tone="urgent")
        self.refused = anyway
        self.hint()

    # -- the two actions

    def action_thank_you(self) -> None:
        if self._elsewhere("thank_you") or (standing := self.standing) is None:
            return
        if self.person or len(standing.left) < 2 or not standing.thank_you.is_open:  # noqa: PLR2004 - one needs no asking
            self._thank(standing, self.person)
            return
        people = [Answer(str(place), name, name) for place, name in enumerate(standing.left[:8], 1)]
        answers = [Answer("a", "all of them", ""), *people]
        self.says.ask("Who got a thank-you?", answers, partial(self._thank, standing))

    def _thank(self, standing: Standing, to: str, *, anyway: bool = False) -> None:
        """Asks how it went out where the rules don't say how; not of what they are going to refuse."""
        owed = standing.thank_you.is_open and (not to or to in standing.left)
        if not thanks.goes_either_way(standing.case) or not (owed or anyway):
            self._thank_by(standing, to, None, anyway=anyway)
            return
        answers = [
            Answer("e", "email", Channel.EMAIL),
            Answer("c", "card", Channel.CARD),
            Answer("x", "other", Channel.OTHER),
        ]
        question = f"How did the thank-you{f' to {to}' if to else ''} go out?"
        self.says.ask(question, answers, lambda channel: self._thank_by(standing, to, channel, anyway=anyway))

    def _thank_by(self, standing: Standing, to: str, channel: Channel | None, *, anyway: bool) -> None:
        self.perform(
            lambda: self.planner.thank(standing.interview.id, to, channel, anyway=anyway),
            self._may_refuse(partial(self._thank, standing, to, anyway=True)),
        )

    def action_follow_up(self) -> None:
        if self._elsewhere("follow_up") or (standing := self.standing) is None:
            return
        if standing.follow_up.is_open:
            self._ask_channel(standing)
        else:
            no = NotYet(standing.interview, standing.follow_up)
            self.refuse(no, partial(self._ask_channel, standing, anyway=True))

    def _ask_channel(self, standing: Standing, *, anyway: bool = False) -> None:
        contact = standing.interview.main_contact
        who = f"{contact.name}" if contact else "them"
        answers = [
            Answer("e", "email", Channel.EMAIL),
            Answer("c", "call", Channel.CALL),
            Answer("x", "other", Channel.OTHER),
        ]
        self.says.ask(f"How did you follow up with {who}?", answers, partial(self._follow_up, standing, anyway=anyway))

    def _follow_up(self, standing: Standing, channel: Channel, *, anyway: bool) -> None:
        self.perform(
            lambda: self.planner.follow_up(standing.interview.id, channel, anyway=anyway),
            self._may_refuse(partial(self._follow_up, standing, channel, anyway=True)),
        )

    def action_anyway(self) -> None:
        if not self.gated("anyway") and self.refused:
            refused, self.refused = self.refused, None
            refused()

    def _elsewhere(self, command: str) -> bool:
        """Whether there is nothing to act on; a rule's no is not asked here, but when the change is made."""
        now = self.situation()
        if now.standing is None or now.elsewhen:
            return self.gated(command)
        return False

    # -- facts

    def action_they_said(self) -> None:
        if self.gated("they_said") or (standing := self.standing) is None:
            return
        from planner.tui.screens.they_said import TheySaidScreen

        self.fill_out(TheySaidScreen(standing.interview))

    def action_outcome(self) -> None:
        if self.gated("outcome") or (standing := self.standing) is None:
            return
        answers = [
            Answer("o", "offer", Result.OFFER),
            Answer("a", "accepted", Result.ACCEPTED),
            Answer("n", "they said no", Result.REJECTED),
            Answer("w", "withdrawn", Result.WITHDRAWN),
        ]
        self.says.ask(
            f"How did it end with {standing.interview.company}?", answers, partial(self._end, standing.interview)
        )

    def _end(self, interview: Interview, result: Result) -> None:
        self.record(interview, lambda at: Outcome(at=at, what=result))

    def record(self, interview: Interview, make: Callable[[datetime], Entry]) -> None:
        self.perform(lambda: self.planner.record(interview.id, make))

    def action_note(self) -> None:
        if self.gated("note") or (standing := self.standing) is None:
            return
        from planner.tui.screens.line import LineScreen

        def keep(words: str) -> Done:
            return self.planner.record(standing.interview.id, lambda at: Note(at=at, words=words))

        about = f"A note on {name_of(standing.interview)}"
        self.fill_out(LineScreen("Note", about, f"note {standing.interview.id}", keep))

    def action_why(self) -> None:
        if self.gated("why") or (standing := self.standing) is None:
            return
        from planner.tui.screens.why import WhyScreen

        self.house.visit(WhyScreen(standing.interview.id, self.at))

    def action_edit(self) -> None:
        if self.gated("edit") or (standing := self.standing) is None:
            return
        from planner.tui.screens.form import FormScreen

        self.fill_out(FormScreen(standing.interview))

    def action_delete(self) -> None:
        if self.gated("delete") or (standing := self.standing) is None:
            return
        delete = partial(self._delete, standing.interview)
        self.says.confirm(f"Delete {name_of(standing.interview)}?", "delete it", delete)

    def _delete(self, interview: Interview) -> None:
        self.perform(lambda: self.planner.delete(interview.id))

    def fill_out(self, form: "DraftedScreen") -> None:
        """Opens a form. What was typed into one that is left without saving is kept, and that is said."""
        self.house.visit(form, partial(self._left, form.draft))

    def _left(self, draft: str, outcome: Done | None) -> None:
        self.reported(outcome)
        if outcome is None and self.house.unsaved.of(draft):
            self.say("Nothing was saved. What you typed is kept:", "the form has it when you come back.")

    def reported(self, outcome: Done | None) -> None:
        """A form was left: with what it did, or without a change. What was said before it is over."""
        if outcome is not None:
            self.report(outcome)
        else:
            self.refused = None
            self.says.clear()
            self.hint()

    def action_copy_link(self) -> None:
        if not self.gated("copy_link") and self.standing:
            self.house.copy_to_clipboard(self.standing.interview.link)
            shows = f"Some terminals ignore that; {self.house.keys['edit']} shows the link."
            self.say("The link was sent to the terminal's clipboard.", shows)

    def action_letter(self) -> None:
        if not self.gated("letter") and self.standing:
            self.house.write_to_them(self.standing.interview.id, self.days, self.person)

    # -- back and forth

    def action_undo(self) -> None:
        if not self.gated("undo"):
            self.perform(self.planner.undo, self._undone)

    def _undone(self, outcome: Done | MadeElsewhere) -> None:
        if isinstance(outcome, Done):
            self.report(outcome)
            return
        question = f"Undo what another session did: {outcome.step.title}?"
        self.says.confirm(question, "undo it", self._undo_whoever)

    def _undo_whoever(self) -> None:
        self.perform(lambda: self.planner.undo(whoever=True))

    def action_redo(self) -> None:
        if not self.gated("redo"):
            self.perform(self.planner.redo)

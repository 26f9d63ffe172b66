"""The facade both front ends use: look at the interviews, record what happened, take it back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from planner.domain import thanks, wording
from planner.domain.board import standing_of
from planner.domain.calendar import day_of, pinned
from planner.domain.errors import BadInput, Conflict, NotFound
from planner.domain.interview import Interview
from planner.domain.log import Channel, Entry, FollowedUp, Note, Thanked
from planner.domain.text import folded, many_lines
from planner.planning import fields as form
from planner.planning import people, phrases
from planner.planning.outcomes import Done, MadeElsewhere, NotYet
from planner.planning.outlook import Outlook, interview_in
from planner.planning.saving import saved
from planner.planning.settings import DateOrder
from planner.planning.state import State

if TYPE_CHECKING:  # few commands bring anything, and every command would load it
    from planner.planning.transfer import Corrections, Found, Preview, Watch, Wishes

A = TypeVar("A")

# A clock that runs a little behind must not refuse what was done this minute.
_CLOCK_SLACK = timedelta(minutes=5)


class Made(NamedTuple):
    """A change about to be written: the state after it, what was done in a sentence, and the interview it was about."""

    state: State
    sentence: str
    id: int | None = None


class Planner(Outlook):
    """What a person can do. Each change is durable when its `Done` is returned, and can be undone."""

    # -- the two actions

    def thank(
        self,
        id_: int,
        to: str = "",
        channel: Channel | None = None,
        at: datetime | None = None,
        *,
        anyway: bool = False,
        words: str = "",
    ) -> Done | NotYet:
        """Records that a note went out at `at` (now), to one person or to everyone owed one.

        Without `channel` it is the one the rules advise; where they name two, none is made up, and it is "other".
        """

        def decide(state: State) -> Made | NotYet:
            standing = standing_of(self._case(state, id_), at or self._clock())
            name = people.named(standing.interview.people, to).name if to.strip() else ""
            thanked = standing.thank_you.is_open and name and folded(name) not in map(folded, standing.left)
            if not anyway and (not standing.thank_you.is_open or thanked):
                return NotYet(standing.interview, standing.thank_you, already=name if thanked else "")
            entry = Thanked(
                at=self._pinned(standing.interview, at),
                to=name,
                channel=channel or (Channel.OTHER if thanks.goes_either_way(standing.case) else standing.channel),
                words=words,
            )
            return self._recorded(state, standing.interview, entry)

        return self._commit(decide)

    def follow_up(
        self,
        id_: int,
        channel: Channel = Channel.EMAIL,
        at: datetime | None = None,
        *,
        anyway: bool = False,
        words: str = "",
    ) -> Done | NotYet:
        """Records that they were asked at `at` (now); against the advice only with `anyway`, and marked so."""

        def decide(state: State) -> Made | NotYet:
            standing = standing_of(self._case(state, id_), at or self._clock())
            if not standing.follow_up.is_open and not anyway:
                return NotYet(standing.interview, standing.follow_up)
            entry = FollowedUp(
                at=self._pinned(standing.interview, at),
                channel=channel,
                anyway=not standing.follow_up.is_open,
                words=words,
            )
            return self._recorded(state, standing.interview, entry)

        return self._commit(decide)

    # -- facts

    def record(self, id_: int, make: Callable[[datetime], Entry], at: datetime | None = None) -> Done:
        """Records a fact that happened at `at` (now). `make` gets that instant in the form the log keeps."""

        def decide(state: State) -> Made:
            interview = interview_in(state, id_)
            return self._recorded(state, interview, make(self._pinned(interview, at)))

        return self._commit(decide)

    def add(self, fields: Mapping[str, str]) -> Done:
        """Adds an interview from fields of text; the round follows the pursuit's highest where none is given."""
        missing = [name for name in form.REQUIRED if not fields.get(name, "").strip()]
        if missing:
            raise BadInput(f"{missing[0]} is missing.", "An interview needs company, role and start.", missing[0])

        def decide(state: State) -> Made:
            interview = form.filled(self._blank(), fields, self.reading())
            if not fields.get("round", "").strip():
                interview = replace(interview, round=next_round(state, interview))
            starts = wording.moment(interview.starts_at, self.now().date())
            title = f"Added {phrases.name_of(interview)}"
            return self._changed(state, f"Added for {starts}, {interview.time_zone}.", title, state.next_id, interview)

        return self._commit(decide)

    def edit(self, id_: int, fields: Mapping[str, str], rev: int | None = None) -> Done:
        """Changes fields of an interview; with `rev`, only while nobody else changed it since (else Conflict)."""

        def decide(state: State) -> Made:
            before = interview_in(state, id_)
            if rev is not None and before.rev != rev:
                raise Conflict(
                    f"Another session changed {phrases.name_of(before)} meanwhile.",
                    "Nothing was overwritten. Look at it as it is now, then save again.",
                )
            after = form.filled(before, fields, self.reading())
            if after == before:
                return Made(state, "Nothing was changed.", id_)
            after = form.rescheduled(before, after, self._clock())
            return self._changed(state, "Saved.", f"Edited {phrases.name_of(after)}", id_, after)

        return self._commit(decide)

    def change(self, id_: int, title: str, change: Callable[[Interview], Interview]) -> Done:
        """Changes an interview by a pure function, as one step called `title`."""

        def decide(state: State) -> Made:
            after = change(interview_in(state, id_))
            return self._changed(state, f"{title}.", f"{title}, {phrases.name_of(after)}", id_, after)

        return self._commit(decide)

    def delete(self, id_: int) -> Done:
        """Removes an interview with its log; `undo` brings it back under its number."""

        def decide(state: State) -> Made:
            name = phrases.name_of(interview_in(state, id_))
            return self._changed(state, f"Deleted {name}; undo brings it back.", f"Deleted {name}", id_, None)

        return self._commit(decide)

    # -- what people bring

    def wishes(
        self, assume_zone: str | None = None, columns: Mapping[str, str] | None = None, date_order: DateOrder = ""
    ) -> "Wishes":
        """How files are to be read: as is said now, else as it was said before, else as the settings have it."""
        from planner.planning import transfer

        said, recall = self.settings.current, transfer.recall_from(self.files.columns_said)
        order, own = date_order or said.date_order, said.me.known_as
        zone, now = assume_zone or "", self._clock()
        return transfer.Wishes(self.home_zone, self._new_uid, zone, order, own, columns or {}, recall, now=now)

    def preview(
        self,
        found: "Iterable[Found]",
        corrections: "Corrections | None" = None,
        watch: "Watch | None" = None,
        state: State | None = None,
    ) -> "Preview":
        """What taking all that was found in files would do to the state there is, or to another, row by row."""
        from planner.planning import transfer

        state, corrections = state or self.state, corrections or transfer.AS_FOUND
        rows = transfer.preview(found, state, self.reading(), corrections, watch or transfer.unwatched)
        return transfer.Preview(corrections, state, rows)

    def take(self, preview: "Preview", watch: "Watch | None" = None) -> Done:
        """Makes a preview come true, but for the rows left out, as one step: whole or not at all.

        Where another session changed the file since, it is worked out anew. `watch` may end it by raising, until it
        is told of the saving. What a caller does not hold of the preview is gone by then.
        """
        from planner.planning import transfer

        held = [preview]
        del preview

        def decide(state: State) -> Made:
            now = held.pop()
            if now.state is not state:
                now = self.preview(now.found, now.corrections, watch, state)
            said, after = f"Import: {now.summary}", now.taken()
            del now
            if not after:
                return Made(state, f"{said}.")
            if watch:
                watch(transfer.SAVING)
            first = next(iter(after)) if len(after) == 1 else None
            return Made(state.changed(said, self._clock(), self.session, after), f"{said}.", first)

        return self._commit(decide)

    # -- back and forth

    def undo(self, *, whoever: bool = False) -> Done | MadeElsewhere:
        """Takes back the file's last change; one that another session made only with `whoever`."""

        def decide(state: State) -> Made | MadeElsewhere:
            if not state.undo:
                raise NotFound("There is nothing to undo.")
            step = state.undo[-1]
            if step.session != self.session and not whoever:
                return MadeElsewhere(step)
            return Made(state.undone(), f"Undone: {step.title}.", step.touched)

        return self._commit(decide)

    def redo(self) -> Done:
        """Does again what was undone last."""

        def decide(state: State) -> Made:
            if not state.redo:
                raise NotFound("There is nothing to redo.")
            step = state.redo[-1]
            return Made(state.redone(), f"Done again: {step.title}.", step.touched)

        return self._commit(decide)

    def _commit(self, decide: Callable[[State], Made | A]) -> Done | A:
        """Lets `decide` see the state under the lock; whatever it answers but Made leaves the file as it is."""
        answer: list[Made | A] = []

        def change(state: State) -> State:
            decided = decide(state)
            answer[:] = [decided]
            return decided.state if isinstance(decided, Made) else state

        state, doubt = saved(self._store, change)
        self._take(state)
        decided = answer[0]
        if not isinstance(decided, Made):
            return decided
        interview = self.state.interviews.get(decided.id) if decided.id is not None else None
        if interview is None:
            return Done(f"{decided.sentence}{doubt}")
        coming = phrases.next_words(self.standing(interview.id), self.now())
        return Done(f"{decided.sentence}{doubt} {coming}", interview)

    def _blank(self) -> Interview:
        now = self.now()
        return Interview(uid=self._new_uid(), company="", role="", starts_at=now, time_zone=self.home_zone)

    def _pinned(self, interview: Interview, at: datetime | None) -> datetime:
        now = self._clock()
        if at is not None and at > now + _CLOCK_SLACK:
            raise BadInput(
                f"{wording.moment(at, day_of(now, ZoneInfo(interview.time_zone)))} has not come yet.",
                "Record what happened once it has happened.",
                "when",
            )
        return pinned(at or now, ZoneInfo(interview.time_zone))

    def _recorded(self, state: State, interview: Interview, entry: Entry) -> Made:
        entry = replace(entry, words=many_lines(entry.words, "words"))
        title = phrases.entry_title(entry, self.now().date())
        after = replace(interview, log=(*interview.log, entry))
        named = f"{title}, {phrases.name_of(interview)}"
        done = "Noted." if isinstance(entry, Note) else f"{title}: noted."
        return self._changed(state, done, named, interview.id, after)

    def _changed(self, state: State, sentence: str, title: str, id_: int, after: Interview | None) -> Made:
        """One interview put in place as a step; undo and redo call it by `title`."""
        numbered = after and state.numbered(after)
        return Made(state.changed(title, self._clock(), self.session, {id_: numbered}), sentence, id_)


def next_round(state: State, interview: Interview) -> int:
    """The pursuit's highest round and one more."""
    known = (one.round for one in state.interviews.values() if one.pursuit == interview.pursuit)
    return min(max(known, default=0) + 1, form.ROUNDS)

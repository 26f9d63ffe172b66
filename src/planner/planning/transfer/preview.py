"""What taking everything found would do, row by row; and the interviews to put in place so that it comes true."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time

from planner.domain.errors import BadInput
from planner.domain.interview import Interview
from planner.domain.log import in_order, is_called_off
from planner.domain.text import folded, harmless
from planner.planning import fields as form
from planner.planning.state import State
from planner.planning.transfer.cards import card_row
from planner.planning.transfer.found import (
    AS_FOUND,
    Card,
    Corrections,
    Difference,
    Filled,
    Found,
    Incoming,
    Kind,
    Refusal,
    Row,
    called,
    known_id,
)
from planner.planning.transfer.known import Known
from planner.planning.transfer.merging import differences, invited, is_old_news, merged, moved, up_to, updated
from planner.planning.transfer.own_table import changed_fields
from planner.planning.transfer.progress import Watch, compared, unwatched
from planner.planning.transfer.reading import said

_STANDS_IN = "stands in until you correct it."
_CALLED_OFF = "It stays called off here: take that entry out of its log if it takes place after all."
_NOON = time(12)  # which stands in for a time that a table does not tell
_TAKEN = (Kind.NEW, Kind.CHANGED)


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking all that was found would do to `state`, row by row."""

    corrections: Corrections
    state: State
    rows: tuple[Row, ...]

    @property
    def found(self) -> Sequence[Found]:
        """What it was made of, for another preview."""
        return [row.found for row in self.rows]

    @property
    def summary(self) -> str:
        return summary(self.rows, self.corrections.left_out)

    def taken(self) -> dict[int, Interview]:
        """The interviews to put in place in `state` so that it comes true."""
        return {
            id_: self.state.numbered(one)
            for id_, one in taken(self.rows, self.state, self.corrections.left_out).items()
        }


def preview(
    found: Iterable[Found],
    state: State,
    reading: form.Reading,
    corrections: Corrections = AS_FOUND,
    watch: Watch = unwatched,
) -> tuple[Row, ...]:
    """What taking everything found would do to `state`, row by row. Nothing is changed."""
    known = Known(state.interviews.values())
    rows = []
    for place, one in enumerate(compared(watch, found)):
        try:
            row = _Comparison(known, corrections.fields.get(place, {}), reading).row(one)
        except BadInput as error:
            row = Row(Kind.REFUSED, one, reason=said(error))
        rows.append(row)
        if row.kind in _TAKEN and place not in corrections.left_out:
            # The next row is read as if this one had been taken: a file may hold an update after the invitation.
            for interview in _of(row):
                known.put(interview)
    return tuple(rows)


def taken(rows: Iterable[Row], state: State, left_out: Collection[int] = ()) -> dict[int, Interview]:
    """The interviews to put in place so that the rows come true, but for those left out."""
    ids = {one.uid: id_ for id_, one in state.interviews.items()}
    after: dict[int, Interview] = {}
    next_id = state.next_id
    for place, row in enumerate(rows):
        if row.kind not in _TAKEN or place in left_out:
            continue
        for interview in _of(row):
            if interview.uid not in ids:
                # The number a file brings is kept where it was never used here.
                ids[interview.uid] = max(next_id, interview.id)
                next_id = ids[interview.uid] + 1
            after[ids[interview.uid]] = interview
    return after


def summary(rows: Iterable[Row], left_out: Collection[int] = ()) -> str:
    """How many of each kind: "2 new, 1 the same"; those in the places `left_out` are counted apart."""
    words = {Kind.NEW: "new", Kind.CHANGED: "changed", Kind.SAME: "the same", Kind.REFUSED: "refused"}
    kinds = [row.kind for place, row in enumerate(rows) if place not in left_out]
    counted = [f"{kinds.count(kind):,} {word}" for kind, word in words.items() if kind in kinds]
    if left_out:
        counted.append(f"{len(left_out):,} left out")
    return ", ".join(counted) or "nothing found"


def _of(row: Row) -> tuple[Interview, ...]:
    return (*([row.interview] if row.interview else []), *row.also)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """One thing found, beside what is known and with what the person corrected of it."""

    known: Known
    corrected: Mapping[str, str]
    reading: form.Reading

    def row(self, one: Found) -> Row:
        """Raises BadInput where what was found or corrected can't be stored."""
        match one:
            case Refusal():
                return Row(Kind.REFUSED, one, reason=harmless(one.reason))
            case Card():
                return self._card(card_row(one, self.known))
            case Filled():
                return self._filled(one)
            case Incoming():
                return self._incoming(one)

    def _incoming(self, one: Incoming) -> Row:
        before = self.known.with_uid(one.interview.uid)
        if before is None and one.loose and (there := self._that_day(one)):
            return self._same(one, there, "An interview that day is here already.")
        if before is None:
            there = None if one.loose or one.whole else self.known.at_that_time(self._corrected(one.interview))
            return self._invited(one, there) if there else self._new(one)
        if one.whole:
            after = merged(before, one.interview)
        elif one.loose:
            after = moved(before, one, self.reading.now)
        elif is_old_news(one.interview, before):
            return self._same(one, before, "A newer version is here already.")
        else:
            after = updated(before, one, self.reading.now)
            return self._changed(one, before, after, _told_anew(one, after))
        return self._changed(one, before, after, one.remarks)

    def _that_day(self, one: Incoming) -> Interview | None:
        """The interview of its pursuit that day, unless this import brings that, too, and tells another time of it."""
        there = self.known.that_day(one.interview)
        if there is None or known_id(there) is not None or one.day_only:
            return there
        return there if there.starts_at.time() in (one.interview.starts_at.time(), _NOON) else None

    def _new(self, one: Incoming) -> Row:
        if one.cancelled:
            return Row(Kind.REFUSED, one, reason="It cancels an interview that is not here.")
        found = one.interview
        if one.loose and (log := up_to(self.reading.now, found.log)) is not found.log:
            found = replace(found, log=log)
        told = one.round_told or "round" in self.corrected
        interview = self._in_its_round(self._corrected(found), told=told)
        if found is one.interview and not self.corrected:
            one = replace(one, interview=interview)  # thousands are not kept twice for another round
        return Row(Kind.NEW, one, interview, remarks=one.remarks)

    def _invited(self, one: Incoming, before: Interview) -> Row:
        after = self._corrected(invited(before, one, self.reading.now))
        changes = (Difference("invitation", "", "this one"), *differences(before, after))
        remarks = (*_told_anew(one, after), *_on_its_role(one, after))
        return Row(Kind.CHANGED, one, after, known_id(before), changes, remarks, named=called(before))

    def _same(self, one: Incoming, known: Interview, reason: str) -> Row:
        return Row(Kind.SAME, one, known, known_id(known), reason=reason, named=one.what)

    def _card(self, row: Row) -> Row:
        if row.interview is None or not self.corrected:
            return row
        after = self._corrected(row.interview)
        changes = (*row.differences, *differences(row.interview, after))
        return replace(row, kind=Kind.CHANGED if changes else Kind.SAME, interview=after, differences=changes)

    def _filled(self, one: Filled) -> Row:
        before = self.known.with_uid(one.uid)
        if before:
            changed = changed_fields(before, one.fields)
            after = form.rescheduled(before, form.filled(before, changed, self.reading), self.reading.now)
            return self._changed(one, before, after)
        now = self.reading.now
        blank = Interview(uid=one.uid, company="", role="", starts_at=now, time_zone=self.reading.home_zone)
        given = {name: text for name, text in changed_fields(blank, one.fields).items() if text}
        needed = {name: one.fields.get(name, "") for name in form.REQUIRED}
        interview = form.filled(blank, given | needed | dict(self.corrected), self.reading)
        told = bool(one.fields.get("round"))
        return Row(Kind.NEW, one, self._in_its_round(interview, told=told))

    def _corrected(self, interview: Interview) -> Interview:
        return form.filled(interview, self.corrected, self.reading) if self.corrected else interview

    def _in_its_round(self, interview: Interview, *, told: bool) -> Interview:
        """With the next round of its pursuit, where none was told."""
        number = interview.round if told else min(self.known.last_round(interview) + 1, form.ROUNDS)
        return interview if number == interview.round else replace(interview, round=number)

    def _changed(
        self, one: Incoming | Filled, before: Interview, after: Interview, remarks: tuple[str, ...] = ()
    ) -> Row:
        after = self._corrected(after)
        changes = differences(before, after)
        kind = Kind.CHANGED if changes else Kind.SAME
        return Row(kind, one, after, known_id(before), changes, _of_a_known(remarks), named=called(before))


def _told_anew(one: Incoming, after: Interview) -> tuple[str, ...]:
    """The remarks on an invitation to a known interview."""
    stays_off = not one.cancelled and is_called_off(in_order(after.log))
    return (*_of_a_known(one.remarks), *([_CALLED_OFF] if stays_off else []))


def _on_its_role(one: Incoming, known: Interview) -> tuple[str, ...]:
    """A word where the invitation tells another role than what was written down."""
    role = harmless(one.interview.role)
    stands_in = any(remark.endswith(f"“{role}” {_STANDS_IN}") for remark in one.remarks)
    same = stands_in or folded(role) == folded(known.role)
    return () if same else (f"It speaks of “{role}”: the role that stands here is kept.",)


def _of_a_known(remarks: tuple[str, ...]) -> tuple[str, ...]:
    """Without those on what would stand in for facts that are told of it already."""
    return tuple(remark for remark in remarks if not remark.endswith(_STANDS_IN))

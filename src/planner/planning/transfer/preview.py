"""What people bring: files are read into proposals, shown as a preview, and only then written, as one step."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from planner.domain.calendar import pinned
from planner.domain.errors import BadInput
from planner.domain.interview import Interview, Pursuit
from planner.domain.log import Cancelled, DidNotTakePlace, Entry, Rescheduled, in_order
from planner.domain.text import folded, harmless
from planner.planning import fields as form
from planner.planning.state import State

# What an invitation may change of an interview that is known: when and where, never what the person corrected.
_APPOINTMENT = ("starts_at", "time_zone", "minutes", "location", "mode")


class Kind(StrEnum):
    """What an import would do with one thing it found."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One interview found in a file. `whole` when the file holds its log too, as our own exports do."""

    source: str
    interview: Interview
    cancelled: bool = False
    whole: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something found in a file that can't be taken, and why."""

    source: str
    what: str
    reason: str


Found = Incoming | Refusal


class Difference(NamedTuple):
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """What would become of one thing found: `interview` is it as it would be stored; `id` is that of a known one."""

    kind: Kind
    source: str
    what: str
    interview: Interview | None = None
    id: int | None = None
    differences: tuple[Difference, ...] = ()
    remarks: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person changes of a proposal before it is taken: fields of text, by the place of the row."""

    fields: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    left_out: Collection[int] = ()


def read_files(
    files: Iterable[tuple[str, bytes]],
    home_zone: str,
    new_uid: Callable[[], str],
    assume_zone: str | None = None,
) -> tuple[Found, ...]:
    """Everything found in the files, told apart by content, not by name; a file that can't be read is one Refusal."""
    found: list[Found] = []
    for name, data in files:
        try:
            found += _read(name, data, home_zone, new_uid, assume_zone)
        except BadInput as error:
            found.append(Refusal(name, name, f"{error.sentence} {error.hint}".strip()))
    return tuple(found)


def _read(name: str, data: bytes, home_zone: str, new_uid: Callable[[], str], assume_zone: str | None) -> list[Found]:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        from planner.formats import exchange

        return [Incoming(name, one, whole=True) for one in exchange.read(_text(data), home_zone, new_uid)]
    from planner.formats import invitations

    if not invitations.looks_like_calendar(data):
        raise BadInput(
            "This is no kind of file that can be read here.",
            "Calendar invitations (.ics) and planner's own JSON exports can be.",
        )
    reading = invitations.read_invitations(data, home_zone, assume_zone=assume_zone)
    taken_up = [Incoming(name, one.interview, one.cancelled, remarks=one.remarks) for one in reading.invitations]
    return [*taken_up, *(Refusal(name, one.summary or one.place, one.reason) for one in reading.refused)]


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"This is not UTF-8 text, from byte {error.start + 1:,} on.", "Is the file whole?") from error


def preview(
    found: Iterable[Found],
    state: State,
    reading: form.Reading,
    corrections: Corrections | None = None,
) -> tuple[Row, ...]:
    """What taking everything found would do to `state`, row by row. Nothing is changed."""
    corrections = corrections or Corrections()
    known = {interview.uid: interview for interview in state.interviews.values()}
    rounds: dict[Pursuit, int] = {}
    for interview in known.values():
        rounds[interview.pursuit] = max(rounds.get(interview.pursuit, 0), interview.round)
    rows = []
    for place, one in enumerate(found):
        if isinstance(one, Refusal):
            rows.append(Row(Kind.REFUSED, one.source, one.what, reason=one.reason))
            continue
        try:
            row = _row(one, known, rounds, corrections.fields.get(place, {}), reading)
        except BadInput as error:
            row = Row(Kind.REFUSED, one.source, _what(one.interview), reason=f"{error.sentence} {error.hint}".strip())
        rows.append(row)
        if row.interview and place not in corrections.left_out and row.kind in (Kind.NEW, Kind.CHANGED):
            # The next row is read as if this one had been taken: a file may hold an update after the invitation.
            known[row.interview.uid] = row.interview
            rounds[row.interview.pursuit] = max(rounds.get(row.interview.pursuit, 0), row.interview.round)
    return tuple(rows)


def taken(rows: Iterable[Row], state: State, corrections: Corrections | None = None) -> dict[int, Interview]:
    """The interviews to put in place so that the rows come true, but for those left out."""
    left_out = corrections.left_out if corrections else ()
    after: dict[str, tuple[int, Interview]] = {}
    next_id = state.next_id
    for place, row in enumerate(rows):
        if row.interview is None or row.kind not in (Kind.NEW, Kind.CHANGED) or place in left_out:
            continue
        uid = row.interview.uid
        if row.id is not None:
            id_ = row.id
        elif uid in after:
            id_ = after[uid][0]
        else:
            # The number a file brings is kept where it was never used here.
            id_ = max(next_id, row.interview.id)
        next_id = max(next_id, id_ + 1)
        after[uid] = (id_, row.interview)
    return dict(after.values())


def _row(
    one: Incoming,
    known: Mapping[str, Interview],
    rounds: Mapping[Pursuit, int],
    corrected: Mapping[str, str],
    reading: form.Reading,
) -> Row:
    before = known.get(one.interview.uid)
    if before is None:
        if one.cancelled:
            return _refused(one, "It cancels an interview that is not here.")
        interview = form.filled(one.interview, corrected, reading)
        if not one.whole and "round" not in corrected:
            interview = replace(interview, round=min(rounds.get(interview.pursuit, 0) + 1, form.ROUNDS))
        return Row(Kind.NEW, one.source, _what(interview), interview, remarks=one.remarks)
    if not one.whole and _is_old_news(one.interview, before):
        return Row(Kind.SAME, one.source, _what(before), before, before.id, reason="A newer version is here already.")
    merged = _merged_whole(before, one) if one.whole else _updated(before, one, reading.now)
    after = form.filled(merged, corrected, reading)
    differences = _differences(before, after)
    kind = Kind.CHANGED if differences else Kind.SAME
    # A revision of 0 marks one that an earlier row of this import brings.
    return Row(kind, one.source, _what(before), after, before.id if before.rev else None, differences, one.remarks)


def _refused(one: Incoming, reason: str) -> Row:
    return Row(Kind.REFUSED, one.source, _what(one.interview), reason=reason)


def _is_old_news(incoming: Interview, before: Interview) -> bool:
    """Whether a version as new or newer was read before: the sequence decides, then the stamp."""
    if not incoming.received or not before.received:
        return False
    if incoming.received.sequence != before.received.sequence:
        return incoming.received.sequence < before.received.sequence
    new, old = incoming.received.stamp, before.received.stamp
    return bool(new and old and new < old)


def _updated(before: Interview, one: Incoming, now: datetime) -> Interview:
    """A known interview after another version of its invitation: its log and all that the person wrote are kept."""
    incoming = one.interview
    names = {folded(person.name) for person in before.people}
    added = tuple(person for person in incoming.people if folded(person.name) not in names)
    changes = {name: getattr(incoming, name) for name in _APPOINTMENT if getattr(incoming, name)}
    stamp = incoming.received.stamp if incoming.received and incoming.received.stamp else now
    at = min(stamp, now)
    if one.cancelled:
        cancelled = Cancelled(at=pinned(at, _zone(before)))
        log = before.log if _is_called_off(before) else (*before.log, cancelled)
        return replace(before, log=log, received=incoming.received)
    after = replace(before, **changes, people=(*before.people, *added), received=incoming.received)
    return form.rescheduled(before, after, at)


def _is_called_off(interview: Interview) -> bool:
    kinds = [type(entry) for entry in in_order(interview.log)]
    decisive = [kind for kind in kinds if kind in (Cancelled, DidNotTakePlace, Rescheduled)]
    return decisive[-1:] in ([Cancelled], [DidNotTakePlace])


def _merged_whole(before: Interview, one: Incoming) -> Interview:
    """The facts of the file, and the log entries of both: nothing recorded here is lost to an older file."""
    here = {_unnumbered(entry) for entry in before.log}
    fresh = tuple(_unnumbered(entry) for entry in one.interview.log if _unnumbered(entry) not in here)
    return replace(one.interview, id=before.id, rev=before.rev, received=before.received, log=(*before.log, *fresh))


def _unnumbered(entry: Entry) -> Entry:
    return replace(entry, id=0)


def _differences(before: Interview, after: Interview) -> tuple[Difference, ...]:
    old, new = form.as_fields(before), form.as_fields(after)
    changed = [Difference(name, old[name], new[name]) for name in old if old[name] != new[name]]
    more = len(after.log) - len(before.log)
    if more > 0:
        kinds = ", ".join(entry.kind for entry in after.log[-more:])
        changed.append(Difference("log", f"{len(before.log)} entries", f"and {kinds}"))
    return tuple(changed)


def _zone(interview: Interview) -> ZoneInfo:
    return ZoneInfo(interview.time_zone)


def _what(interview: Interview) -> str:
    return harmless(f"{interview.company}, {interview.role}".strip(", "))


def summary(rows: Iterable[Row], left_out: Collection[int] = ()) -> str:
    """How many of each kind: "2 new, 1 the same"; those in the places `left_out` are counted apart."""
    words = {Kind.NEW: "new", Kind.CHANGED: "changed", Kind.SAME: "the same", Kind.REFUSED: "refused"}
    kinds = [row.kind for place, row in enumerate(rows) if place not in left_out]
    counted = [f"{kinds.count(kind)} {word}" for kind, word in words.items() if kind in kinds]
    if left_out:
        counted.append(f"{len(left_out)} left out")
    return ", ".join(counted) or "nothing found"

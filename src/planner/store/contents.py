"""The content of a data file, as TinyDB's tables and as the State they make, and the way from one State to the next."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import count, pairwise
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from tinydb.table import Document as Row
from tinydb.table import Table

from planner.domain.differences import new_in
from planner.domain.errors import BadInput
from planner.domain.interview import Interview
from planner.formats.entries import Document
from planner.formats.records import encode_interview
from planner.formats.values import Read, fields, number, wrong
from planner.planning.state import State, Step
from planner.store.line import line_of
from planner.store.starts import Starts
from planner.store.steps import decode_step, encode_step, read_again, step_in_pieces
from planner.store.storage import Copy, Database, Shelf, Tables

T = TypeVar("T")

_NAMES = ("counters", "interviews", "undo", "redo")
_COUNTERS = ("next_id", "next_entry")
_AT_ONCE = 500
"""New documents that are held until they are written; more are made one by one, as they take the room of the file."""
_ONLY = 1  # the number of the one document among the counters


class Contents(NamedTuple):
    """One version: the State, the tables it stands in, and the numbers its steps have there.

    `migrated` says that the file itself is of an older form, `moved` which interviews start at another time now, as
    the clocks of their zone have other rules.
    """

    state: State
    tables: Tables
    undo: Mapping[int, Step]
    redo: Mapping[int, Step]
    migrated: bool = False
    moved: frozenset[int] = frozenset()

    @property
    def is_held(self) -> bool:
        """Whether there are values among the documents, as thousands of them came together."""
        return not all(set(map(type, table.values())) <= {bytes, dict} for table in self.tables.values())


NOTHING = Contents(State(), {name: {} for name in _NAMES}, {}, {})
"""What there is before the first change."""


def read(content: object) -> Contents:
    """The version that the content of a file, in today's schema, holds. Raises BadInput, naming the place."""
    top = fields(content, "file", _TOP, tuple(_TOP))
    starts = Starts()
    with Database(storage=lambda: Copy(top["tables"])) as database:
        counters = _read(database.table("counters"), _decode_counters)
        interviews = _read(database.table("interviews"), partial(_decode_interview, starts))
        undo = _read(database.table("undo"), decode_step)
        redo = _read(database.table("redo"), decode_step)
    if list(counters) != [_ONLY]:
        raise BadInput("counters does not hold the one document it should.", "", "counters")
    state = State(
        revision=top["revision"],
        interviews=MappingProxyType(interviews),
        next_id=max(counters[_ONLY]["next_id"], *(id_ + 1 for id_ in interviews), 1),
        next_entry=counters[_ONLY]["next_entry"],
        undo=tuple(undo.values()),
        redo=tuple(redo.values()),
    )
    return Contents(state, top["tables"], undo, redo, moved=frozenset(starts.moved))


def advanced(before: Contents, after: State) -> Contents:
    """The version that follows when `after` is the State; what it shares with `before` is left as it is.

    What is new is read again from its document: the State of the version holds what will be read. Raises BadInput for
    what could not be read again, ValueError for a State that is not the next one.
    """
    copy = Copy(before.tables)
    with Database(storage=lambda: copy) as database:
        change = _Change(before.state.interviews, after.interviews)
        _check(before.state, after, change.new)
        decode, step = partial(_decode_interview, Starts()), _Form(encode_step, decode_step, read_again)
        one = _Form(encode_interview, decode, lambda value, place: decode(encode_interview(value), place))
        interviews = _put(database.shelf("interviews"), change, one)
        undo = _put(database.shelf("undo"), _changed_steps(before.undo, after.undo), step)
        redo = _put(database.shelf("redo"), _changed_steps(before.redo, after.redo), step)
        counters = {name: getattr(after, name) for name in _COUNTERS}
        database.table("counters").truncate()
        database.table("counters").insert(_row(counters, _ONLY))
    state = after._replace(
        interviews=MappingProxyType(interviews),
        undo=tuple(undo.values()),
        redo=tuple(redo.values()),
    )
    return Contents(state, copy.tables, undo, redo, moved=before.moved & (interviews.keys() - change.new.keys()))


class _Form(NamedTuple, Generic[T]):
    """How the values of a table become documents, and what is read of one; `again` both, of one that is large."""

    encode: Callable[[T], Document]
    decode: Callable[[object, str], T]
    again: Callable[[T, str], T]


class _Change(Generic[T]):
    """From which numbered values to which: `new` are those that were not there, or were others; `gone` their like."""

    def __init__(self, before: Mapping[int, T], after: Mapping[int, T]) -> None:
        self.after = after
        self.new = new_in(after, before)
        self.gone = [*(before.keys() - after.keys()), *(self.new.keys() & before.keys())]


def _read(table: Table, decode: Callable[[object, str], T]) -> dict[int, T]:
    found = {int(row.doc_id): decode(row, f"{table.name}.{row.doc_id}") for row in table}
    return {key: found[key] for key in sorted(found)}


def _put(table: Shelf, change: _Change[T], form: _Form[T]) -> dict[int, T]:
    """Makes the change in the table; returns all that it then holds."""
    gone: list[Any] = [str(key) for key in change.gone]
    if gone:
        table.remove(doc_ids=gone)
    found = dict(change.after)
    held = sum(map(_interviews_in, change.new.values())) > _AT_ONCE
    rows: list[Row] = []
    for key, value in change.new.items():
        place = f"{table.name}.{key}"
        if held:
            again = form.again(value, place)
        else:
            document = form.encode(value)
            again = form.decode(document, place)
            rows.append(_row(document, key))
        if again != value:
            found[key] = again
    if held:
        table.hold((str(key), found[key]) for key in change.new)
    elif rows:
        table.insert_multiple(rows)
    ordered = sorted(found)
    return found if ordered == [*found] else {key: found[key] for key in ordered}


def in_pieces(number: str, found: bytes | Interview | Step) -> Iterator[bytes]:
    """The line of what a table holds, or the pieces of a long one."""
    match found:
        case bytes():
            yield found
        case Step():
            yield from step_in_pieces(number, found)
        case Interview():
            yield line_of(number, encode_interview(found))


def _interviews_in(value: object) -> int:
    return len(value.restores) if isinstance(value, Step) else 1


def _row(document: Document, key: int) -> Row:
    return Row(document, str(key))  # type: ignore[arg-type]


def _changed_steps(before: Mapping[int, Step], steps: tuple[Step, ...]) -> _Change[Step]:
    """The steps by the numbers they have in the file, a new one by the next: what stays is not written again."""
    numbers = {id(step): key for key, step in before.items()}
    free = count(max(before, default=0) + 1)
    found = [numbers.get(id(step)) or next(free) for step in steps]
    if any(key >= following for key, following in pairwise(found)):
        return _Change(before, dict(enumerate(steps, 1)))
    return _Change(before, dict(zip(found, steps, strict=True)))


def _check(before: State, after: State, new: Mapping[int, Interview]) -> None:
    """Holds the State to what it promises, before it becomes the truth."""
    if after.revision != before.revision + 1:
        raise ValueError(f"revision {after.revision} does not follow {before.revision}")
    if after.next_id < before.next_id or after.next_entry < before.next_entry:
        raise ValueError("a counter went back")
    for id_, interview in new.items():
        if interview.id != id_ or not 0 < id_ < after.next_id:
            raise ValueError(f"interview {interview.id} stands at {id_}, the next being {after.next_id}")
        if any(not 0 < entry.id < after.next_entry for entry in interview.log):
            raise ValueError(f"interview {id_} has a log entry without a number")


def _tables(value: object, name: str) -> Tables:
    return fields(value, name, dict.fromkeys(_NAMES, _documents), _NAMES)


def _documents(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise wrong(value, name, "an object")
    for key, row in value.items():
        if not (key.isascii() and key.isdecimal() and key[0] != "0"):
            raise wrong(key, name, "a number from 1 on")
        if not isinstance(row, dict):  # which TinyDB does not look at
            raise wrong(row, f"{name}.{key}", "an object")
    return value


def _decode_interview(starts: Starts, document: object, place: str) -> Interview:
    interview = starts.decode(document, place)
    if place != f"interviews.{interview.id}":
        raise wrong(interview.id, f"{place}.id", "the number it stands under")
    return interview


def _decode_counters(document: object, place: str) -> dict[str, int]:
    return fields(document, place, dict.fromkeys(_COUNTERS, number(1)), _COUNTERS)


_TOP: dict[str, Read[Any]] = {
    "format": lambda value, _name: value,  # seen to by `layout.parsed`,
    "schema": lambda value, _name: value,  # and by the migrations
    "revision": number(1),
    "tables": _tables,
}

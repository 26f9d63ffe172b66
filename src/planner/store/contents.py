"""The content of a data file, as TinyDB's tables and as the State they make, and the way from one State to the next."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import count, pairwise
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from planner.domain.differences import new_in
from planner.domain.errors import BadInput
from planner.domain.interview import Interview
from planner.formats.records import encode_interview
from planner.formats.values import Read, fields, number, wrong
from planner.planning.state import State, Step
from planner.store.layout import NAMES
from planner.store.rows import Rows, whole
from planner.store.starts import Starts
from planner.store.steps import decode_step, in_pieces, read_again
from planner.store.storage import Copy, Shelf, Tables

T = TypeVar("T")

_COUNTERS = ("next_id", "next_entry")
_MANY = 500  # more are written as they are made, as all of them would take the room of a large file
_DIGITS = 18  # of thousands Python makes no number
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
    def brings_many(self) -> bool:
        """Whether so many interviews are new in it, or restored by a new step, that they take the room of a large file."""
        return any(sum(map(_interviews_in, table.new.values())) > _MANY for table in self.tables.values())


NOTHING = Contents(State(), dict.fromkeys(NAMES, Rows()), {}, {})
"""What there is before the first change."""


def read(content: object) -> Contents:
    """The version that the content of a file, in today's schema, holds. Raises BadInput, naming the place."""
    top = fields(content, "file", _TOP, tuple(_TOP))
    starts, copy = Starts(), Copy(top["tables"])
    counters = _read(Shelf(copy, "counters"), _decode_counters)
    interviews = _read(Shelf(copy, "interviews"), partial(_decode_interview, starts))
    undo = _read(Shelf(copy, "undo"), decode_step)
    redo = _read(Shelf(copy, "redo"), decode_step)
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
    change = _Change(before.state.interviews, after.interviews)
    _check(before.state, after, change.new)
    copy = Copy(before.tables)
    decode = partial(_decode_interview, Starts())
    interviews = _put(
        Shelf(copy, "interviews"),
        change,
        lambda interview, place: decode(encode_interview(interview), place),
        lambda interview: whole(encode_interview(interview)),
    )
    undo = _put(Shelf(copy, "undo"), _changed_steps(before.undo, after.undo), read_again, in_pieces)
    redo = _put(Shelf(copy, "redo"), _changed_steps(before.redo, after.redo), read_again, in_pieces)
    Shelf(copy, "counters").put({_ONLY: {name: getattr(after, name) for name in _COUNTERS}}, whole)
    state = after._replace(
        interviews=MappingProxyType(interviews),
        undo=tuple(undo.values()),
        redo=tuple(redo.values()),
    )
    moved = frozenset(id_ for id_ in before.moved if id_ in interviews and id_ not in change.new)
    return Contents(state, copy.tables, undo, redo, moved=moved)


class _Change(Generic[T]):
    """From which numbered values to which: `new` are those that were not there, or were others."""

    def __init__(self, before: Mapping[int, T], after: Mapping[int, T]) -> None:
        self.after = after
        self.new = new_in(after, before)
        self.gone = before.keys() - after.keys()


def _read(table: Shelf, decode: Callable[[object, str], T]) -> dict[int, T]:
    return {row.doc_id: decode(row, f"{table.name}.{row.doc_id}") for row in table}


def _put(
    table: Shelf,
    change: _Change[T],
    read_again: Callable[[T, str], T],
    pieces: Callable[[T], Iterable[str]],
) -> dict[int, T]:
    """Makes the change in the table; returns all that it then holds."""
    found = dict(change.after)
    for key, value in change.new.items():
        again = read_again(value, f"{table.name}.{key}")
        if again != value:
            found[key] = again
    table.put({key: found.get(key) for key in (*change.new, *change.gone)}, pieces)
    ordered = sorted(found)
    return found if ordered == [*found] else {key: found[key] for key in ordered}


def _interviews_in(value: object) -> int:
    return len(value.restores) if isinstance(value, Step) else 1


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
    return fields(value, name, dict.fromkeys(NAMES, _documents), NAMES)


def _documents(value: object, name: str) -> Rows:
    if isinstance(value, Rows):
        return value
    if not isinstance(value, dict):
        raise wrong(value, name, "an object")
    for key, row in value.items():
        if not (key.isascii() and key.isdecimal() and key[0] != "0" and len(key) <= _DIGITS):
            raise wrong(key, name, "a number from 1 on")
        if not isinstance(row, dict):  # which TinyDB does not look at
            raise wrong(row, f"{name}.{key}", "an object")
    return Rows(new={int(key): row for key, row in value.items()})


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

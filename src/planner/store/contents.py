"""The content of a data file, as TinyDB's tables and as the State they make, and the way from one State to the next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count, pairwise
from types import MappingProxyType
from typing import Any, TypeVar

from tinydb import TinyDB
from tinydb.table import Document as Row
from tinydb.table import Table

from planner.domain.errors import BadInput
from planner.domain.interview import Interview
from planner.formats.entries import Document
from planner.formats.records import decode_interview, encode_interview
from planner.formats.values import fields, number, wrong
from planner.planning.state import State, Step
from planner.store.steps import decode_step, encode_step
from planner.store.storage import Copy, Tables

T = TypeVar("T")

_NAMES = ("counters", "interviews", "undo", "redo")
_COUNTERS = ("next_id", "next_entry")
_ONLY = 1  # the number of the one document among the counters


@dataclass(frozen=True, slots=True)
class Contents:
    """One version: the State, the tables it stands in, and the numbers its steps have there."""

    state: State
    tables: Tables
    undo: Mapping[int, Step]
    redo: Mapping[int, Step]


NOTHING = Contents(State(), {name: {} for name in _NAMES}, {}, {})
"""What there is before the first change."""


def read(content: object) -> Contents:
    """The version that the content of a file, in today's schema, holds. Raises BadInput, naming the place."""
    top = fields(content, "file", {"format": _as_is, "schema": _as_is, "revision": number(1), "tables": _tables}, _TOP)
    tables: Tables = top["tables"]
    with TinyDB(storage=lambda: Copy(tables)) as database:
        counters = _rows(_table(database, "counters"), _decode_counters)
        interviews = _rows(_table(database, "interviews"), _decode_interview)
        undo = _rows(_table(database, "undo"), decode_step)
        redo = _rows(_table(database, "redo"), decode_step)
    if list(counters) != [_ONLY]:
        raise BadInput("counters holds not the one document it should.", "", "counters")
    state = State(
        revision=top["revision"],
        interviews=MappingProxyType(interviews),
        next_id=max(counters[_ONLY]["next_id"], *(id_ + 1 for id_ in interviews), 1),
        next_entry=counters[_ONLY]["next_entry"],
        undo=tuple(undo.values()),
        redo=tuple(redo.values()),
    )
    return Contents(state, tables, undo, redo)


def advanced(before: Contents, after: State) -> Contents:
    """The version that follows when `after` is the State; what it shares with `before` is left as it is.

    What is new is read again from its document, and that is what the State returned holds. Raises BadInput for what
    could not be read again, ValueError for a State that is not the next one.
    """
    _check(before.state, after)
    copy = Copy(before.tables)
    with TinyDB(storage=lambda: copy) as database:
        interviews = _put(
            _table(database, "interviews"), before.state.interviews, after.interviews, encode_interview, _decode_interview
        )
        undo = _put(
            _table(database, "undo"), before.undo, _numbered(before.undo, after.undo), encode_step, decode_step
        )
        redo = _put(
            _table(database, "redo"), before.redo, _numbered(before.redo, after.redo), encode_step, decode_step
        )
        counters = _table(database, "counters")
        counters.truncate()
        counters.insert(Row({name: getattr(after, name) for name in _COUNTERS}, _ONLY))
    state = replace(
        after,
        interviews=MappingProxyType(interviews),
        undo=tuple(undo.values()),
        redo=tuple(redo.values()),
    )
    return Contents(state, copy.tables, undo, redo)


def _table(database: TinyDB, name: str) -> Table:
    """A table without a query cache, which would not see what another process writes."""
    return database.table(name, cache_size=0)


def _rows(table: Table, decode: Callable[[object, str], T]) -> dict[int, T]:
    return dict(sorted((row.doc_id, decode(row, f"{table.name}.{row.doc_id}")) for row in table))


def _put(
    table: Table,
    before: Mapping[int, T],
    after: Mapping[int, T],
    encode: Callable[[T], Document],
    decode: Callable[[object, str], T],
) -> dict[int, T]:
    """Makes the table hold `after`, touching only what is another value than `before`; returns what it then holds."""
    new = {key: encode(value) for key, value in after.items() if before.get(key) is not value}
    gone = [key for key in before if key in new or key not in after]
    if gone:
        table.remove(doc_ids=gone)
    if new:
        table.insert_multiple(Row(document, key) for key, document in new.items())
    again = {key: decode(document, f"{table.name}.{key}") for key, document in new.items()}
    return dict(sorted((dict(after) | again).items()))


def _numbered(before: Mapping[int, Step], steps: tuple[Step, ...]) -> Mapping[int, Step]:
    """The steps by the numbers they have in the file, a new one by the next: so that what stays is not written again."""
    numbers = {id(step): key for key, step in before.items()}
    free = count(max(before, default=0) + 1)
    found = [numbers.get(id(step)) or next(free) for step in steps]
    if any(key >= following for key, following in pairwise(found)):
        return dict(enumerate(steps, 1))
    return dict(zip(found, steps, strict=True))


def _check(before: State, after: State) -> None:
    """Holds the State to what it promises, before it becomes the truth."""
    if after.revision != before.revision + 1:
        raise ValueError(f"revision {after.revision} does not follow {before.revision}")
    if after.next_id < before.next_id or after.next_entry < before.next_entry:
        raise ValueError("a counter went back")
    for id_, interview in after.interviews.items():
        if before.interviews.get(id_) is not interview:
            if interview.id != id_ or not 0 < id_ < after.next_id:
                raise ValueError(f"interview {interview.id} stands at {id_}, the next being {after.next_id}")
            if any(not 0 < entry.id < after.next_entry for entry in interview.log):
                raise ValueError(f"interview {id_} has a log entry without a number")


def _as_is(value: object, _name: str) -> object:
    """What `layout.parsed` and the migrations have looked at."""
    return value


def _tables(value: object, name: str) -> Tables:
    return fields(value, name, dict.fromkeys(_NAMES, _documents), _NAMES)


def _documents(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise wrong(value, name, "an object")
    for key in value:
        if not (key.isascii() and key.isdecimal() and key[0] != "0"):
            raise wrong(key, name, "a number from 1 on")
    return value


def _decode_interview(document: object, place: str) -> Interview:
    interview = decode_interview(document, place)
    if place != f"interviews.{interview.id}":
        raise wrong(interview.id, f"{place}.id", "the number it stands under")
    return interview


def _decode_counters(document: object, place: str) -> dict[str, int]:
    return fields(document, place, dict.fromkeys(_COUNTERS, number(1)), _COUNTERS)


_TOP = ("format", "schema", "revision", "tables")

"""JSON values, one at a time: what each kind of field may hold, and how a refusal names the place."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from planner.domain.errors import BadInput
from planner.domain.text import NAME_LIMIT, harmless, many_lines, one_line
from planner.domain.zones import YEARS

T = TypeVar("T")
S = TypeVar("S", bound=StrEnum)
D = TypeVar("D", bound=date)

Read = Callable[[object, str], T]
"""Turns a JSON value into one of ours; the second argument is its name, with which a refusal begins."""

# Python itself reads more (weeks, no hyphens, an hour alone), and each version other things.
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FRACTION = r"(?::\d\d(?:\.\d{1,6})?)?"
_TIME = re.compile(rf"\d{{4}}-\d\d-\d\dT\d\d:\d\d{_FRACTION}(?:Z|[+-]\d\d:\d\d{_FRACTION})?", re.ASCII)
_SHOWN = 60


def wrong(value: object, name: str, wanted: str) -> BadInput:
    """The refusal of a value: where it stands, what it is, and what would be taken."""
    return BadInput(f"{name}: {_shown(value)} is not {wanted}.", "", name)


def each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these fields; Python would keep the last of two of one name, without a word."""
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise wrong(twice, "A field", "to be given twice")
    return found


def within(place: str, error: BadInput) -> BadInput:
    """The same refusal, told from further outside."""
    return BadInput(f"{place}.{error.sentence}", error.hint, f"{place}.{error.field}")


def line(limit: int = NAME_LIMIT, *, needed: bool = False) -> Read[str]:
    """One line of text; with `needed`, not an empty one."""

    def read(value: object, name: str) -> str:
        if not isinstance(value, str):
            raise wrong(value, name, "text")
        text = one_line(value, name, limit)
        if needed and not text:
            raise BadInput(f"{name} is empty.", "", name)
        return text

    return read


def lines(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise wrong(value, name, "text")
    return many_lines(value, name)


def number(first: int, last: int | None = None) -> Read[int]:
    """A whole number from `first` to `last`, or from `first` on."""
    wanted = f"a whole number from {first} " + ("on" if last is None else f"to {last}")

    def read(value: object, name: str) -> int:
        # True is an int to Python.
        if isinstance(value, bool) or not isinstance(value, int) or not first <= value <= (last or value):
            raise wrong(value, name, wanted)
        return value

    return read


def flag(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise wrong(value, name, "true or false")
    return value


def one_of(*choices: S) -> Read[S]:
    known = {choice.value: choice for choice in choices}

    def read(value: object, name: str) -> S:
        if not isinstance(value, str) or value not in known:
            raise wrong(value, name, f"one of {', '.join(known)}")
        return known[value]

    return read


def _of_form(form: re.Pattern[str], make: Callable[[str], D], wanted: str) -> Read[D]:
    def read(value: object, name: str) -> D:
        if isinstance(value, str) and form.fullmatch(value):
            try:
                made = make(value)
            except ValueError:  # a day or an hour there is not
                raise wrong(value, name, wanted) from None
            if made.year in YEARS:
                return made
        raise wrong(value, name, wanted)

    return read


day = _of_form(_DAY, date.fromisoformat, "a date such as 2026-12-04")

time = _of_form(_TIME, datetime.fromisoformat, "a time such as 2026-11-23T14:00")
"""A time with an offset, or a wall time without one."""


def instant(value: object, name: str) -> datetime:
    """A time with an offset, which is kept."""
    moment = time(value, name)
    if moment.tzinfo is None:
        raise wrong(value, name, "a time with an offset such as 2026-11-23T14:00-05:00")
    return moment


def maybe(read: Read[T]) -> Read[T | None]:
    """What `read` takes, or null."""
    return lambda value, name: None if value is None else read(value, name)


def several(read: Read[T]) -> Read[tuple[T, ...]]:
    """A list in which `read` takes each."""

    def read_all(value: object, name: str) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise wrong(value, name, "a list")
        try:
            return tuple([read(each, name) for each in value])
        except BadInput:  # which of them it is, is looked for only where one is wrong
            return tuple([read(each, f"{name}[{index}]") for index, each in enumerate(value)])

    return read_all


def fields(value: object, place: str, table: Mapping[str, Read[Any]], needed: Iterable[str] = ()) -> dict[str, Any]:
    """The fields of an object, each as `table` reads it; refused are one it does not hold, and a needed one missing."""
    if not isinstance(value, dict):
        raise wrong(value, place, "an object")
    found = {}
    try:
        for name, each in value.items():
            read = table.get(name)
            if read is None:
                raise BadInput(f"{_shown(name)[1:-1]} is no field here.", f"Known are {', '.join(table)}.", name)
            found[name] = read(each, name)
    except BadInput as error:
        raise within(place, error) from error
    for name in needed:
        if name not in found:
            raise BadInput(f"{place} has no {name}.", "", f"{place}.{name}")
    return found


def _shown(value: object) -> str:
    """The value, short and harmless to a terminal."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    text = json.dumps(value[:_SHOWN] if isinstance(value, str) else value, ensure_ascii=False)
    return harmless(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")

"""Log entries as documents: for each kind, the fields it may have and those it must."""

from dataclasses import replace
from itertools import count
from typing import Any

from planner.domain.errors import BadInput
from planner.domain.log import (
    KINDS,
    Channel,
    Days,
    Entry,
    FollowedUp,
    Obstacle,
    Outcome,
    Rescheduled,
    Result,
    Thanked,
    ToldCallBack,
    ToldDecision,
    ToldObstacle,
)
from planner.formats.values import Read, day, fields, flag, instant, line, lines, number, one_of, several, wrong

Document = dict[str, Any]

_COMMON: dict[str, Read[Any]] = {"id": number(1), "at": instant, "kind": lambda kind, _name: kind, "words": lines}
_DAYS: dict[str, Read[Any]] = {"on": day, "from": day, "to": day}
_OWN: dict[str, dict[str, Read[Any]]] = {
    "thanked": {"to": line(), "channel": one_of(Channel.EMAIL, Channel.CARD, Channel.OTHER)},
    "followed_up": {"channel": one_of(Channel.CALL, Channel.EMAIL, Channel.OTHER), "anyway": flag},
    "told_decision": _DAYS,
    "told_call_back": _DAYS,
    "told_obstacle": {"what": one_of(*Obstacle)},
    "outcome": {"what": one_of(*Result)},
    "rescheduled": {"was": instant},
}
_FIELDS = {kind: _COMMON | _OWN.get(kind, {}) for kind in KINDS}
_NEEDED = {kind: ("at", *(name for name in ("what", "was") if name in _FIELDS[kind])) for kind in KINDS}


def encode_entry(entry: Entry) -> Document:
    """The document of one entry; `at` keeps its offset."""
    document: Document = {"id": entry.id} if entry.id else {}
    document |= {"at": entry.at.isoformat(), "kind": entry.kind}
    match entry:
        case Thanked():
            document |= ({"to": entry.to} if entry.to else {}) | {"channel": entry.channel.value}
        case FollowedUp():
            document |= {"channel": entry.channel.value} | ({"anyway": True} if entry.anyway else {})
        case ToldDecision(days=Days() as days) | ToldCallBack(days=days):
            document |= _encode_days(days)
        case ToldObstacle() | Outcome():
            document["what"] = entry.what.value
        case Rescheduled():
            document["was"] = entry.was.isoformat()
        case _:
            pass
    if entry.words:
        document["words"] = entry.words
    return document


def decode_entry(document: object, place: str) -> Entry:
    """The entry of one document; `id` is 0 where it has none. Raises BadInput, naming the place."""
    if not isinstance(document, dict):
        raise wrong(document, place, "an object")
    if "kind" not in document:
        raise BadInput(f"{place} has no kind.", f"It is one of {', '.join(KINDS)}.", f"{place}.kind")
    kind = document["kind"]
    if not isinstance(kind, str) or kind not in KINDS:
        raise wrong(kind, f"{place}.kind", f"one of {', '.join(KINDS)}")
    found = fields(document, place, _FIELDS[kind], _NEEDED[kind])
    del found["kind"]
    if _OWN.get(kind) is _DAYS:
        found = _with_days(found, place, needed=kind == ToldCallBack.kind)
    return KINDS[kind](**found)


_entries = several(decode_entry)


def decode_log(document: object, place: str) -> tuple[Entry, ...]:
    """The entries of a list, in its order. Those without an `id` get the next numbers; one used twice is refused."""
    found = _entries(document, place)
    given: set[int] = set()
    for index, entry in enumerate(found):
        if entry.id and entry.id in given:
            raise BadInput(f"{place}[{index}].id: {entry.id} is used twice.", "", f"{place}[{index}].id")
        given.add(entry.id)
    if 0 not in given:
        return found
    free = count(max(given) + 1)
    return tuple(entry if entry.id else replace(entry, id=next(free)) for entry in found)


def _encode_days(days: Days) -> Document:
    if days.is_range:
        return {"from": days.first.isoformat(), "to": days.last.isoformat()}
    return {"on": days.first.isoformat()}


def _with_days(found: Document, place: str, *, needed: bool) -> Document:
    """`found` with its `on`, or its `from` and `to`, made into `days`."""
    given = [name for name in _DAYS if name in found]
    if not given and not needed:
        return found
    if given not in (["on"], ["from", "to"]):
        raise BadInput(f"{place} needs either on, or from and to.", "", place)
    first, last = found.pop(given[0]), found.pop(given[-1], None)
    if last and last < first:
        raise BadInput(f"{place}: the range ends ({last}) before it begins ({first}).", "", f"{place}.to")
    return found | {"days": Days(first, last or first)}

"""Earlier versions of the data file: what going back to one would change, and the step that goes back."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum

from planner.domain import wording
from planner.domain.interview import Interview
from planner.domain.log import Entry
from planner.planning.fields import as_fields
from planner.planning.phrases import entry_title, name_of
from planner.planning.state import State
from planner.planning.transfer.found import Difference

WORDS_SHOWN = 60


class Fate(StrEnum):
    """What going back would do to an interview."""

    BACK = "comes back"
    GOES = "goes"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Turn:
    """What becomes of one interview; `differences` are between how it is and how it would be."""

    fate: Fate
    id: int
    what: str
    differences: tuple[Difference, ...] = ()


def turns(state: State, then: State, today: date) -> tuple[Turn, ...]:
    """What going back from `state` to `then` would do, by number; nothing is said of what stays as it is."""
    return tuple(
        turn
        for id_ in sorted({*state.interviews, *then.interviews})
        for turn in _turns(state.interviews.get(id_), then.interviews.get(id_), today)
    )


def back_to(state: State, then: State, title: str, at: datetime, session: str) -> State:
    """`state` with the interviews of `then`, as one step that can be undone; itself where they are the same.

    The counters only grow: a number that was given since is given to nothing else.
    """
    after: dict[int, Interview | None] = {id_: None for id_ in state.interviews if id_ not in then.interviews}
    after |= {id_: one for id_, one in then.interviews.items() if not _alike(state.interviews.get(id_), one)}
    if not after:
        return state
    changed = state.changed(title, at, session, after)
    return changed._replace(
        next_id=max(changed.next_id, then.next_id),
        next_entry=max(changed.next_entry, then.next_entry),
    )


def _turns(before: Interview | None, after: Interview | None, today: date) -> Iterator[Turn]:
    if before and after and before.uid == after.uid:
        if not _alike(before, after):
            yield Turn(Fate.CHANGES, after.id, name_of(after), tuple(_differences(before, after, today)))
        return
    if before:
        yield Turn(Fate.GOES, before.id, name_of(before))
    if after:
        yield Turn(Fate.BACK, after.id, name_of(after))


def _alike(one: Interview | None, other: Interview) -> bool:
    """Whether they say the same, whichever change last touched them."""
    return one is not None and replace(one, rev=0) == replace(other, rev=0)


def _differences(before: Interview, after: Interview, today: date) -> Iterator[Difference]:
    old, new = as_fields(before), as_fields(after)
    found = [Difference(name, old[name], new[name]) for name in old if old[name] != new[name]]
    entries, entries_then = ({entry.id: entry for entry in one.log} for one in (before, after))
    for id_ in sorted({*entries, *entries_then}):
        if entries.get(id_) != entries_then.get(id_):
            told = (_told(entries.get(id_), today), _told(entries_then.get(id_), today))
            found.append(Difference(f"log entry {id_}", *told))
    if not found:  # what no form shows, such as a postal address
        names = [one.name for one in fields(Interview) if getattr(before, one.name) != getattr(after, one.name)]
        found = [Difference(name, "as it is", "as it was") for name in names if name != "rev"]
    yield from found


def _told(entry: Entry | None, today: date) -> str:
    if entry is None:
        return ""
    words = f": {entry.words[:WORDS_SHOWN]}" if entry.words else ""
    return f"{entry_title(entry, today)}, {wording.moment(entry.at, today)}{words}"

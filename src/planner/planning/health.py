"""What an examination finds: is it right, what does it mean, what is to be done, and what can be put right at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from planner.domain import wording
from planner.domain.log import FollowedUp, Thanked
from planner.planning.ports import Store
from planner.planning.state import State

# A clock may run a little behind another one.
SLACK = timedelta(minutes=5)
_SHOWN = 3


class Sign(StrEnum):
    """How things stand. A hint is worth knowing, and nothing that needs to be put right."""

    FINE = "fine"
    HINT = "hint"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Repair:
    """What would put it right: `question` asks for consent, `do` does it and says what was done, or raises."""

    question: str
    do: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Check:
    """One finding on what `about` names: `found` is what there is, `remedy` what to do about it."""

    about: str
    sign: Sign
    found: str
    remedy: str = ""
    repair: Repair | None = None

    @property
    def is_wrong(self) -> bool:
        return self.sign is Sign.WRONG


def examined(state: State, store: Store, now: datetime) -> Iterator[Check]:
    """What is to be said of the content of a data file that can be opened; `store` is where it would be put right."""
    yield _numbers(state, store)
    yield _identities(state)
    yield from _log(state, now)
    if state.undo and state.undo[-1].at > now + SLACK:
        told = wording.moment(state.undo[-1].at.astimezone(now.tzinfo), now.date())
        yield Check(
            "Clock",
            Sign.HINT,
            f"The last change was made at {told}, which has not come yet by this machine's clock.",
            "Check the clock. Nothing is lost: changes are told apart by their number, not by their time.",
        )


def numbered_on(state: State) -> State:
    """`state` with counters that are above every number in use; itself where they are."""
    ids = [*state.interviews, *(id_ for step in (*state.undo, *state.redo) for id_, _ in step.restores)]
    interviews = [*state.interviews.values()]
    interviews += [one for step in (*state.undo, *state.redo) for _, one in step.restores if one]
    next_id = max(state.next_id, *(id_ + 1 for id_ in ids), 1)
    next_entry = max(state.next_entry, *(entry.id + 1 for one in interviews for entry in one.log), 1)
    if (next_id, next_entry) == (state.next_id, state.next_entry):
        return state
    return state._replace(revision=state.revision + 1, next_id=next_id, next_entry=next_entry)


def _numbers(state: State, store: Store) -> Check:
    if numbered_on(state) is state:
        return Check("Numbers", Sign.FINE, f"The next interview is number {state.next_id}; no number is given twice.")

    def repair() -> str:
        after = store.commit(numbered_on)
        return f"The next interview is number {after.next_id} now."

    return Check(
        "Numbers",
        Sign.WRONG,
        "The counters stand below numbers in use: a new interview or entry could get the number of another.",
        "planner doctor --repair raises them.",
        Repair("Raise the counters above every number in use?", repair),
    )


def _identities(state: State) -> Check:
    known: dict[str, list[int]] = {}
    for interview in state.interviews.values():
        known.setdefault(interview.uid, []).append(interview.id)
    twice = [ids for ids in known.values() if len(ids) > 1]
    if not twice:
        return Check("Identities", Sign.FINE, "Each interview has its own.")
    first, second, *_ = twice[0]
    return Check(
        "Identities",
        Sign.WRONG,
        f"Interviews {first} and {second} have the same uid: an import could not tell them apart.",
        f"Delete the one you don't need: planner delete {second}.",
    )


def _log(state: State, now: datetime) -> Iterator[Check]:
    entries = [(one, entry) for one in state.interviews.values() for entry in one.log]
    future = [(one.id, entry.id) for one, entry in entries if entry.at > now + SLACK]
    too_early = [
        (one.id, entry.id)
        for one, entry in entries
        if isinstance(entry, Thanked | FollowedUp) and entry.at < one.starts_at
    ]
    if future:
        yield Check(
            "Log",
            Sign.WRONG,
            f"{_named(future)} {_lie(future)} in the future by this machine's clock; dates may be worked out from it.",
            f"Check the clock, or put it right: planner correct {future[0][0]} {future[0][1]} at=WHEN.",
        )
    if too_early:
        yield Check(
            "Log",
            Sign.HINT,
            f"{_named(too_early)} {_lie(too_early)} before the interview begins, though it says what came after.",
            f"If that is a slip: planner correct {too_early[0][0]} {too_early[0][1]} at=WHEN.",
        )
    if not future and not too_early:
        said = "1 entry" if len(entries) == 1 else f"{len(entries):,} entries"
        yield Check("Log", Sign.FINE, f"{said}, none of them in the future.")


def _named(places: list[tuple[int, int]]) -> str:
    """Entries by their numbers; of many, the first."""
    shown = ", ".join(f"{entry} of interview {id_}" for id_, entry in places[:_SHOWN])
    more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    return f"{'Entry' if len(places) == 1 else 'Entries'} {shown}{more}"


def _lie(places: list[tuple[int, int]]) -> str:
    return "lies" if len(places) == 1 else "lie"

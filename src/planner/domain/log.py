"""The log of an interview: what happened, one small class a kind. Nothing that can be computed is stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import ClassVar, TypeVar

from planner.domain.errors import BadInput


class Channel(StrEnum):
    """How a message went out. A card is only for thank-yous, a call only for follow-ups."""

    EMAIL = "email"
    CARD = "card"
    CALL = "call"
    OTHER = "other"


class Obstacle(StrEnum):
    """What they named as standing in the way."""

    START_DATE = "start_date"
    SALARY = "salary"
    OTHER = "other"


class Result(StrEnum):
    """How the pursuit of a role ended, or came to a head."""

    OFFER = "offer"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Days:
    """One day, or a range of days with both ends in it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise BadInput(
                f"The range ends ({self.last}) before it begins ({self.first}).", "Give the earlier day first."
            )

    @classmethod
    def one(cls, day: date) -> "Days":
        return cls(day, day)

    @property
    def is_range(self) -> bool:
        return self.first != self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`at` is the instant it happened (zone-aware); `id` is unique in its interview and never used again.

    A kind that has no more to tell than that is a plain subclass: each dataclass costs every start a millisecond.
    """

    kind: ClassVar[str]
    at: datetime
    id: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanked(Entry):
    """A note went out: to the person named, or, without a name, to everyone owed one."""

    kind: ClassVar[str] = "thanked"
    to: str = ""
    channel: Channel = Channel.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp(Entry):
    """They were asked about the decision; `anyway` when the rules advised against it."""

    kind: ClassVar[str] = "followed_up"
    channel: Channel = Channel.OTHER
    anyway: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDecision(Entry):
    """They said when they decide; `days` is None where the words hold no date ("soon")."""

    kind: ClassVar[str] = "told_decision"
    days: Days | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCallBack(Entry):
    """They said to call back then."""

    kind: ClassVar[str] = "told_call_back"
    days: Days


class ToldNotToContact(Entry):
    __slots__ = ()
    kind = "told_not_to_contact"


class ToldNoThanks(Entry):
    """They asked for no thank-you notes, as some hiring schemes do."""

    __slots__ = ()
    kind = "told_no_thanks"


class ToldOnHold(Entry):
    __slots__ = ()
    kind = "told_on_hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldObstacle(Entry):
    kind: ClassVar[str] = "told_obstacle"
    what: Obstacle


class Heard(Entry):
    """They got in touch, and said nothing that another kind records."""

    __slots__ = ()
    kind = "heard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Entry):
    kind: ClassVar[str] = "outcome"
    what: Result


class Cancelled(Entry):
    __slots__ = ()
    kind = "cancelled"


class DidNotTakePlace(Entry):
    __slots__ = ()
    kind = "did_not_take_place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescheduled(Entry):
    """The start was moved; `was` is the instant it had been. It takes back an earlier cancellation."""

    kind: ClassVar[str] = "rescheduled"
    was: datetime


class Note(Entry):
    __slots__ = ()
    kind = "note"


E = TypeVar("E", bound=Entry)
KINDS: dict[str, type[Entry]] = {
    kind.kind: kind
    for kind in (
        Thanked,
        FollowedUp,
        ToldDecision,
        ToldCallBack,
        ToldNotToContact,
        ToldNoThanks,
        ToldOnHold,
        ToldObstacle,
        Heard,
        Outcome,
        Cancelled,
        DidNotTakePlace,
        Rescheduled,
        Note,
    )
}


DECISIVE: frozenset[type[Entry]] = frozenset({Cancelled, DidNotTakePlace, Rescheduled})
"""The kinds of which the last says whether an interview was called off."""


def in_order(log: Iterable[E]) -> tuple[E, ...]:
    """The log as it is read: by instant, and by place where instants are equal."""
    entries = tuple(log)
    return tuple(sorted(entries, key=_at)) if len(entries) > 1 else entries


def is_called_off(log: Iterable[Entry]) -> bool:
    """Whether it was cancelled or failed to take place, and was not given another time since; `log` is in order."""
    called_off = False
    for entry in log:
        if type(entry) in DECISIVE:
            called_off = not isinstance(entry, Rescheduled)
    return called_off


_at = attrgetter("at")

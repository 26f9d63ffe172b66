"""What an import deals in: what was found in files, what would become of each thing, what a person changes of that."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from planner.domain.interview import Interview, Person
from planner.domain.text import harmless


class Kind(StrEnum):
    """What an import would do with one thing it found."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One interview found in a file. `whole` when the file holds its log too, as our own exports do.

    `loose` when it is a row of somebody's table: one known for that pursuit and day is the same, and keeps what the
    person made of it. `day_only` when its time of day only stands in for one that the table does not tell. Unless
    `round_told`, its round is the next of its pursuit, whatever stands there.
    """

    source: str
    interview: Interview
    cancelled: bool = False
    whole: bool = False
    loose: bool = False
    day_only: bool = False
    round_told: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        return called(self.interview)


@dataclass(frozen=True, slots=True)
class Filled:
    """One row of a table that we wrote: fields of text, as forms have them, of the interview with that uid."""

    source: str
    uid: str
    fields: Mapping[str, str]

    @property
    def what(self) -> str:
        return ", ".join(filter(None, (self.fields.get("company", ""), self.fields.get("role", ""))))


@dataclass(frozen=True, slots=True)
class Card:
    """Someone found in a file of contacts, who may be one of the people of an interview."""

    source: str
    person: Person
    company: str = ""

    @property
    def what(self) -> str:
        return self.person.name


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something found in a file that can't be taken, and why; `asks` names what has to be said for it to be read."""

    source: str
    what: str
    reason: str
    asks: str = ""


def called(interview: Interview) -> str:
    """By what an interview is called among others: its company and role."""
    return harmless(f"{interview.company}, {interview.role}".strip(", "))


@lru_cache(maxsize=64)
def shared(remarks: tuple[str, ...]) -> tuple[str, ...]:
    """The remarks, of which thousands of rows have the same: those are kept once."""
    return remarks


Found = Incoming | Filled | Card | Refusal


class Difference(NamedTuple):
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """What would become of one thing found: `interview` is it as it would be stored; `id` is that of a known one.

    `named` is what a known one is called, and any other that has more than its own name to go by. `also` are further
    interviews that change along with it, with their ids: a contact's, in every round.
    """

    kind: Kind
    found: Found
    interview: Interview | None = None
    id: int | None = None
    differences: tuple[Difference, ...] = ()
    remarks: tuple[str, ...] = ()
    reason: str = ""
    named: str = ""
    also: tuple[Interview, ...] = ()

    @property
    def source(self) -> str:
        return self.found.source

    @property
    def what(self) -> str:
        return self.named or (called(self.interview) if self.interview else harmless(self.found.what))

    @property
    def asks(self) -> str:
        """What has to be said for what is refused to be read ("date_order"); "" where nothing would help."""
        return self.found.asks if isinstance(self.found, Refusal) else ""


def known_id(before: Interview) -> int | None:
    """Its number; None for one that an earlier row of this import brings, which has no revision yet."""
    return before.id if before.rev else None


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person changes of a proposal before it is taken: fields of text, by the place of the row."""

    fields: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    left_out: Collection[int] = frozenset()


AS_FOUND = Corrections()

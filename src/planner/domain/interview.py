"""An interview as the person knows it: a few facts and a log."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from planner.domain.log import Entry
from planner.domain.text import folded_name


class Part(StrEnum):
    """What someone has to do with the interview."""

    INTERVIEWER = "interviewer"
    RECRUITER = "recruiter"
    HIRING_MANAGER = "hiring_manager"
    COORDINATOR = "coordinator"
    AGENCY = "agency"


class Mode(StrEnum):
    VIDEO = "video"
    PHONE = "phone"
    ON_SITE = "on_site"


OWED_A_NOTE = (Part.INTERVIEWER, Part.HIRING_MANAGER)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone at the other side; `main` marks the one to follow up with."""

    name: str
    part: Part = Part.INTERVIEWER
    main: bool = False
    email: str = ""
    phone: str = ""
    postal_address: str = ""


@dataclass(frozen=True, slots=True)
class Flexibility:
    """The room there is on each point, in the person's own words; empty where there is none."""

    start_date: str = ""
    salary: str = ""


class Received(NamedTuple):
    """Which version of an invitation an interview was last read from; a lower one that comes later is old news.

    `uid` is the invitation's where the interview has another: it was here before its invitation came.
    """

    sequence: int
    stamp: datetime | None
    uid: str = ""


class Pursuit(NamedTuple):
    """Which interviews belong together: those for one role at one company, ignoring case and blanks."""

    company: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One appointment and everything known of it.

    `starts_at` is aware, in the zone `time_zone` names (wall time and zone are what is stored).
    `id` is the short number people use, given once and never again. `rev` is the revision of the
    data file that last changed this interview: an edit form compares it. `received` is kept in the
    data file alone, like `rev`.
    """

    uid: str
    company: str
    role: str
    starts_at: datetime
    time_zone: str
    id: int = 0
    rev: int = 0
    received: Received | None = None
    round: int = 1
    minutes: int = 60
    industry: str = ""
    mode: Mode | None = None
    location: str = ""
    no_postal_address: bool = False
    people: tuple[Person, ...] = ()
    flexibility: Flexibility = Flexibility()
    own_offer_deadline: date | None = None
    notes: str = ""
    tags: tuple[str, ...] = ()
    log: tuple[Entry, ...] = ()

    @property
    def ends_at(self) -> datetime:
        """The end, an elapsed `minutes` after the start, in the interview's zone."""
        return (self.starts_at.astimezone(UTC) + timedelta(minutes=self.minutes)).astimezone(self.starts_at.tzinfo)

    @property
    def link(self) -> str:
        """The link to join by, which may stand among other words of the location; "" where there is none."""
        return next((word for word in self.location.split() if word.startswith(("https://", "http://"))), "")

    @property
    def pursuit(self) -> Pursuit:
        return Pursuit(folded_name(self.company), folded_name(self.role))

    @property
    def owed_a_note(self) -> tuple[Person, ...]:
        """The named people who each are owed a note; with none, one note is owed to nobody by name."""
        return tuple(person for person in self.people if person.part in OWED_A_NOTE)

    @property
    def main_contact(self) -> Person | None:
        """Whom to follow up with: the one marked, else the first agency, else the first recruiter, else unknown."""
        return (
            next((person for person in self.people if person.main), None)
            or next((person for person in self.people if person.part is Part.AGENCY), None)
            or next((person for person in self.people if person.part is Part.RECRUITER), None)
        )

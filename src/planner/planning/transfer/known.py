"""What is here already, as the rows of an import look it up; each row that would be taken is added to it."""

from collections.abc import Iterable
from datetime import date

from planner.domain.interview import Interview, Person, Pursuit
from planner.domain.text import folded


class Known:
    """The interviews by uid, by pursuit and day, by the people and companies in them."""

    def __init__(self, interviews: Iterable[Interview]) -> None:
        self._by_uid: dict[str, Interview] = {}
        self._rounds: dict[str, int] = {}
        self._by_day: dict[int, str] | None = None
        self._by_invitation: dict[str, str] = {}
        self._by_time: dict[int, tuple[str, ...]] | None = None
        self._by_person: dict[str, dict[str, None]] | None = None
        for interview in interviews:
            self.put(interview)

    def put(self, interview: Interview) -> None:
        """Adds an interview, or puts another version in its place."""
        self._by_uid[interview.uid] = interview
        pursuit = _pursuit(interview)
        self._rounds[pursuit] = max(self._rounds.get(pursuit, 0), interview.round)
        if self._by_day is not None:
            self._by_day.setdefault(_that_day(interview), interview.uid)
        if self._by_time is not None:
            self._note_time(interview, self._by_time)
        if self._by_person is not None:
            self._note_people(interview, self._by_person)
        if interview.received and interview.received.uid:
            self._by_invitation[interview.received.uid] = interview.uid

    def with_uid(self, uid: str) -> Interview | None:
        """The interview that has that uid, or whose invitation has it."""
        return self._by_uid.get(uid) or self._by_uid.get(self._by_invitation.get(uid, ""))

    def at_that_time(self, interview: Interview) -> Interview | None:
        """An interview of which no invitation was read yet, at the same instant and, as it seems, the same company.

        Of several one for the same role.
        """
        if self._by_time is None:  # only an import of invitations asks
            self._by_time = {}
            for one in self._by_uid.values():
                self._note_time(one, self._by_time)
        there = (self._by_uid[uid] for uid in self._by_time.get(_that_time(interview), ()))
        fitting = (one for one in there if not one.received and _seem_one(one, interview))
        return min(fitting, key=lambda one: one.pursuit.role != interview.pursuit.role, default=None)

    def that_day(self, interview: Interview) -> Interview | None:
        """The interview of the same pursuit on the same day."""
        if self._by_day is None:  # only an import of tables asks
            self._by_day = {}
            for one in self._by_uid.values():
                self._by_day.setdefault(_that_day(one), one.uid)
        there = self._by_uid.get(self._by_day.get(_that_day(interview), ""))
        return there if there and _day_of(there) == _day_of(interview) else None

    def last_round(self, interview: Interview) -> int:
        """The highest round of its pursuit; 0 where there is none."""
        return self._rounds.get(_pursuit(interview), 0)

    def with_person(self, someone: Person) -> list[Interview]:
        """The interviews that have them among their people, by mail address or name; the newest first."""
        found = self._looked_up(*_keys(someone))
        return [one for one in found if any(is_them(someone, person) for person in one.people)]

    def newest_at(self, company: str) -> Interview | None:
        """The newest interview at a company, or else at one of that name with more or less behind it ("GmbH")."""
        name = folded(company)
        if not name:
            return None
        there = self._looked_up(f"at {name}") or self._looked_up(
            f"like {name}", *(f"at {beginning}" for beginning in _beginnings(name))
        )
        return next((one for one in there if _is_one_company(folded(one.company), name)), None)

    def _looked_up(self, *keys: str) -> list[Interview]:
        if self._by_person is None:  # only an import of contacts asks
            self._by_person = {}
            for interview in self._by_uid.values():
                self._note_people(interview, self._by_person)
        uids = {uid: None for key in keys for uid in self._by_person.get(key, {})}
        return sorted((self._by_uid[uid] for uid in uids), key=lambda one: one.starts_at.timestamp(), reverse=True)

    @staticmethod
    def _note_time(interview: Interview, by_time: dict[int, tuple[str, ...]]) -> None:
        if not interview.received:
            key = _that_time(interview)
            by_time[key] = (*by_time.get(key, ()), interview.uid)

    @staticmethod
    def _note_people(interview: Interview, by_person: dict[str, dict[str, None]]) -> None:
        company = folded(interview.company)
        keys = [f"at {company}", *(f"like {beginning}" for beginning in _beginnings(company))]
        keys += (key for person in interview.people for key in _keys(person))
        for key in keys:
            by_person.setdefault(key, {})[interview.uid] = None


def is_them(someone: Person, known: Person) -> bool:
    """Whether two are one: the same mail address, or the same name."""
    return bool(set(_keys(someone)) & set(_keys(known)))


def _pursuit(interview: Interview) -> str:
    return "\n".join(interview.pursuit)


def _day_of(interview: Interview) -> tuple[Pursuit, date]:
    return interview.pursuit, interview.starts_at.date()


def _that_day(interview: Interview) -> int:
    """A number for pursuit and day, a third of a text's size; whatever it finds is compared once more."""
    return hash(_day_of(interview))


def _that_time(interview: Interview) -> int:
    """The same for the start and the first word of the company; here, too, whatever it finds is compared once more."""
    return hash((interview.starts_at.timestamp(), folded(interview.company).partition(" ")[0]))


def _seem_one(one: Interview, other: Interview) -> bool:
    return one.starts_at.timestamp() == other.starts_at.timestamp() and _is_one_company(
        folded(one.company), folded(other.company)
    )


def _beginnings(name: str) -> list[str]:
    """What a folded name is without one or more of its last words: "northwind" of "northwind gmbh"."""
    words = name.split()
    return [" ".join(words[:count]) for count in range(1, len(words))]


def _is_one_company(one: str, other: str) -> bool:
    """Whether folded names are the same but for what stands behind one of them: "northwind", "northwind gmbh"."""
    shorter, longer = sorted((one, other), key=len)
    return f"{longer} ".startswith(f"{shorter} ")


def _keys(person: Person) -> list[str]:
    email = [f"mail {folded(person.email)}"] if person.email else []
    return [*email, f"name {folded(person.name)}"]

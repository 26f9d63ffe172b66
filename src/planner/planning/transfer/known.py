"""What is here already, as the rows of an import look it up; each row that would be taken is added to it."""

from collections.abc import Iterable

from planner.domain.interview import Interview, Person
from planner.domain.text import folded


class Known:
    """The interviews by uid, by pursuit and day, by the people and companies in them."""

    def __init__(self, interviews: Iterable[Interview]) -> None:
        self._by_uid: dict[str, Interview] = {}
        self._rounds: dict[str, int] = {}
        self._by_day: dict[str, str] = {}
        self._by_person: dict[str, dict[str, None]] | None = None
        for interview in interviews:
            self.put(interview)

    def put(self, interview: Interview) -> None:
        """Adds an interview, or puts another version in its place."""
        self._by_uid[interview.uid] = interview
        pursuit = _pursuit(interview)
        self._rounds[pursuit] = max(self._rounds.get(pursuit, 0), interview.round)
        self._by_day.setdefault(_that_day(interview), interview.uid)
        if self._by_person is not None:
            self._note_people(interview, self._by_person)

    def with_uid(self, uid: str) -> Interview | None:
        return self._by_uid.get(uid)

    def that_day(self, interview: Interview) -> Interview | None:
        """The interview of the same pursuit on the same day."""
        uid = self._by_day.get(_that_day(interview))
        one = self._by_uid.get(uid or "")
        return one if one and one.starts_at.date() == interview.starts_at.date() else None

    def last_round(self, interview: Interview) -> int:
        """The highest round of its pursuit; 0 where there is none."""
        return self._rounds.get(_pursuit(interview), 0)

    def with_person(self, someone: Person) -> list[Interview]:
        """The interviews that have them among their people, by mail address or name; the newest first."""
        found = self._looked_up(*_keys(someone))
        return [one for one in found if any(is_them(someone, person) for person in one.people)]

    def newest_at(self, company: str) -> Interview | None:
        """The newest interview at a company."""
        named = f"at {folded(company)}"
        return next((one for one in self._looked_up(named) if company and folded(one.company) == folded(company)), None)

    def _looked_up(self, *keys: str) -> list[Interview]:
        if self._by_person is None:  # only an import of contacts asks
            self._by_person = {}
            for interview in self._by_uid.values():
                self._note_people(interview, self._by_person)
        uids = {uid: None for key in keys for uid in self._by_person.get(key, {})}
        return sorted((self._by_uid[uid] for uid in uids), key=lambda one: one.starts_at.timestamp(), reverse=True)

    @staticmethod
    def _note_people(interview: Interview, by_person: dict[str, dict[str, None]]) -> None:
        keys = [f"at {folded(interview.company)}", *(key for person in interview.people for key in _keys(person))]
        for key in keys:
            by_person.setdefault(key, {})[interview.uid] = None


def is_them(someone: Person, known: Person) -> bool:
    """Whether two are one: the same mail address, or the same name."""
    return bool(set(_keys(someone)) & set(_keys(known)))


# One text is a third of the size of a tuple of three, which counts when a file holds thousands.


def _pursuit(interview: Interview) -> str:
    return "\n".join(interview.pursuit)


def _that_day(interview: Interview) -> str:
    return f"{_pursuit(interview)}\n{interview.starts_at.date()}"


def _keys(person: Person) -> list[str]:
    email = [f"mail {folded(person.email)}"] if person.email else []
    return [*email, f"name {folded(person.name)}"]

"""From what a person types to the interview meant: its number, or the beginning of the company's name."""

from collections.abc import Iterable
from datetime import UTC, datetime

from planner.domain.board import Standing
from planner.domain.errors import NotFound
from planner.domain.interview import Interview
from planner.domain.log import in_order, is_called_off
from planner.domain.text import folded


def interview_named(name: str, interviews: Iterable[Interview], now: datetime) -> Interview:
    """The interview with that number, or the newest round held of the only pursuit at that company.

    Raises NotFound when nothing answers to the name, or more than one pursuit does; those are its candidates.
    """
    known = {interview.id: interview for interview in interviews}
    if name.strip().isdecimal():
        found = known.get(int(name))
        if found is None:
            raise NotFound(f"There is no interview number {name.strip()}.", "planner list shows the numbers.")
        return found
    wanted = folded(name)
    begin = [one for one in known.values() if wanted and folded(one.company).startswith(wanted)]
    meant = [one for one in begin if folded(one.company) == wanted] or begin
    if not meant:
        raise NotFound(f"No company begins with “{name}”.", "planner list shows names and numbers.")
    if len({interview.pursuit for interview in meant}) > 1:
        raise NotFound(
            f"“{name}” could be any of {len(meant)} interviews.",
            "Give the number instead.",
            tuple(f"{one.id}  {one.company}, {one.role}, round {one.round}" for one in sorted(meant, key=_number)),
        )
    rounds = sorted(meant, key=lambda one: (one.round, one.starts_at.astimezone(UTC), one.id))
    held = [one for one in rounds if one.ends_at.astimezone(UTC) <= now and not is_called_off(in_order(one.log))]
    return held[-1] if held else rounds[0]


def _number(interview: Interview) -> int:
    return interview.id


def searchable(interview: Interview) -> str:
    """All the text of an interview, folded, for finding by any part of it."""
    people = [text for person in interview.people for text in (person.name, person.email)]
    words = [entry.words for entry in interview.log]
    texts = (interview.company, interview.role, interview.location, interview.industry, interview.notes)
    return folded("\n".join([*texts, *interview.tags, *people, *words]))


class Search:
    """Finds standings by any part of their text, as it is typed; a text is folded once for each version of it."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Interview, str]] = {}
        self._standings: tuple[Standing, ...] = ()
        self._texts: list[str] = []
        self._words: list[str] = []
        self._found: list[tuple[Standing, str]] = []

    def matching(self, standings: tuple[Standing, ...], wanted: str) -> tuple[Standing, ...]:
        """Those that hold every word of `wanted`; all for an empty one. Typing on looks only through the last found."""
        words = folded(wanted).split()
        if not words:
            return standings
        self.read(standings)
        narrows = self._words and all(any(old in new for new in words) for old in self._words)
        found = self._found if narrows else zip(standings, self._texts, strict=True)
        for word in words:
            found = [one for one in found if word in one[1]]
        self._words, self._found = words, [*found]
        return tuple([standing for standing, _ in found])

    def read(self, standings: tuple[Standing, ...]) -> None:
        """Folds the texts of all, so that the first letter typed need not wait for it."""
        if standings is not self._standings:
            self._standings, self._texts = standings, [self._text(one.case.interview) for one in standings]
            self._words, self._found = [], []

    def _text(self, interview: Interview) -> str:
        known, text = self._known.get(interview.id, (None, ""))
        if known is not interview:
            text = searchable(interview)
            self._known[interview.id] = (interview, text)
        return text

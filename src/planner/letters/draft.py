"""A letter as it would go out, and what is to be said of it before it does."""

import re
from dataclasses import dataclass
from enum import StrEnum

from planner.domain.interview import Interview, Person
from planner.letters.catalogue import Letter, Limit, Medium
from planner.letters.filling import CUE

_WORD = re.compile(r"\S*\w\S*")


class Weight(StrEnum):
    """A note is good to know, advice would make it better, and with a warning it had better not go out."""

    NOTE = "note"
    ADVICE = "advice"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Check:
    """Something to say of a draft: `reason` is an id, `text` a sentence for a person, without markup."""

    reason: str
    text: str
    weight: Weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One letter for one person.

    `to` is the one it speaks to (None: nobody by name), `recipient` the one it is sent to: an agency in between, else
    the same. `cover` are the words that ask the agency to pass an email on. `subject` and `voicemail` are empty where
    the letter has none. `missing` are the wanted slots without a value, most important first.
    """

    letter: Letter
    interview: Interview
    to: Person | None
    recipient: Person | None
    subject: str
    body: str
    cover: str = ""
    voicemail: str = ""
    missing: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def medium(self) -> Medium:
        return self.letter.medium

    @property
    def limit(self) -> Limit:
        return self.letter.limit

    @property
    def text(self) -> str:
        """All that is sent or said, but for the voicemail."""
        return f"{self.cover}\n\n{self.body}" if self.cover else self.body

    @property
    def size(self) -> int:
        """How long it is, in the unit of its limit."""
        return len(self.spoken) if self.medium is Medium.VOICE else words(self.body)

    @property
    def spoken(self) -> tuple[str, ...]:
        """The lines of a call script that are said."""
        return tuple(line for line in self.body.splitlines() if line and not is_cue(line))


def is_cue(line: str) -> bool:
    """Whether a line of a call script only says when to say what follows."""
    return line.endswith(CUE)


def words(text: str) -> int:
    """How many words a text has; a dash or a sign that stands alone is none."""
    return len(_WORD.findall(text))

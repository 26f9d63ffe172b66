"""What a person typed for letters, kept while the program runs. An interview has no place for it."""

from planner.domain.interview import Interview
from planner.letters.draft import Draft
from planner.planning.correspondence import Given

_OF_ONE_PERSON = ("discussed",)
_OF_THE_WRITER = ("my_name", "my_phone")


class Typed:
    """Values of slots, and letters changed in an editor.

    What was discussed belongs to one person, the writer's name to all letters, the rest to those of one interview.
    """

    def __init__(self) -> None:
        self._values: dict[tuple[int, str, str], str] = {}
        self._letters: dict[tuple[int, str, str], str] = {}

    def value(self, interview: Interview, name: str, slot: str) -> str:
        """`name` is the person's, "" for nobody by name; "" is the value of what was not typed."""
        return self._values.get(_place(interview, name, slot), "")

    def keep(self, interview: Interview, name: str, slot: str, text: str) -> None:
        self._values[_place(interview, name, slot)] = text

    def given(self, interview: Interview) -> Given:
        """All of it for one interview, as letters take it."""
        slots = {slot for _, _, slot in self._values}
        names = ("", *(person.name for person in interview.people))
        return {name: {slot: self.value(interview, name, slot) for slot in slots} for name in names}

    def letter(self, draft: Draft) -> str:
        """What an editor made of this letter; "" where it was not changed in one."""
        return self._letters.get(_whose(draft), "")

    def keep_letter(self, draft: Draft, text: str) -> None:
        self._letters[_whose(draft)] = text

    def drop_letter(self, draft: Draft) -> None:
        self._letters.pop(_whose(draft), None)


def _place(interview: Interview, name: str, slot: str) -> tuple[int, str, str]:
    if slot in _OF_THE_WRITER:
        return 0, "", slot
    return interview.id, name if slot in _OF_ONE_PERSON else "", slot


def _whose(draft: Draft) -> tuple[int, str, str]:
    return draft.interview.id, draft.letter.id, draft.to.name if draft.to else ""

"""What a person typed for letters. An interview has no place for it; it lies on the desk like what was not saved."""

from planner.domain.interview import Interview
from planner.letters.draft import Draft
from planner.planning.correspondence import Given
from planner.tui.unsaved import Unsaved

_OF_ONE_PERSON = ("discussed",)
_OF_THE_WRITER = ("my_name", "my_phone")
_NOBODY = 0
"""Stands for the interview's number in what belongs to the letters of all."""
_SLOT, _TEXT = "slot", "text"


class Typed:
    """Values of slots, and letters changed in an editor.

    What was discussed belongs to one person, the writer's name to all letters, the rest to those of one interview.
    """

    def __init__(self, unsaved: Unsaved) -> None:
        self._unsaved = unsaved
        self._texts: dict[int, dict[str, str]] = {}

    def value(self, interview: Interview, name: str, slot: str) -> str:
        """`name` is the person's, "" for nobody by name; "" is the value of what was not typed."""
        number, key = _place(interview, name, slot)
        return self._of(number).get(key, "")

    def keep(self, interview: Interview, name: str, slot: str, text: str) -> None:
        number, key = _place(interview, name, slot)
        self._of(number)[key] = text

    def given(self, interview: Interview) -> Given:
        """All of it for one interview, as letters take it."""
        keys = (*self._of(_NOBODY), *self._of(interview.id))
        slots = {slot for kind, slot, _ in (key.split(":", 2) for key in keys) if kind == _SLOT}
        names = ("", *(person.name for person in interview.people))
        return {name: {slot: self.value(interview, name, slot) for slot in slots} for name in names}

    def letter(self, draft: Draft) -> str:
        """What an editor made of this letter; "" where it was not changed in one."""
        return self._of(draft.interview.id).get(_whose(draft), "")

    def keep_letter(self, draft: Draft, text: str) -> None:
        self._of(draft.interview.id)[_whose(draft)] = text

    def drop_letter(self, draft: Draft) -> None:
        self._of(draft.interview.id).pop(_whose(draft), None)

    def put_by(self, interview: Interview) -> None:
        """Lets what was typed for one interview outlast the session. Raises StoreTrouble or BadInput where it can't."""
        for number in (_NOBODY, interview.id):
            self._unsaved.keep(_form(number), {key: text for key, text in self._of(number).items() if text})

    def _of(self, number: int) -> dict[str, str]:
        """What was typed for one interview, in this session or one that has ended."""
        if number not in self._texts:
            left = self._unsaved.of(_form(number))
            self._texts[number] = {key: text for key, text in left.items() if key.count(":") > 1}
        return self._texts[number]


def _form(number: int) -> str:
    return f"letter {number}"


def _place(interview: Interview, name: str, slot: str) -> tuple[int, str]:
    if slot in _OF_THE_WRITER:
        return _NOBODY, f"{_SLOT}:{slot}:"
    return interview.id, f"{_SLOT}:{slot}:{name if slot in _OF_ONE_PERSON else ''}"


def _whose(draft: Draft) -> str:
    return f"{_TEXT}:{draft.letter.id}:{draft.to.name if draft.to else ''}"

"""What was typed into a form and not saved: offered back when the form opens again, in this session or the next."""

from collections.abc import Iterator, Mapping
from contextlib import suppress

from planner.domain.errors import PlannerError
from planner.domain.interview import Interview
from planner.planning.ports import Desk

A_NEW_INTERVIEW = "a new interview"
# By what a form's name begins with, followed by the interview's number: the command that opens it.
_OPENED_BY = {"interview": "edit", "said": "they_said", "note": "note", "entry": "edit"}


class Unsaved:
    """The texts of forms by the forms' names. They lie on the desk too, so that they outlast the session's end."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._texts: dict[str, Mapping[str, str]] = {}

    @property
    def left(self) -> tuple[str, ...]:
        """The forms in which sessions that have ended left something, the newest first."""
        return tuple(draft.form for draft in self._desk.left)

    def of(self, form: str) -> Mapping[str, str]:
        """What was typed into a form, by its fields' names; nothing where all was saved."""
        if form not in self._texts:
            draft = next((draft for draft in self._desk.left if draft.form == form), None)
            if draft is None:
                return {}
            with suppress(PlannerError):  # it stays where it lies; typing on says that nothing can be kept
                self._desk.take_up(draft)
            self._texts[form] = draft.fields
        return self._texts[form]

    def keep(self, form: str, fields: Mapping[str, str]) -> None:
        """Raises StoreTrouble or BadInput where the desk can't keep it; the session has it all the same."""
        if fields:
            self._texts[form] = fields
            self._desk.keep(form, fields)
        else:
            self.forget(form)

    def forget(self, form: str) -> None:
        """What can't be taken off the desk will be offered once more."""
        self._texts.pop(form, None)
        with suppress(PlannerError):
            self._desk.drop(form)


def ways_back(forms: tuple[str, ...], interviews: Mapping[int, Interview], keys: Mapping[str, str]) -> Iterator[str]:
    """How to get to each form that something was left in: "r on Contoso". `keys` are those of commands, by their ids.

    Of letters nothing is said: they are there when they are opened. Nor of interviews that are gone.
    """
    for form in forms:
        kind, _, rest = form.partition(" ")
        number = rest.split(" ")[0]
        interview = interviews.get(int(number)) if number.isdecimal() else None
        if form == A_NEW_INTERVIEW:
            yield keys["add"]
        elif interview and kind in _OPENED_BY:
            place = f"the log of {interview.company}" if kind == "entry" else interview.company
            yield f"{keys[_OPENED_BY[kind]]} on {place}"

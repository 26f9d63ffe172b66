"""What was typed into a form and not saved: offered back when the form opens again, in this session or the next."""

from collections.abc import Mapping

from planner.planning.ports import Desk


class Unsaved:
    """The texts of forms by the forms' names. They lie on the desk too, so that they outlast the session's end."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._texts: dict[str, Mapping[str, str]] = {}

    @property
    def left(self) -> bool:
        """Whether a session that has ended left anything."""
        return bool(self._desk.left)

    def of(self, form: str) -> Mapping[str, str]:
        """What was typed into a form, by its fields' names; nothing where all was saved."""
        if form not in self._texts:
            draft = next((draft for draft in self._desk.left if draft.form == form), None)
            if draft is None:
                return {}
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
        self._texts.pop(form, None)
        self._desk.drop(form)

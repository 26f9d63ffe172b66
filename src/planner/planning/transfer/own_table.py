"""Our own table, which comes back as it left: the facts of interviews as forms have them, a row each, without the log."""

from collections.abc import Iterable, Mapping

from planner.domain.interview import Interview
from planner.domain.zones import is_repeated
from planner.planning import fields as form

UID = "uid"
HEADER = (UID, *form.FIELDS)


def written(interviews: Iterable[Interview]) -> str:
    """The table of these interviews, as text."""
    from planner.formats import tables

    return tables.written([list(HEADER), *([one.uid, *as_cells(one).values()] for one in interviews)])


def as_cells(interview: Interview) -> dict[str, str]:
    """The facts as fields of text, in the order of `HEADER`; the start as exact as it has to be to come back."""
    fields = form.as_fields(interview)
    start = interview.starts_at
    if is_repeated(start):
        fields["starts_at"] = start.isoformat(timespec="seconds")
    elif start.second or start.microsecond:
        fields["starts_at"] = start.replace(tzinfo=None).isoformat(sep=" ")
    return {name: fields[name] for name in form.FIELDS}


def changed_fields(before: Interview, fields: Mapping[str, str]) -> dict[str, str]:
    """Those of a row's fields that are others than the interview's; an empty cell for what can't be empty is none."""
    were = as_cells(before)
    given = {name: text for name, text in fields.items() if text or name not in _NEVER_EMPTY}
    return {name: text for name, text in given.items() if text != were[name]}


_NEVER_EMPTY = frozenset({"time_zone", "round", "minutes"})

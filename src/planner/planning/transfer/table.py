"""Tables found in files: our own, which comes back as it left, and everybody else's."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.domain.errors import BadInput
from planner.formats import tables
from planner.formats.tables import Columns, Offered, Refused, Sheet
from planner.planning import fields as form
from planner.planning.transfer.found import Filled, Found, Incoming, Refusal, shared
from planner.planning.transfer.own_table import HEADER, UID
from planner.planning.transfer.wishes import Wishes

_KINDS = "Invitations (.ics, mails), tables (.csv, .xlsx), contacts (.vcf) and planner's own JSON exports can be."


@dataclass(frozen=True, slots=True)
class Table:
    """One that was opened; `columns` are what those of somebody else's are taken for, None in our own."""

    sheet: Sheet
    columns: Columns | None

    def found(self, name: str, wishes: Wishes) -> Iterator[Found]:
        """What its rows tell. Raises BadInput where something has to be settled first."""
        if self.columns is None:
            return _ours(name, self.sheet)
        zone = wishes.assume_zone or wishes.home_zone
        return (_theirs(name, one) for one in tables.read(self.sheet, self.columns, zone, wishes.date_order))


def opened(data: bytes, wishes: Wishes) -> Table:
    """The table that the content is. Raises BadInput where it is none, or its columns can't be told."""
    try:
        sheet = tables.opened(data, lambda header: _said_of(header, wishes))
    except tables.NoTable as error:
        raise BadInput("This is no kind of file that can be read here.", f"{error.hint} {_KINDS}".strip()) from error
    columns = None if _is_ours(sheet, wishes) else tables.columns_of(sheet.header, _said_of(sheet.header, wishes))
    return Table(sheet, columns)


def _said_of(header: Sequence[str], wishes: Wishes) -> Mapping[str, str]:
    """What the person says now of the columns of such a table, else what they said of it before."""
    return wishes.columns or wishes.recall(tuple(header))


def _is_ours(sheet: Sheet, wishes: Wishes) -> bool:
    return not wishes.columns and {*form.REQUIRED, "time_zone"} <= set(sheet.header)


def _ours(name: str, sheet: Sheet) -> Iterator[Found]:
    for column in sheet.header:
        if column not in HEADER:
            reason = f"It is no field here, so it is left out. The fields are {', '.join(form.FIELDS)}."
            yield Refusal(name, f"column {column}", reason)
    for row in sheet.rows():
        cells = dict(zip(sheet.header, row.cells, strict=False))
        fields = {field: cells[field] for field in form.FIELDS if field in cells}
        if not any(fields.get(field) for field in form.REQUIRED):
            yield Refusal(name, row.place, "It names no company, no role and no start.")
        else:
            yield Filled(name, cells.get(UID, "") or _uid_of(fields), fields)


def _uid_of(fields: Mapping[str, str]) -> str:
    """For a row that a person added by hand: the same each time it is read."""
    made_of = "\n".join(fields.get(field, "") for field in form.REQUIRED)
    return f"{hashlib.sha256(made_of.encode('utf-8', 'replace')).hexdigest()[:32]}@planner"


def _theirs(name: str, one: Offered | Refused) -> Found:
    if isinstance(one, Refused):
        what = one.what if one.what == one.place else f"{one.what} ({one.place})"
        return Refusal(name, what, one.reason, one.asks)
    return Incoming(
        name,
        one.interview,
        loose=True,
        day_only=one.day_only,
        round_told=one.round_told,
        remarks=shared(one.remarks),
    )

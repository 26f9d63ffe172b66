"""Tables, whatever program or person made them: opened, their columns understood, their rows read."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice

from planner.domain.errors import BadInput
from planner.formats.tables import cells, headers, workbooks
from planner.formats.tables.moments import TwoDays, dates_in, order_told
from planner.formats.tables.row import Row, Ways, interviews_of
from planner.formats.tables.values import Columns, Numbered, Offered, Refused, Sheet

_HEADER_WITHIN = 20
"""Rows among which the names of the columns are looked for: titles and remarks may stand above them."""
_SHOWN = 12


def opened(data: bytes, corrections: Mapping[str, str]) -> Sheet:
    """The table that the content holds: of a workbook the first sheet with columns that are known.

    Raises BadInput where there is none. `corrections` say what a column, by its name, is to be taken for.
    """
    if workbooks.looks_like_workbook(data):
        return _first_sheet(data, corrections)
    text = cells.decoded(data)
    delimiter = cells.delimiter_of(text, lambda row: headers.known(row, corrections))
    text = cells.body(text)
    header = _header(list(islice(cells.rows_of(text, delimiter), _HEADER_WITHIN)), corrections)
    return Sheet(tuple(header.cells), lambda: _below(cells.rows_of(text, delimiter), header.number))


def read(sheet: Sheet, columns: Columns, zone: str, order: str) -> Iterator[Offered | Refused]:
    """What each row tells, in their order. Raises TwoDays where nothing settles how 3/4/2026 is to be read.

    `zone` is where times without one are; `order` ("mdy", "dmy", "") how 3/4/2026 is read where the other dates of
    the table do not tell it.
    """
    told = order_told(_start_cells(sheet, columns)) or order
    if not told:
        for cell in _start_cells(sheet, columns):
            _refuse_two_days(cell)
    ways = Ways(zone, told)
    return chain.from_iterable(interviews_of(Row(row, columns), ways) for row in sheet.rows())


def _start_cells(sheet: Sheet, columns: Columns) -> Iterator[str]:
    starts = columns.places("starts_at")
    return (row.cells[place] for row in sheet.rows() for place in starts if place < len(row.cells))


def _refuse_two_days(cell: str) -> None:
    try:
        dates_in(cell, "")
    except TwoDays:
        raise
    except BadInput:
        return  # which is said where its row is read


def _first_sheet(data: bytes, corrections: Mapping[str, str]) -> Sheet:
    shown = ""
    for rows in workbooks.sheets_of(data):
        try:
            header = _header(rows[:_HEADER_WITHIN], corrections)
        except BadInput as error:
            shown = shown or error.sentence
            continue
        return Sheet(tuple(header.cells), _Again(rows, header.number))
    raise BadInput(shown or "This workbook is empty.", _HOW_TO_MAP)


class _Again:
    """The rows below a header, as often as they are asked for."""

    def __init__(self, rows: list[Numbered], header: int) -> None:
        self._rows = rows
        self._header = header

    def __call__(self) -> Iterator[Numbered]:
        return _below(iter(self._rows), self._header)


def _header(rows: list[Numbered], corrections: Mapping[str, str]) -> Numbered:
    fitting = [row for row in rows if headers.is_header(row.cells, corrections)]
    if fitting:
        return max(fitting, key=lambda row: headers.known(row.cells, corrections))
    widest = max((row.cells for row in rows), key=len, default=[])
    names = ", ".join(f"“{name[:30]}”" for name in widest[:_SHOWN] if name)
    if len(widest) > 1:
        raise BadInput(f"No column of this table is known as a company or a role: it has {names}.", _HOW_TO_MAP)
    raise BadInput("This is no table.")


_HOW_TO_MAP = "Say what a column holds, as in --map 'Where=company' --map 'When=starts_at'."


def _below(rows: Iterator[Numbered], header: int) -> Iterator[Numbered]:
    return (row for row in rows if row.number > header)

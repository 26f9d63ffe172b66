"""Tables, whatever program or person made them: opened, their columns understood, their rows read."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice

from planner.domain.errors import BadInput
from planner.formats.tables import cells, headers, workbooks
from planner.formats.tables.moments import order_matters, order_told
from planner.formats.tables.row import Met, Ways, interviews_of
from planner.formats.tables.values import Columns, NoTable, Numbered, Offered, Refused, Row, Said, Sheet

_HEADER_WITHIN = 20
"""Rows among which the names of the columns are looked for: titles and remarks may stand above them."""
_BEGINNING = 4096
_SHOWN = 12


def opened(data: bytes, said: Said) -> Sheet:
    """The table that the content holds: of a workbook the first sheet with columns that are known, and all like it.

    Raises NoTable where there is none, and BadInput where its columns have names that nobody knows.
    """
    if workbooks.looks_like_workbook(data):
        return _of_workbook(data, said)
    text = cells.decoded(data)
    if "\0" in text[:_BEGINNING]:
        raise NoTable("This is no text.")
    delimiter = cells.delimiter_of(text, lambda row: headers.known(row, said(row)))
    text = cells.body(text)
    header = _header(_first(cells.rows_of(text, delimiter)), said)
    return Sheet(tuple(header.cells), lambda: _below(cells.rows_of(text, delimiter), header.number))


def read(sheet: Sheet, columns: Columns, zone: str, order: str) -> Iterator[Offered | Refused]:
    """What each row tells, in their order.

    `zone` is where times without one are; `order` ("mdy", "dmy", "") how 3/4/2026 is read where the other interviews
    of the table do not tell it: with "" its other dates may, or else a row with such a date is refused, and asks for it.
    """
    ways = Ways(zone, _order(sheet, columns, order))
    met: Met = {}
    for row in sheet.rows():
        yield from interviews_of(Row(row, columns), ways, met)
    for name in sheet.left_out:
        place = f"the sheet “{name}”"
        yield Refused(place, place, "Its columns are others than those that were read. Save it as a file of its own.")


def _order(sheet: Sheet, columns: Columns, asked: str) -> str:
    told = order_told(_start_cells(sheet, columns)) or (asked if asked in ("mdy", "dmy") else "")
    if not told and order_matters(_start_cells(sheet, columns)):
        told = order_told(cell for row in sheet.rows() for cell in row.cells)
    return told


def _start_cells(sheet: Sheet, columns: Columns) -> Iterator[str]:
    starts = columns.places.get("starts_at", ())
    return (Row(row, columns).cell(place) for row in sheet.rows() for place in starts)


def _first(rows: Iterator[Numbered]) -> list[Numbered]:
    """Those among which the header is; what can't be read below them is told when they are read for good."""
    found: list[Numbered] = []
    with suppress(BadInput):
        found.extend(islice(rows, _HEADER_WITHIN))
    return found


def _of_workbook(data: bytes, said: Said) -> Sheet:
    """The rows of all sheets with the columns of the first that has known ones; the others are named as left out."""
    shown = ""
    header: tuple[str, ...] | None = None
    below: dict[str, list[Numbered]] = {}
    left_out: list[str] = []
    for name, rows in workbooks.sheets_of(data):
        try:
            names = _header(rows[:_HEADER_WITHIN], said)
        except NoTable as error:
            shown = shown or error.sentence
            continue
        except BadInput as error:
            shown = shown or error.sentence
            left_out.append(name)
            continue
        header = header or tuple(names.cells)
        if _compared(names.cells) == _compared(header):
            below[name] = list(_below(iter(rows), names.number))
        else:
            left_out.append(name)
    if header is None:
        raise BadInput(shown or "This workbook has no table in it.", _HOW_TO_MAP)
    if len(below) > 1:
        below = {name: [row._replace(sheet=name) for row in rows] for name, rows in below.items()}
    return Sheet(header, lambda: chain.from_iterable(below.values()), tuple(left_out))


def _compared(header: Sequence[str]) -> str:
    """The names of columns as those of two sheets are compared; how far to the right a sheet goes does not count."""
    return " | ".join(map(headers.plain, header)).rstrip(" |")


def _header(rows: list[Numbered], said: Said) -> Numbered:
    fitting = [row for row in rows if headers.is_header(row.cells, said(row.cells))]
    if fitting:
        return max(fitting, key=lambda row: headers.known(row.cells, said(row.cells)))
    widest = max((row.cells for row in rows), key=len, default=[])
    names = ", ".join(f"“{name[:30]}”" for name in widest[:_SHOWN] if name)
    if len(widest) > 1 and _is_even(rows):
        raise BadInput(f"No column of this table is known as a company or a role: it has {names}.", _HOW_TO_MAP)
    raise NoTable("This is no table.")


def _is_even(rows: list[Numbered]) -> bool:
    """Whether the rows are as wide as those of a table are, so that it is no letter with commas in it."""
    widths = [len(row.cells) for row in rows]
    return widths.count(max(widths)) >= max(2, len(rows) / 2)


_HOW_TO_MAP = "Say what a column holds: with --map 'Where=company' --map 'When=starts_at', or with m in the preview on the screen."


def _below(rows: Iterator[Numbered], header: int) -> Iterator[Numbered]:
    return (row for row in rows if row.number > header)

"""Workbooks (.xlsx) as rows of text.

Other kinds (.xls, .ods) could be opened too, but not be measured before: a small file of those can name more cells than
any memory holds, and the library that reads it would take the program down with it.
"""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from planner.domain.errors import BadInput
from planner.formats.tables.cells import cell
from planner.formats.tables.values import Cells, Numbered

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OUTLOOK = "__substg1.0_".encode("utf-16-le")
# What the standard library raises over archives that are damaged, locked or packed in an unusual way.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
)
_WORKBOOK = "xl/workbook.xml"
_LARGEST = 256 * 2**20
"""Bytes a workbook may have once it is unpacked: a small file can hold a great deal of nothing."""
_MOST_CELLS = 4_000_000
"""A sheet is held from its first to its last cell, however few of those between them are filled."""
_PIECE = 2**20
# Where a row or a cell says where it stands. No more of the text is understood, so that nothing can hide from it.
_PLACE = re.compile(rb"\br\s*=\s*[\"']\s*([A-Za-z]{0,3})\$?(\d{1,9})")
_LONGEST_PLACE = 100
_LETTERS, _BEFORE_A = 26, ord("A") - 1

Value = int | float | str | bool | time | date | datetime | timedelta


def looks_like_workbook(data: bytes) -> bool:
    return data.startswith((_ZIP, _OLE))


def sheets_of(data: bytes) -> Iterator[tuple[str, list[Numbered]]]:
    """The name of each sheet, and its rows with something in them. Raises BadInput for what is no workbook, or a locked one."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    _refuse_what_would_burst(data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for sheet in workbook.sheets_metadata:
                if sheet.visible is SheetVisibleEnum.Visible:
                    rows = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
                    filled = ((number, cells) for number, row in enumerate(rows, 1) if any(cells := _cells(row)))
                    yield sheet.name, [Numbered(number, cells) for number, cells in filled]
    except CalamineError as error:
        raise BadInput("This workbook can't be read.", "Save it again without a password, or as CSV.") from error


def _refuse_what_would_burst(data: bytes) -> None:
    """Unpacks everything once, piece by piece, and measures it: what the file says of its own size may be a lie."""
    if data.startswith(_OLE) and _OUTLOOK in data:
        raise BadInput("This is a mail as Outlook alone keeps it (.msg).", "Save the appointment in it as .ics.")
    if not data.startswith(_ZIP):
        raise BadInput("This is an old kind of workbook, or one with a password.", "Save it as .xlsx or as CSV.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if _WORKBOOK not in archive.namelist():
                raise BadInput("This is no workbook of the kind that can be read here.", "Save it as .xlsx or as CSV.")
            left = _LARGEST
            for part in archive.infolist():
                left -= _measured(archive, part, left)
    except _BROKEN as error:
        raise BadInput("This workbook is not whole.", "Save it again from where it came.") from error


def _measured(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int:
    """How many bytes the part has. Raises BadInput where that is more than `most`, or it names cells too far away."""
    size = rows = columns = 0
    end = b""
    with archive.open(part) as unpacked:
        while piece := unpacked.read(_PIECE):
            size += len(piece)
            if size > most:
                raise BadInput(f"Unpacked, this workbook has over {_LARGEST // 2**20:,} MiB.", _AS_CSV)
            text = end + piece.replace(b"\0", b"")
            for column, row in _PLACE.findall(text):
                rows, columns = max(rows, int(row)), max(columns, _number(column))
            end = text[-_LONGEST_PLACE:]
    if rows * columns > _MOST_CELLS:
        raise BadInput(f"A sheet of this workbook goes down to row {rows:,} and has {columns:,} columns.", _AS_CSV)
    return size


_AS_CSV = "Save the sheet that matters as CSV."


def _number(column: bytes) -> int:
    """A is 1, and AA 27."""
    found = 0
    for letter in column.upper():
        found = found * _LETTERS + letter - _BEFORE_A
    return found


def _cells(row: list[Value]) -> Cells:
    return [as_typed(value) for value in row]


def as_typed(value: Value) -> str:
    """The value as one would type it; a day at midnight is a day."""
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return cell(str(value))

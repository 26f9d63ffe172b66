"""Workbooks (.xlsx, .xls, .ods) as rows of text."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from planner.domain.errors import BadInput
from planner.formats.tables.cells import cell
from planner.formats.tables.values import Cells, Numbered

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST = 256 * 2**20
"""Bytes a workbook may have once it is unpacked: a small file can hold a great deal of nothing."""

Value = int | float | str | bool | time | date | datetime | timedelta


def looks_like_workbook(data: bytes) -> bool:
    return data.startswith((_ZIP, _OLE))


def sheets_of(data: bytes) -> Iterator[list[Numbered]]:
    """The rows of each sheet, those with something in them. Raises BadInput for what is no workbook, or a locked one."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    _refuse_what_would_burst(data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for sheet in workbook.sheets_metadata:
                if sheet.visible is SheetVisibleEnum.Visible:
                    rows = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
                    yield [Numbered(number, cells) for number, row in enumerate(rows, 1) if any(cells := _cells(row))]
    except CalamineError as error:
        raise BadInput("This workbook can't be read.", "Save it again without a password, or as CSV.") from error


def _refuse_what_would_burst(data: bytes) -> None:
    if not data.startswith(_ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile as error:
        raise BadInput("This workbook is not whole.", "Save it again from where it came.") from error
    if size > _LARGEST:
        raise BadInput(f"Unpacked, this workbook has {size // 2**20:,} MiB.", "Save the sheet that matters as CSV.")


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

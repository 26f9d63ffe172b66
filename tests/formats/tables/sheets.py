"""Small tables of our own to read."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

from planner.domain.interview import Interview
from planner.formats import tables
from planner.formats.tables import Offered, Refused

HOME = "Europe/Berlin"


def table(*rows: str) -> bytes:
    return "\r\n".join(rows).encode()


def taken_for(*header: str) -> dict[str, str]:
    """What each column of a table with that header is taken for."""
    found = tables.columns_of(header, {})
    return {name: found.fields[place] for place, name in enumerate(header) if place in found.fields}


def read(
    data: bytes, corrections: Mapping[str, str] | None = None, order: str = "", zone: str = HOME
) -> list[Offered | Refused]:
    sheet = tables.opened(data, lambda _: corrections or {})
    return list(tables.read(sheet, tables.columns_of(sheet.header, corrections or {}), zone, order))


def offered(data: bytes, corrections: Mapping[str, str] | None = None, order: str = "") -> list[Offered]:
    """The interviews of a table in which nothing is refused."""
    found = read(data, corrections, order)
    assert not [one for one in found if isinstance(one, Refused)]
    return [one for one in found if isinstance(one, Offered)]


def interview(*rows: str, order: str = "") -> Interview:
    """The one interview of a table."""
    (only,) = offered(table(*rows), order=order)
    return only.interview


def refused(*rows: str, order: str = "") -> str:
    """Why the one row of a table is refused."""
    (only,) = read(table(*rows), order=order)
    assert isinstance(only, Refused)
    return only.reason


def workbook(
    rows: Sequence[Sequence[str | float]], *, before: Sequence[Sequence[str | float]] = (), state: str = "visible"
) -> bytes:
    """A workbook (.xlsx) with `rows` on its last sheet, after one with `before`, which is in `state`. A number is shown as a date and time."""
    sheets = [before, rows] if before else [rows]
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        states = [state, "visible"] if before else ["visible"]
        named = "".join(
            f'<sheet name="S{n}" sheetId="{n}" state="{shown}" r:id="rId{n}"/>' for n, shown in enumerate(states, 1)
        )
        archive.writestr("xl/workbook.xml", f"<workbook {_MAIN} {_R}><sheets>{named}</sheets></workbook>")
        links = [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
        archive.writestr("xl/_rels/workbook.xml.rels", _relations([*links, ("styles", "styles.xml")]))
        archive.writestr("xl/styles.xml", _STYLES)
        for number, sheet in enumerate(sheets, 1):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", _sheet(sheet))
    return book.getvalue()


_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R = f'xmlns:r="{_RELATIONS}"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_STYLES = f'<styleSheet {_MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>'


def _relations(links: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(links, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


def _sheet(rows: Sequence[Sequence[str | float]]) -> str:
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(_cell(f"{chr(ord('A') + place)}{number}", value) for place, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return f"<worksheet {_MAIN}><sheetData>{''.join(lines)}</sheetData></worksheet>"


def _cell(name: str, value: str | float) -> str:
    if isinstance(value, str):
        return f'<c r="{name}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""
    return f'<c r="{name}" s="1"><v>{value}</v></c>'

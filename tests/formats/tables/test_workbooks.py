"""Workbooks: read like tables of text, and measured before they are opened."""

import io
import struct
import zipfile
from datetime import date, datetime, time

import pytest

from planner.domain.errors import BadInput
from planner.formats import tables
from planner.formats.tables import Offered, Refused, workbooks
from planner.formats.tables.workbooks import as_typed
from tests.formats.tables.sheets import offered, read, workbook


def with_part(name: str, content: bytes, of: bytes | None = None) -> bytes:
    """A workbook in which one part is this, or an archive (`of` nothing) that holds only that."""
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
        if of is None:
            with zipfile.ZipFile(io.BytesIO(workbook([["Company", "Role"]]))) as whole:
                for part in whole.namelist():
                    if part != name:
                        archive.writestr(part, whole.read(part))
    return book.getvalue()


def test_a_workbook_is_read_like_a_table_of_text() -> None:
    data = workbook([["Company", "Role", "Interview"], ["Müller & Söhne", "Köchin", 46349.583333333336]])
    (one,) = offered(data)
    assert one.interview.company == "Müller & Söhne"
    assert f"{one.interview.starts_at:%Y-%m-%d %H:%M}" == "2026-11-23 14:00"


def test_a_day_in_a_workbook_is_a_day_without_a_time() -> None:
    (one,) = offered(workbook([["Company", "Role", "Interview"], ["A", "B", 46349.0]]))
    assert one.day_only


def test_a_hidden_sheet_is_not_looked_at() -> None:
    header: list[str | float] = ["Company", "Role", "Interview"]
    (one,) = offered(workbook([header, ["A", "B", 46349.5]], before=[header, ["C", "D", 46349.5]], state="hidden"))
    assert one.interview.company == "A"


def test_a_mail_of_outlook_is_not_called_a_workbook() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_0037001F".encode("utf-16-le")
    with pytest.raises(BadInput, match=r"Outlook .*\.msg"):
        tables.opened(data, lambda _: {})


def test_a_workbook_without_a_table_is_refused() -> None:
    with pytest.raises(BadInput):
        tables.opened(workbook([[""]]), lambda _: {})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "yes"),
        (False, "no"),
        (3.0, "3"),
        (3.5, "3.5"),
        (7, "7"),
        (" - ", ""),
        (date(2026, 11, 23), "2026-11-23"),
        (datetime.fromisoformat("2026-11-23"), "2026-11-23"),
        (datetime.fromisoformat("2026-11-23T14:05"), "2026-11-23 14:05"),
        (time(9, 30), "09:30"),
    ],
)
def test_a_value_is_what_one_would_type(value: bool | float | str | date | time, text: str) -> None:
    assert as_typed(value) == text


def test_of_a_workbook_the_sheet_with_known_columns_is_read_and_other_tables_are_named() -> None:
    header: list[str | float] = ["Company", "Role", "Interview"]
    for before in ([["Budget", "Sum"], ["x", "y"]], [["Role", "Company", "Interview"], ["A", "B", "yes"]]):
        *refused, last = read(workbook([header, ["A", "B", 46349.5]], before=before))
        names = [one.what for one in (*refused, last) if isinstance(one, Refused)]
        assert names == (["the sheet “S1”"] if before[0][0] == "Budget" else ["B, A", "the sheet “S2”"])
    (one,) = offered(workbook([header, ["A", "B", 46349.5]], before=[["My job search"]]))
    assert one.interview.company == "A"


def test_sheets_with_the_same_columns_are_one_table_whose_rows_are_told_apart() -> None:
    year: list[list[str | float]] = [["Company", "Role", "Interview", ""], ["A", "B", 46349.5], ["A", "B", "soon"]]
    (first, _, second, refused) = read(workbook([["COMPANY", "role", "Interview"], *year[1:]], before=year))
    assert isinstance(first, Offered)
    assert isinstance(second, Offered)
    assert isinstance(refused, Refused)
    assert (first.interview.uid == second.interview.uid, refused.place) == (True, "row 3 of “S2”")


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and no more",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more",
        workbook([["Company", "Role"]])[:-30],
        with_part("content.xml", b"", of=b""),
    ],
)
def test_a_broken_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        tables.opened(data, lambda _: {})


def test_an_archive_that_would_unpack_to_far_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "_LARGEST", 3 * 2**20)
    with pytest.raises(BadInput, match="Unpacked, this workbook has over 3 MiB"):
        tables.opened(with_part("xl/media/bomb.xml", b"\0" * 4 * 2**20), lambda _: {})


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    size = 3 * 2**20 + 7
    data = with_part("xl/bomb.xml", b" " * size).replace(struct.pack("<I", size), struct.pack("<I", 70))
    with pytest.raises(BadInput, match="not whole"):
        tables.opened(data, lambda _: {})


@pytest.mark.parametrize("written", ['r="XFD1048576"', "r = 'xfd1048576'", f'x=">" {" " * 50} r="XFD$1048576"'])
def test_a_sheet_of_two_cells_that_lie_far_apart_is_refused(written: str) -> None:
    sheet = f"<worksheet><row r='1'><c r='A1'/></row>{' ' * (2**20 - 60)}<c {written}/></worksheet>"
    with pytest.raises(BadInput, match="row 1,048,576 and has 16,384 columns"):
        tables.opened(with_part("xl/worksheets/sheet1.xml", sheet.encode()), lambda _: {})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_cell_is_seen_wherever_the_text_is_cut_to_be_measured(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "_PIECE", 128)
    for blanks in range(100):
        cell = (" " * blanks + '<c r="XFD1048576"/>').encode(encoding)
        with pytest.raises(BadInput, match="goes down to row 1,048,576"):
            offered(with_part("xl/worksheets/sheet1.xml", cell))


def test_a_sheet_may_begin_far_down() -> None:
    blank: list[list[str | float]] = [["", "", ""]] * 9
    rows: list[list[str | float]] = [*blank, ["Company", "Role", "Interview"], ["A", "B", 46349.5]]
    (one,) = offered(workbook(rows))
    assert one.interview.company == "A"

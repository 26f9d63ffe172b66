"""Tables of any encoding, delimiter and shape."""

import io
import zipfile
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import BadInput
from planner.formats import tables
from planner.formats.tables import NoTable
from planner.formats.tables.cells import cell, rearmed, unarmed
from planner.formats.tables.workbooks import as_typed
from tests.formats.tables.sheets import interview, offered, read, table, workbook

ROWS = ("Company,Role,Interview", "Müller & Söhne,Köchin,2026-11-23 14:00")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_table_in_any_usual_encoding_is_read(encoding: str) -> None:
    (one,) = offered("\r\n".join(ROWS).encode(encoding))
    assert (one.interview.company, one.interview.role) == ("Müller & Söhne", "Köchin")


def test_bytes_that_no_usual_encoding_has_are_still_read() -> None:
    (one,) = offered("\r\n".join(ROWS).replace("ü", "\x81").encode("latin-1"))
    assert one.interview.company == "M ller & Söhne"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_table_itself(delimiter: str) -> None:
    one = interview(*(row.replace(",", delimiter) for row in ROWS))
    assert one.company == "Müller & Söhne"


def test_commas_within_cells_do_not_make_the_delimiter() -> None:
    one = interview("Company;Role;Interview;Notes", "Northwind, Inc, Ltd;Analyst;2026-11-23 14:00;a, b, c, d, e")
    assert one.company == "Northwind, Inc, Ltd"


def test_a_delimiter_that_the_file_names_is_taken() -> None:
    one = interview("sep=^", *(row.replace(",", "^") for row in ROWS))
    assert one.company == "Müller & Söhne"


def test_line_ends_of_old_macs_are_line_ends() -> None:
    (one,) = offered("\r".join(ROWS).encode())
    assert one.interview.role == "Köchin"


def test_quoted_cells_hold_line_ends_quotes_and_delimiters() -> None:
    one = interview("Company,Role,Interview,Notes", 'A,B,2026-11-23 14:00,"first, ""then""\nsecond"')
    assert one.notes == 'first, "then"\nsecond'


def test_rows_shorter_and_longer_than_the_header_are_read() -> None:
    found = read(table("Company,Role,Interview,Notes", "A,B,2026-11-23 14:00", "C,D,2026-11-24 14:00,x,y,z"))
    assert len(found) == 2


def test_titles_and_empty_lines_may_stand_above_the_names_of_the_columns() -> None:
    assert interview("My job search,,", "", ",,", *ROWS).company == "Müller & Söhne"


def test_a_lone_dash_says_nothing() -> None:
    one = interview("Company,Role,Interview,Notes", "A,-,2026-11-23 14:00,\N{EN DASH}")
    assert (one.role, one.notes) == ("Interview", "")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"Dear Ann,\n\nit was good to meet you.\n", b"x"])
def test_what_is_no_table_is_told_apart(data: bytes) -> None:
    with pytest.raises(NoTable):
        tables.opened(data, lambda _: {})


def test_columns_that_nobody_knows_are_named_with_the_way_to_say_what_they_are() -> None:
    with pytest.raises(BadInput, match="“Wo”, “Was”") as error:
        tables.opened(table("Wo,Was", "A,B", "C,D"), lambda _: {})
    assert "--map" in error.value.hint


def test_a_cell_beyond_all_measure_is_refused() -> None:
    with pytest.raises(BadInput):
        read(table("Company,Role,Interview", f"A,B,{'x' * 200_000}"))


# -- what a spreadsheet program would run


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 30 1", "-1", "@x", "  =1", "\t=1", "\N{FULLWIDTH EQUALS SIGN}1", "-", "'=1"]
)
def test_a_cell_that_a_program_would_run_begins_with_an_apostrophe(text: str) -> None:
    assert unarmed(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Ann", "1 - 1", "a=b", "'quoted'", "", "rock 'n' roll"])
def test_other_cells_are_left_as_they_are(text: str) -> None:
    assert unarmed(text) == text


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    assert rearmed(unarmed(text)) == text


@given(st.text().map(str.strip).filter(lambda text: "\0" not in text))
def test_every_text_without_blanks_around_it_comes_back_from_a_cell(text: str) -> None:
    assert cell(unarmed(text)) == text


def test_what_is_written_is_read_again() -> None:
    rows = [["Company", "Role", "Interview", "Notes"], ["=A, Ltd", '"B"', "2026-11-23 14:00", "one\ntwo"]]
    (one,) = offered(tables.written(rows).encode())
    assert (one.interview.company, one.interview.role, one.interview.notes) == ("=A, Ltd", '"B"', "one\ntwo")


# -- workbooks


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


def test_of_a_workbook_the_sheet_with_known_columns_is_read() -> None:
    data = workbook([["Company", "Role", "Interview"], ["A", "B", 46349.5]], before=[["Budget", "Sum"], ["x", "y"]])
    assert len(offered(data)) == 1


@pytest.mark.parametrize("data", [b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more"])
def test_a_broken_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        tables.opened(data, lambda _: {})


def test_an_archive_that_would_unpack_to_far_too_much_is_refused() -> None:
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/bomb.xml", "w") as part:
        for _ in range(260):
            part.write(b"\0" * 2**20)
    with pytest.raises(BadInput, match="Unpacked"):
        tables.opened(book.getvalue(), lambda _: {})

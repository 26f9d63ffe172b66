"""Tables of any encoding, delimiter and shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import BadInput
from planner.formats import tables
from planner.formats.tables import NoTable
from planner.formats.tables.cells import cell, rearmed, unarmed
from tests.formats.tables.sheets import interview, offered, read, table

ROWS = ("Company,Role,Interview", "Müller & Söhne,Köchin,2026-11-23 14:00")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
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


def test_a_cell_may_be_as_long_as_its_file_and_what_is_not_taken_of_it_is_told() -> None:
    first, second = offered(
        table("Company,Role,Interview,Notes", f"A,B,2026-11-23,{'x' * 200_000}", "C,D,2026-11-24,y")
    )
    assert (len(first.interview.notes), second.interview.notes) == (2_000, "y")
    said = "Notes has 200,000 characters: the first 2,000 were taken."
    assert (said in first.remarks, said in second.remarks) == (True, False)


def test_what_repeats_in_a_cell_is_not_gone_through_to_its_end() -> None:
    (first,) = offered(table("Company,Role,Interview,Contact", f"A,B,2026-11-23,{'a@' * 50_000}"))
    assert first.interview.people[0].name == "a@" * 100
    assert len(read(table("Company,Role,Interview", f"A,B,{'2026-11-24 ' * 10_000}"))) < 200


def test_a_quote_that_is_never_closed_is_told_and_no_row_vanishes_in_it() -> None:
    with pytest.raises(BadInput, match="opens in row 3 and is never closed"):
        read(table("Company,Role,Interview", "A,B,2026-11-23", 'C,"D,2026-11-24', "E,F,2026-11-25"))


def test_a_letter_with_such_a_quote_is_still_no_table() -> None:
    with pytest.raises(NoTable):
        tables.opened(b'"Dear Ann,\n\nit was good to meet you.\n', lambda _: {})


def test_blanks_before_a_quote_are_no_part_of_the_cell() -> None:
    assert interview("Company, Role, Interview", 'A, "Dev, Senior", "2026-11-23, 14:00"').role == "Dev, Senior"


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

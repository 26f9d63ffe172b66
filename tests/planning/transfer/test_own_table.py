"""Our own table: it comes back as it left, wherever it was in between."""

import csv
import io
from dataclasses import replace
from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.interview import Interview, Part, Person
from planner.formats import exchange
from planner.planning import transfer
from planner.planning.state import State
from planner.planning.transfer import Corrections, Kind
from planner.planning.transfer.own_table import HEADER, as_cells, written
from tests.formats.tables.sheets import table, workbook
from tests.formats.valid import interviews, names, texts
from tests.planning.transfer.bringing import READING, after, only, rows, state_with

addresses = st.builds("{}@{}.example".format, st.sampled_from(["ann", "bo.ek"]), st.sampled_from(["nw", "x"]))
phones = st.sampled_from(["", "+49 30 1", "0800 FLOWERS", "1 ext. 2"])
people = st.builds(
    Person,
    name=names,
    part=st.sampled_from(Part),
    email=addresses | st.just(""),
    phone=phones,
)


@st.composite
def tabular(draw: st.DrawFn) -> Interview:
    """What a row of a table can hold: no log, no postal addresses, no commas in tags."""
    everyone = draw(st.lists(people, max_size=3, unique_by=lambda one: one.name))
    # A line for those who interview, a line for the others: that is the order they come back in.
    ordered = sorted(everyone, key=lambda one: one.part not in (Part.INTERVIEWER, Part.HIRING_MANAGER))
    main = draw(st.integers(-1, len(ordered) - 1))
    tags = tuple(dict.fromkeys(draw(st.lists(texts(alphabet=st.sampled_from("ab -=é")).filter(bool), max_size=2))))
    return replace(
        draw(interviews()),
        people=tuple(replace(one, main=place == main) for place, one in enumerate(ordered)),
        tags=tags,
        log=(),
        id=0,
        rev=0,
        received=None,
    )


def unnumbered(interview: Interview) -> Interview:
    return replace(interview, id=0, rev=0)


@given(tabular())
def test_a_table_comes_back_with_nothing_lost_that_a_row_can_hold(interview: Interview) -> None:
    again = unnumbered(only(after(written([interview]).encode())))
    assert again == interview
    assert again.starts_at.astimezone(UTC) == interview.starts_at.astimezone(UTC)


@given(interviews())
def test_the_table_of_what_is_here_changes_nothing(interview: Interview) -> None:
    state = state_with(interview)
    assert [row.kind for row in rows(written(state.interviews.values()).encode(), state=state)] == [Kind.SAME]


@given(st.lists(interviews(), max_size=3, unique_by=lambda one: one.uid))
def test_a_whole_export_comes_back_with_nothing_lost(given_: list[Interview]) -> None:
    taken = transfer.taken(rows(exchange.write(given_).encode()), State()).values()
    assert [unnumbered(one) for one in taken] == [unnumbered(replace(one, received=None)) for one in given_]


ONE = Interview(
    uid="u1",
    company="=Acme",
    role="Dev",
    starts_at=READING.now.astimezone(UTC).replace(hour=14),
    time_zone="UTC",
    people=(Person("Lee, Ann", phone="+1 555", postal_address="1 Main St"), Person("Jo", Part.RECRUITER)),
    notes="two\nlines",
)


def test_no_cell_is_a_formula() -> None:
    one = replace(ONE, role="@sum", location="-1", notes="\uff1d1")
    cells = [cell for row in csv.reader(io.StringIO(written([one]))) for cell in row]
    assert not any(cell.lstrip()[:1] in ("=", "+", "-", "@", "\uff1d") for cell in cells if cell)
    assert unnumbered(only(after(written([one]).encode()))).role == "@sum"


def test_what_was_changed_in_the_table_is_changed_and_the_rest_is_kept() -> None:
    state = state_with(replace(ONE, rev=1))
    text = written(state.interviews.values()).replace("two\nlines", "three")
    (row,) = rows(text.encode(), state=state)
    assert [tuple(one) for one in row.differences] == [("notes", "two\nlines", "three")]
    one = only(after(text.encode(), state=state))
    assert one.people[0].postal_address == "1 Main St", "which a row can't hold"


def test_a_start_that_was_moved_in_the_table_is_logged() -> None:
    state = state_with(ONE)
    text = written(state.interviews.values()).replace("14:00", "15:30")
    (row,) = rows(text.encode(), state=state)
    assert [one.field for one in row.differences] == ["starts_at", "log"]


def test_a_row_that_a_person_adds_needs_no_uid_and_is_the_same_each_time() -> None:
    data = table("company,role,starts_at,time_zone", "Acme,Dev,2026-11-20 14:00,")
    state = after(data)
    assert only(state).time_zone == READING.home_zone
    assert [row.kind for row in rows(data, state=state)] == [Kind.SAME]


def test_a_new_row_gets_the_next_round_unless_it_says_its_own() -> None:
    header = "company,role,starts_at,time_zone,round"
    data = table(header, "Acme,Dev,2026-11-20 14:00,,", "Acme,Dev,2026-11-21 14:00,,", "Acme,Dev,2026-11-22 14:00,,7")
    assert [one.round for one in after(data).interviews.values()] == [1, 2, 7]


def test_what_a_row_lacks_or_can_not_say_is_refused() -> None:
    header = "company,role,starts_at,time_zone,minutes"
    reasons = [
        row.reason
        for row in rows(
            table(header, "Acme,,2026-11-20 14:00,,", "Acme,Dev,soon,,", ",,,UTC,", "A,B,2026-11-20 14:00,,x")
        )
    ]
    assert all(reasons)
    assert "role is empty" in reasons[0] or "role is empty" in reasons[1]


def test_a_column_that_is_no_field_is_pointed_out_not_dropped_without_a_word() -> None:
    found = rows(table("company,role,starts_at,time_zone,salary", "Acme,Dev,2026-11-20 14:00,,1"))
    assert [(row.kind, row.what) for row in found] == [(Kind.NEW, "Acme, Dev"), (Kind.REFUSED, "column salary")]


def test_a_spreadsheet_program_may_save_it_as_a_workbook() -> None:
    cells = {**as_cells(ONE), "starts_at": ""}
    state = state_with(ONE)
    sheet = workbook([list(HEADER), ["u1", *cells.values()]])
    # A start that is empty can't be meant.
    (row,) = rows(sheet, state=state)
    assert row.kind is Kind.REFUSED
    (row,) = rows(workbook([list(HEADER), ["u1", *as_cells(ONE).values()]]), state=state)
    assert row.kind is Kind.SAME


def test_a_row_can_be_corrected_before_it_is_taken() -> None:
    data = table("company,role,starts_at,time_zone", "Acme,Dev,2026-11-20 14:00,")
    assert only(after(data, corrections=Corrections({0: {"company": "Contoso"}}))).company == "Contoso"

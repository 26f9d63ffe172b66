"""Whatever a file holds, it becomes rows: nothing crashes, nothing unsafe gets in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.text import harmless
from planner.planning import transfer
from planner.planning.state import State
from tests.formats.contacts.cards import card
from tests.formats.mails import invitation, mail, part
from tests.formats.tables.sheets import table, workbook
from tests.planning.transfer.bringing import READING, found

KINDS = (
    table("id,Company,Role,Interview,Interview Time,Contact,Phone,Notes", "1,A,B,2026-11-23,14:00,Jo <j@x.y>,+1,n"),
    table("uid,company,role,starts_at,time_zone,interviewers", "u,A,B,2026-11-23 14:00,UTC,Ann <a@x.y>"),
    card("FN:Ann Lee", "N;QUOTED-PRINTABLE:=41", "TEL;WORK:1", "ADR:;;1 St;;;;").encode(),
    mail(part(invitation())),
    workbook([["Company", "Role", "Interview"], ["A", "B", 46349.5]]),
    b'{"planner": 1, "interviews": [{"company": "A", "role": "B", "starts_at": "2026-11-23T14:00"}]}',
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A file of one of the kinds, with pieces of it replaced, cut out or repeated."""
    data = draw(st.sampled_from(KINDS))
    for _ in range(draw(st.integers(1, 4))):
        first = draw(st.integers(0, len(data)))
        last = min(first + draw(st.integers(0, 30)), len(data))
        data = data[:first] + draw(st.binary(max_size=8) | st.just(data[first:last] * 2)) + data[last:]
    return data


def check(data: bytes) -> None:
    rows = transfer.preview(found(data), State(), READING)
    transfer.taken(rows, State())
    for row in rows:
        for text in (row.what, row.reason, *row.remarks):
            assert harmless(text) == text


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    check(data)


@given(damaged())
def test_damaged_files_of_every_kind(data: bytes) -> None:
    check(data)


@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), max_size=5))
def test_any_text_in_the_cells_of_a_table(cells: list[list[str]]) -> None:
    from planner.formats import tables

    check(tables.written([["Company", "Role", "Interview"], *cells]).encode("utf-8", "replace"))


@pytest.mark.parametrize(
    "data",
    [
        b'"' * 100_000,
        b"," * 100_000,
        b"BEGIN:VCARD\r\nN:" + b";" * 100_000,
        b"<" * 100_000,
        b"BEGIN:VCALENDAR\r\nQUOTED-PRINTABLE" + b"x-" * 200_000,
        b"BEGIN:VCALENDAR\r\nX" + b";QUOTED-PRINTABLE" * 50_000,
        b"BEGIN:VCALENDAR\r\nX;QUOTED-PRINTABLE:" + b"=\n" * 100_000,
    ],
)
def test_endless_repetitions_end(data: bytes) -> None:
    check(data)

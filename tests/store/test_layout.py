"""The lines of the data file: what a change leaves alone is written as it stands, wherever it stands."""

import json
from typing import Any

import pytest

from planner.store import layout
from planner.store.storage import Tables

TABLES: Tables = {
    "counters": {"1": {"next_id": 3}},
    "interviews": {"1": {"id": 1, "company": "Åcme, \n"}, "2": {"id": 2}},
    "undo": {},
    "redo": {},
}
RAW, LINES = layout.text(7, TABLES)


def tables_in(raw: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    return json.loads(raw)["tables"]


def test_a_document_is_a_line_which_is_its_own_and_the_file_is_written_the_same_again() -> None:
    assert tables_in(RAW) == TABLES
    assert layout.as_lines(RAW, tables_in(RAW)) == LINES
    assert json.loads(b"{%s}" % LINES["interviews"]["1"].rstrip(b",")) == {"1": TABLES["interviews"]["1"]}
    assert layout.text(7, LINES) == (RAW, LINES)


def test_what_is_new_takes_its_place_among_the_lines() -> None:
    changed = LINES | {"interviews": {"2": LINES["interviews"]["2"], "10": {"id": 10}, "1": {"id": 1}}}
    raw, lines = layout.text(8, changed)
    assert tables_in(raw)["interviews"] == {"1": {"id": 1}, "2": {"id": 2}, "10": {"id": 10}}
    assert list(lines["interviews"]) == ["1", "2", "10"]
    assert layout.as_lines(raw, tables_in(raw)) == lines


EDITED = {
    "laid out by another program": json.dumps(json.loads(RAW), indent=1).encode(),
    "on one line": json.dumps(json.loads(RAW)).encode(),
    "two documents on one line": RAW.replace(b',\n"2": {"id": 2', b', "2": {"id": 2'),
    "a document on two lines": RAW.replace(b'{"id": 1, ', b'{"id": 1,\n'),
    "a document inside another": RAW.replace(b'{"id": 1, ', b'{"id": 1, "x": {\n"2": {}}, ').replace(
        b',\n"2": {"id": 2', b', "2": {"id": 2'
    ),
    "a number that comes twice": RAW.replace(b'\n"2": {"id": 2}', b'\n"2": {"id": 9},\n"2": {"id": 2}'),
    "a comma at the beginning of a line": RAW.replace(b',\n"2": {"id": 2', b'\n,"2": {"id": 2'),
    "a blank after a comma": RAW.replace(b',\n"2": {"id": 2', b', \n"2": {"id": 2'),
    "a blank at the end of a table": RAW.replace(b"}},\n", b"} },\n"),
    "line ends of another system": RAW.replace(b"\n", b"\r\n"),
    "no line end at the end": RAW[:-1],
    "blank lines at the end": RAW + b"\n",
    "tables in another order": layout.text(7, dict(reversed(TABLES.items())))[0].replace(b'"undo": {}', b'"undo": { }'),
}


@pytest.mark.parametrize("how", EDITED)
def test_of_a_file_that_somebody_edited_the_documents_are_taken_instead_of_the_lines(how: str) -> None:
    raw = EDITED[how]
    tables = tables_in(raw)
    assert raw != RAW
    assert layout.as_lines(raw, tables) is tables
    assert tables_in(layout.text(8, tables)[0]) == tables


def test_more_beside_the_tables_does_not_come_into_a_line() -> None:
    raw = RAW.replace(b'"redo": {}}}', b'"redo": {}}, "more": {}}')
    assert layout.as_lines(raw, tables_in(raw)) == tables_in(raw)

"""The lines of the data file: what a change leaves alone is written as it stands, wherever it stands."""

import json
from typing import Any

import pytest

from planner.domain.errors import BadInput
from planner.store import layout, rows
from planner.store.rows import Rows
from planner.store.storage import Copy, Shelf, Tables

DOCUMENTS: dict[str, dict[int, Any]] = {
    "counters": {1: {"next_id": 3}},
    "interviews": {1: {"id": 1, "company": "Åcme, \n"}, 2: {"id": 2}},
    "undo": {},
    "redo": {},
}


def text(tables: Tables, revision: int = 7) -> bytes:
    return b"".join(layout.pieces(revision, tables))


def documents_in(raw: bytes) -> dict[str, dict[int, Any]]:
    return {name: dict(table.items()) for name, table in layout.laid_out(raw)["tables"].items()}


RAW = text({name: Rows(new=documents) for name, documents in DOCUMENTS.items()})


def test_a_document_is_a_line_which_is_its_own_and_the_file_is_written_the_same_again() -> None:
    tables = json.loads(RAW)["tables"]
    assert {name: {int(number): one for number, one in table.items()} for name, table in tables.items()} == DOCUMENTS
    assert documents_in(RAW) == DOCUMENTS
    assert layout.laid_out(RAW) | {"tables": tables} == layout.parsed(RAW)
    assert json.loads(b"{%b}" % RAW.splitlines()[4].removesuffix(b",")) == {"1": DOCUMENTS["interviews"][1]}
    assert text(layout.laid_out(RAW)["tables"]) == RAW


def test_what_is_new_takes_its_place_among_the_lines() -> None:
    copy = Copy(layout.laid_out(RAW)["tables"])
    Shelf(copy, "interviews").put({10: {"id": 10}, 3: {"id": 3}, 1: {"id": 1}, 2: None}, rows.whole)
    raw = text(copy.tables)
    assert documents_in(raw)["interviews"] == {1: {"id": 1}, 3: {"id": 3}, 10: {"id": 10}}
    assert [line[:5] for line in raw.splitlines()[4:7]] == [b'"1": ', b'"3": ', b'"10":']
    assert text(layout.laid_out(RAW)["tables"]) == RAW


@pytest.mark.parametrize("at_once", [1, 300, 2**16])
def test_any_of_hundreds_of_lines_is_found_however_many_are_handled_together(
    monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(rows, "_AT_ONCE", at_once)
    there = {number: {"id": number, "notes": "x" * (number % 17)} for number in range(3, 700, 3)}
    tables = layout.laid_out(RAW)["tables"] | {"undo": Rows(new=there)}
    for number in (1, 3, 4, 351, 352, 698, 699, 700):
        written = layout.laid_out(text(tables))["tables"]["undo"]
        again = layout.laid_out(text(tables | {"undo": written._replace(new={number: {"id": -1}, 6: None, 7: None})}))
        expected = {**there, number: {"id": -1}}
        del expected[6]
        found = dict(again["tables"]["undo"].items())
        assert (found, list(found)) == (expected, sorted(expected))


EDITED = {
    "laid out by another program": json.dumps(json.loads(RAW), indent=1).encode(),
    "on one line": json.dumps(json.loads(RAW)).encode(),
    "two documents on one line": RAW.replace(b',\n"2": {"id": 2', b', "2": {"id": 2'),
    "a document on two lines": RAW.replace(b'{"id": 1, ', b'{"id": 1,\n'),
    "a document inside another": RAW.replace(b'{"id": 1, ', b'{"id": 1, "x": {\n"2": {}}, ').replace(
        b',\n"2": {"id": 2', b', "2": {"id": 2'
    ),
    "a number before a lower one": RAW.replace(b'\n"1": {"id"', b'\n"3": {"id"'),
    "a number that begins with nought": RAW.replace(b'\n"1": {"id"', b'\n"01": {"id"'),
    "a comma at the beginning of a line": RAW.replace(b',\n"2": {"id": 2', b'\n,"2": {"id": 2'),
    "a blank after a comma": RAW.replace(b',\n"2": {"id": 2', b', \n"2": {"id": 2'),
    "a blank at the end of a table": RAW.replace(b"}},\n", b"} },\n"),
    "a blank in an empty table": RAW.replace(b'"undo": {}', b'"undo": { }'),
    "a document on the line of its table": RAW.replace(b'"counters": {\n', b'"counters": {'),
    "line ends of another system": RAW.replace(b"\n", b"\r\n"),
    "no line end at the end": RAW[:-1],
    "blank lines at the end": RAW + b"\n",
    "tables in another order": RAW.replace(b'"undo"', b'"?"').replace(b'"redo"', b'"undo"').replace(b'"?"', b'"redo"'),
    "more beside the tables": RAW.replace(b'"redo": {}}}', b'"redo": {}}, "more": {}}'),
    "one more table": RAW.replace(b'\n"undo"', b'\n"more": {},\n"undo"'),
    "a form of its own": RAW.replace(b'"schema": 1', b'"schema": 2'),
}


@pytest.mark.parametrize("how", EDITED)
def test_a_file_that_somebody_edited_is_not_taken_by_its_lines(how: str) -> None:
    raw = EDITED[how]
    assert raw != RAW
    assert layout.parsed(raw)["tables"].keys() >= DOCUMENTS.keys()
    with pytest.raises(BadInput):
        documents_in(raw)


@pytest.mark.parametrize("at_once", [1, 300, 2**16])
def test_no_sign_but_a_comma_stands_behind_any_line(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(rows, "_AT_ONCE", at_once)
    raw = text({name: Rows() for name in DOCUMENTS} | {"undo": Rows(new={number: {} for number in range(1, 100)})})
    for number in range(2, 100):
        damaged = raw.replace(b',\n"%d": ' % number, b';\n"%d": ' % number)
        assert damaged != raw
        with pytest.raises(BadInput):
            documents_in(damaged)


def test_of_two_documents_of_one_number_none_is_passed_over() -> None:
    raw = RAW.replace(b'\n"2": {"id": 2}', b'\n"2": {"id": 9},\n"2": {"id": 2}')
    assert raw != RAW
    for read in (documents_in, layout.parsed):
        with pytest.raises(BadInput):
            read(raw)

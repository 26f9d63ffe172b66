"""A file that can't be understood is refused, quickly and in words, and never touched."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planner.domain.errors import StoreTrouble
from planner.store import backups
from planner.store.data_file import DataFile
from tests.store.made import NOW, added, data_file, edited, look

LIMIT = 100_000


def content(**changed: object) -> dict[str, Any]:
    """The content of a good file of one interview, with some top-level fields changed."""
    tables = {
        "counters": {"1": {"next_id": 2, "next_entry": 1}},
        "interviews": {
            "1": {
                "id": 1,
                "rev": 1,
                "uid": "6f0c",
                "company": "Acme",
                "role": "Analyst",
                "starts_at": "2026-11-23T14:00",
                "time_zone": "UTC",
            }
        },
        "undo": {},
        "redo": {},
    }
    return {"format": "planner", "schema": 1, "revision": 1, "tables": tables} | changed


def with_table(name: str, table: object) -> bytes:
    return json.dumps(content(tables=content()["tables"] | {name: table})).encode()


GOOD = json.dumps(content()).encode()
INTERVIEW = content()["tables"]["interviews"]["1"]
BAD = {
    "an empty file": (b"", "It is empty"),
    "a file cut off": (GOOD[:-20], "It is cut off or damaged"),
    "zeros, as a power cut leaves them": (b"\0" * len(GOOD), "It is cut off or damaged"),
    "text": (b"Northwind Traders\n", "It is cut off or damaged"),
    "bytes that are no UTF-8": (GOOD.replace(b"Acme", b"M\xfcller"), "It is not text in UTF-8"),
    "two files in one": (GOOD + GOOD, "It is cut off or damaged"),
    "JSON nested without end": (b"[" * 90_000, "It is nested too deep"),
    "a number without end": (GOOD.replace(b'"revision": 1', b'"revision": 1' + b"0" * 5_000), "or holds a number"),
    "a number that is none": (GOOD.replace(b'"revision": 1', b'"revision": NaN'), "NaN is no number"),
    "a list": (b"[]", "It is no data file of planner"),
    "TinyDB's own form": (b'{"_default": {"1": {"company": "Acme"}}}', "It is no data file of planner"),
    "another format": (json.dumps(content(format="other")).encode(), "It is no data file of planner"),
    "a newer form": (json.dumps(content(schema=2)).encode(), "A newer planner wrote it"),
    "no form": (json.dumps(content(schema=None)).encode(), "does not say which form"),
    "no revision": (json.dumps(content(revision="1")).encode(), "file.revision"),
    "a field of its own": (json.dumps(content(extra=1)).encode(), "file.extra is no field"),
    "no tables": (json.dumps(content(tables=[])).encode(), "file.tables: a list is not an object"),
    "a table missing": (json.dumps(content(tables={"undo": {}})).encode(), "tables has no counters"),
    "a table too many": (with_table("people", {}), "people is no field"),
    "a table that is a list": (with_table("undo", []), "file.tables.undo: a list is not an object"),
    "a document without a number": (with_table("undo", {"x": {}}), '"x" is not a number from 1 on'),
    "a number of thousands of digits": (with_table("interviews", {"9" * 5_000: INTERVIEW}), "9999… is not a number"),
    "a number written twice over": (with_table("interviews", {"01": INTERVIEW}), '"01" is not a number from 1 on'),
    "a number that two interviews have": (
        with_table("interviews", {"1": INTERVIEW, "2": INTERVIEW}).replace(b'"2"', b'"1"'),
        'A field: "1" is not to be given twice',
    ),
    "an interview under another's number": (with_table("interviews", {"2": INTERVIEW}), "interviews.2.id"),
    "an interview that is a text": (with_table("interviews", {"1": "Acme"}), 'interviews.1: "Acme" is not an object'),
    "an interview of no role": (
        with_table("interviews", {"1": INTERVIEW | {"role": ""}}),
        "interviews.1.role is empty",
    ),
    "an unknown field": (with_table("interviews", {"1": INTERVIEW | {"pay": 1}}), "interviews.1.pay is no field"),
    "no counters": (with_table("counters", {}), "counters does not hold"),
    "a step of nothing": (with_table("undo", {"1": {}}), "undo.1 has no title"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_not_understood_is_refused_and_left_as_it_was(path: Path, name: str) -> None:
    raw, sentence = BAD[name]
    path.parent.mkdir()
    path.write_bytes(raw)
    seen = look(path)
    for attempt in attempts(path):
        with pytest.raises(StoreTrouble) as refusal:
            attempt()
        assert str(path) in refusal.value.sentence
        assert sentence in refusal.value.sentence
        assert refusal.value.sentence.isprintable()
        assert "There is no backup that opens" in refusal.value.hint
    assert look(path) == seen
    assert not backups.folder_of(path).exists()


def test_the_good_file_those_are_made_of_opens(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(GOOD)
    assert data_file(path).commit(edited(1, "new")).interviews[1].company == "Acme"


@pytest.mark.parametrize(
    ("good", "bad", "sentence"),
    [
        ('"schema": 1', '"schema": 01', "damaged: Expecting ',' delimiter in line 1"),
        ('"company": "Northwind', '"company": Northwind', "damaged: Expecting value in line 5"),
        ('"company": "Northwind', '"firm": "Northwind', "interviews.1.firm is no field"),
        ('"title": "Added"', '"title": 1', "undo.1.title: 1 is not text"),
        ('"id": 1, "interview": null', '"id": 0, "interview": null', "undo.1.restores[0].id: 0 is not"),
        ('"next_id": 2', '"next_id": Infinity', "Infinity is no number"),
    ],
)
def test_damage_in_a_file_of_the_programs_own_is_told_by_its_place(
    path: Path, good: str, bad: str, sentence: str
) -> None:
    data_file(path).commit(added())
    text = path.read_text()
    assert good in text
    path.write_text(text.replace(good, bad, 1))
    with pytest.raises(StoreTrouble) as refusal:
        data_file(path).load()
    assert sentence in refusal.value.sentence


def attempts(path: Path) -> list[Callable[[], object]]:
    store = DataFile(path, lambda: NOW, size_limit=LIMIT)
    return [store.load, lambda: store.commit(added()), lambda: store.commit(lambda state: state)]


def test_a_fifo_is_refused_without_waiting_for_its_other_end(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    for attempt in attempts(path):
        with pytest.raises(StoreTrouble, match="is no regular file"):
            attempt()
    assert path.is_fifo()


def test_a_folder_a_device_and_a_socket_are_refused(path: Path, tmp_path: Path) -> None:
    path.mkdir(parents=True)
    device = tmp_path / "device"
    device.symlink_to("/dev/zero")
    connection = tmp_path / "socket"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(connection))
        for bad in (path, connection):
            for attempt in attempts(bad):
                with pytest.raises(StoreTrouble, match=str(bad)):
                    attempt()
    with pytest.raises(StoreTrouble, match="/dev/zero is no regular file"):
        data_file(device).load()
    assert path.is_dir()
    assert connection.is_socket()


def test_a_file_over_the_limit_is_refused_before_it_is_read(path: Path) -> None:
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    seen = look(path)
    for attempt in attempts(path):
        with pytest.raises(StoreTrouble, match="is larger than"):
            attempt()
    assert look(path) == seen


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.symlink_to(other)
    other.symlink_to(one)
    for attempt in attempts(one):
        with pytest.raises(StoreTrouble, match="its links lead in a circle"):
            attempt()


def test_the_newest_backup_that_opens_is_named(path: Path, store: DataFile) -> None:
    for n in range(4):
        store.commit(added(str(n)))
    newest, second, *_ = backups.kept(path)
    newest.path.write_bytes(newest.path.read_bytes()[:-30])
    path.write_bytes(b"")
    for attempt in attempts(path):
        with pytest.raises(StoreTrouble) as refusal:
            attempt()
        assert str(second.path) in refusal.value.hint
    path.unlink()
    path.write_bytes(second.path.read_bytes())
    assert len(data_file(path).load().interviews) == 2

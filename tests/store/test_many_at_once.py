"""Thousands that come together are written piece by piece; the file, and what follows on it, is as it ever was."""

from pathlib import Path

import pytest

from planner.domain.errors import StoreTrouble
from planner.store import contents, reading
from planner.store.data_file import DataFile
from tests.store.made import NOW, added, change, data_file, edited, filled, interview, left_behind, undone

MANY = 600


def test_the_file_is_the_same_as_when_they_are_written_whole_and_so_it_is_once_they_are_taken_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = path.with_name("whole.json")
    files = []
    for each in (path, whole):
        for following in (filled(MANY), undone):
            data_file(each).commit(following)
            files.append(each.read_bytes())
        monkeypatch.setattr(contents, "_MANY", MANY + 1)
    assert files[:2] == files[2:]
    assert b'"interview": {' in files[1]


def test_it_is_known_again_and_the_next_changes_build_on_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = data_file(path)
    store.commit(added("first"))
    written = store.commit(filled(MANY))
    with monkeypatch.context() as unread:
        unread.setattr(reading, "understood", lambda _raw: pytest.fail("read anew"))
        unread.setattr("planner.store.data_file.understood", lambda _raw: pytest.fail("read anew"))
        assert store.load().interviews is written.interviews
        store.commit(edited(300, "noted"))
    found = data_file(path).load()
    assert (len(found.interviews), found.interviews[300].notes) == (MANY + 1, "noted")
    store.commit(undone)
    assert store.commit(undone).interviews.keys() == {1} == data_file(path).load().interviews.keys()


def test_what_another_hand_wrote_meanwhile_is_not_taken_for_it(path: Path) -> None:
    store = data_file(path)
    store.commit(filled(MANY))
    path.write_bytes(path.read_bytes().replace(b'"uid": "uid-300"', b'"uid": "uid-3OO"'))
    assert store.commit(added("last")).interviews[300].uid == "uid-3OO"


def test_too_many_of_them_are_refused_and_nothing_is_left_behind(path: Path) -> None:
    store = DataFile(path, lambda: NOW, size_limit=90_000)
    store.commit(added())
    before = path.read_bytes()
    large = {id_: interview(f"uid-{id_}", "x" * 100) for id_ in range(2, MANY)}
    with pytest.raises(StoreTrouble, match="would be larger than"):
        store.commit(change("Too many", large))
    assert (path.read_bytes(), left_behind(path.parent)) == (before, [])
    assert len(store.load().interviews) == 1

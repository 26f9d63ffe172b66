"""What is committed is found again, and only what changed is touched."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planner.domain.errors import BadInput, NotFound, StoreTrouble
from planner.domain.interview import Interview
from planner.domain.log import Note
from planner.formats.records import encode_interview
from planner.planning.state import State, Step
from planner.store import contents
from planner.store.data_file import DataFile
from planner.store.steps import in_pieces
from tests.store.made import NOW, added, change, data_file, edited, filled, interview, look, redone, uids, undone


def test_a_file_that_is_not_there_is_an_empty_state_and_is_not_made_by_looking(path: Path, store: DataFile) -> None:
    assert store.load() == State()
    assert not store.changed()
    assert not path.parent.exists()


def test_what_was_committed_is_loaded_again(path: Path, store: DataFile) -> None:
    committed = store.commit(change("Added", {1: interview(entries=3), 2: interview("other")}))
    assert data_file(path).load() == committed
    assert committed.interviews[1].log[2] == Note(at=NOW, id=3, words="said hello")
    assert committed.undo[0].title == "Added"


def test_the_file_is_json_that_a_person_can_read_a_document_a_line(path: Path, store: DataFile) -> None:
    store.commit(change("Added", {1: interview("a"), 2: replace(interview("b"), company="Müller & Söhne")}))
    text = path.read_text(encoding="utf-8")
    content = json.loads(text)
    assert [content["format"], content["schema"], content["revision"]] == ["planner", 1, 1]
    assert content["tables"]["interviews"]["2"]["company"] == "Müller & Söhne"
    assert content["tables"]["counters"] == {"1": {"next_id": 3, "next_entry": 1}}
    assert [line[:5] for line in text.splitlines() if "starts_at" in line] == ['"1": ', '"2": ']


def test_the_documents_stand_in_order_of_their_numbers_whichever_changed_last(path: Path, store: DataFile) -> None:
    store.commit(filled(12))
    store.commit(edited(2, "changed last"))
    tables = json.loads(path.read_text(encoding="utf-8"))["tables"]
    assert list(tables["interviews"]) == [str(number) for number in range(1, 13)]
    assert list(data_file(path).load().interviews) == list(store.load().interviews) == list(range(1, 13))


def test_a_change_that_returns_the_state_it_got_writes_nothing(path: Path, store: DataFile) -> None:
    before = store.commit(added())
    seen = look(path)
    assert store.commit(lambda state: state) == before
    assert look(path) == seen


def test_what_a_change_raises_comes_through_and_nothing_is_written(path: Path, store: DataFile) -> None:
    store.commit(added())
    seen = look(path)

    def fails(_state: State) -> State:
        raise NotFound("There is no such interview.")

    with pytest.raises(NotFound):
        store.commit(fails)
    assert look(path) == seen
    assert uids(store.commit(added("next"))) == ["6f0c", "next"]


def test_each_change_is_made_on_top_of_what_another_session_wrote(path: Path) -> None:
    one, other = data_file(path), data_file(path)
    one.commit(added("a"))
    other.commit(added("b"))
    assert uids(one.commit(added("c"))) == ["a", "b", "c"]
    assert other.load().revision == 3


def test_a_file_changed_by_hand_is_noticed_though_its_time_and_size_stayed(path: Path, store: DataFile) -> None:
    store.commit(added(notes="aaaa"))
    status = path.stat()
    text = path.read_text(encoding="utf-8").replace("aaaa", "bbbb")
    with path.open("r+", encoding="utf-8") as file:
        file.write(text)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert store.commit(edited(1, "cccc")).undo[-1].restores[0][1] == replace(interview(notes="bbbb"), id=1, rev=1)


def test_changed_tells_a_file_written_by_another_session(path: Path) -> None:
    one, other = data_file(path), data_file(path)
    assert one.changed()
    one.load()
    assert not one.changed()
    other.commit(added())
    assert one.changed()
    one.load()
    assert not one.changed()
    one.commit(added("mine"))
    assert not one.changed()
    assert other.changed()
    path.unlink()
    assert one.changed()


def test_only_what_changed_is_written_anew(path: Path, store: DataFile, monkeypatch: pytest.MonkeyPatch) -> None:
    store.commit(filled(20))
    store.commit(edited(6, "new"))
    written: list[str] = []

    def noting_interview(interview: Interview) -> dict[str, Any]:
        written.append(interview.uid)
        return encode_interview(interview)

    def noting_step(step: Step) -> Iterator[str]:
        written.append(step.title)
        return in_pieces(step)

    monkeypatch.setattr(contents, "encode_interview", noting_interview)
    monkeypatch.setattr(contents, "in_pieces", noting_step)
    store.commit(edited(7, "new"))
    data_file(path).commit(edited(8, "new"))
    store.commit(undone)
    assert written == [  # each interview a second time, as it is tried beforehand whether it can be read again
        *("uid-7", "uid-7", "Edited"),
        *("uid-8", "uid-8", "Edited"),
        *("uid-8", "uid-8", "Edited"),
    ]


def test_a_file_that_stayed_the_same_is_not_taken_apart_again(
    path: Path, store: DataFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.commit(filled(3))

    def never(_content: object) -> contents.Contents:
        raise AssertionError("read again")

    monkeypatch.setattr(contents, "read", never)
    assert store.load().revision == 1
    assert store.commit(edited(1, "new")).revision == 2


def test_a_state_returned_holds_what_a_load_would_give(path: Path, store: DataFile) -> None:
    committed = store.commit(added(notes="  blanks around  "))
    assert committed.interviews[1].notes == "blanks around"
    assert committed == data_file(path).load()


def test_what_could_not_be_read_again_is_not_written(path: Path, store: DataFile) -> None:
    store.commit(added())
    seen = look(path)
    with pytest.raises(BadInput, match=r"interviews.1.notes has 20,001 characters"):
        store.commit(edited(1, "x" * 20_001))
    with pytest.raises(BadInput, match="control character"):
        store.commit(edited(1, "\x1b[2J"))
    assert look(path) == seen


def test_a_file_is_never_written_that_would_be_too_large_to_open(path: Path) -> None:
    store = DataFile(path, lambda: NOW, size_limit=19_000)
    store.commit(added())
    seen = look(path)
    with pytest.raises(StoreTrouble, match="would be larger"):
        store.commit(edited(1, "x" * 19_000))
    assert look(path) == seen
    assert store.commit(edited(1, "short")).revision == 2


@pytest.mark.parametrize(
    "after",
    [
        lambda state: state.changed("", NOW, "", {1: interview()})._replace(revision=state.revision),
        lambda state: state.changed("", NOW, "", {1: interview()})._replace(revision=state.revision + 2),
        lambda state: state.changed("", NOW, "", {1: interview()})._replace(next_id=1),
        lambda state: state.changed("", NOW, "", {1: interview()})._replace(next_entry=0),
        lambda state: state._replace(revision=state.revision + 1, next_id=9, interviews={7: interview()}),
        lambda state: state.changed("", NOW, "", {2: replace(interview(), log=(Note(at=NOW),))}),
    ],
)
def test_a_state_that_breaks_its_own_promises_is_a_bug_and_not_written(
    path: Path, store: DataFile, after: Callable[[State], State]
) -> None:
    store.commit(added())
    store.commit(added("second"))
    seen = look(path)
    with pytest.raises(ValueError, match=r"revision|counter|stands at|without a number"):
        store.commit(after)
    assert look(path) == seen


def test_numbers_are_never_given_again_not_even_after_an_undo_and_a_restart(path: Path) -> None:
    data_file(path).commit(change("Added", {1: interview(entries=4)}))
    data_file(path).commit(undone)
    state = data_file(path).load()
    assert (state.interviews, state.next_id, state.next_entry) == ({}, 2, 5)
    assert list(data_file(path).commit(added()).interviews) == [2]


def test_a_hundred_steps_are_undone_and_redone_over_restarts(path: Path) -> None:
    store = data_file(path)
    store.commit(added(notes="0"))
    for n in range(1, 105):
        store.commit(edited(1, str(n)))
    back = data_file(path)
    for n in range(103, 3, -1):
        assert back.commit(undone).interviews[1].notes == str(n)
    assert back.load().undo == ()
    forth = data_file(path)
    for n in range(5, 105):
        assert forth.commit(redone).interviews[1].notes == str(n)
    assert data_file(path).load().redo == ()
    assert len(data_file(path).load().undo) == 100


def test_a_link_is_followed_and_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    path.parent.mkdir()
    link.symlink_to(path)
    data_file(link).commit(added("by link"))
    data_file(path).commit(added("by name"))
    assert link.is_symlink()
    assert uids(data_file(link).load()) == ["by link", "by name"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["data", "link.json"]

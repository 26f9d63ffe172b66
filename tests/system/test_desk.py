"""What was typed and not saved is offered by the next session after any kind of end, and by no session that lives."""

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import BadInput, StoreTrouble
from planner.planning.desk import Draft, ShortDesk
from planner.planning.ports import Desk
from planner.system import desk as desks
from planner.system.desk import LARGEST, FileDesk, is_open

NOW = datetime(2026, 11, 23, 17, tzinfo=UTC)
DATA = Path("/somewhere/planner.json")

Open = Callable[..., FileDesk]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "drafts"


@pytest.fixture
def opened(folder: Path) -> Iterator[Open]:
    """Opens desks in that folder, each a second later than the one before."""
    made: list[FileDesk] = []

    def open_desk(data: Path = DATA) -> FileDesk:
        at = NOW + timedelta(seconds=len(made))
        made.append(FileDesk(folder, data, lambda: at))
        return made[-1]

    yield open_desk
    for desk in made:
        if desk._descriptor is not None:
            end(desk)


def end(desk: FileDesk) -> None:
    """What the kernel does to a session when it ends, however that is."""
    assert desk._descriptor is not None
    os.close(desk._descriptor)
    desk._descriptor = None


def texts(desk: Desk) -> list[tuple[str, dict[str, str]]]:
    return [(draft.form, dict(draft.fields)) for draft in desk.left]


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.exists() else []


def test_an_empty_desk_makes_no_file(opened: Open, folder: Path) -> None:
    desk = opened()
    assert (desk.left, desk.place) == ((), "")
    assert files(folder) == []


def test_what_was_typed_is_offered_once_the_session_is_over(opened: Open) -> None:
    first = opened()
    first.keep("add", {"company": "Acm"})
    first.keep("add", {"company": "Acme", "role": ""})
    first.keep("edit uid-3", {"notes": "Ask for\nthe salary"})
    assert opened().left == ()
    end(first)
    second = opened()
    assert dict(texts(second)) == {
        "add": {"company": "Acme", "role": ""},
        "edit uid-3": {"notes": "Ask for\nthe salary"},
    }
    assert {draft.typed_at for draft in second.left} == {NOW}


def test_only_one_session_gets_what_was_left(opened: Open, folder: Path) -> None:
    first = opened()
    first.keep("add", {"company": "Acme"})
    end(first)
    second, third = opened(), opened()
    assert (len(second.left), len(third.left)) == (1, 0)
    assert len(files(folder)) == 1


def test_what_nobody_came_back_to_is_offered_again_and_again(opened: Open) -> None:
    for form in ("one", "two", "three"):
        desk = opened()
        desk.keep(form, {"company": form})
        end(desk)
    assert [form for form, _ in texts(opened())] == ["three", "two", "one"]


def test_a_form_that_was_saved_is_forgotten(opened: Open) -> None:
    desk = opened()
    desk.keep("add", {"company": "Acme"})
    desk.keep("edit", {"company": "Globex"})
    desk.drop("add")
    desk.drop("never typed into")
    end(desk)
    assert texts(opened()) == [("edit", {"company": "Globex"})]


def test_one_that_is_taken_up_is_this_sessions_own_and_not_lost_meanwhile(opened: Open) -> None:
    first = opened()
    first.keep("add", {"company": "Acme"})
    end(first)
    second = opened()
    second.take_up(second.left[0])
    assert second.left == ()
    end(second)
    third = opened()
    third.take_up(third.left[0])
    third.drop("add")
    end(third)
    assert opened().left == ()


def test_one_that_is_discarded_is_gone_and_the_others_stay(opened: Open) -> None:
    first = opened()
    first.keep("one", {"a": "b"})
    first.keep("two", {"a": "b"})
    end(first)
    second = opened()
    second.discard(next(draft for draft in second.left if draft.form == "one"))
    end(second)
    assert texts(opened()) == [("two", {"a": "b"})]


def test_where_the_board_was_left_is_found_again(opened: Open) -> None:
    first = opened()
    first.leave_at("uid-3")
    first.leave_at("uid-4")
    end(first)
    second = opened()
    assert (second.place, second.left) == ("uid-4", ())
    end(second)
    assert opened().place == "uid-4"


def test_another_data_files_desk_is_left_alone(opened: Open, folder: Path) -> None:
    desk = opened(Path("/elsewhere.json"))
    desk.keep("add", {"company": "Acme"})
    desk.leave_at("uid-3")
    end(desk)
    other = opened()
    assert (other.left, other.place) == ((), "")
    assert texts(opened(Path("/elsewhere.json"))) == [("add", {"company": "Acme"})]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_only_the_owner_can_read_it_and_no_half_is_left(opened: Open, folder: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        desk = opened()
        for n in range(5):
            desk.keep("add", {"company": str(n)})
    finally:
        os.umask(before)
    (file,) = files(folder)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0


def test_typing_the_same_again_writes_nothing(opened: Open, folder: Path) -> None:
    desk = opened()
    desk.keep("add", {"company": "Acme"})
    seen = files(folder)[0].stat()
    desk.keep("add", {"company": "Acme"})
    desk.leave_at("")
    assert files(folder)[0].stat() == seen


# -- ends


SESSION = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from planner.system.desk import FileDesk
desk = FileDesk(Path(sys.argv[1]), Path(sys.argv[2]), lambda: datetime(2026, 11, 23, 17, tzinfo=UTC))
n = 0
while True:
    n += 1
    desk.keep("add", {"company": "x" * n, "number": str(n)})
    os.write(1, b"%d\\n" % n)
"""


def test_after_sigkill_the_last_that_was_kept_is_offered(opened: Open, folder: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", SESSION, str(folder), str(DATA)], stdout=subprocess.PIPE) as session:
        assert session.stdout
        said = [int(session.stdout.readline()) for _ in range(50)]
        (file,) = folder.glob("*.json")
        assert is_open(file)
        session.send_signal(signal.SIGKILL)
        said += [int(line) for line in session.stdout.read().splitlines()]
    desk = opened()
    ((form, fields),) = texts(desk)
    assert form == "add"
    assert int(fields["number"]) - said[-1] in (0, 1)
    assert fields["company"] == "x" * int(fields["number"])
    assert len(files(folder)) == 1


def test_a_program_started_from_the_session_does_not_keep_it_alive(opened: Open, folder: Path) -> None:
    desk = opened()
    desk.keep("add", {"company": "Acme"})
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE):
        end(desk)
        assert len(opened().left) == 1


# -- damage


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 10_000,
        b'{"data": "/somewhere/planner.json", "place": "", "drafts": 1}',
        b'{"data": "/somewhere/planner.json", "place": "", "drafts": [1]}',
        b'{"data": "/somewhere/planner.json", "place": "", "drafts": [{"form": "add", "fields": {}, "typed_at": "x"}]}',
        (
            b'{"data": "/somewhere/planner.json", "place": "", "drafts": [{"form": "add", "fields": {"a": 1}, '
            b'"typed_at": "2026-11-23T17:00:00+00:00"}]}'
        ),
        b'{"data": "/somewhere/planner.json", "place": 3, "drafts": []}',
    ],
)
def test_a_file_that_is_broken_is_ignored_and_removed(opened: Open, folder: Path, content: bytes) -> None:
    folder.mkdir(parents=True)
    (folder / "0123456789abcdef.json").write_bytes(content)
    desk = opened()
    assert (desk.left, desk.place) == ((), "")
    assert files(folder) == []


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(content: bytes) -> None:
    try:
        desks._decoded(content)
    except ValueError:
        return


def test_what_a_kill_left_half_written_is_removed(opened: Open, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / ".0123456789abcdef.json.0123456789abcdef.tmp").write_text('{"half')
    opened()
    assert files(folder) == []


def test_strange_files_are_no_drafts_and_no_trouble(opened: Open, folder: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True)
    target = tmp_path / "target.json"
    target.write_text("{}")
    (folder / f"{'a' * 16}.json").symlink_to(target)
    (folder / f"{'b' * 16}.json").mkdir()
    for name in ("notes.txt", "mine.json"):
        (folder / name).write_text("mine")
    desk = opened()
    desk.keep("add", {"company": "Acme"})
    end(desk)
    assert texts(opened()) == [("add", {"company": "Acme"})]
    assert target.exists()
    assert {file.name for file in folder.iterdir()} > {"notes.txt", "mine.json", f"{'b' * 16}.json"}


@given(st.dictionaries(st.text(st.characters()), st.text(st.characters())))
def test_any_text_comes_back_as_it_was_typed(fields: dict[str, str]) -> None:
    papers = desks._Papers("data", "place", (Draft("form", fields, NOW),))
    assert desks._decoded(desks._encoded(papers)) == papers


# -- what can't be kept


def test_more_than_a_form_holds_is_refused_and_what_was_kept_stays(opened: Open) -> None:
    desk = opened()
    desk.keep("add", {"company": "Acme"})
    with pytest.raises(BadInput, match="longer than 512 KiB"):
        desk.keep("add", {"company": "x" * LARGEST})
    end(desk)
    assert texts(opened()) == [("add", {"company": "Acme"})]


def test_a_full_disk_is_told_and_what_was_kept_stays(
    opened: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened()
    desk.keep("add", {"company": "Acme"})

    def fails(*_args: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", fails)
        with pytest.raises(StoreTrouble, match=r"can't be kept in .*: no space left on device"):
            desk.keep("add", {"company": "Acme Ltd"})
    assert len(files(folder)) == 1
    desk.keep("add", {"company": "Acme Ltd"})
    end(desk)
    assert texts(opened()) == [("add", {"company": "Acme Ltd"})]


def test_a_folder_that_can_not_be_made_does_not_stop_the_start(opened: Open, folder: Path) -> None:
    folder.parent.write_text("a file where the folder should be")
    desk = opened()
    assert desk.left == ()
    with pytest.raises(StoreTrouble):
        desk.keep("add", {"company": "Acme"})


def test_what_was_left_is_not_lost_where_it_can_not_be_taken_over(
    opened: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened()
    first.keep("add", {"company": "Acme"})
    end(first)

    def fails(*_args: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", fails)
        assert len(opened().left) == 1
    assert len(opened().left) == 1


def test_of_what_nobody_wants_the_newest_hundred_are_kept(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "LEFT_KEPT", 3)
    for n in range(5):
        desk = opened()
        desk.keep(str(n), {"a": "b"})
        end(desk)
    assert [form for form, _ in texts(opened())] == ["4", "3", "2"]


def test_a_short_desk_keeps_nothing_and_is_a_desk_all_the_same() -> None:
    desk: Desk = ShortDesk()
    draft = Draft("add", {"company": "Acme"}, NOW)
    desk.keep("add", draft.fields)
    desk.take_up(draft)
    desk.discard(draft)
    desk.drop("add")
    desk.leave_at("uid-3")
    assert (desk.left, desk.place) == ((), "uid-3")


def test_the_file_says_what_it_is(opened: Open, folder: Path) -> None:
    opened().keep("add", {"company": "Müller"})
    content = json.loads(files(folder)[0].read_bytes())
    assert content == {
        "planner": 1,
        "data": str(DATA),
        "place": "",
        "drafts": [{"form": "add", "typed_at": NOW.isoformat(), "fields": {"company": "Müller"}}],
    }

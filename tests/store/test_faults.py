"""Whatever goes wrong at whichever call: the file is the old one or the new one, and the next change goes through."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from planner.domain.errors import NotConfirmed, StoreTrouble
from planner.planning.ports import Change
from planner.store import backups
from tests.store.faults import Died, Disk, Fault, confirming_no_folder
from tests.store.made import added, data_file, edited, in_a_newer_form, left_behind, look

LONGER = edited(1, "longer" * 500)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A folder with a data file and as many backups as are kept, so that a change also has to remove one."""
    store = data_file(tmp_path / "full" / "planner.json")
    with Disk().used():
        store.commit(added())
        for n in range(11):
            store.commit(edited(1, str(n)))
    return tmp_path / "full"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return tmp_path / "empty"


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_at_any_call_of_a_change_leaves_the_old_file_or_the_new(
    full: Path, tmp_path: Path, fault: Fault
) -> None:
    assert attacked(full, tmp_path, LONGER, fault) >= (2 if fault is Fault.SHORT else 30)


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_at_any_call_of_the_first_change_leaves_no_file_or_the_new(
    empty: Path, tmp_path: Path, fault: Fault
) -> None:
    assert attacked(empty, tmp_path, added(), fault) >= (1 if fault is Fault.SHORT else 15)


def test_a_death_at_any_call_that_brings_it_into_a_newer_form_leaves_the_old_file_or_the_new(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_a_newer_form(monkeypatch)
    assert attacked(full, tmp_path, LONGER, Fault.DIES_AFTER) >= 30


def attacked(start: Path, tmp_path: Path, change: Change, fault: Fault) -> int:
    """Lets the fault happen at each call that the change makes, each time from the same start; how many those were."""
    disk = Disk()
    with disk.used():
        data_file(copied(start, tmp_path / "counted")).commit(change)
    calls = [at for at, (name, _) in enumerate(disk.calls) if fault is not Fault.SHORT or name == "write"]
    for at in calls:
        check(copied(start, tmp_path / str(at)), change, Disk(at, fault))
    return len(calls)


def copied(start: Path, target: Path) -> Path:
    if start.exists():
        shutil.copytree(start, target)
    return target / "planner.json"


def check(path: Path, change: Change, disk: Disk) -> None:
    before = data_file(path).load()
    after = change(before)
    raw = path.read_bytes() if path.exists() else b""
    fitting = [before, after]
    with disk.used():
        try:
            data_file(path).commit(change)
            fitting = [after]
        except NotConfirmed:
            fitting = [after]
        except StoreTrouble:
            fitting = [before]
        except (Died, KeyboardInterrupt):
            pass
    found = data_file(path).load()
    assert found in fitting, disk.calls[-1]
    if fitting == [before]:
        assert left_behind(path.parent) == [], disk.calls[-1]
    if found == before and raw:
        assert path.read_bytes() == raw, disk.calls[-1]
    for backup in backups.kept(path)[:1]:
        assert data_file(backup.path).load().revision <= found.revision, disk.calls[-1]
    with Disk().used():
        assert data_file(path).commit(added("next"), wait=0).revision == found.revision + 1, disk.calls[-1]


def test_a_change_is_acknowledged_only_when_it_has_reached_the_disk(full: Path) -> None:
    path = full / "planner.json"
    disk = Disk()
    with disk.used():
        data_file(path).commit(LONGER)
    temporary = next(about for name, about in disk.calls if about.endswith(".tmp") and "backups" not in about)
    order = [
        ("write", temporary),
        ("fsync", temporary),
        ("close", temporary),
        ("replace", str(path)),
        ("fsync", str(full)),
        ("close", str(full / "planner.json.lock")),
    ]
    assert [call for call in disk.calls if call in order] == order
    assert disk.calls[-1] == order[-1]


def test_the_first_change_makes_the_folders_durable_too(tmp_path: Path) -> None:
    disk = Disk()
    with disk.used():
        data_file(tmp_path / "a" / "b" / "planner.json").commit(added())
    synced = [about for name, about in disk.calls if name == "fsync" and not about.endswith(".tmp")]
    assert synced == [str(tmp_path), str(tmp_path / "a"), str(tmp_path / "a" / "b")]


@pytest.mark.parametrize(
    ("call", "number", "told"),
    [
        ("replace", errno.EBUSY, ("it is a mount of its own", "Mount the folder")),
        ("replace", errno.EXDEV, ("its folder spans two file systems", "one file system")),
        ("open", errno.EROFS, ("the file system is read-only", "--data")),
        ("open", errno.EACCES, ("permission is denied", "owner and the mode of {folder}")),
        ("open", errno.EMFILE, ("too many files are open", "Close some")),
        ("write", errno.EDQUOT, ("your disk quota is used up", "Free some space")),
        ("write", errno.ENOSPC, ("the disk is full", "Free some space")),
        ("write", errno.EFBIG, ("larger than files may be", "ulimit -f")),
        ("fsync", errno.EIO, ("the disk reports an error", "Copy your files")),
        ("fchmod", errno.EOVERFLOW, ("Value too large", "Check the disk.")),
    ],
)
def test_each_trouble_with_the_disk_is_a_sentence_with_a_way_out(
    full: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, told: tuple[str, str]
) -> None:
    path = full / "planner.json"
    store = data_file(path)
    store.load()
    seen = look(path)

    def fails(about: object, *_rest: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number), None if isinstance(about, int) else about)

    with monkeypatch.context() as patched:
        patched.setattr(os, call, fails)
        with pytest.raises(StoreTrouble) as refusal:
            store.commit(LONGER)
    assert refusal.value.sentence.startswith(f"Nothing was saved in {path}: ")
    assert told[0] in refusal.value.sentence
    assert told[1].format(folder=full) in refusal.value.hint
    assert look(path) == seen
    assert left_behind(full) == []


def test_a_file_that_cannot_be_read_is_a_sentence_too(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_path: object, *_rest: object) -> None:
        raise PermissionError(errno.EACCES, "made up", str(full / "planner.json"))

    store = data_file(full / "planner.json")
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", fails)
        with pytest.raises(StoreTrouble, match="can't be read: permission is denied") as refusal:
            store.load()
    assert str(full / "planner.json") in refusal.value.hint


def test_a_change_that_is_saved_but_not_confirmed_is_said_to_be_so(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = full / "planner.json"
    store = data_file(path)
    store.load()
    with monkeypatch.context() as patched:
        confirming_no_folder(patched)
        with pytest.raises(NotConfirmed, match=f"{path} was saved, but the disk did not confirm it"):
            store.commit(edited(1, "saved all the same"))
    assert store.changed()
    assert store.load().interviews[1].notes == "saved all the same"

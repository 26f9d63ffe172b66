"""What an examination says of a data file and what lies around it, and what it puts right with consent."""

import errno
import fcntl
import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from planner.planning.health import Check, Sign
from planner.store import backups, examination, lock, rescue
from planner.store.backup_folder import BackupFolder
from planner.store.data_file import DataFile
from tests.store.made import NOW, added, data_file, edited, left_behind, uids


@pytest.fixture
def used(path: Path, store: DataFile) -> Path:
    """A data file with two backups."""
    store.commit(added("first"))
    store.commit(added("second"))
    store.commit(edited(1, "new"))
    return path


def checks(path: Path, about: str = "") -> list[Check]:
    folder = BackupFolder(path, lambda: NOW)
    found = examination.checks(data_file(path), folder, lambda: NOW, NOW)
    return [check for check in found if about in ("", check.about)]


def wrong(path: Path) -> list[Check]:
    return [check for check in checks(path) if check.is_wrong]


def repair(check: Check) -> str:
    assert check.repair
    return check.repair.do()


def test_of_a_sound_file_all_is_fine(used: Path) -> None:
    assert {check.sign for check in checks(used)} == {Sign.FINE}
    (found,) = checks(used, "Data file")
    assert f"{used} opens: 2 interviews, change 3" in found.found


def test_where_nothing_was_ever_written_all_is_fine_and_nothing_is_made(path: Path) -> None:
    path.parent.mkdir()
    assert {check.sign for check in checks(path)} == {Sign.FINE}
    assert list(path.parent.iterdir()) == []


def test_a_file_that_does_not_open_is_wrong_and_the_newest_good_backup_takes_its_place(used: Path) -> None:
    newest, second = backups.kept(used)
    newest.path.write_bytes(b"torn too")
    used.write_bytes(b"torn")
    (found,) = [check for check in wrong(used) if check.about == "Data file"]
    assert "It is cut off or damaged" in found.found
    assert found.remedy.startswith(f"planner restore {second.number} ")
    repair(found)
    assert uids(data_file(used).load()) == ["first"]
    assert [file.read_bytes() for file in rescue.set_aside(used)] == [b"torn"]
    assert checks(used, "Data file")[0].sign is Sign.FINE


def test_without_a_backup_that_opens_nothing_is_offered(used: Path) -> None:
    for backup in backups.kept(used):
        backup.path.write_bytes(b"torn too")
    used.write_bytes(b"torn")
    (found,) = [check for check in wrong(used) if check.about == "Data file"]
    assert found.repair is None
    assert "planner restore FILE" in found.remedy


def test_a_file_that_has_gone_is_wrong_where_it_has_backups(used: Path) -> None:
    used.unlink()
    (found,) = wrong(used)
    assert found.found == f"There is no {used}, but 2 backups of it."
    repair(found)
    assert uids(data_file(used).load()) == ["first", "second"]


def test_a_file_from_a_newer_version_is_wrong_and_left_alone(used: Path) -> None:
    used.write_bytes(used.read_bytes().replace(b'"schema": 1', b'"schema": 99'))
    (found,) = wrong(used)
    assert "A newer planner wrote it" in found.found
    assert found.repair is None


def test_whatever_others_can_open_is_wrong_and_closed(used: Path) -> None:
    backup = backups.kept(used)[0].path
    opened = [used, lock.path_of(used), backups.folder_of(used), backup]
    for each in opened:
        each.chmod(0o755 if each.is_dir() else 0o644)
    found = wrong(used)
    assert {str(each) in check.found for each, check in zip(opened, found, strict=True)} == {True}
    for check in found:
        repair(check)
    assert wrong(used) == []
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_what_is_not_ours_is_none_of_its_business(used: Path, tmp_path: Path) -> None:
    strange = tmp_path / "thesis.txt"
    for file in (strange, backups.folder_of(used) / "mine.txt"):
        file.write_text("Chapter 1")
        file.chmod(0o644)
    assert wrong(used) == []
    assert [check.about for check in wrong(strange)] == ["Data file"]
    assert wrong(strange)[0].repair is None


def test_a_folder_that_others_may_write_in_is_a_hint(used: Path) -> None:
    used.parent.chmod(0o777)
    (found,) = [check for check in checks(used, "Permissions") if check.sign is Sign.HINT]
    assert f"chmod go-w {used.parent}" in found.remedy


def test_a_lock_that_is_held_is_a_hint_that_names_its_holder_where_the_system_does(
    used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status = lock.path_of(used).stat()
    device = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}"
    locks = tmp_path / "locks"
    locks.write_text(
        f"1: POSIX  ADVISORY  WRITE 17 {device}:{status.st_ino} 0 EOF\n"
        f"2: FLOCK  ADVISORY  WRITE 4711 {device}:{status.st_ino} 0 EOF\n"
    )
    with lock.held(lock.path_of(used), 0):
        for place, who in ((locks, "Process 4711"), (tmp_path / "none", "A process")):
            monkeypatch.setattr(examination, "LOCKS", place)
            (found,) = checks(used, "Lock")
            assert (found.sign, found.found) == (Sign.HINT, f"{who} is writing to the data file.")
    assert checks(used, "Lock")[0].sign is Sign.FINE


def test_a_file_system_without_locks_is_wrong(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_args: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    with monkeypatch.context() as patched:
        patched.setattr(fcntl, "flock", refuses)
        (found,) = checks(used, "Lock")
    assert (found.is_wrong, found.remedy) == (True, "Keep the data on a local disk.")


def test_what_killed_sessions_left_is_a_hint_and_removed(used: Path) -> None:
    left = [
        used.parent / ".planner.json.0123456789abcdef.tmp",
        backups.folder_of(used) / ".000001-r1-2026-11-23.json.0123456789abcdef.tmp",
    ]
    for file in left:
        file.write_text("half")
        file.chmod(0o600)
        then = (NOW - timedelta(hours=2)).timestamp()
        os.utime(file, (then, then))
    (found,) = checks(used, "Leftovers")
    assert (found.sign, "2 half-written files" in found.found) == (Sign.HINT, True)
    repair(found)
    assert left_behind(used.parent) == []


def test_what_was_set_aside_is_a_hint(used: Path) -> None:
    used.write_bytes(b"torn")
    aside = BackupFolder(used, lambda: NOW).put_back(backups.kept(used)[0].path).kept_as
    (found,) = checks(used, "Leftovers")
    assert (found.sign, str(aside) in found.found, found.repair) == (Sign.HINT, True, None)


def test_a_backup_that_does_not_open_is_wrong_and_taken_out_of_the_list_but_kept(used: Path) -> None:
    bad = backups.kept(used)[1].path
    bad.write_bytes(b"torn")
    (found,) = wrong(used)
    assert str(bad) in found.found
    repair(found)
    assert wrong(used) == []
    assert len(backups.kept(used)) == 1
    assert bad.with_name(f"{bad.name}.damaged").read_bytes() == b"torn"


def test_a_folder_of_backups_that_can_not_be_read_is_wrong(path: Path, store: DataFile) -> None:
    store.commit(added())
    backups.folder_of(path).write_text("a file where the folder should be")
    backups.folder_of(path).chmod(0o600)
    (found,) = wrong(path)
    assert found.found.startswith(f"The backups of {path} can't be read")


def test_a_file_that_never_had_a_backup_is_a_hint(path: Path, store: DataFile) -> None:
    store.commit(added())
    (found,) = checks(path, "Backups")
    assert (found.sign, "planner backup" in found.remedy) == (Sign.HINT, True)

"""What an examination says of the ground the program stands on."""

import io
import zoneinfo
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from planner.planning.health import Check, Sign
from planner.system import examination
from planner.system.settings_file import SettingsFile

NOW = datetime(2026, 11, 23, 17, tzinfo=UTC)


class Usage(NamedTuple):
    total: int
    used: int
    free: int


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_program_is_named_with_its_version_and_those_it_stands_on() -> None:
    found = examination.program()
    assert found.sign is Sign.FINE
    assert all(name in found.found for name in ("planner", "Python 3.", "textual", "tinydb", "pendulum"))


# -- settings and zones


def settings(tmp_path: Path, text: str = "", **env: str) -> dict[str, Check]:
    config = tmp_path / "config.toml"
    if text:
        config.write_text(text)
    return {check.about: check for check in examination.settings(SettingsFile(config, {"TZ": "Asia/Tokyo"} | env))}


def test_without_settings_all_is_by_default_and_the_home_zone_is_a_hint(tmp_path: Path) -> None:
    found = settings(tmp_path)
    assert (found["Settings"].sign, "by default" in found["Settings"].found) == (Sign.FINE, True)
    assert found["Time zones"].sign is Sign.HINT
    assert found["Time zones"].remedy == "planner config home-zone Asia/Tokyo sets it."


def test_a_home_zone_is_told_beside_the_machines(tmp_path: Path) -> None:
    found = settings(tmp_path, '[policy]\nhome_time_zone = "Europe/Berlin"\n')
    assert found["Time zones"] == Check(
        "Time zones", Sign.FINE, "Home is Europe/Berlin, this machine's zone Asia/Tokyo."
    )


def test_settings_that_do_not_read_are_wrong(tmp_path: Path) -> None:
    found = settings(tmp_path, "[policy]\nwait_dais = 9\n")
    assert found["Settings"].is_wrong
    assert found["Settings"].remedy.endswith("planner config edit opens the file.")


def test_a_variable_that_names_no_zone_is_wrong(tmp_path: Path) -> None:
    found = settings(tmp_path, TZ="Middle-earth/Shire")
    assert found["Time zones"].is_wrong
    assert "TZ" in found["Time zones"].found


def zone_data(monkeypatch: pytest.MonkeyPatch, host: tuple[str, ...], package: str) -> Check:
    monkeypatch.setattr(zoneinfo, "TZPATH", host)
    monkeypatch.setattr(examination, "_version", lambda _name: package)
    return examination.zone_data(NOW)


def test_zone_data_of_the_host_comes_first_and_the_package_where_it_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "UTC").write_bytes(b"TZif")
    host = (str(tmp_path),)
    assert zone_data(monkeypatch, host, "2026.2").found == f"From {tmp_path}, else tzdata 2026.2."
    assert zone_data(monkeypatch, host, "").sign is Sign.FINE
    assert zone_data(monkeypatch, (), "2026.2").sign is Sign.FINE
    assert zone_data(monkeypatch, (), "2024.1").sign is Sign.HINT
    assert zone_data(monkeypatch, (), "").is_wrong


# -- disk


@pytest.mark.parametrize(
    ("free", "sign"),
    [(10 * 2**30, Sign.FINE), (50 * 2**20, Sign.HINT), (2**19, Sign.WRONG), (0, Sign.WRONG)],
)
def test_too_little_room_for_a_copy_is_wrong_and_little_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, sign: Sign
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: Usage(0, 0, free))
    found = [check for check in examination.disk(tmp_path / "not" / "yet" / "made.json") if check.about == "Free space"]
    assert [check.sign for check in found] == [sign]


def test_the_larger_the_file_the_more_room_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "planner.json"
    with file.open("wb") as large:
        large.truncate(50 * 2**20)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: Usage(0, 0, 150 * 2**20))
    assert next(examination.disk(file)).is_wrong


def test_room_that_can_not_be_told_is_a_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_folder: Path) -> Usage:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("shutil.disk_usage", fails)
    assert next(examination.disk(tmp_path / "planner.json")).sign is Sign.HINT


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home {place} {kind} rw 0 0
broken
tmpfs {place}/deeper tmpfs rw 0 0
"""


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse"])
def test_a_network_file_system_is_a_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    home = tmp_path / "my home"
    home.mkdir()
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(place=str(home).replace(" ", "\\040"), kind=kind))
    monkeypatch.setattr(examination, "MOUNTS", mounts)
    assert examination.kind_of(home, mounts) == (kind, str(home))
    assert examination.kind_of(tmp_path, mounts) == ("ext4", "/")
    monkeypatch.setattr(examination, "kind_of", lambda folder: (kind, str(folder)))
    *_, found = examination.disk(home / "planner.json")
    assert (found.sign, f"({kind})" in found.found) == (Sign.HINT, True)


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "overlay", "tmpfs", "fuseblk", "apfs", ""])
def test_a_local_one_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(examination, "kind_of", lambda folder: (kind, str(folder)))
    *_, found = examination.disk(tmp_path / "planner.json")
    assert found.sign is Sign.FINE


def test_a_system_that_tells_no_mounts_is_taken_as_it_is(tmp_path: Path) -> None:
    assert examination.kind_of(tmp_path, tmp_path / "none") == ("", "")


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive - Contoso", "Google Drive", "Nextcloud", "iCloud Drive"])
def test_a_cloud_folder_is_a_hint(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "kind_of", lambda _folder: ("ext4", "/"))
    folder = tmp_path / name / "planner"
    folder.mkdir(parents=True)
    *_, found = examination.disk(folder / "planner.json")
    assert (found.sign, name in found.found) == (Sign.HINT, True)


# -- terminal


def terminal(**env: str) -> list[Sign]:
    return [check.sign for check in examination.terminal(env)]


def test_a_terminal_and_a_locale_that_can_do_all_are_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("sys.stderr", Terminal())
    assert terminal(TERM="xterm", LANG="de_DE.UTF-8") == [Sign.FINE, Sign.FINE]
    assert terminal(TERM="dumb", LC_ALL="en_US.utf8", LANG="C") == [Sign.HINT, Sign.FINE]
    assert terminal(TERM="xterm", LANG="C") == [Sign.FINE, Sign.HINT]
    assert terminal() == [Sign.HINT, Sign.HINT]


def test_where_there_is_no_terminal_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert terminal(TERM="xterm", LANG="C.UTF-8") == [Sign.HINT, Sign.FINE]


def test_reports_of_faults_are_a_hint_and_the_newest_is_named(tmp_path: Path) -> None:
    assert [check.sign for check in examination.crash_reports(tmp_path / "none")] == [Sign.FINE]
    for stamp in ("20261123T170000.000000Z-1", "20261122T170000.000000Z-2"):
        (tmp_path / f"crash-{stamp}.txt").write_text("")
    (found,) = examination.crash_reports(tmp_path)
    assert found.sign is Sign.HINT
    assert "2 reports" in found.found
    assert "crash-20261123T170000" in found.found

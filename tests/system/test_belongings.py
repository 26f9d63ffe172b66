"""What the program keeps of its own accord, told from what it did not make."""

from datetime import UTC, datetime
from pathlib import Path

from planner.system.belongings import DRAFTS, LOGS, kept_aside, open_sessions
from planner.system.desk import FileDesk
from planner.system.logs import record_crash

NOW = datetime(2026, 11, 23, 17, tzinfo=UTC)


def test_what_it_makes_it_knows_as_its_own(tmp_path: Path) -> None:
    desk = FileDesk(tmp_path / DRAFTS, Path("/data.json"), lambda: NOW)
    desk.keep("add", {"company": "Acme"})
    report = record_crash(ValueError("x"), tmp_path / LOGS, NOW)
    columns = tmp_path / "columns.json"
    columns.write_text("{}")
    half = tmp_path / DRAFTS / ".0123456789abcdef.json.0123456789abcdef.tmp"
    half.write_text("{")
    found = kept_aside(tmp_path)
    assert {report, columns, half} < set(found.files)
    assert len(found.files) == 4
    assert found.folders == (tmp_path / DRAFTS, tmp_path / LOGS, tmp_path)
    assert found.foreign == ()


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    (tmp_path / DRAFTS).mkdir()
    for name in ("notes.txt", "my.json", "0123456789abcdeg.json"):
        (tmp_path / DRAFTS / name).write_text("mine")
    found = kept_aside(tmp_path)
    assert found.files == ()
    assert len(found.foreign) == 3


def test_where_nothing_was_kept_there_is_nothing(tmp_path: Path) -> None:
    assert kept_aside(tmp_path / "none") == ((), (), ())
    assert open_sessions(tmp_path / "none") == 0


def test_sessions_that_are_open_are_counted(tmp_path: Path) -> None:
    for data in ("/one.json", "/other.json"):
        desk = FileDesk(tmp_path / DRAFTS, Path(data), lambda: NOW)
        desk.leave_at("uid-3")
        (tmp_path / DRAFTS / "fedcba9876543210.json").write_text("{}")
        assert open_sessions(tmp_path) >= 1
    assert open_sessions(tmp_path) == 2

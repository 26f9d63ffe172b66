import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planner.system.logs import KEPT, record_crash

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
SECRET = "Ann Lee, 90,000 a year"


class MadeUpError(Exception):
    pass


def crash(salary: str = SECRET) -> None:
    """Raises an error whose message, cause, note and locals all hold what a person typed."""
    try:
        raise KeyError(salary)
    except KeyError as cause:
        error = MadeUpError(f"could not save {salary}")
        error.add_note(salary)
        raise error from cause


def crashed() -> Exception:
    with pytest.raises(MadeUpError) as caught:
        crash()
    return caught.value


def test_the_report_says_what_and_where_but_never_what_was_held(home: Path) -> None:
    report = record_crash(crashed(), home / "crashes", NOW).read_text()
    assert "MadeUpError" in report
    assert "builtins.KeyError" in report
    assert "test_logs.py:" in report
    assert " crash\n" in report
    for word in ("Ann", "Lee", "90,000", "salary", "could not save"):
        assert word not in report


def test_the_report_is_for_its_owner_only(home: Path) -> None:
    path = record_crash(crashed(), home / "state" / "crashes", NOW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.name.startswith("crash-20261123T150000")


def test_what_lies_behind_an_error_is_told_once(home: Path) -> None:
    first, second = ValueError(SECRET), TypeError(SECRET)
    first.__context__, second.__context__ = second, first
    report = record_crash(ExceptionGroup(SECRET, [first, OSError(SECRET)]), home, NOW).read_text()
    kinds = [line for line in report.splitlines() if line.startswith("builtins.")]
    assert kinds == ["builtins.ExceptionGroup", "builtins.ValueError", "builtins.TypeError", "builtins.OSError"]
    assert SECRET not in report


def test_an_endless_recursion_and_an_endless_chain_are_cut(home: Path) -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    error: BaseException = caught.value
    for _ in range(2000):
        outer = ValueError()
        outer.__cause__ = error
        error = outer
    assert len(record_crash(caught.value, home, NOW).read_text().splitlines()) < 100
    assert record_crash(error, home, NOW + timedelta(seconds=1)).stat().st_size < 100_000


def test_only_the_newest_reports_are_kept(home: Path) -> None:
    made = [record_crash(MadeUpError(), home, NOW + timedelta(hours=ahead)) for ahead in range(KEPT + 5)]
    assert sorted(home.iterdir()) == made[-KEPT:]


def test_what_is_no_report_is_never_removed(home: Path) -> None:
    other = home / "planner.log"
    other.write_text("not a report")
    for ahead in range(KEPT + 1):
        record_crash(MadeUpError(), home, NOW + timedelta(hours=ahead))
    assert other.read_text() == "not a report"

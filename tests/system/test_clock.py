import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from planner.system import clock


def test_the_clock_gives_an_aware_instant_in_utc() -> None:
    now = clock.system_clock()
    assert now.tzinfo is UTC
    assert now <= clock.system_clock()


def test_a_set_clock_starts_at_its_instant_and_runs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter((100.0, 100.0, 103.5))
    monkeypatch.setattr(time, "monotonic", lambda: next(seconds))
    at = datetime(2026, 10, 24, 20, tzinfo=ZoneInfo("Europe/Berlin"))
    now = clock.clock_from(at)
    assert now() == at
    assert now() == at + timedelta(seconds=3.5)


def test_a_set_clock_counts_elapsed_time_over_a_clock_change(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter((0.0, 3600.0 * 12))
    monkeypatch.setattr(time, "monotonic", lambda: next(seconds))
    now = clock.clock_from(datetime(2026, 10, 24, 20, tzinfo=ZoneInfo("Europe/Berlin")))
    assert now() == datetime(2026, 10, 25, 6, tzinfo=UTC)

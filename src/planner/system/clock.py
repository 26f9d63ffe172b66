"""The clock, the only place that reads it."""

import time
from datetime import UTC, datetime, timedelta

from planner.planning.ports import Clock


def system_clock() -> datetime:
    """The instant it is, in UTC."""
    return datetime.now(UTC)


def clock_from(at: datetime) -> Clock:
    """A clock that shows `at` now and runs on from there; setting the host's clock does not move it."""
    start = at.astimezone(UTC)
    begun = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - begun)

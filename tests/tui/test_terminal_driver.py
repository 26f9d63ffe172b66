"""What the driver makes of signals, without a terminal; what it does with one is seen by tests/e2e."""

import asyncio
import signal
from collections.abc import Iterator
from types import FrameType, SimpleNamespace
from typing import Any

import pytest

from planner.tui.terminal.driver import GuardedDriver
from planner.tui.terminal.opening import Opening

TAKEN = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGTSTP, signal.SIGCONT)


@pytest.fixture
def _signals_are_put_back() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in TAKEN}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_signals_are_put_back")
async def test_of_two_sizes_that_come_at_once_the_newer_is_told_last() -> None:
    app: Any = SimpleNamespace(opening=Opening())
    driver = GuardedDriver(app)
    size, told = 80, []

    def tell(number: int, _frame: FrameType | None) -> None:
        nonlocal size
        read = size
        if size == 80:
            size = 70
            driver._resized(tell, number, None)  # the next signal, while this one is handled
        told.append(read)

    driver._resized(tell, signal.SIGWINCH, None)
    for _ in range(3):
        await asyncio.sleep(0)
    assert told == [80, 70]

"""Work that takes a while, done in a thread for a screen, which lives meanwhile and can call it off."""

from asyncio import to_thread
from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import Any, TypeVar

from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker, get_current_worker

from planner.domain.errors import PlannerError
from planner.planning.transfer import SAVING, Progress, Watch

R = TypeVar("R")

PAUSE_SECONDS = 0.2
PATIENCE_SECONDS = 1.0


class _CalledOff(Exception):
    """Nobody waits any more for what is being done."""


class Errand:
    """One piece of work at a time: another one calls off the one before it. `show` is told of what takes over a second."""

    def __init__(self, screen: Screen[Any], show: Callable[[Progress], None]) -> None:
        self._screen = screen
        self._show = show
        self._worker: Worker[None] | None = None
        self._heard: Progress | None = None
        self._pulse: Timer | None = None
        self._pulses = 0
        self._deciding = Lock()

    @property
    def is_under_way(self) -> bool:
        return self._worker is not None

    def begin(
        self, work: Callable[[Watch], R], then: Callable[[R], None], fail: Callable[[PlannerError], None]
    ) -> None:
        """Does `work` in a thread; on the screen's, `then` gets what came of it, `fail` what a person can mend.

        While one piece is being saved no other is begun.
        """
        if not self.call_off():
            return
        self._pulse = self._screen.set_interval(PAUSE_SECONDS, self._tell)
        self._worker = self._screen.run_worker(self._do(work, then, fail))

    def call_off(self) -> bool:
        """Ends the work: it leaves nothing behind, and neither `then` nor `fail` is called. False once it is being saved."""
        with self._deciding:
            if self._worker and self._heard == SAVING:
                return False
            if self._worker:
                self._worker.cancel()
        self._over()
        return True

    async def _do(
        self, work: Callable[[Watch], R], then: Callable[[R], None], fail: Callable[[PlannerError], None]
    ) -> None:
        # A worker that is a thread itself would be kept by it until its next work, with the screen and all it holds.
        worker: Worker[None] = get_current_worker()

        def watch(progress: Progress) -> None:
            with self._deciding:
                if worker.is_cancelled:
                    raise _CalledOff
                self._heard = progress

        try:
            answer = partial(then, await to_thread(work, watch))
        except _CalledOff:
            return
        except PlannerError as error:
            answer = partial(fail, error)
        if worker is self._worker:
            self._over()
            answer()

    def _over(self) -> None:
        if self._pulse:
            self._pulse.stop()
        self._worker, self._heard, self._pulse, self._pulses = None, None, None, 0

    def _tell(self) -> None:
        self._pulses += 1
        if self._heard and self._pulses * PAUSE_SECONDS >= PATIENCE_SECONDS:
            self._show(self._heard)

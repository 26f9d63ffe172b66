"""A person before the screen: what they press, and what they see."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from planner.domain.interview import Interview
from planner.planning.ports import Desk
from planner.planning.restoring import Restoring
from planner.planning.state import State
from planner.tui.app import PlannerApp
from planner.tui.screens.board import BoardScreen
from planner.tui.terminal.environment import Terminal
from tests.tui.house import MemoryBackups, MemorySettings, MemoryStore, StandingClock, planner_of
from tests.tui.screen import lines, text

NARROW, WIDE = (80, 24), (120, 36)


def no_crash(bug: BaseException) -> Path:
    """A bug in a test is the test's failure, not a file."""
    raise AssertionError(bug)


class Seat:
    """The running app with its store and its clock."""

    def __init__(self, pilot: Pilot[None], app: PlannerApp, store: MemoryStore, clock: StandingClock) -> None:
        self.pilot, self.app, self.store, self.clock = pilot, app, store, clock

    async def press(self, *keys: str) -> str:
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()
        return self.sees

    async def until(self, shown: str) -> None:
        """Waits for what comes by itself, a few seconds at the most."""
        for _ in range(500):
            if shown in self.sees:
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"“{shown}” does not come:\n{self.sees}")

    @property
    def sees(self) -> str:
        return text(self.app)

    @property
    def said(self) -> str:
        """The two lines above the keys."""
        return " ".join(line.strip() for line in lines(self.app)[-3:-1]).strip()

    @property
    def board(self) -> BoardScreen:
        return self.app.board

    def interview(self, number: int) -> Interview:
        return self.store.state.interviews[number]


@asynccontextmanager
async def seated(
    *interviews: Interview,
    size: tuple[int, int] = NARROW,
    settings: MemorySettings | None = None,
    files: Mapping[str, bytes] | None = None,
    desk: Desk | None = None,
    terminal: Terminal = Terminal(),  # noqa: B008 - frozen
    earlier: Sequence[State] = (),
) -> AsyncIterator[Seat]:
    """Someone at the board with these interviews, on a terminal of that size."""
    clock = StandingClock()
    planner, store = planner_of(interviews, clock, settings, files)
    planner.desk = desk or planner.desk
    bugs: list[BaseException] = []

    def noted(bug: BaseException) -> Path:
        bugs.append(bug)
        return Path("/crashes/1")

    restoring = Restoring(
        store, MemoryBackups(*((clock.now, state) for state in earlier)), planner.reading(), "this session"
    )
    app = PlannerApp(planner, noted, terminal, restoring=(lambda: restoring) if earlier else None)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Seat(pilot, app, store, clock)
    # Those that end the app have been raised by now; others may go unnoticed, as in a task that nobody waits for.
    assert bugs == []


def row_with(seat: Seat, name: str) -> str:
    return next(line for line in lines(seat.app) if name in line)

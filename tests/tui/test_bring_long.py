"""Importing what takes a while, by what a person sees and presses."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from threading import Event

import pytest

from planner.planning import transfer
from planner.planning.ports import Change
from planner.planning.state import State
from planner.planning.transfer import Brought, Progress, Row, Source, Stage, Watch, Wishes
from planner.tui.proposals import Columns
from planner.tui.screens.bring import BringScreen
from planner.tui.spans import Row as SpanRow
from tests.tui.bringing import FILES, look, preview, proposed, sent
from tests.tui.screen import lines
from tests.tui.seat import seated
from tests.tui.typing import sent as pressed
from tests.tui.typing import settled, typed


class Slow:
    """Reads half of every file, and the rest when it may."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may_go_on = Event()
        self._read_files = transfer.read_files
        monkeypatch.setattr("planner.tui.screens.looking.read_files", self)
        monkeypatch.setattr("planner.tui.errand.PATIENCE_SECONDS", 0.0)

    def __call__(self, sources: Sequence[Source], wishes: Wishes, watch: Watch) -> Brought:
        watch(Progress(Stage.READING, 0.5))
        assert self.may_go_on.wait(10)
        return self._read_files(sources, wishes, watch)


async def test_the_screen_lives_meanwhile_and_escape_or_ctrl_c_stops_it_until_it_is_being_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slow = Slow(monkeypatch)
    async with seated(files=FILES) as seat:
        before = seat.store.state
        await pressed(seat, "i")
        await typed(seat, "invitation.ics")
        await pressed(seat, "enter")
        await seat.until("50%")
        assert "█····" in seat.said
        await pressed(seat, "ctrl+c")
        assert "Stopped: nothing was taken." in seat.said
        await pressed(seat, "enter")
        await seat.until("50%")
        await pressed(seat, "escape")
        assert "Stopped: nothing was taken." in seat.said
        slow.may_go_on.set()
        await settled(seat)
        assert "new" not in lines(seat.app)[0]
        assert seat.store.state is before
        await look(seat)
        assert "1 new, 1 refused" in lines(seat.app)[0]

        may_go_on, commit = Event(), seat.store.commit

        def slowly(change: Change, wait: float) -> State:
            def and_wait(state: State) -> State:
                after = change(state)
                assert may_go_on.wait(10)
                return after

            return commit(and_wait, wait)

        monkeypatch.setattr(seat.store, "commit", slowly)
        await pressed(seat, "enter")
        await seat.until("Saving …")
        await pressed(seat, "space", "escape")
        assert "Being saved." in seat.said
        assert isinstance(seat.app.screen, BringScreen)
        may_go_on.set()
        await seat.until("Import: 1 new, 1 refused.")


async def test_of_many_rows_only_those_in_sight_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = b"".join(b"Acme %d,Dev,2026-11-30 14:00\n" % number for number in range(300))
    async with seated(files={"many.csv": b"Company,Role,Interview\n" + rows}) as seat:
        drawn = Counter[str]()
        draw = Columns.draw

        def counted(columns: Columns, one: Row, now: datetime, *, out: bool) -> SpanRow:
            drawn.update(["rows"])
            return draw(columns, one, now, out=out)

        monkeypatch.setattr(Columns, "draw", counted)
        await preview(seat, "many.csv")
        assert "300 new" in lines(seat.app)[0]
        await sent(seat, "G", "space")
        assert "[ ] + new" in proposed(seat, "Acme 299")
        assert "enter Import 299" in lines(seat.app)[-1]
        assert drawn.total() < 150

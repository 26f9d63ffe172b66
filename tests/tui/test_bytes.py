"""Over a slow line each byte is a wait: what is sent is counted, and what stays as it was is not sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import cast

import pytest
from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from planner.tui.app import PlannerApp
from planner.tui.terminal.shadow import Shadow
from tests.tui.interviews import CONTOSO, EACH
from tests.tui.seat import NARROW, Seat, seated

MANY = (*EACH, *(replace(CONTOSO, company=f"Contoso {place}", uid=f"uid{place}") for place in range(300)))
A_CURSOR = 120
A_LINE = 400


@contextmanager
def paints(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The bytes of each paint from now on."""
    sent: list[int] = []
    shadow = Shadow(remembers=False)
    shown = PlannerApp._display

    def counted(app: PlannerApp, screen: Screen[object], update: RenderableType | None) -> None:
        if update is not None and not app._batch_count:
            codes = cast("CompositorUpdate", update).render_segments(app.console)
            sent.append(len(shadow.differing(codes).encode()))
        shown(app, screen, update)

    with monkeypatch.context() as patch:
        patch.setattr(PlannerApp, "_display", counted)
        yield sent


def running(seat: Seat) -> list[Timer]:
    """The timers that would do something by themselves, but for the one look at the file."""
    nodes = [seat.app.screen, *seat.app.screen.walk_children(Widget)]
    timers = [timer for node in nodes for timer in node._timers]
    return list(filter(is_running, timers))


def is_running(timer: Timer) -> bool:
    return timer._active.is_set()


async def test_the_board_is_painted_once_when_it_opens_and_once_when_one_comes_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with paints(monkeypatch) as sent:
        async with seated(*EACH, size=(100, 30)) as seat:
            assert len(sent) == 1
            for opened in ("enter", "w", "2", "l", "question_mark"):
                sent.clear()
                await seat.press(opened)
                assert (opened, len(sent)) == (opened, 1)
                await seat.press("escape")
                assert (opened, len(sent)) == (opened, 2)


async def test_a_key_sends_what_it_changes_however_many_interviews_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    async with seated(*MANY, size=NARROW) as seat:
        with paints(monkeypatch) as sent:
            await seat.press("j", "j", "j")
            sent.clear()
            await seat.press("j")  # to another of which the same can be done
            assert 0 < sum(sent) < A_CURSOR
            sent.clear()
            await seat.press("G")
            assert len(sent) == 1  # nothing is animated
            sent.clear()
            await seat.press("slash")
            assert sum(sent) < A_LINE
            await seat.press("escape")


async def test_beside_the_list_only_what_differs_is_sent_and_a_focus_that_moves_sends_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alike = [replace(CONTOSO, company=f"Contoso {letter}", uid=letter) for letter in "ABC"]
    async with seated(*alike, size=(120, 36)) as seat:
        with paints(monkeypatch) as sent:
            await seat.press("j")
            assert sum(sent) < 2 * A_CURSOR  # the mark, and the name
            sent.clear()
            await seat.press("tab", "tab")
            assert sent == []


async def test_nothing_is_sent_while_nobody_does_anything() -> None:
    async with seated(*EACH, size=(100, 30)) as seat:
        alarm = [seat.board._alarm]
        assert running(seat) == alarm
        await seat.press("slash", "a")
        assert running(seat) == alarm  # no cursor blinks

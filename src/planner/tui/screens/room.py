"""What every screen can do that has a room in the catalogue: show itself anew, offer its keys, and lead elsewhere."""

from abc import abstractmethod
from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.events import Resize, ScreenResume
from textual.geometry import Size
from textual.timer import Timer

from planner.planning.planner import Planner
from planner.tui.commands import BOARD, INSIGHTS, TIMELINE
from planner.tui.gating import Situation
from planner.tui.house import House, house_of
from planner.tui.key_hints import hints
from planner.tui.screens.calm import CalmScreen
from planner.tui.spans import Span, ends
from planner.tui.widgets.key_bar import KeyBar
from planner.tui.widgets.pane import Pane

LONGEST_SLEEP_SECONDS = 86_400
"""A clock may be set while a screen waits for an instant: it looks again after this long."""


class RoomScreen(CalmScreen[None]):
    """A screen with the commands of one room. `room` is its name in the catalogue.

    While `repaint_waits` it does not show the state as it is now, and takes no key.
    """

    room: ClassVar[str]
    AUTO_FOCUS = None

    def __init__(self) -> None:
        super().__init__()
        self.repaint_waits = False
        self._laid_out_in = Size()
        self._stop_listening: Callable[[], object] = tuple
        self._alarm: Timer | None = None

    @property
    def house(self) -> House:
        return house_of(self)

    @property
    def planner(self) -> Planner:
        return self.house.planner

    def situation(self) -> Situation:
        """What decides which commands are grey."""
        return Situation(None)

    # -- showing

    def on_mount(self) -> None:
        self._stop_listening = self.house.listen(self.repaint)

    def on_unmount(self) -> None:
        self._stop_listening()

    def on_resize(self, resize: Resize) -> None:
        if resize.size != self._laid_out_in:
            self.repaint_soon()

    def on_screen_resume(self, resume: ScreenResume) -> None:  # noqa: ARG002 - as below it
        if self.stands:
            self.repaint_soon()

    def fill(self) -> None:
        self.repaint()

    def title_bar(self, title: str, about: str = "") -> None:
        """The line at the top of a screen that stands above another one: at its end the way back."""
        left = (Span(f"{title}   ", "strong"), Span(about, "head"))
        back = (Span(f"{self.house.keys['back']} back", "grey"),)
        self.query_one("#bar", Pane).show((ends(left, back, self.size.width - 2),))

    def repaint_soon(self) -> None:
        """Once the widgets have their new sizes; several reasons to do so make one repaint."""
        if not self.repaint_waits:
            self.repaint_waits = True
            self.call_after_refresh(self.repaint)

    def repaint(self) -> None:
        """Shows the state as it is now; nothing on a screen that is just being left, whose widgets go before it."""
        self.repaint_waits = False
        if self not in self.app.screen_stack:
            return
        self._laid_out_in = self.size
        self.lay_out()
        self.hint()

    @abstractmethod
    def lay_out(self) -> None:
        """Fills the widgets from the state; what did not change paints nothing."""

    def hint(self) -> None:
        self.query_one(KeyBar).hint(hints(self.house.of_room(self.room), self.room, self.situation()))

    def repaint_at(self, instant: datetime | None) -> None:
        """One timer, for the next instant at which anything here changes by itself; None: nothing does."""
        if self._alarm:
            self._alarm.stop()
        self._alarm = None
        if instant:
            # A little late rather than early.
            seconds = (instant - self.planner.now()).total_seconds() + 0.01
            self._alarm = self.set_timer(min(max(seconds, 0.01), LONGEST_SLEEP_SECONDS), self.repaint)

    # -- the three rooms that lead to each other

    def action_board(self) -> None:
        """It lies below the other two, which take each other's place."""
        if self.room != BOARD:
            _ = self.dismiss(None)

    def action_timeline(self) -> None:
        self._turn_to(TIMELINE)

    def action_insights(self) -> None:
        self._turn_to(INSIGHTS)

    def _turn_to(self, room: str) -> None:
        if room != self.room:
            self.house.turn_to(room)

    def action_settings(self) -> None:
        self.house.open_settings()

    # -- the house

    def action_help(self) -> None:
        from planner.tui.screens.help import HelpScreen

        self.house.visit(HelpScreen(self.room))

    def action_palette(self) -> None:
        self.house.action_command_palette()

    def action_redraw(self) -> None:
        self.house.action_redraw()

    def action_suspend(self) -> None:
        self.house.action_suspend_process()

    def action_quit(self) -> None:
        self.house.exit()

    async def on_key_bar_pressed(self, pressed: KeyBar.Pressed) -> None:
        await self.run_action(pressed.command.id)

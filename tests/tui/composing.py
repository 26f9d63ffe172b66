"""A screen of random widgets that are scrolled, moved, hidden and covered.

What is drawn of each update must be what Textual's own compositor draws of it.
"""

from collections.abc import Callable
from random import Random
from typing import Any
from unittest.mock import patch

from rich.console import RenderableType
from textual._compositor import Compositor, CompositorUpdate
from textual._context import active_app
from textual.app import App, ComposeResult
from textual.containers import Container, VerticalScroll
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from planner.tui.compositor import SparingCompositor
from planner.tui.screens.calm import CalmScreen
from planner.tui.spans import Row, Span
from planner.tui.theme import dress
from planner.tui.widgets.listing import Item, Listing
from planner.tui.widgets.pane import Pane

TONES = ("text", "grey", "urgent", "strong", "open", "ahead")
WORDS = ("Northwind", "日本語", "a", "  ", "late · today", "─────", "x" * 30)
SIZES = ((60, 20), (40, 12), (75, 26), (23, 7))


def rows(chance: Random, count: int) -> list[Row]:
    return [
        tuple(Span(chance.choice(WORDS), chance.choice(TONES)) for _ in range(chance.randint(0, 4)))
        for _ in range(count)
    ]


def some_widgets(chance: Random) -> list[Widget]:
    made: list[Callable[[], Widget]] = [Pane, Listing, lambda: Input("typed 日本"), lambda: TextArea("one\ntwo\n三")]
    return [chance.choice(made)() for _ in range(chance.randint(2, 4))]


class Jumble(CalmScreen[None]):
    """Widgets beside, within and above one another; all of it scrolls."""

    CSS = """
    Jumble { layers: base over; overflow: auto auto; }
    Jumble > Container { height: auto; }
    VerticalScroll { height: 9; border: round red; }
    Pane, Listing { height: 6; }
    TextArea { height: 4; }
    .over { layer: over; offset: 5 3; width: 20; height: 5; background: blue; }
    """

    def __init__(self, chance: Random) -> None:
        super().__init__()
        self._chance = chance
        self._compositor = self.compared = Compared(chance)

    def compose(self) -> ComposeResult:
        with Container():
            yield from some_widgets(self._chance)
            with VerticalScroll():
                yield from some_widgets(self._chance)
        yield Pane(classes="over")


class Above(Jumble, ModalScreen[None]):
    """Above another screen, which is seen around it."""

    CSS = """
    Above { align: center middle; background: transparent; }
    Above > Container { width: 30; height: 8; overflow: auto auto; background: green; }
    """


class Compared(SparingCompositor):
    """Now and then has Textual's own draw the same update, and keeps what was another.

    Not always: what is drawn for the other would not be drawn by the next.
    """

    def __init__(self, chance: Random) -> None:
        super().__init__()
        self._chance = chance
        self.drawn = 0
        self.wrong: list[str] = []

    def render_update(
        self,
        full: bool = False,
        screen_stack: list[Screen[Any]] | None = None,
        simplify: bool = False,
    ) -> RenderableType | None:
        regions = set(self._dirty_regions)
        mine = super().render_update(full, screen_stack, simplify)
        if mine is None or self._chance.random() < 0.5:
            return mine
        self._dirty_regions = regions
        with patch.object(SparingCompositor, "_get_renders", Compositor._get_renders):
            theirs = super().render_update(full, screen_stack, simplify)
        self.drawn += 1
        if _codes(mine) != _codes(theirs):
            self.wrong.append(f"{type(mine).__name__} of {regions}")
        return mine


def _codes(update: object) -> str:
    assert isinstance(update, CompositorUpdate)
    return update.render_segments(active_app.get().console)


class Composed(App[None]):
    """A jumble in a terminal of some size."""

    def __init__(self, chance: Random) -> None:
        super().__init__()
        self.chance = chance
        self.animation_level = "none"
        dress(self, "")

    def get_default_screen(self) -> Jumble:
        return Jumble(self.chance)

    def changes(self) -> None:
        """One thing becomes another."""
        chance = self.chance
        widgets = [one for one in self.screen.walk_children(Widget) if one.is_mounted]
        widget = chance.choice(widgets)
        if isinstance(widget, Listing) and chance.random() < 0.5:
            widget.fill([Item(row, place) for place, row in enumerate(rows(chance, chance.randint(0, 30)))])
            chance.choice((widget.action_down, widget.action_last, widget.action_page_down, widget.action_first))()
        elif isinstance(widget, Pane) and chance.random() < 0.5:
            widget.show(rows(chance, chance.choice((1, 5, 40))))
        elif isinstance(widget, Input) and chance.random() < 0.5:
            widget.value = chance.choice(WORDS)
        elif isinstance(widget, TextArea) and chance.random() < 0.5:
            widget.insert(chance.choice(("a", "\n", "語")))
        else:
            chance.choice((self._scrolls, self._styles, self._refreshes, self._moves))(widget)

    def _scrolls(self, widget: Widget) -> None:
        widget.scroll_to(self.chance.randint(0, 8), self.chance.randint(0, 12), animate=False, immediate=True)
        if self.chance.random() < 0.5:
            self.screen.scroll_to(y=self.chance.randint(0, 20), animate=False, immediate=True)

    def _styles(self, widget: Widget) -> None:
        chance = self.chance
        name, values = chance.choice(
            (
                ("offset", ((0, 0), (3, 2), (-4, -1), (30, 5))),
                ("height", (1, 3, 8, 30)),
                ("width", (5, 25, 90, "100%")),
                ("display", ("none", "block", "block")),
                ("visibility", ("hidden", "visible", "visible")),
                ("opacity", (0.5, 1.0)),
                ("border", (("round", "red"), ("none", "red"))),
                ("background", ("red", "black", "transparent")),
                ("padding", (0, 1, 3)),
                ("margin", (0, 2)),
            )
        )
        setattr(widget.styles, name, chance.choice(values))

    def _refreshes(self, widget: Widget) -> None:
        chance = self.chance
        regions = [
            Region(chance.randint(0, 20), chance.randint(0, 8), chance.randint(1, 30), chance.randint(1, 4))
            for _ in range(chance.randint(0, 3))
        ]
        widget.refresh(*regions)

    def _moves(self, widget: Widget) -> None:
        if self.chance.random() < 0.5:
            widget.focus()
        else:
            widget.styles.layer = self.chance.choice(("base", "over"))


async def composed(seed: int, steps: int) -> tuple[int, list[str]]:
    """How many updates were drawn twice while so many changes were made, and those that looked otherwise."""
    app = Composed(Random(seed))
    screens: list[Jumble] = []
    async with app.run_test(size=SIZES[0]) as pilot:
        for _ in range(steps):
            await _step(app, pilot)
            await pilot.pause()
            screens += [one for one in app.screen_stack if isinstance(one, Jumble) and one not in screens]
    compared = [screen.compared for screen in screens]
    return sum(one.drawn for one in compared), [wrong for one in compared for wrong in one.wrong]


async def _step(app: Composed, pilot: Pilot[None]) -> None:
    happens = app.chance.random()
    if happens < 0.06:
        await app.push_screen(Above(app.chance))
    elif happens < 0.12 and len(app.screen_stack) > 1:
        await app.pop_screen()
    elif happens < 0.18:
        await pilot.resize_terminal(*app.chance.choice(SIZES))
    else:
        for _ in range(app.chance.choice((1, 1, 2, 6))):
            app.changes()

"""The insights: what came of all interviews so far, as plots, each with the number of cases behind it."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType

from planner.domain import wording
from planner.domain.insights import insights_of
from planner.planning.insights_lines import Bar, Plot, plots_of
from planner.tui.bindings import bindings
from planner.tui.commands import INSIGHTS
from planner.tui.plots import bars
from planner.tui.screens.room import RoomScreen
from planner.tui.spans import BLANK, Row, Span, fitted, paragraph, row
from planner.tui.top_bar import top_bar
from planner.tui.widgets.key_bar import KeyBar
from planner.tui.widgets.pane import Pane

SHORTEST_BAR, LONGEST_BAR = 8, 48
_GAP = 2


class InsightsScreen(RoomScreen):
    """Scrolls. Its figures are those of now."""

    room = INSIGHTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(INSIGHTS)

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        yield Pane(id="text", focusable=True)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#text").focus()

    def lay_out(self) -> None:
        text = self.query_one("#text", Pane)
        width = text.text_width
        if width <= 0:
            return
        now = self.planner.now()
        board = self.planner.board()
        self.repaint_at(board.changes_at)
        day = Span(wording.day(now.date(), now.date()))
        self.query_one("#bar", Pane).show((top_bar(INSIGHTS, board, day, self.size.width - 2, demo=self.house.demo),))
        insights = insights_of(self.planner.state.interviews.values(), self.planner.policy, now)
        text.show([line for plot in plots_of(insights) for line in _plot(plot, width)])

    def action_back(self) -> None:
        _ = self.dismiss(None)


def _plot(plot: Plot, width: int) -> Iterator[Row]:
    yield row(plot.title, "head")
    yield from paragraph(plot.said, width, "text" if plot.bars else "grey")
    if plot.bars:
        yield from _bars(plot, width)
    yield BLANK


def _bars(plot: Plot, width: int) -> Iterator[Row]:
    """Name, bar and words on one line; the words below where there is no room for them."""
    names = min(max(cell_len(bar.name) for bar in plot.bars), width // 2)
    words = max(cell_len(bar.words) for bar in plot.bars)
    beside = width - names - words - 2 * _GAP >= SHORTEST_BAR
    room = width - names - _GAP - (words + _GAP if beside else 0)
    drawn = bars([bar.length for bar in plot.bars], plot.full, min(room, LONGEST_BAR))
    for bar, signs in zip(plot.bars, drawn, strict=True):
        line = _named(bar, names, signs)
        if beside:
            yield (*line, Span(" " * _GAP), Span(bar.words, "grey"))
        else:
            yield line
            yield from ((Span(" " * _GAP), *words) for words in paragraph(bar.words, width - _GAP, "grey"))


def _named(bar: Bar, names: int, signs: str) -> Row:
    return Span(fitted(bar.name, names)), Span(" " * _GAP), Span(signs, "ahead" if bar.own else "grey")

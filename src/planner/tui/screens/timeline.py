"""The timeline: the weeks to come, a line for each interview, with what happened, what they promised and what opens."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType

from planner.domain import wording
from planner.domain.board import Board, Standing
from planner.domain.calendar import start_of_day
from planner.domain.timeline import Course, Timeline, monday, timeline_of
from planner.planning.phrases import name_of
from planner.planning.timeline_lines import NAMES, WEEKS, Chart, Piece, heading, legend, track
from planner.tui.bindings import bindings
from planner.tui.commands import TIMELINE
from planner.tui.screens.acting import ActingScreen
from planner.tui.spans import Row, Span, fitted, paragraph, width_of
from planner.tui.top_bar import top_bar
from planner.tui.widgets.key_bar import KeyBar
from planner.tui.widgets.listing import Item, Listing
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Says

FIRST_LOOK_WEEKS = 5
TALL = 16
"""From this many rows the signs are explained below the lines."""
SHORTEST_NAME, LONGEST_NAME = 10, 28
"""Columns a name needs to be known by, and the most it gets."""
_GAP = 2


class TimelineScreen(ActingScreen):
    """Five weeks from last Monday on. What is known of the chosen line stands in full below the others."""

    room = TIMELINE
    BINDINGS: ClassVar[list[BindingType]] = bindings(TIMELINE)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self) -> None:
        super().__init__()
        self._zoom = WEEKS.index(FIRST_LOOK_WEEKS)
        self._weeks_on = 0
        self._timeline = Timeline(datetime.min.replace(tzinfo=UTC), Board(datetime.min.replace(tzinfo=UTC), ()), ())
        self._shown: dict[int, Course] = {}

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        yield Pane(id="days")
        yield Listing(id="list")
        yield Pane(id="legend")
        yield Says()
        yield KeyBar()

    @property
    def standing(self) -> Standing | None:
        course = self._chosen
        return course.standing if course else None

    @property
    def _chosen(self) -> Course | None:
        chosen = self.listing.chosen
        return self._shown.get(chosen) if isinstance(chosen, int) else None

    # -- drawing

    def lay_out(self) -> None:
        now = self.planner.now()
        self._timeline = timeline_of(self.planner.board(now), now)
        # At midnight all moves on by a day.
        tomorrow = start_of_day(now.date() + timedelta(days=1), ZoneInfo(self.planner.home_zone))
        self.repaint_at(min(self._timeline.board.changes_at or tomorrow, tomorrow))
        self._draw()

    def _draw(self) -> None:
        width = self.listing.scrollable_content_region.width - 1
        if width <= 0:
            return
        today, days = self._timeline.today, 7 * WEEKS[self._zoom]
        # On a Monday from the one before: a wait is seen by what is behind it, too.
        first = monday(today - timedelta(days=1)) + timedelta(weeks=self._weeks_on)
        courses = self._timeline.shown(first, days)
        self._shown = {course.standing.interview.id: course for course in courses}
        names = _width_of_names(courses, width)
        room = width - names - _GAP
        chart = Chart.fitting(first, days, room)
        day = Span(wording.day(today, today))
        self.query_one("#bar", Pane).show(
            (top_bar(TIMELINE, self._timeline.board, day, self.size.width - 2, demo=self.house.demo),)
        )
        labels, ticks = heading(chart, today)
        left = Span(f" {fitted(NAMES[WEEKS[self._zoom]], names + _GAP)}", "grey")
        self.query_one("#days", Pane).show(((left, *_spans(labels)), (Span(" " * (names + _GAP + 1)), *_spans(ticks))))
        lines = [
            Item(
                (_name(course, names), *_spans(track(course, chart, room, self._timeline.now))),
                course.standing.interview.id,
            )
            for course in courses
        ]
        self.listing.fill(lines or [Item(line) for line in paragraph(self._nothing, width, "grey")])
        self.query_one("#legend", Pane).show([*_legend(self.size.width - 2)])

    @property
    def _nothing(self) -> str:
        keys = self.house.keys
        return f" Nothing here yet. {keys['board']} leads to the board, where {keys['add']} adds an interview."

    def moved(self) -> None:
        """Says of the chosen line what it may have had no room for."""
        course = self._chosen
        if course and not self.says.rows:
            self.say(course.caption, name_of(course.standing.interview))
        self.hint()

    # -- moving about

    def action_week_later(self) -> None:
        self._look(self._weeks_on + 1, self._zoom)

    def action_week_earlier(self) -> None:
        self._look(self._weeks_on - 1, self._zoom)

    def action_this_week(self) -> None:
        self._look(0, self._zoom)

    def action_zoom_in(self) -> None:
        self._look(self._weeks_on, max(self._zoom - 1, 0))

    def action_zoom_out(self) -> None:
        self._look(self._weeks_on, min(self._zoom + 1, len(WEEKS) - 1))

    def _look(self, weeks_on: int, zoom: int) -> None:
        self._weeks_on, self._zoom = weeks_on, zoom
        self._draw()
        self.hint()

    def action_open(self) -> None:
        if self.gated("open") or (standing := self.standing) is None:
            return
        from planner.tui.screens.interview import InterviewScreen

        self.house.visit(InterviewScreen(standing.interview.id))

    def action_back(self) -> None:
        _ = self.dismiss(None)


def _width_of_names(courses: Iterable[Course], width: int) -> int:
    widest = max((cell_len(course.standing.interview.company) for course in courses), default=SHORTEST_NAME)
    return max(min(widest, width // 4, LONGEST_NAME), SHORTEST_NAME)


def _name(course: Course, width: int) -> Span:
    company = course.standing.interview.company
    return Span(fitted(company, width) + " " * _GAP, "grey" if course.is_over else "strong")


def _spans(pieces: Sequence[Piece]) -> Row:
    return tuple(Span(piece.text, piece.tone) for piece in pieces)


def _legend(width: int) -> Iterator[Row]:
    """The signs with their meanings, on as many rows as it takes."""
    line: list[Span] = []
    for piece in _spans(legend()):
        if line and width_of((*line, piece)) > width:
            yield tuple(line)
            line = []
        line += [piece, Span(" " * 3)]
    yield tuple(line)

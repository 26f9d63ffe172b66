"""The board: what to do now, what waits, what comes, what is closed; beside it the chosen interview."""

from collections.abc import Hashable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Paste
from textual.widgets import Input

from planner.domain import wording
from planner.domain.board import Board, Standing
from planner.domain.errors import PlannerError
from planner.planning.lines import Line
from planner.planning.names import Search
from planner.planning.outcomes import Done
from planner.tui.bindings import bindings
from planner.tui.board_rows import NOTHING_FOUND, Table, empty
from planner.tui.commands import BOARD, Command
from planner.tui.detail import brief
from planner.tui.first_frame import WIDE
from planner.tui.key_hints import Hint
from planner.tui.screens.acting import ActingScreen
from planner.tui.spans import Row, Span
from planner.tui.top_bar import top_bar
from planner.tui.unsaved import ways_back
from planner.tui.widgets.key_bar import KeyBar
from planner.tui.widgets.listing import Item, Listing
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Says

KEEP_FOUND = Command("keep_found", "enter", "Keep these", "")
WAYS_TOLD = 3
"""So many of the forms in which something was left are named."""


class BoardScreen(ActingScreen):
    """The dashboard. `place` is the uid of the interview under the cursor."""

    room = BOARD
    BINDINGS: ClassVar[list[BindingType]] = bindings(BOARD)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self) -> None:
        super().__init__()
        self.board = Board(datetime.min.replace(tzinfo=UTC), ())
        self._standings: dict[Hashable, Standing] = {}
        self._search = Search()
        self._table = Table.of((), datetime.min.replace(tzinfo=UTC), 0)
        self._opened = False
        self.place = ""

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        with Horizontal(id="panes"):
            yield Listing(id="list")
            yield Pane(id="detail", focusable=True)
        # What is found stands in one place with what is said, so that the list above keeps its size.
        with Vertical(id="foot"):
            yield Input(id="find", placeholder="find in all text", compact=True)
            yield Says()
        yield KeyBar()

    def on_mount(self) -> None:
        find = self.query_one("#find", Input)
        find.display = find.cursor_blink = False

    @property
    def standing(self) -> Standing | None:
        return self._standings.get(self.listing.chosen)

    # -- drawing

    def lay_out(self) -> None:
        width = self.listing.scrollable_content_region.width - 1
        if width <= 0:
            return
        at = self.at
        board = self.planner.board(at)
        if board.standings is not self.board.standings:
            self._standings = {standing.interview.id: standing for standing in board.standings}
        self.board = board
        self.repaint_at(None if self.days else self.board.changes_at)
        self.query_one("#bar", Pane).show((self._bar(at),))
        self._table = Table.of(board.standings, at, width, self._table)
        self._fill_list()
        self._lay_out_detail(at)
        if not self._opened:
            self._opened = True
            self._return()

    def _fill_list(self) -> None:
        self.listing.fill([*self._items(self._table, self.board.standings)])

    def _items(self, table: Table, standings: tuple[Standing, ...]) -> Iterator[Item]:
        found = self._search.matching(standings, self.query_one("#find", Input).value)
        if not found:
            yield from (Item(row) for row in (NOTHING_FOUND if standings else empty(table.width, self.house.keys)))
        for one in table.rows(table.lines if found is standings else _lines_of(found, table)):
            yield Item(partial(table.draw, one), one.id if isinstance(one, Line) else None)

    def _return(self) -> None:
        """Goes to where the board was left, and says what was noticed at the start and what lies unsaved."""
        left_at = self.planner.desk.place
        for standing in self.board.standings:
            if standing.interview.uid == left_at:
                self.listing.choose(standing.interview.id)
        if self.planner.notices:
            self.say(" ".join(self.planner.notices), tone="urgent")
        elif ways := self._ways_back():
            more = f" and {len(ways) - WAYS_TOLD} more" if len(ways) > WAYS_TOLD else ""
            hint = f"{', '.join(ways[:WAYS_TOLD])}{more}: there it is."
            self.say("What you typed last time was not saved: it is kept.", hint)

    def _ways_back(self) -> list[str]:
        return [*ways_back(self.house.unsaved.left, self.planner.state.interviews, self.house.keys)]

    def _lay_out_detail(self, at: datetime) -> None:
        detail = self.query_one("#detail", Pane)
        width = detail.text_width
        if width > 0:
            detail.show(brief(self.standing, at, width) if self.standing else ())

    def _bar(self, at: datetime) -> Row:
        looked_at = wording.day(at.date(), self.planner.now().date())
        day = Span(f"looking at {looked_at}", "urgent") if self.days else Span(looked_at)
        return top_bar(BOARD, self.board, day, self.size.width - 2, demo=self.house.demo)

    def moved(self) -> None:
        self.place = self.standing.interview.uid if self.standing else ""
        self._lay_out_detail(self.at)
        self.hint()

    # -- moving about

    def action_open(self) -> None:
        if self.gated("open") or (standing := self.standing) is None:
            return
        from planner.tui.screens.interview import InterviewScreen

        self.house.visit(InterviewScreen(standing.interview.id, self.days))

    def action_back(self) -> None:
        if self.query_one("#find", Input).display:
            self._leave_find(keep=False)
        elif self.days:
            self.action_now()
        else:
            self.listing.focus()
            self.says.clear()

    def action_other_pane(self) -> None:
        detail = self.query_one("#detail", Pane)
        if self.focused is self.listing and detail.size.width:
            detail.focus()
        else:
            self.listing.focus()

    def action_later(self) -> None:
        self._look(self.days + 1)

    def action_earlier(self) -> None:
        self._look(self.days - 1)

    def action_now(self) -> None:
        if not self.gated("now"):
            self._look(0)

    def _look(self, days: int) -> None:
        self.days = days
        self.refused = None
        self.repaint()
        if days:
            keys = self.house.keys
            ways = f"{keys['later']} a day on · {keys['earlier']} a day back · {keys['now']} returns to now"
            self.say("Looking only: nothing can be changed here.", ways)
        else:
            self.says.clear()

    # -- finding

    def action_find(self) -> None:
        find = self.query_one("#find", Input)
        find.display = True
        find.focus()
        self.call_after_refresh(self._search.read, self.board.standings)

    def on_input_changed(self, _changed: Input.Changed) -> None:
        self._fill_list()

    def on_input_submitted(self, _submitted: Input.Submitted) -> None:
        self.action_keep_found()

    def action_keep_found(self) -> None:
        self._leave_find(keep=True)

    def on_descendant_focus(self) -> None:
        if self.stands:
            self.hint()

    def hint(self) -> None:
        """The keys of the board; while one types what to find, those that are no text."""
        if isinstance(self.focused, Input):
            (back,) = (command for command in self.house.of_room(BOARD) if command.id == "back")
            self.query_one(KeyBar).hint([Hint(KEEP_FOUND), Hint(back._replace(title="All again"))])
        else:
            super().hint()

    def _leave_find(self, *, keep: bool) -> None:
        find = self.query_one("#find", Input)
        if not keep:
            find.value = ""
        find.display = bool(find.value)
        self.listing.focus()

    # -- adding

    def action_add(self) -> None:
        if self.gated("add"):
            return
        from planner.tui.screens.form import FormScreen

        self.fill_out(FormScreen(None))

    def action_import_file(self) -> None:
        if self.gated("import_file"):
            return
        from planner.tui.screens.bring import BringScreen

        self.house.visit(BringScreen(), self.reported)

    def action_export(self) -> None:
        from planner.tui.screens.take_out import TakeOutScreen

        self.house.visit(TakeOutScreen(), self.reported)

    def action_backups(self) -> None:
        if self.gated("backups"):
            return
        if self.house.restoring is None:
            self.say("Made-up interviews have no backups.", tone="urgent")
            return
        from planner.tui.screens.backups import BackupsScreen

        try:
            restoring = self.house.restoring()
        except PlannerError as error:
            self.fail(error)
        else:
            self.house.visit(BackupsScreen(restoring), self._restored)

    def _restored(self, outcome: Done | None) -> None:
        self.reported(outcome)
        self.perform(self.planner.refresh, lambda _: None)

    def on_paste(self, paste: Paste) -> None:
        """A file dragged onto the terminal, or an invitation's text, is shown as what it would be taken for."""
        paste.stop()
        if self.gated("import_file"):
            return
        from planner.tui.pasted import pasted_in
        from planner.tui.screens.bring import BringScreen

        sources = pasted_in(paste.text, self.planner.files)
        if sources:
            self.house.visit(BringScreen(sources), self.reported)
        else:
            ways = f"{self.house.keys['import_file']} imports a file · {self.house.keys['find']} finds"
            self.say("What was pasted is neither a file's path nor an invitation.", ways)

    def report(self, outcome: object) -> None:
        interview = getattr(outcome, "interview", None)
        if interview is not None:
            self.listing.choose(interview.id)
        super().report(outcome)

    def action_demo(self) -> None:
        self.house.open_demo()


def _lines_of(found: Sequence[Standing], table: Table) -> Sequence[Line]:
    wanted = {standing.interview.id for standing in found}
    return [line for line in table.lines if line.id in wanted]

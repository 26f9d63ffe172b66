"""The board: what to do now, what waits, what comes, what is closed; beside it the chosen interview."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Paste
from textual.widgets import Input

from planner.domain import wording
from planner.domain.board import Board, Section, Standing
from planner.domain.errors import PlannerError
from planner.planning.lines import SECTION_TITLES, Line, Tone, line_of
from planner.planning.names import Search
from planner.planning.outcomes import Done
from planner.tui.commands import BOARD, bindings
from planner.tui.detail import brief
from planner.tui.screens.acting import ActingScreen
from planner.tui.spans import BLANK, Row, Span, fitted, paragraph, row, width_of
from planner.tui.top_bar import top_bar
from planner.tui.widgets.key_bar import KeyBar
from planner.tui.widgets.listing import Item, Listing
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.says import Says

WIDE = 100
"""From this many columns the chosen interview stands beside the list."""
SHORTEST_NAME = 10
"""Columns a name needs to be known by."""


class BoardScreen(ActingScreen):
    """The dashboard. `place` is the uid of the interview under the cursor."""

    room = BOARD
    BINDINGS: ClassVar[list[BindingType]] = bindings(BOARD)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self) -> None:
        super().__init__()
        self.board = Board(datetime.min.replace(tzinfo=UTC), ())
        self._search = Search()
        self._opened = False
        self.place = ""

    def compose(self) -> ComposeResult:
        yield Pane(id="bar")
        with Horizontal(id="panes"):
            yield Listing(id="list")
            yield Pane(id="detail", focusable=True)
        yield Input(id="find", placeholder="find in all text", compact=True)
        yield Says()
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#find").display = False

    @property
    def standing(self) -> Standing | None:
        chosen = self.listing.chosen
        return next((one for one in self.board.standings if one.interview.id == chosen), None)

    # -- drawing

    def lay_out(self) -> None:
        width = self.listing.scrollable_content_region.width - 1
        if width <= 0:
            return
        at = self.at
        self.board = self.planner.board(at)
        self.repaint_at(None if self.days else self.board.changes_at)
        self.query_one("#bar", Pane).show((self._bar(at),))
        shown = self._search.matching(self.board.standings, self.query_one("#find", Input).value)
        self.listing.fill(_items(shown, at, width) or [*_empty(width, anything=bool(self.board.standings))])
        self._lay_out_detail(at)
        if not self._opened:
            self._opened = True
            self._return()

    def _return(self) -> None:
        """Goes to where the board was left, and says what was noticed at the start and what lies unsaved."""
        left_at = self.planner.desk.place
        for standing in self.board.standings:
            if standing.interview.uid == left_at:
                self.listing.choose(standing.interview.id)
        if self.planner.notices:
            self.say(" ".join(self.planner.notices), tone="urgent")
        elif self.house.unsaved.left:
            self.say("What you typed last time was not saved: it is kept.", "a, or e on its interview, shows it.")

    def _lay_out_detail(self, at: datetime) -> None:
        detail = self.query_one("#detail", Pane)
        width = detail.scrollable_content_region.width
        if width:
            detail.show(brief(self.standing, at, width) if self.standing else ())

    def _bar(self, at: datetime) -> Row:
        looked_at = wording.day(at.date(), self.planner.now().date())
        day = Span(f"looking at {looked_at}", "urgent") if self.days else Span(looked_at)
        return top_bar(BOARD, self.board, day, self.size.width - 2)

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
            self.say("Looking only: nothing can be changed here.", "] a day on · [ a day back · . returns to now")
        else:
            self.says.clear()

    # -- finding

    def action_find(self) -> None:
        find = self.query_one("#find", Input)
        find.display = True
        find.focus()

    def on_input_changed(self, _changed: Input.Changed) -> None:
        self.repaint()

    def on_input_submitted(self, _submitted: Input.Submitted) -> None:
        self._leave_find(keep=True)

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

        self.house.visit(FormScreen(None), self.reported)

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
            self.say("What was pasted is neither a file's path nor an invitation.", "i imports a file · / finds")

    def report(self, outcome: object) -> None:
        interview = getattr(outcome, "interview", None)
        if interview is not None:
            self.listing.choose(interview.id)
        super().report(outcome)

    def action_demo(self) -> None:
        self.house.open_demo()


def _items(standings: tuple[Standing, ...], at: datetime, width: int) -> list[Item]:
    lines = [line_of(standing, at.date()) for standing in standings]
    columns = Columns.of(lines, width)
    items: list[Item] = []
    for section in Section:
        mine = [line for line in lines if line.section is section]
        if not mine:
            continue
        if items:
            items.append(Item(BLANK))
        items.append(Item(_heading(f"{SECTION_TITLES[section]}  {len(mine)}", width)))
        items += [Item(columns.draw(line), line.id) for line in mine]
    return items


def _heading(title: str, width: int) -> Row:
    return (Span(f"{title}  ", "head"), Span("─" * max(width - width_of((Span(title),)) - 3, 0), "rule"))


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the board's columns. Where there is little room role and round go first, then the step."""

    company: int
    role: int
    round: int
    step: int
    day: int

    @classmethod
    def of(cls, lines: Sequence[Line], width: int) -> "Columns":
        company, role, step, day = (_widest(lines, name) for name in ("company", "role", "step", "day"))
        # Beside the columns there are the sign with its blanks (3), two blanks before each, one at the end.
        room = width - day - 3 - 2 - 1
        if room - step - 2 < SHORTEST_NAME:
            return cls(max(room, 0), 0, 0, 0, day)
        names = room - step - 2
        if names < 2 * SHORTEST_NAME + 7:
            return cls(names, 0, 0, step, day)
        names -= 2 + 2 + 3
        # What one of them does not need goes to the other.
        company = min(company, max(names - role, names // 2))
        return cls(company, names - company, 3, step, day)

    def draw(self, line: Line) -> Row:
        """Sign, company, role, round, step, day."""
        words = "grey" if line.tone is Tone.GREY else "text"
        name = "grey" if line.section is Section.CLOSED else "strong"
        return (
            Span(f" {line.sign} ", line.tone),
            Span(f"{fitted(line.company, self.company)}  ", name),
            Span(f"{fitted(line.role, self.role)}  " if self.role else "", words),
            Span(f"{fitted(line.round, self.round)}  " if self.round else "", words),
            Span(f"{fitted(line.step, self.step)}  " if self.step else "", line.tone),
            Span(f"{' ' * (self.day - cell_len(line.day))}{line.day} ", line.tone),
        )


def _widest(lines: Sequence[Line], name: str) -> int:
    return max((cell_len(getattr(line, name)) for line in lines), default=0)


def _empty(width: int, *, anything: bool) -> list[Item]:
    if anything:
        return [Item(BLANK), Item(row(" Nothing found. Escape shows all again.", "grey"))]
    text = (
        " Nothing here yet. Just out of an interview, or about to go to one?",
        "",
        "   a   add it: company, role and when",
        "   i   import an invitation, a mail, or the list you kept",
        "   D   look at a demo first",
        "   ?   all keys, and the rules with their reasons",
    )
    return [Item(line) for part in text for line in paragraph(part, width)]

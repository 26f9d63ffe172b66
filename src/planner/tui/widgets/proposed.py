"""What was found in files: a list of all, and beside or below it all there is to say of the chosen one."""

from collections.abc import Collection, Sequence
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Container

from planner.planning.transfer import Row as Proposal
from planner.tui.proposals import Columns, about
from planner.tui.widgets.long_listing import LongListing
from planner.tui.widgets.pane import Pane


class Proposed(Container):
    """The columns of the list are as wide as its rows need when they are first shown at a size."""

    def __init__(self) -> None:
        super().__init__(id="panes")
        self._columns: Columns | None = None

    def compose(self) -> ComposeResult:
        yield LongListing(id="rows")
        yield Pane(id="about", focusable=True)

    def focus_list(self) -> None:
        listing = self.query_one(LongListing)
        listing.disabled = False
        listing.focus()

    def keep_to_row(self) -> None:
        """Lets no other row be chosen until the list has the focus again."""
        self.query_one(LongListing).disabled = True

    @property
    def place(self) -> int:
        """Which row is chosen, from 0 on."""
        chosen = self.query_one(LongListing).chosen
        return chosen if isinstance(chosen, int) else 0

    def measure_anew(self) -> None:
        """Works out the columns again when the rows are next shown, as there are others, or another size."""
        self._columns = None

    def show(self, rows: Sequence[Proposal], left_out: Collection[int], now: datetime) -> None:
        """Replaces the rows; the cursor stays where it is."""
        listing = self.query_one(LongListing)
        columns = self._columns or Columns.of(rows, now, listing.text_width - 1)
        self._columns = columns
        listing.draw(len(rows), lambda place: columns.draw(rows[place], now, out=place in left_out))

    def tell(self, row: Proposal, now: datetime) -> None:
        """Says of the chosen row all there is to say."""
        pane = self.query_one("#about", Pane)
        width = pane.text_width
        if width > 0:
            pane.scroll_to(y=0, animate=False, immediate=True)
            pane.show(list(about(row, now, width)))

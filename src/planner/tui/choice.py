"""What was found in files, and what a person makes of it before it is taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from planner.formats.tables import FIELDS, Columns
from planner.planning.planner import Planner
from planner.planning.transfer import Corrections, Preview, Watch, summary
from planner.planning.transfer import Row as Proposal
from planner.tui.how_to_read import HowToRead
from planner.tui.pasted import Sources
from planner.tui.proposals import is_offered


@dataclass(frozen=True)
class Choice:
    """Where the files are, in which way they were read, what their tables hold, and what all in them would become.

    Rows are known by their places: those `left_out`, and what was typed of those `corrected`. `preview` may be older
    than these two. What is asked at each key is counted once, as there may be thousands of rows.
    """

    sources: Sources
    how: HowToRead
    tables: Mapping[str, Columns]
    preview: Preview
    left_out: frozenset[int] = frozenset()
    corrected: Mapping[int, Mapping[str, str]] = field(default_factory=dict)

    @property
    def rows(self) -> Sequence[Proposal]:
        return self.preview.rows

    @cached_property
    def taken(self) -> int:
        """How many rows would be taken."""
        return sum(is_offered(row) and place not in self.left_out for place, row in enumerate(self.rows))

    @property
    def summary(self) -> str:
        return summary(self.rows, self.left_out)

    @cached_property
    def asks_order(self) -> bool:
        """Whether there is a row that could be read once it is said which comes first, day or month."""
        return any(row.asks == "date_order" for row in self.rows)

    @cached_property
    def has_tables(self) -> bool:
        """Whether there is a table among the files, or something in which one could be seen."""
        return bool(self.tables) or any(row.what == row.source for row in self.rows)

    @property
    def columns_in_words(self) -> str:
        """What the columns are taken for; where none is known, what a column can hold."""
        known = "; ".join(columns.in_words() for columns in self.tables.values())
        return known or f"A column can hold {', '.join(FIELDS)}."

    def leaving_out(self, place: int) -> "Choice":
        """With that row left out; or taken, where it was left out."""
        return replace(self, left_out=self.left_out ^ {place})

    def correcting(self, place: int, typed: Mapping[str, str]) -> "Choice":
        return replace(self, corrected={**self.corrected, place: typed})

    def by_now(self, planner: Planner, watch: Watch) -> Preview:
        """The preview with what is left out and corrected: what is left out of many may change the others."""
        before, corrections = self.preview, Corrections(self.corrected, self.left_out)
        return before if before.corrections == corrections else planner.preview(before.found, corrections, watch)

"""What was found in files, and what a person makes of it before it is taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planner.formats.tables import FIELDS, Columns
from planner.planning.planner import Planner
from planner.planning.transfer import Corrections, Preview, Watch, summary
from planner.planning.transfer import Row as Proposal
from planner.tui.how_to_read import HowToRead
from planner.tui.pasted import Sources
from planner.tui.proposals import is_offered


@dataclass(slots=True)
class Choice:
    """Where the files are, in which way they were read, what their tables hold, and what all in them would become.

    Rows are known by their places: those `left_out`, and what was typed of those `corrected`. `preview` may be older
    than these two.
    """

    sources: Sources
    how: HowToRead
    tables: Mapping[str, Columns]
    preview: Preview
    left_out: set[int] = field(default_factory=set)
    corrected: dict[int, Mapping[str, str]] = field(default_factory=dict)

    @property
    def rows(self) -> Sequence[Proposal]:
        return self.preview.rows

    @property
    def taken(self) -> int:
        """How many rows would be taken."""
        return sum(is_offered(row) and place not in self.left_out for place, row in enumerate(self.rows))

    @property
    def summary(self) -> str:
        return summary(self.rows, self.left_out)

    @property
    def asks_order(self) -> bool:
        """Whether there is a row that could be read once it is said which comes first, day or month."""
        return any(row.asks == "date_order" for row in self.rows)

    @property
    def has_tables(self) -> bool:
        """Whether there is a table among the files, or something in which one could be seen."""
        return bool(self.tables) or any(row.what == row.source for row in self.rows)

    @property
    def columns_in_words(self) -> str:
        """What the columns are taken for; where none is known, what a column can hold."""
        known = "; ".join(columns.in_words() for columns in self.tables.values())
        return known or f"A column can hold {', '.join(FIELDS)}."

    def by_now(self, planner: Planner, watch: Watch) -> Preview:
        """The preview with what is left out and corrected: what is left out of many may change the others."""
        corrections = Corrections(dict(self.corrected), frozenset(self.left_out))
        before = self.preview
        return before if before.corrections == corrections else planner.preview(before.found, corrections, watch)

"""The fields in which a person puts right what was made of files: of one row, or how all of them are read."""

from collections.abc import Mapping

from textual.app import ComposeResult

from planner.tui.how_to_read import HowToRead, columns_in, order_in, zone_in
from planner.tui.labels import LABELS
from planner.tui.widgets.field import Field, Fields
from planner.tui.widgets.line_field import LineField

CORRECTED = ("company", "role")
ZONE, TABLE = ("zone",), ("columns", "date_order")


class PutRight(Fields):
    """Shows none of its fields until it asks for some: a row's, the zone of times, or those about tables."""

    def __init__(self) -> None:
        super().__init__(id="fields")
        self.asked: tuple[str, ...] = ()
        self._before: Mapping[str, str] = {}

    def compose(self) -> ComposeResult:
        yield LineField("company", LABELS["company"])
        yield LineField("role", LABELS["role"])
        yield LineField(
            "zone", LABELS["time_zone"], placeholder="as in Europe/Paris, for times whose zone is not plain"
        )
        yield LineField("columns", "Columns", placeholder="as in Where=company; When=starts_at")
        yield LineField("date_order", "Day order", placeholder="day or month: which comes first in 3/4")

    @property
    def fields(self) -> Mapping[str, Field]:
        return {field.key: field for field in self.query(Field)}

    def ask(self, *names: str) -> None:
        """Shows these fields, to be filled in; without names, none."""
        self.asked = names
        self._before = {name: field.value for name, field in self.fields.items()}
        for name, field in self.fields.items():
            field.display = name in names
            field.note()
        self.display = bool(names)
        self.fit()
        if names:
            self.fields[names[0]].focus_editor()

    def take_back(self) -> None:
        """Puts back what stood in the fields before they were asked for."""
        for name, value in self._before.items():
            self.fields[name].value = value

    def fit(self) -> None:
        self.styles.height = sum(field.rows for field in self.fields.values() if field.display)

    @property
    def of_row(self) -> dict[str, str]:
        """What is typed of one row, by the names of its fields."""
        return {name: self.fields[name].value for name in CORRECTED}

    @property
    def how(self) -> HowToRead:
        """What is typed of how to read. Raises BadInput."""
        typed = {name: self.fields[name].value for name in (*ZONE, *TABLE)}
        return HowToRead(zone_in(typed["zone"]), columns_in(typed["columns"]), order_in(typed["date_order"]))

"""How files are to be read, as far as a person says so while looking at what is in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.domain.errors import BadInput
from planner.domain.zones import zone_called
from planner.formats.tables import FIELDS
from planner.planning.planner import Planner
from planner.planning.settings import DateOrder
from planner.planning.transfer import Wishes

ORDERS: dict[str, DateOrder] = {"": "", "mdy": "mdy", "month": "mdy", "dmy": "dmy", "day": "dmy"}
"""What can be said of the order: which comes first."""


@dataclass(frozen=True, slots=True)
class HowToRead:
    """The zone of times whose own is not plain, what columns of tables are taken for, and how 3/4 is read; or nothing."""

    zone: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    date_order: DateOrder = ""

    def wishes(self, planner: Planner) -> Wishes:
        return planner.wishes(self.zone or None, self.columns, self.date_order)


def zone_in(text: str) -> str:
    """The zone named; "" for nothing. Raises BadInput."""
    return zone_called(text, "zone").key if text.strip() else ""


def order_in(text: str) -> DateOrder:
    """The order of day and month; "" for nothing. Raises BadInput."""
    named = text.strip().casefold().removesuffix(" first")
    if named not in ORDERS:
        raise BadInput(f"There is no order “{text[:40]}”.", "Say day or month, whichever comes first.", "date_order")
    return ORDERS[named]


def columns_in(text: str) -> dict[str, str]:
    """What columns are taken for, as in "Where=company; When=starts_at". Raises BadInput."""
    found: dict[str, str] = {}
    for piece in filter(str.strip, text.split(";")):
        name, sign, taken_for = (part.strip() for part in piece.rpartition("="))
        if not (name and sign):
            raise BadInput(f"“{piece.strip()[:60]}” names no field.", "Write it like Where=company.", "columns")
        if taken_for not in FIELDS:
            raise BadInput(f"There is no field “{taken_for[:40]}”.", f"It can be {', '.join(FIELDS)}.", "columns")
        found[name] = taken_for
    return found

"""The day someone speaks from, and which way they look: what a date that is not written out in full depends on."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal, NamedTuple

from planner.domain.errors import BadInput
from planner.domain.log import Days
from planner.domain.zones import YEARS
from planner.planning.settings import DateOrder

Toward = Literal["future", "past"]
"""Where to look for what leaves out the week, month or year: ahead for plans, back for what happened."""


class Viewpoint(NamedTuple):
    """How what a person leaves out is filled in.

    A weekday is the next one after today, or the last one before it; with `today_counts` it may be today. A date
    without its year is the first from 90 days ago on, or the last up to today. `after` is the first end of a range
    while its second is read, which then follows it.
    """

    today: date
    date_order: DateOrder
    toward: Toward = "future"
    today_counts: bool = False
    after: date | None = None

    @property
    def looks_back(self) -> bool:
        return self.toward == "past" and self.after is None

    def nearest(self, dates: Iterable[date], earliest: date) -> date | None:
        """The first of `dates` from `earliest` on; looking back, the last that is not to come. None if there is none."""
        if self.looks_back:
            return max((day for day in dates if day <= self.today), default=None)
        return min((day for day in dates if day >= (self.after or earliest)), default=None)


Form = tuple[str, Callable[[re.Match[str], Viewpoint], Days | None]]
"""A pattern for one way of writing days, compiled when first used, and its reader.

The reader answers None where a text in that form says nothing after all.
"""


def out_of_reach() -> BadInput:
    return BadInput("That year can't be right.", f"Years from {YEARS[0]} to {YEARS[-1]} are taken.")

"""What people take away: everything there is, as a file of one of four kinds."""

from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from planner.domain.calendar import day_of
from planner.domain.case import Case, cases_of
from planner.domain.errors import BadInput
from planner.domain.interview import Interview
from planner.domain.log import Days
from planner.domain.wording import count
from planner.planning.periods import period_in
from planner.planning.planner import Planner
from planner.planning.transfer import own_table


class Form(StrEnum):
    """The kinds of file. All of them hold whole interviews, but for the report, which holds what was done."""

    JSON = "json"
    CSV = "csv"
    MD = "md"
    ICS = "ics"


@dataclass(frozen=True, slots=True)
class Content:
    """A file to be written, and what is in it, in words: "3 interviews"."""

    data: bytes
    holds: str

    @property
    def text(self) -> str:
        """The same to be printed, without the mark that a spreadsheet program tells UTF-8 by."""
        return self.data.decode("utf-8-sig")


def take_out(planner: Planner, form: Form, period: str = "", *, private: bool = False) -> Content:
    """The content of a file. Raises BadInput where `period` can't be read.

    `period` in words ("last month", see periods) leaves out interviews on other days, of a report what was done on
    other days; days are those at home. `private` leaves names and places out of a calendar; other forms refuse it.
    """
    if private and form is not Form.ICS:
        raise BadInput("Only a calendar can leave names out.", "Use --private with ics.", "private")
    home = ZoneInfo(planner.home_zone)
    days = _days(planner, period)
    cases = sorted(cases_of(planner.state.interviews.values(), planner.policy), key=lambda case: case.interview.id)
    if form is Form.MD:
        from planner.formats import report

        made = report.write(cases, days, home, planner.now(), planner.settings.current.me.name)
        return Content(made.text.encode(), f"A report of {made.totals}" if made.totals else "An empty report")
    chosen = [
        case for case in cases if days is None or days.first <= day_of(case.interview.starts_at, home) <= days.last
    ]
    return Content(_written(chosen, form, planner, private=private), count(len(chosen), "interview"))


def _written(cases: list[Case], form: Form, planner: Planner, *, private: bool) -> bytes:
    interviews: list[Interview] = [case.interview for case in cases]
    match form:
        case Form.JSON:
            from planner.formats import exchange

            return exchange.write(interviews).encode()
        case Form.CSV:
            table = own_table.written(interviews)
            # Without the mark Excel shows MÃ¼ller; others take it for a part of the first name, so it is not without need.
            return table.encode("ascii" if table.isascii() else "utf-8-sig")
        case _:
            from planner.formats import feed

            return feed.write(cases, planner.now(), private=private)


def _days(planner: Planner, period: str) -> Days | None:
    return period_in(period, planner.now().date(), planner.reading().date_order) if period.strip() else None

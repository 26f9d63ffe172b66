"""The timeline as plain text, cell by cell: a chart of days in columns, and beside it what comes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from planner.domain import wording
from planner.domain.timeline import Course, Kind, Mark, Wait, monday
from planner.planning.lines import Tone, line_of

WEEKS = (2, 5, 9, 13, 26)
"""How much can be looked at, from the nearest to the farthest."""
NAMES = {2: "2 weeks", 5: "5 weeks", 9: "2 months", 13: "3 months", 26: "6 months"}

SIGNS = {
    Kind.INTERVIEW: ("●", "interview"),
    Kind.COMING: ("○", "to come"),
    Kind.THANKED: ("√", "thanked"),
    Kind.DUE: ("!", "thank-you due"),
    Kind.FOLLOWED_UP: ("☎", "followed up"),
    Kind.DECISION: ("◇", "they decide"),
    Kind.OPENS: ("›", "follow-up opens"),
    Kind.CALL_BACK: ("›", "follow-up opens"),
}
TODAY = ("▾", "today")
MONDAY = "│"
_WAITS = {Wait.BEHIND: "■", Wait.AHEAD: "─", Wait.OVER: "─", Wait.OPEN: "■"}
# Other marks are in the tone of the interview's line; all are where nothing more is to be done.
_TONES = {
    Kind.INTERVIEW: Tone.AHEAD,
    Kind.COMING: Tone.AHEAD,
    Kind.THANKED: Tone.OPEN,
    Kind.DUE: Tone.URGENT,
    Kind.FOLLOWED_UP: Tone.OPEN,
}

# Columns beside the chart in which captions end, where there is room for them.
_CAPTION = 16
_WIDEST_DAY = 4
_GAP = 2


class Piece(NamedTuple):
    """Some text and how it is meant: a `lines.Tone`, or "text", "strong", "rule"."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Days as columns: `days` days from `first` on, either `per_day` columns a day or `per_column` days a column."""

    first: date
    days: int
    per_day: int
    per_column: int

    @classmethod
    def fitting(cls, first: date, days: int, room: int) -> "Chart":
        """The widest chart that goes into `room` columns and leaves some for the captions."""
        columns = max(room - _CAPTION, room * 3 // 4, 1)
        return cls(first, days, max(min(columns // days, _WIDEST_DAY), 1), max(-(-days // columns), 1))

    @property
    def width(self) -> int:
        return -(-self.days // self.per_column) * self.per_day

    def shows(self, day: date) -> bool:
        return 0 <= (day - self.first).days < self.days

    def place(self, day: date) -> int:
        """The first column of `day`; outside of the chart its left or right end."""
        return min(max((day - self.first).days // self.per_column * self.per_day, 0), self.width)

    def mondays(self) -> Iterator[date]:
        first = monday(self.first + timedelta(days=6))
        return (first + timedelta(days=day) for day in range(0, (self.first - first).days + self.days, 7))


def heading(chart: Chart, today: date) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two rows above the chart: the days on which weeks begin, as many as there is room for, and below them today.

    A month is named where it is not the one before, which at the left is that of `today`.
    """
    labels, ticks = "", [" "] * chart.width
    month = today.month
    for day in chart.mondays():
        place = chart.place(day)
        if labels and len(labels) + _GAP > place:
            continue
        label = f"{wording.DAYS[day.weekday()]} {day.day}"
        label += f" {wording.MONTHS[day.month - 1]}" if day.month != month else ""
        month = day.month
        labels = f"{labels:{place}}{label}"
        ticks[place] = MONDAY
    if chart.shows(today):
        ticks[chart.place(today)] = TODAY[0]
    tones = {MONDAY: "rule", TODAY[0]: Tone.URGENT, " ": "text"}
    return (Piece(labels, Tone.GREY),), tuple(_joined(ticks, [tones[sign] for sign in ticks]))


def track(course: Course, chart: Chart, room: int, now: datetime) -> tuple[Piece, ...]:
    """One interview in at most `room` columns: its marks on their days, the waits between them, and its caption.

    Marks of one day stand side by side where a day has the columns; else the more telling ones are shown.
    """
    tone = line_of(course.standing, now).tone
    signs, tones = [" "] * chart.width, ["text"] * chart.width
    for stretch in course.stretches:
        for place in range(chart.place(stretch.first), chart.place(stretch.until)):
            signs[place] = _WAITS[stretch.wait]
            tones[place] = tone if stretch.wait is Wait.OPEN else Tone.GREY
    seen = [mark for mark in course.marks if chart.shows(mark.on)]
    for place, marks in groupby(seen, key=lambda mark: chart.place(mark.on)):
        for offset, mark in enumerate(_telling([*marks], chart.per_day)):
            signs[place + offset] = SIGNS[mark.kind][0]
            tones[place + offset] = tone if course.is_over else _TONES.get(mark.kind, tone)
    drawn = len("".join(signs).rstrip())
    pieces = tuple(_joined(signs[:drawn], tones[:drawn]))
    gap = _GAP if drawn else 0
    left = room - drawn - gap
    if left <= _GAP:
        return pieces
    caption = course.caption if len(course.caption) <= left else f"{course.caption[: left - 1]}…"
    return (*pieces, Piece(" " * gap, "text"), Piece(caption, tone))


def legend() -> tuple[Piece, ...]:
    """Each sign with its meaning."""
    return tuple(Piece(f"{sign} {meaning}", Tone.GREY) for sign, meaning in dict.fromkeys((*SIGNS.values(), TODAY)))


def _telling(marks: Sequence[Mark], columns: int) -> list[Mark]:
    """The marks to show in so many columns, in the order of their days."""
    kept = sorted(marks, key=lambda mark: mark.kind)[-columns:]
    return [mark for mark in marks if mark in kept]


def _joined(signs: Sequence[str], tones: Sequence[str]) -> Iterator[Piece]:
    """Runs of one tone as one piece each."""
    for tone, run in groupby(zip(signs, tones, strict=True), key=lambda cell: cell[1]):
        yield Piece("".join(sign for sign, _ in run), tone)

"""What an import found, row by row: new, changed, the same, or refused and why."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from planner.cli import columns
from planner.cli.console import Painted, Piece, Style
from planner.domain import wording
from planner.planning.phrases import end_of
from planner.planning.transfer import Kind, Row

_STYLES = {Kind.NEW: Style.OPEN, Kind.CHANGED: Style.AHEAD, Kind.SAME: Style.GREY, Kind.REFUSED: Style.URGENT}
_OPTIONS = {
    "date_order": "Say it with --date-order dmy or mdy; date_order under [input] in the config file settles it for good."
}
_INDENT = max(map(len, Kind)) + 2


def proposals(rows: Iterable[Row], now: datetime, width: int) -> Iterator[Painted]:
    for row in rows:
        yield [
            Piece(f"{row.kind:<{_INDENT}}", _STYLES[row.kind]),
            Piece(columns.cut(row.what, width - _INDENT), Style.STRONG),
        ]
        for text in (*_told(row, now, width - _INDENT), *([f"from {row.source}"] if row.source != row.what else [])):
            for line in columns.wrapped(" " * _INDENT + text, width, _INDENT):
                yield [Piece(line)]


def reason_of(row: Row) -> str:
    """Why it is refused, and which option would let it be read."""
    return f"{row.reason} {_OPTIONS[row.asks]}" if row.asks in _OPTIONS else row.reason


def _told(row: Row, now: datetime, width: int) -> Iterator[str]:
    today = now.date()
    one = row.interview
    if one and row.kind is Kind.NEW:
        home = wording.at_home(one.starts_at, today, now.tzinfo)
        zone = f"{wording.zone_name(one.starts_at)}{f', {home}' if home else ''}"
        yield f"{wording.moment(one.starts_at, today)}, {zone}, {one.minutes} min, round {one.round}"
        if one.location:  # one line: a link to a call may fill ten
            yield columns.cut(one.location, width)
        if one.people:
            yield f"With {', '.join(person.name for person in one.people)}"
        if end := end_of(one, today):
            yield end
    for field, before, after in row.differences:
        yield f"{field}: {before or 'nothing'} → {after or 'nothing'}"
    yield from (text for text in (reason_of(row), *row.remarks) if text)

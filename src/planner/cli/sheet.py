"""One interview on a page: its facts, the checklist with its reasons, the log."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from planner.cli import columns
from planner.cli.console import Painted, Piece, Style
from planner.cli.reasons import STYLES, TITLES
from planner.domain import wording
from planner.domain.board import Standing
from planner.domain.interview import Interview, Person
from planner.domain.log import Entry, in_order
from planner.domain.verdict import ActionState, Availability
from planner.planning.phrases import by_both_clocks, entry_title

SIGNS = {
    ActionState.WAITING: "□",
    ActionState.AVAILABLE: "□",
    ActionState.OVERDUE: "□",
    ActionState.DONE: "√",
    ActionState.CLOSED: "-",
}
_MODES = {"video": "video", "phone": "phone", "on_site": "on site"}


def sheet(standing: Standing, now: datetime, width: int) -> Iterator[Painted]:
    """The page, on lines of at most `width` columns but for what can't be broken; `now` is in the reader's zone."""
    interview = standing.interview
    yield [Piece(interview.company, Style.STRONG)]
    for fact in _facts(interview, now):
        yield from _plain(fact, width)
    yield from _headed("CHECKLIST")
    for answer in (*standing.checklist, standing.flexibility, standing.expedite):
        if answer in standing.checklist or answer.is_open:
            yield from _answer(answer, now, width)
        if answer is standing.thank_you and answer.is_open and standing.left:
            yield from _plain(f"    Still to be thanked: {', '.join(standing.left)}", width, 4)
    yield from _headed("LOG")
    yield from _log(interview, now, width)


def _facts(interview: Interview, now: datetime) -> Iterator[str]:
    today = now.date()
    start, end = interview.starts_at, interview.ends_at
    mode = f" · {_MODES[interview.mode]}" if interview.mode else ""
    until = wording.clock(end) if end.date() == start.date() else wording.moment(end, today)
    yield f"{interview.role} · round {interview.round} · number {interview.id}"
    home = wording.at_home(start, today, now.tzinfo)
    zone = f"{wording.zone_name(start)}{f', {home}' if home else ''}"
    yield f"{wording.moment(start, today)} to {until} · {zone}{mode}"
    yield from filter(None, (interview.location, interview.industry))
    if interview.no_postal_address:
        yield "No postal address to be had"
    yield from map(_person, interview.people)
    for point, room in (("start date", interview.flexibility.start_date), ("salary", interview.flexibility.salary)):
        if room:
            yield f"Room in the {point}: {room}"
    if interview.own_offer_deadline:
        yield f"Another offer has to be answered by {wording.day(interview.own_offer_deadline, today)}"
    if interview.tags:
        yield f"Tags: {', '.join(interview.tags)}"
    yield from filter(None, (interview.notes,))


def _person(person: Person) -> str:
    part = person.part.replace("_", " ")
    main = ", main contact" if person.main else ""
    return " · ".join(filter(None, (f"{person.name}, {part}{main}", person.email, person.phone, person.postal_address)))


def _answer(answer: Availability, now: datetime, width: int) -> Iterator[Painted]:
    style = STYLES[answer.state]
    yield [
        Piece(f"{SIGNS[answer.state]} ", style),
        Piece(f"{TITLES[answer.action]}: ", Style.STRONG if answer.is_open else style),
        Piece(answer.state.value, style),
    ]
    yield from _plain(f"    {by_both_clocks(answer.finding, now)}", width, 4, style)


def _log(interview: Interview, now: datetime, width: int) -> Iterator[Painted]:
    """What happened, by the clock of `now`."""
    today = now.date()
    entries = in_order(interview.log)
    if not entries:
        yield [Piece("Nothing yet.", Style.GREY)]
    digits = max((len(str(entry.id)) for entry in entries), default=1)
    for entry in entries:
        head = f"{entry.id:>{digits}}  {wording.moment(entry.at.astimezone(now.tzinfo), today)}  "
        yield from _plain(f"{head}{_said(entry, today)}", width, len(head))


def _said(entry: Entry, today: date) -> str:
    title = entry_title(entry, today)
    return f"{title}: {entry.words}" if entry.words else title


def _headed(title: str) -> Iterable[Painted]:
    return [[Piece("")], [Piece(title, Style.HEADING)]]


def _plain(text: str, width: int, hang: int = 0, style: Style = Style.PLAIN) -> Iterator[Painted]:
    """A text on as many lines as it takes."""
    for line in columns.wrapped(text, width, hang):
        yield [Piece(line, style)]

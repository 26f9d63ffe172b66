"""What the screens say of one interview, as rows: facts, checklist with the wait as a bar, reasons, log."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from itertools import chain
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from planner.domain import wording
from planner.domain.board import Standing
from planner.domain.calendar import day_of
from planner.domain.engine import TABLES
from planner.domain.interview import Interview, Mode, Person
from planner.domain.log import Entry, FollowedUp, Thanked, in_order
from planner.domain.rule import OnTop, Rule
from planner.domain.text import folded
from planner.domain.verdict import ActionId, ActionState, Availability
from planner.planning.phrases import by_both_clocks, entry_title
from planner.tui.spans import BLANK, Row, Span, ends, paragraph, row, wrapped

MODES = {Mode.VIDEO: "video", Mode.PHONE: "phone", Mode.ON_SITE: "on site"}
BOXES = {
    ActionState.WAITING: ("□", "grey"),
    ActionState.AVAILABLE: ("□", "open"),
    ActionState.OVERDUE: ("!", "urgent"),
    ActionState.DONE: ("√", "open"),
    ActionState.CLOSED: ("–", "grey"),
}
_NO_BREAK = "\N{NO-BREAK SPACE}"
SHORTEST_TITLE = 10
"""Columns in which a title is broken into lines; with fewer it is cut."""


def heading(text: str) -> Row:
    return row(text, "head")


def facts(interview: Interview, now: datetime, width: int) -> Iterator[Row]:
    """Who, what for, when, how; `now` is in the reader's zone, and where its clock shows another time both are told."""
    today = day_of(now, ZoneInfo(interview.time_zone))
    yield from paragraph(interview.company, width, "strong")
    yield from paragraph(f"{interview.role} · round {interview.round}", width)
    how = f" · {MODES[interview.mode]}" if interview.mode else ""
    starts = wording.moment_here_and_there(interview.starts_at, today, now.tzinfo)
    # A number stays with what it counts, and a dot with what it stands before.
    told = f"{starts}{how} · {interview.minutes} min".replace("· ", f"·{_NO_BREAK}").replace(" min", f"{_NO_BREAK}min")
    yield from (row(line.replace(_NO_BREAK, " "), "grey") for line in wrapped(told, width))
    if interview.main_contact:
        yield from paragraph(person_line(interview.main_contact), width, "grey")


def person_line(person: Person) -> str:
    return f"{person.name}, {person.part.value.replace('_', ' ')}"


class Checklist(NamedTuple):
    """The rows of each action, and of what else there is to do."""

    thank_you: list[Row]
    follow_up: list[Row]
    others: list[Row]


def checklist(standing: Standing, now: datetime, width: int) -> Checklist:
    """Both actions, each with its sign, its word and its date; under a wait, how far it has come."""
    zone = ZoneInfo(standing.interview.time_zone)
    today = day_of(now, zone)
    thank_you, follow_up = standing.checklist
    until = _thank_you_date(standing, today, now.tzinfo)
    bar = wait_bar(standing, now, width)
    others = (answer for answer in (standing.flexibility, standing.expedite) if answer.is_open)
    return Checklist(
        [*_dated(thank_you, _thank_you_title(standing), until, width)],
        [*_dated(follow_up, _follow_up_title(standing), _follow_up_date(standing, today), width)],
        [*filter(None, [bar]), *(line for other in others for line in paragraph(f"› {other.text}", width, "open"))],
    )


def _dated(answer: Availability, title: str, day: str, width: int) -> Iterator[Row]:
    """A line of a checklist with its day, which stands below where it would cut the title."""
    if len("□ ") + cell_len(title) + 2 + cell_len(day) <= width:
        yield checked(answer, title, day, width)
    else:
        yield checked(answer, title, "", width)
        yield from (indented(line) for line in paragraph(day, width - 2, _day_tone(answer)))


def checked(answer: Availability, title: str, day: str, width: int) -> Row:
    """One line of a checklist; a grey action is grey throughout."""
    sign, tone = BOXES[answer.state]
    grey = answer.state in (ActionState.WAITING, ActionState.CLOSED)
    words = "grey" if grey else "open" if answer.state is ActionState.DONE else "strong"
    return ends((Span(f"{sign} ", tone), Span(title, words)), (Span(day, _day_tone(answer)),), width)


def _day_tone(answer: Availability) -> str:
    return "urgent" if answer.state is ActionState.OVERDUE else "grey"


def _thank_you_title(standing: Standing) -> str:
    if standing.thank_you.state is ActionState.DONE:
        return "Thank-you sent"
    owed, left = len(standing.interview.owed_a_note), len(standing.left)
    return f"Thank-you, {owed - left} of {owed} sent" if 0 < left < owed else "Thank-you"


def _thank_you_date(standing: Standing, today: date, home: tzinfo | None) -> str:
    finding = standing.thank_you.finding
    match standing.thank_you.state:
        case ActionState.DONE:
            return _last(standing.interview, Thanked, today)
        case ActionState.WAITING if finding.opens_at:
            return f"opens {wording.near_moment(finding.opens_at, today, home)}"
        case ActionState.AVAILABLE | ActionState.OVERDUE if finding.due_at:
            if standing.thank_you.state is ActionState.OVERDUE:
                return f"late since {wording.near(finding.due_at.date(), today)}"
            return f"by {wording.near_moment(finding.due_at, today, home)}"
        case _:
            return "closed"


def _follow_up_title(standing: Standing) -> str:
    if standing.follow_up.state is ActionState.DONE:
        return "Follow-up done"
    return "Call back" if "call-back" in standing.follow_up.finding.reason else "Follow-up"


def _follow_up_date(standing: Standing, today: date) -> str:
    opens_on = standing.follow_up.finding.opens_on
    match standing.follow_up.state:
        case ActionState.DONE:
            return _last(standing.interview, FollowedUp, today)
        case ActionState.WAITING:
            return f"opens {wording.near(opens_on, today)}" if opens_on else "after the interview"
        case ActionState.AVAILABLE | ActionState.OVERDUE if opens_on:
            return f"open since {wording.near(opens_on, today)}"
        case _:
            return "closed"


def _last(interview: Interview, kind: type[Entry], today: date) -> str:
    entry = next((entry for entry in reversed(in_order(interview.log)) if isinstance(entry, kind)), None)
    if entry is None:
        return ""
    channel = getattr(entry, "channel", "")
    by = f" by {channel}" if channel and channel != "other" else ""
    return f"{wording.near(entry.at.date(), today)}{by}"


def wait_bar(standing: Standing, now: datetime, width: int) -> Row:
    """How many days of a wait are behind, as a bar and in figures; nothing where nothing waits."""
    opens_on = standing.follow_up.finding.opens_on
    if standing.follow_up.state is not ActionState.WAITING or opens_on is None:
        return BLANK
    zone = ZoneInfo(standing.interview.time_zone)
    ended_on = day_of(standing.interview.ends_at, zone)
    whole = max((opens_on - ended_on).days, 1)
    behind = min(max((day_of(now, zone) - ended_on).days, 0), whole)
    figures = f" {behind} of {wording.count(whole, 'day')}"
    room = max(min(width - 2 - len(figures), 24), 4)
    full = round(room * behind / whole)
    return (Span("  "), Span("■" * full, "open"), Span("─" * (room - full), "rule"), Span(figures, "grey"))


def reasons(standing: Standing, now: datetime, width: int) -> Iterator[Row]:
    """Why each grey action is grey, with what the rule is good for; for open ones what to do."""
    for title, answer in (("THANK-YOU", standing.thank_you), ("FOLLOW-UP", standing.follow_up)):
        if answer.state in (ActionState.WAITING, ActionState.CLOSED):
            yield heading(f"WHY IS THE {title} GREY?")
        else:
            yield heading(title)
        yield from paragraph(by_both_clocks(answer.finding, now), width)
        yield from paragraph(why_of(answer.action, answer.rule), width, "grey")
        yield BLANK


def why_of(action: ActionId, rule_id: str) -> str:
    """What the rule that decided is good for."""
    rules: tuple[Rule | OnTop, ...] = (*TABLES[action].rows, *TABLES[action].on_top)
    return next(rule.why for rule in rules if rule.id == rule_id)


def log(interview: Interview, now: datetime, width: int) -> Iterator[Row]:
    """What happened, oldest first, by the clock of `now`; the interview itself stands where it belongs."""
    started = (interview.starts_at.timestamp(), [*_dated_rows(interview.starts_at, "Interview", now, width)])
    entries = [(entry.at.timestamp(), [*entry_rows(entry, now, width)]) for entry in in_order(interview.log)]
    for _, rows in sorted([started, *entries], key=lambda one: one[0]):
        yield from rows


def entry_rows(entry: Entry, now: datetime, width: int) -> Iterator[Row]:
    """One entry of the log, told by the clock of `now`, and below it the words that were said."""
    yield from _dated_rows(entry.at, entry_title(entry, now.date()), now, width)
    if entry.words:
        yield from (indented(line) for line in paragraph(entry.words, width - 2, "grey"))


def indented(line: Row) -> Row:
    return (Span("  "), *line)


def _dated_rows(at: datetime, title: str, now: datetime, width: int) -> Iterator[Row]:
    """When, and beside it what; what is too long for its line goes on below."""
    moment = f"{wording.moment(at.astimezone(now.tzinfo), now.date())} "
    for place, line in enumerate(paragraph(title, max(width - len(moment), SHORTEST_TITLE))):
        yield (Span(" " * len(moment) if place else moment, "grey"), *line)


def brief(standing: Standing, now: datetime, width: int) -> list[Row]:
    """The pane beside the board; `now` is in the reader's zone."""
    return [
        *facts(standing.interview, now, width),
        BLANK,
        heading("CHECKLIST"),
        *chain(*checklist(standing, now, width)),
        BLANK,
        *reasons(standing, now, width),
        heading("LOG"),
        *log(standing.interview, now, width),
    ]


def has_note(interview: Interview, name: str) -> Thanked | None:
    """The note that went to one person, or to everyone."""
    notes = [entry for entry in in_order(interview.log) if isinstance(entry, Thanked)]
    return next((note for note in reversed(notes) if not note.to or folded(note.to) == folded(name)), None)

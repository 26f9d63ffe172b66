"""The lines of a calendar file as a tree of blocks (BEGIN … END).

Lines are split by icalendar, but its calendar parser is not used: it keeps the zones a file defines for the files read
after it, so that the same name in the next file gives a wrong time, and one bad line can cost the whole file.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from icalendar.parser import Contentline

# The lines that something is read from; the rest is passed over unsplit (X-ALT-DESC has 40 KB in a real file).
_READ = frozenset(
    {
        *("METHOD", "UID", "SEQUENCE", "DTSTAMP", "STATUS", "SUMMARY", "DESCRIPTION", "ORGANIZER", "ATTENDEE"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "X-MICROSOFT-CDO-ALLDAYEVENT"),
        *("TZID", "TZOFFSETFROM", "TZOFFSETTO"),
        *("LOCATION", "URL", "CONFERENCE", "X-GOOGLE-CONFERENCE"),
        *("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK"),
    }
)
_EVENT = "VEVENT"
_END_OF_EVENT = ("END", _EVENT)
_PARTS_OF_A_CALENDAR = frozenset({_EVENT, "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})
_LINE = re.compile(r"[^\n]+")
_NAME = re.compile(r"[ \t]*([\w.-]+)[ \t]*[:;]", re.ASCII)
_BORDER = re.compile(r"\s*(BEGIN|END)\s*:\s*([\w-]+)\s*", re.ASCII | re.IGNORECASE)
_LONGEST_LINE = 200_000
_DEEPEST = 8
"""Twice as deep as calendars go. What is deeper takes the place of the last: each END looks for its BEGIN in them all."""


class Line(NamedTuple):
    """A property: its name in capitals, its parameters by name in capitals, its value without escapes."""

    name: str
    params: dict[str, str]
    value: str


@dataclass(slots=True)
class Block:
    """What stands between BEGIN and END; `closed` when the END is there, `unread` the lines that can't be split.

    The `events` of a calendar are left in the text, each known by where it begins there, for `event_in` to read: a
    file may hold thousands.
    """

    name: str
    lines: list[Line] = field(default_factory=list)
    blocks: list["Block"] = field(default_factory=list)
    events: list[int] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    closed: bool = False

    def all(self, name: str) -> list[Line]:
        return [line for line in self.lines if line.name == name]

    def value(self, name: str) -> str:
        """The first value of that name, without blanks around it; "" where there is none."""
        return next((line.value.strip() for line in self.lines if line.name == name), "")


def blocks_in(text: str) -> Block:
    """A block without a name that holds the file's outermost blocks."""
    stack = [Block("")]
    in_event = False
    for found in _LINE.finditer(text):
        border = _border(found[0])
        if in_event and not _ends_event(border):
            continue
        was_in_event, in_event = in_event, border == ("BEGIN", _EVENT)
        if in_event:
            _leave_parts(stack)
            stack[-1].events.append(found.start())
        elif not (was_in_event and border == _END_OF_EVENT):
            _take(stack, found[0], border)
    return stack[0]


def event_in(text: str, begins: int) -> Block:
    """The event that begins there in the text of the file."""
    stack = [Block("")]
    for found in _LINE.finditer(text, begins):
        border = _border(found[0])
        if found.start() == begins or border == _END_OF_EVENT or not _ends_event(border):
            _take(stack, found[0], border)
        if found.start() > begins and _ends_event(border):
            break
    return stack[0].blocks[0]


def _border(line: str) -> tuple[str, str]:
    """What the line begins or ends, as in BEGIN and VEVENT; two empty words where it does neither."""
    found = _BORDER.fullmatch(line)
    return (found[1].upper(), found[2].upper()) if found else ("", "")


def _ends_event(border: tuple[str, str]) -> bool:
    """Whether an event is over there; where its own END is missing, another part or the calendar's END tells."""
    word, name = border
    return name in ("VCALENDAR", _EVENT) or (word == "BEGIN" and name in _PARTS_OF_A_CALENDAR)


def _take(stack: list[Block], line: str, border: tuple[str, str]) -> None:
    match border:
        case ("BEGIN", name):
            _begin(stack, name)
        case ("END", name):
            _end(stack, name)
        case _:
            _add(stack[-1], line)


def _leave_parts(stack: list[Block]) -> None:
    """They don't nest: one that is still open has lost its END."""
    while stack[-1].name not in {"", "VCALENDAR"}:
        stack.pop()


def _begin(stack: list[Block], name: str) -> None:
    if name == "VCALENDAR":
        del stack[1:]
    elif name in _PARTS_OF_A_CALENDAR:
        _leave_parts(stack)
    del stack[_DEEPEST:]
    block = Block(name)
    stack[-1].blocks.append(block)
    stack.append(block)


def _end(stack: list[Block], name: str) -> None:
    if any(block.name == name for block in stack[1:]):
        while stack[-1].name != name:
            stack.pop()
        stack.pop().closed = True


def _add(block: Block, line: str) -> None:
    named = _NAME.match(line)
    if not named:
        block.unread.append(line)
    elif named[1].upper() in _READ:
        try:
            name, params, value = Contentline(line[:_LONGEST_LINE]).parts()  # type: ignore[no-untyped-call]
        except ValueError:
            block.unread.append(line)
        else:
            texts = {key.upper(): ", ".join(text) if isinstance(text, list) else text for key, text in params.items()}
            block.lines.append(Line(name.upper(), texts, value))

"""The lines of a calendar file as a tree of blocks (BEGIN … END).

Lines are split by icalendar, but its calendar parser is not used: it keeps the zones a file defines for the files read
after it, so that the same name in the next file gives a wrong time, and one bad line can cost the whole file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from icalendar.parser import Contentline

# The lines that something is read from; the rest is passed over unsplit (X-ALT-DESC has 40 KB in a real file).
_READ = frozenset(
    {
        *("METHOD", "UID", "SEQUENCE", "DTSTAMP", "STATUS", "SUMMARY", "DESCRIPTION", "ORGANIZER", "ATTENDEE"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "RECURRENCE-ID", "X-MICROSOFT-CDO-ALLDAYEVENT"),
        *("TZID", "TZOFFSETFROM", "TZOFFSETTO"),
        *("LOCATION", "URL", "CONFERENCE", "X-GOOGLE-CONFERENCE"),
        *("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK"),
    }
)
_PARTS_OF_A_CALENDAR = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})
_NAME = re.compile(r"[ \t]*([\w.-]+)[ \t]*[:;]", re.ASCII)
_BORDER = re.compile(r"\s*(BEGIN|END)\s*:\s*([\w-]+)\s*", re.ASCII | re.IGNORECASE)
_LONGEST_LINE = 200_000


class Line(NamedTuple):
    """A property: its name in capitals, its parameters by name in capitals, its value without escapes."""

    name: str
    params: dict[str, str]
    value: str


@dataclass(slots=True)
class Block:
    """What stands between BEGIN and END; `closed` when the END is there, `unread` the lines that can't be split."""

    name: str
    lines: list[Line] = field(default_factory=list)
    blocks: list["Block"] = field(default_factory=list)
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
    for line in _lines(text):
        border = _BORDER.fullmatch(line)
        if not border:
            _add(stack[-1], line)
        elif border[1].upper() == "BEGIN":
            _begin(stack, border[2].upper())
        else:
            _end(stack, border[2].upper())
    return stack[0]


def _lines(text: str) -> Iterator[str]:
    return (found[0] for found in re.finditer(r"[^\n]+", text))


def _begin(stack: list[Block], name: str) -> None:
    if name in _PARTS_OF_A_CALENDAR:  # they don't nest: one that is still open has lost its END
        while stack[-1].name not in {"", "VCALENDAR"}:
            stack.pop()
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

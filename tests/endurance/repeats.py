"""Files in which one thing stands again and again, as nothing else shows a pattern that goes over a text for ever."""

import csv
import io
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

from planner.planning import transfer
from planner.planning.state import State
from tests.endurance.result import Result
from tests.planning.transfer.bringing import READING, found

LENGTH = 30_000
MOST_SECONDS = 3.0
"""Of the processor, for a file of that many characters; what goes over it once takes a tenth."""

_SIGNS = "a1 ()[]@<='\"\\:;_\tTZéß\u0130\u200d"
_WORDS = (
    "((|=\n|\n |//|\\n|a, |; |& |and |at |for |x |http://|https://a |interview |call |senior |in the |2026-11-24 |24.11.|14:00 "
    "|14:00-|2 PM |Mon |+01|Nov |nov. |<div>|</|&amp;|&#|<a href=|--|mailto:|CN=|;QUOTED-PRINTABLE|1:|am |h "
)
_IN_PAIRS = (("a", "1", " ", "("), ("-", ".", "@", ":", "/", ","))
_ENDS = ("", "\x01!")  # what does not fit makes a pattern try all that it can

_SHEET = """Company,Role,Interview,Time,Contact,Email,Notes,Status,Minutes,Round,Zone,Location,Tags
A,B,2026-11-24,14:00,Jo,jo@x.example,n,open,60,1,UTC,here,t"""
_TABLE = next(csv.DictReader(io.StringIO(_SHEET)))
_OF_EVENTS = (
    "SUMMARY:",
    "DESCRIPTION:",
    "LOCATION:",
    "URL:",
    "ORGANIZER:",
    "ORGANIZER;CN=",
    "RRULE:",
    "DURATION:",
    "X",
)
_OF_CARDS = ("N:", "FN:", "EMAIL:", "TEL:", "ADR:", "ORG:", "X", "TEL;", "item1.")
_OF_MAILS = ("Subject: ", "Content-Type: ", "Content-Type: multipart/mixed; boundary=", "Content-Transfer-Encoding: ")


def repeats(_folder: Path) -> Result:
    """Every kind of file, with each of them in each of its places."""
    slowest, where, files = 0.0, "", 0
    for place, file in _places():
        for said, end in product((*_SIGNS, *_WORDS.split("|"), *map("".join, product(*_IN_PAIRS))), _ENDS):
            seconds = _seconds(file(said * (LENGTH // len(said)) + end))
            files += 1
            if seconds > slowest:
                slowest, where = seconds, f"{said!r} in {place}"
    return Result(slowest <= MOST_SECONDS, f"{files:,} files, at most {slowest:.1f} s, for {where}")


def _seconds(data: str) -> float:
    """How long it takes to become rows; one that would take for ever is given up."""
    signal.signal(signal.SIGALRM, _given_up)
    signal.alarm(round(10 * MOST_SECONDS))
    begun = time.process_time()
    try:
        transfer.preview(found(data.encode("utf-8", "replace")), State(), READING)
    except TimeoutError:
        return 10 * MOST_SECONDS
    finally:
        signal.alarm(0)
    return time.process_time() - begun


def _given_up(*_: object) -> None:
    raise TimeoutError


def _places() -> Iterator[tuple[str, Callable[[str], str]]]:
    yield from ((f"the column {name}", partial(_row, name)) for name in _TABLE)
    yield from ((f"{name} of an event", partial(_event, name)) for name in (*_OF_EVENTS, "DTSTART;TZID=", "DTSTAMP:"))
    yield from ((f"{name} of a card", partial(_card, name)) for name in _OF_CARDS)
    yield from ((f"{name} of a mail", partial(_mail, name)) for name in _OF_MAILS)
    yield "a header", lambda said: f"{said}\n"
    yield "a table", lambda said: f"Company,Role,Interview\n{said}"
    yield "a mailbox", lambda said: f"From a@b Mon Nov 23 09:00:00 2026\nFrom: a@b.example\n\n{said}"
    yield "an export", lambda said: f'{{"planner": 1, "interviews": [{{"company": {said}'


def _row(column: str, said: str) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([_TABLE, (_TABLE | {column: said}).values()])
    return text.getvalue()


def _event(begins: str, said: str) -> str:
    start = "" if begins.startswith("DTSTART") else "DTSTART:20261124T140000Z\n"
    return f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\n{start}{begins}{said}\nEND:VEVENT\nEND:VCALENDAR\n"


def _card(begins: str, said: str) -> str:
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\n{begins}{said}\nEND:VCARD\n"


def _mail(begins: str, said: str) -> str:
    return f"From: a@b.example\nMIME-Version: 1.0\n{begins}{said}\n\n{_event('SUMMARY:', 'Interview')}"

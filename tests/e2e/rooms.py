"""A walk through every room of the program in a real terminal, which is resized in each."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, timedelta
from functools import partial
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from planner.tui.guarded_app import LEAST_SIZE
from tests.e2e.person import Person, at_home_in_berlin, at_the_terminal

AT = "2026-11-23T16:10:00+01:00"
SIZES = ((40, 12), (300, 100), (19, 4), (80, 24), (20, 5), (120, 36))
WITH_KEYS = (40, 12)
"""From this size on each room shows its keys at its foot."""
NAMES = (
    "Northwind Traders",
    "株式会社ノースウィンド",
    "Cafe\u0301 Zürich",
    "שלום טכנולוגיות",
    "Ünïcode 👩‍💻 Lab",
    "Globex",
)


_PAINT = re.compile(rb"\x1b\[(?:[\d;]*;)?(?:3|4|9|10)[0-8](?:;[\d;]*)?m")


class Room(NamedTuple):
    """`keys` lead there from the board, `back` returns, pressed as often as it takes; `shows` is what it can be told by.

    One that `is_above` the board leaves the board's keys in place.
    """

    name: str
    keys: bytes
    shows: str
    back: bytes = b"\x1b"
    is_above: bool = False
    has_keys: bool = True


ROOMS = (
    Room("board", b"", "DO NOW", b""),
    Room("ahead", b"]", "looking at", b".", is_above=True),
    Room("find", b"/", "find in all text", is_above=True),
    Room("why", b"w", "Thank-you"),
    Room("they said", b"r", "They"),
    Room("note", b"n", "A note on"),
    Room("asking", b"o", "How did it end", is_above=True),
    Room("interview", b"\r", "Thank-you"),
    Room("letter", b"l", "words"),
    Room("plain letter", b"lp", "Dear"),
    Room("form", b"a", "Company"),
    Room("edit", b"e", "Company"),
    Room("bring", b"i", "File"),
    Room("take out", b"x", "alendar"),
    Room("backups", b"B", "ackup"),
    Room("settings", b"S", "Settings"),
    Room("timeline", b"2", "Mon", b"1"),
    Room("half a year", b"2----", "Mon", b"1"),
    Room("insights", b"3", "FAR", b"1"),
    Room("help", b"?", "KEYS"),
    Room("palette", b"\x10", "Search for commands", is_above=True, has_keys=False),
)


class Terminal(NamedTuple):
    """What is told of the terminal."""

    name: str
    environment: Mapping[str, str]

    @property
    def is_utf8(self) -> bool:
        return "UTF-8" in self.environment.get("LANG", "C.UTF-8")


def settled_in(home: Path) -> None:
    """A home with interviews in it whose names are wide, marked, or read from right to left."""
    at_home_in_berlin(home)
    documents = [
        {
            "company": name,
            "role": "Data analyst",
            "starts_at": f"{date(2026, 11, 22) - timedelta(days=4 * place)}T10:00",
            "time_zone": "Europe/Berlin",
            "people": [{"name": f"Ann {name}"}],
        }
        for place, name in enumerate(NAMES)
    ]
    (home / "all.json").write_text(json.dumps({"planner": 1, "interviews": documents}), encoding="utf-8")
    from planner.__main__ import main

    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        assert main(["--at", AT, "import", str(home / "all.json"), "--yes"]) == 0


def walk(
    terminal: Terminal, sizes: tuple[tuple[int, int], ...] = SIZES, rooms: tuple[Room, ...] = ROOMS
) -> Iterator[tuple[Room, tuple[int, int], Person]]:
    """Goes to each room, and gives each size it is seen in; in the end leaves."""
    with at_the_terminal("--at", AT, ignoring_hangup=False, **terminal.environment) as person:
        person.sees("DO NOW")
        for room in rooms:
            person.resizes(80, 24)
            person.sees(room.shows, room.keys)
            for width, height in sizes:
                person.resizes(width, height)
                if (width, height) < LEAST_SIZE:
                    person.sees("enlarge")
                elif room.has_keys and (width, height) >= WITH_KEYS:
                    missing = f"no keys at the foot of {room.name} at {width}x{height}"
                    person.session.wait_for(lambda: bool(person.rows[-1].strip()), missing)
                yield room, (width, height), person
            person.resizes(80, 24)
            if room.back:
                person.presses_until(partial(_is_at_the_board, person, room), room.back)
        assert person.leaves() == 0
        assert person.session.is_restored()


def _is_at_the_board(person: Person, left: Room) -> bool:
    """Its keys are at the foot, and what a question or a look ahead puts above them has gone."""
    return "a Add" in person.rows[-1] and not (left.is_above and left.shows in "\n".join(person.rows))


def faults(room: Room, size: tuple[int, int], person: Person, terminal: Terminal) -> Iterator[str]:
    """What is wrong with what is seen there."""
    where = f"{room.name} at {size[0]}x{size[1]} on {terminal.name}"
    text = "".join(person.rows)
    if not text.strip():
        yield f"{where} is empty"
    if not terminal.is_utf8 and not person.session.output.isascii():
        yield f"{where} is not in ASCII"
    if terminal.environment.get("NO_COLOR") and _PAINT.search(person.session.output):
        yield f"{where} is painted"

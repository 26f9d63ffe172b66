"""Every room, in every kind of terminal, in all sizes; and sizes that change while the program paints, sleeps or waits."""

import asyncio
import os
from pathlib import Path
from random import Random
from unittest.mock import patch

from tests.e2e.person import at_the_terminal
from tests.e2e.rooms import NAMES, ROOMS, SIZES, Terminal, faults, settled_in, walk
from tests.e2e.sizes import EDITOR, pulled
from tests.endurance.result import Result
from tests.endurance.sealed import home_in
from tests.tui.composing import composed
from tests.tui.own_ways import painted_whole

PULLS = 20
STARTS = 12
JUMBLES = 100
OWN_WAYS = 200

_NAMES = ("linux", "vt100", "screen", "screen-256color", "tmux-256color", "xterm", "xterm-256color")
TERMINALS = (
    *(Terminal(name, {"TERM": name}) for name in _NAMES),
    Terminal("xterm in true colours", {"TERM": "xterm-256color", "COLORTERM": "truecolor"}),
    Terminal("xterm without colours", {"TERM": "xterm-256color", "NO_COLOR": "1"}),
    Terminal("linux without UTF-8", {"TERM": "linux", "LANG": "C"}),
    Terminal("vt100 without UTF-8", {"TERM": "vt100", "LANG": "C", "NO_COLOR": "1"}),
)


def rooms(folder: Path) -> Result:
    """Goes through all rooms in each terminal; of one in which a room does not come, the others are not seen."""
    places = {"HOME": folder} | {
        f"XDG_{name}_HOME": folder / name.lower() for name in ("CONFIG", "DATA", "STATE", "CACHE")
    }
    found: list[str] = []
    with patch.dict(os.environ, {name: str(place) for name, place in places.items()}):
        os.environ["XDG_CONFIG_HOME"] = str(folder / ".config")
        settled_in(folder)
        for terminal in TERMINALS:
            place = "the start"
            try:
                for room, size, person in walk(terminal):
                    place = f"{room.name} at {size[0]}x{size[1]}"
                    found += faults(room, size, person, terminal)
            except AssertionError as error:
                found.append(f"after {place} on {terminal.name}: {error}")
    seen = len(TERMINALS) * len(ROOMS) * len(SIZES)
    return Result(not found, "; ".join(dict.fromkeys(found)) or f"{seen:,} looks, all as they must be")


def sizes(folder: Path) -> Result:
    """What stands on the screen after each of many changes of its size, against what is painted anew."""
    found = []
    with home_in(folder, *NAMES, *"ABCDEFGHIJ"):
        for seed in range(STARTS):
            with at_the_terminal(EDITOR=EDITOR) as person:
                person.stands_before("planner")
                wrong = pulled(person, PULLS, Random(seed))
                found += [f"seed {seed}, {wrong}"] if wrong else []
    return Result(not found, "; ".join(found) or f"{STARTS * PULLS} looks, nothing stale")


def updates(_folder: Path) -> Result:
    """Random widgets, scrolled, clipped and covered, each update drawn by our compositor and by Textual's own."""
    drawn, wrong = 0, []
    for seed in range(JUMBLES):
        count, others = asyncio.run(composed(seed, 40))
        drawn += count
        wrong += [f"seed {seed}: {other}" for other in others]
    return Result(not wrong, "; ".join(wrong[:3]) or f"{drawn:,} updates, all as Textual's own")


def own_ways(_folder: Path) -> Result:
    """Wide signs cut in two, marks and pictures, in a terminal that makes of them what it likes."""
    wrong = [told for seed in range(OWN_WAYS) if (told := painted_whole(seed, 60))]
    return Result(not wrong, "; ".join(wrong[:3]) or f"{OWN_WAYS * 60:,} screens seen as painted")

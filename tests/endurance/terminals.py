"""Every room, in every kind of terminal, in all sizes."""

import os
from pathlib import Path
from unittest.mock import patch

from tests.e2e.rooms import ROOMS, SIZES, Terminal, faults, settled_in, walk
from tests.endurance.result import Result

_NAMES = ("linux", "vt100", "screen", "screen-256color", "tmux-256color", "xterm", "xterm-256color")
TERMINALS = (
    *(Terminal(name, {"TERM": name}) for name in _NAMES),
    Terminal("xterm in true colours", {"TERM": "xterm-256color", "COLORTERM": "truecolor"}),
    Terminal("xterm without colours", {"TERM": "xterm-256color", "NO_COLOR": "1"}),
    Terminal("linux without UTF-8", {"TERM": "linux", "LANG": "C"}),
    Terminal("vt100 without UTF-8", {"TERM": "vt100", "LANG": "C", "NO_COLOR": "1"}),
)


def rooms(folder: Path) -> Result:
    """Goes through all rooms in each terminal; a room that does not come, or an end that is none, raises."""
    places = {"HOME": folder} | {
        f"XDG_{name}_HOME": folder / name.lower() for name in ("CONFIG", "DATA", "STATE", "CACHE")
    }
    found: list[str] = []
    with patch.dict(os.environ, {name: str(place) for name, place in places.items()}):
        os.environ["XDG_CONFIG_HOME"] = str(folder / ".config")
        settled_in(folder)
        for terminal in TERMINALS:
            for room, size, person in walk(terminal):
                found += faults(room, size, person, terminal)
    seen = len(TERMINALS) * len(ROOMS) * len(SIZES)
    return Result(not found, "; ".join(dict.fromkeys(found)) or f"{seen:,} looks, all as they must be")

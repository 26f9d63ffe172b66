"""The rooms of the program in a real terminal that is pulled at; all of them by `python -m tests.endurance rooms`."""

from pathlib import Path

from tests.e2e.rooms import ROOMS, Terminal, faults, settled_in, walk


def test_rooms_outlast_a_terminal_of_any_size_and_are_drawn_in_ascii_where_it_shows_no_more(home: Path) -> None:
    settled_in(home)
    terminal = Terminal("linux", {"TERM": "linux", "LANG": "C", "NO_COLOR": "1"})
    chosen = tuple(room for room in ROOMS if room.name in ("letter", "timeline"))
    found = [
        fault
        for room, size, person in walk(terminal, ((40, 12), (19, 4), (300, 100)), chosen)
        for fault in faults(room, size, person, terminal)
    ]
    assert found == []

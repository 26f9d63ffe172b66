"""What the board of a data file is to show, worked out here, so that the first words on a screen are known to be true."""

from collections.abc import Sequence
from pathlib import Path

from planner.domain.board import Standing
from planner.planning.lines import Line, line_of
from planner.planning.names import searchable
from planner.tui.first_frame import WIDE
from tests.benchmarks.terminal import NotShown, Shows, Terminal
from tests.benchmarks.wiring import planner_on

CURSOR = "▌"
# A name may be cut where there is little room.
_SURE = 8


def standings(path: Path) -> Sequence[Standing]:
    return planner_on(path).board().standings


def rows(path: Path) -> list[Line]:
    """The rows of the board, first to last."""
    planner = planner_on(path)
    return [line_of(standing, planner.now()) for standing in planner.board().standings]


def shows(row: Line) -> Shows:
    """Whether a row is there: whom it is about, and what is to be done."""
    return lambda screen: any(_is(row, line) for line in screen.lines)


def on(row: Line) -> Shows:
    """Whether the cursor stands on a row."""
    return lambda screen: any(line.startswith(CURSOR) and _is(row, line) for line in screen.lines)


def _is(row: Line, line: str) -> bool:
    return row.company[:_SURE] in line and row.step in line


def says(text: str) -> Shows:
    return lambda screen: text in screen.text


def narrowing(standings: Sequence[Standing], length: int) -> tuple[bytes, int]:
    """So many letters that find something, but not the first row; and the first row that they find."""
    texts = [searchable(standing.interview) for standing in standings]
    for text in texts[1:]:
        for begun in range(len(text) - length + 1):
            letters = text[begun : begun + length]
            if letters.isalpha() and letters not in texts[0]:
                return letters.encode(), next(place for place, other in enumerate(texts) if letters in other)
    raise NotShown("Whatever is looked for is in the first row as well.")


def opened(session: Terminal) -> None:
    """Waits for the whole board, the chosen interview beside it where there is room, and until it has come to rest."""
    parts = (CURSOR, "? Help", *["CHECKLIST"] * (session.screen.columns >= WIDE))
    session.wait(lambda screen: all(part in screen.text for part in parts), "the board")
    session.rest()

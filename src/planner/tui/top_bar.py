"""The bar at the top of the board, the timeline and the insights: which of them it is, what is due, and the day."""

from planner.domain.board import Board, Section
from planner.tui.commands import BOARD, INSIGHTS, TIMELINE
from planner.tui.spans import Row, Span, ends, width_of

TITLES = {BOARD: "Board", TIMELINE: "Timeline", INSIGHTS: "Insights"}


def top_bar(room: str, board: Board, day: Span, width: int) -> Row:
    """The bar in `width` columns. Where there is little room the other titles go first, then the counts."""
    due, waiting = (len(board.section(section)) for section in (Section.DO_NOW, Section.WAITING))
    counts = Span(f"{due} to do · {waiting} waiting   ", "grey")
    name = Span("planner", "strong")
    every = (
        name,
        *(Span(f"   {title}", "head" if title_room == room else "grey") for title_room, title in TITLES.items()),
    )
    alone = (name, Span(f"   {TITLES[room]}", "head"))
    for left, right in ((every, (counts, day)), (alone, (counts, day)), (alone, (day,))):
        if width_of(left) + 1 + width_of(right) <= width:
            return ends(left, right, width)
    return ends(alone, (day,), width)

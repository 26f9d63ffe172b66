"""The bar at the top of the board, the timeline and the insights: which of them it is, what is due, and the day."""

from planner.domain.board import Board, Section
from planner.tui.commands import BOARD, INSIGHTS, TIMELINE
from planner.tui.spans import Row, Span, ends, width_of

TITLES = {BOARD: "Board", TIMELINE: "Timeline", INSIGHTS: "Insights"}


def top_bar(room: str, board: Board, day: Span, width: int, *, demo: bool = False) -> Row:
    """The bar in `width` columns. Where there is little room the other titles go first, then the counts.

    A `demo` looks like one's own board but for its name here: the counts and the titles go before that does.
    """
    due, waiting = (len(board.section(section)) for section in (Section.DO_NOW, Section.WAITING))
    counts = Span(f"{due} to do · {waiting} waiting   ", "grey")
    name = Span("planner", "strong")
    every = (
        name,
        *(Span(f"   {title}", "head" if title_room == room else "grey") for title_room, title in TITLES.items()),
    )
    alone = (name, Span(f"   {TITLES[room]}", "head"))
    made_up = Span("   demo: nothing is kept", "urgent")
    of_a_demo = (
        ((*every, made_up), (counts, day)),
        ((*every, made_up), (day,)),
        ((*alone, made_up), (day,)),
        ((name, made_up), (day,)),
        ((name, Span("   demo", "urgent")), (day,)),
    )
    ways = ((every, (counts, day)), (alone, (counts, day)), (alone, (day,)))
    offered = of_a_demo if demo else ways
    left, right = next((way for way in offered if sum(map(width_of, way)) < width), offered[-1])
    return ends(left, right, width)

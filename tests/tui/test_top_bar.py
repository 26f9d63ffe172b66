"""The bar at the top: what stands in it, and what goes where there is little room."""

from datetime import UTC, datetime

from planner.domain.board import Board
from planner.tui.commands import BOARD
from planner.tui.spans import Span
from planner.tui.top_bar import top_bar

EMPTY = Board(datetime(2026, 11, 22, tzinfo=UTC), ())


def bar(width: int, *, demo: bool = False) -> str:
    return "".join(span.text for span in top_bar(BOARD, EMPTY, Span("Sun 22 Nov"), width, demo=demo))


def test_where_there_is_little_room_the_other_titles_go_then_the_counts() -> None:
    assert bar(78).split("   ")[:4] == ["planner", "Board", "Timeline", "Insights"]
    assert bar(50) == "planner   Board   0 to do · 0 waiting   Sun 22 Nov"
    assert bar(38) == "planner   Board             Sun 22 Nov"


def test_a_demo_says_so_in_any_width() -> None:
    assert bar(38, demo=True) == "planner   demo              Sun 22 Nov"
    for width in (46, 60, 78, 118):
        assert "planner" in bar(width, demo=True)
        assert "demo: nothing is kept" in bar(width, demo=True)
        assert bar(width, demo=True).endswith("Sun 22 Nov")
        assert "demo" not in bar(width)
    assert "Timeline   Insights   demo: nothing is kept" in bar(78, demo=True)
    assert "0 to do" in bar(118, demo=True)

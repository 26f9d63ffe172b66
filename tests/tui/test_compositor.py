"""Of each widget only the rows to be painted are drawn, and they look as they would among all."""

from unittest.mock import patch

from textual._compositor import Compositor
from textual.geometry import Region

from planner.tui.compositor import SparingCompositor
from tests.tui.composing import composed
from tests.tui.interviews import EACH
from tests.tui.seat import WIDE, seated

MARK, DETAIL = Region(0, 5, 1, 2), Region(80, 3, 40, 12)


async def test_only_the_rows_that_change_are_drawn_and_look_as_they_would_among_all() -> None:
    async with seated(*EACH, size=WIDE) as seat:
        compositor = seat.board._compositor
        for crop in (MARK, DETAIL):
            wanted = crop.line_range
            drawn = list(compositor._get_renders(crop))
            mine = compositor._render_chops(crop, wanted.__contains__)
            with patch.object(SparingCompositor, "_get_renders", Compositor._get_renders):
                whole = compositor._render_chops(crop, wanted.__contains__)
            assert drawn
            assert all(region.height <= crop.height for region, _, _ in drawn)
            assert all(len(strips) == region.height for region, _, strips in drawn)
            seen = [(y, x) for y in wanted for x in whole[y] if crop.x <= x < crop.right]
            assert [mine[y][x] for y, x in seen] == [whole[y][x] for y, x in seen]


async def test_of_random_widgets_each_update_is_what_textual_s_own_draws() -> None:
    drawn, wrong = await composed(seed=2, steps=30)
    assert drawn > 8
    assert wrong == []

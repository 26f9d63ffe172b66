"""The scrollbar's thumb: moved without painting the whole bar anew, which would cost more than the text that changed."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.scrollbar import ScrollBar


def move(bar: ScrollBar, rows: int, shown: int, first: int) -> None:
    """Has a bar say that `shown` of `rows` are seen, from the `first`; only cells that look otherwise are painted."""
    before = _cells(bar)
    bar.set_reactive(ScrollBar.window_virtual_size, rows)
    bar.set_reactive(ScrollBar.window_size, shown)
    bar.set_reactive(ScrollBar.position, first)
    for line, (was, now) in enumerate(zip(before, _cells(bar), strict=True)):
        if was != now:
            bar.refresh(Region(0, line, 1, 1))


def _cells(bar: ScrollBar) -> Sequence[Segment]:
    shown = bar.window_size if bar.window_size < bar.window_virtual_size else 0
    drawn = bar.renderer.render_bar(bar.size.height, bar.window_virtual_size, shown, bar.position)
    return tuple(drawn.segments)[: bar.size.height]

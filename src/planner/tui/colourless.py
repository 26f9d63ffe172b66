"""The screen without colours, for who set NO_COLOR: what stood out by its background stands out reversed."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

STANDS_OUT = 0.2
"""How much brighter or darker than the background of its widget a text's own must be, of 1 for black and white."""


class Colourless(LineFilter):
    """Drops every colour; Textual's own filter would leave greys, as colour codes."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text, style and _bare(style, background)) for text, style, _ in segments]


@lru_cache(1024)
def _bare(style: Style, background: Color) -> Style:
    bare = style.without_color + Style.from_meta(style.meta)
    if style.bgcolor is None or style.reverse:
        return bare
    difference = abs(Color.from_rich_color(style.bgcolor).brightness - background.brightness)
    return bare + Style(reverse=True) if difference > STANDS_OUT else bare

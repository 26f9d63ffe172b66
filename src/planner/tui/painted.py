"""A frame in the terminal's own codes, as Textual will paint it: the same colours, the same gate before it."""

from collections.abc import Sequence
from functools import cache

from rich.color import Color, ColorSystem
from rich.style import Style

from planner.tui.first_frame import FrameRow
from planner.tui.palettes import TONES, Palette
from planner.tui.showable import showable
from planner.tui.terminal.environment import ColourSystem

_SYSTEMS = {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR}


def painted(frame: Sequence[FrameRow], palette: Palette, colours: ColourSystem | None, *, utf8: bool) -> str:
    """The frame from the top of the screen on; `colours` None: without any.

    It ends on the line before the last, where little stands: a terminal that does not know what it is asked next may
    show that there.
    """

    @cache
    def style(tone: str, ground: str) -> Style:
        look = TONES[tone]
        if colours is None:
            return Style(bold=look.bold or None, dim=(tone == "grey") or None)
        colour, behind = getattr(palette, look.colour), getattr(palette, look.ground or ground)
        return Style(color=Color.parse(colour), bgcolor=Color.parse(behind), bold=look.bold or None)

    system = _SYSTEMS[colours or "truecolor"]
    codes = []
    for line, (row, ground) in enumerate(frame, 1):
        codes.append(f"\x1b[{line};1H")
        for span in row:
            text = showable(span.text, ascii_only=not utf8)
            codes.append(style(span.tone, ground).render(text, color_system=system))
    return "".join([*codes, f"\x1b[{len(frame) - 1};1H"])

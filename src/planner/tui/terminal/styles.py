"""How a terminal is told in which style to draw, in few bytes."""

from functools import lru_cache
from typing import NamedTuple

_ATTRIBUTES = frozenset(("1", "2", "3", "4", "5", "6", "7", "8", "9", "21", "51", "52", "53"))
# What can be seen on a blank, beside its ground: underlines, blinking, reverse, strikes and frames.
_SEEN_ON_BLANKS = _ATTRIBUTES - {"1", "2", "3", "8"}
_BOLD_AND_DIM = frozenset(("1", "2"))
# How many numbers follow the kind of a colour: one of the 256, or red, green and blue.
_PARTS = {"5": 1, "2": 3}


class Style(NamedTuple):
    """What the terminal draws in: the codes of colour, ground and attributes."""

    colour: str = ""
    ground: str = ""
    attributes: frozenset[str] = frozenset()


PLAIN = Style()


@lru_cache(1024)
def styled(codes: str) -> Style:
    """The style after these codes, in a terminal that drew plain."""
    colour, ground, attributes = PLAIN
    left = iter(codes.split(";"))
    for code in left:
        value = code
        if code in ("38", "48"):
            kind = next(left)
            value = ";".join((code, kind, *(next(left) for _ in range(_PARTS[kind]))))
        if code in ("", "0"):
            colour, ground, attributes = PLAIN
        elif code in _ATTRIBUTES:
            attributes |= {code}
        elif code.startswith(("3", "9")):
            colour = "" if code == "39" else value
        else:
            ground = "" if code == "49" else value
    return Style(colour, ground, attributes)


@lru_cache(1024)
def on_blanks(style: Style) -> Style:
    """What is seen of the style where nothing is written: its ground, if no lines or frames are drawn there."""
    return style if style.attributes & _SEEN_ON_BLANKS else Style("", style.ground)


@lru_cache(4096)
def turned(drawn: Style, wanted: Style) -> str:
    """The shortest code known that leads from one style to the other."""
    if drawn == wanted:
        return ""
    anew = ["0", *sorted(wanted.attributes), *filter(None, (wanted.colour, wanted.ground))]
    if anew == ["0"]:
        return "\x1b[m"
    lost = drawn.attributes - wanted.attributes
    if lost - _BOLD_AND_DIM:
        return f"\x1b[{';'.join(anew)}m"
    kept = drawn.attributes - _BOLD_AND_DIM if lost else drawn.attributes
    onward = ["22"] if lost else []
    onward += sorted(wanted.attributes - kept)
    onward += [wanted.colour or "39"] if drawn.colour != wanted.colour else []
    onward += [wanted.ground or "49"] if drawn.ground != wanted.ground else []
    return min((f"\x1b[{';'.join(codes)}m" for codes in (onward, anew)), key=len)

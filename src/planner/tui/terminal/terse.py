"""Says what is written to the terminal in fewer bytes: Textual states the whole style of each piece of text anew.

It knows nothing of the screen: each write is shortened by itself, and leaves the terminal as the long form would. It
understands what Textual writes: styles that are set, never taken back one by one, and moves to a line and a column.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_CODE = re.compile(r"(\x1b\[[0-9;]*[mH])")
_FEED = re.compile(r"\n(?=\x1b\[[0-9;]*H)")
_MOVE = re.compile(r"\x1b\[([0-9]+);([0-9]+)H")
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


def terse(text: str) -> str:
    """`text` as it is written to a terminal that draws plain, with no style said twice. It ends plain as well."""
    return "".join(_pieces(text)) if "\x1b[" in text else text


def _pieces(text: str) -> Iterator[str]:
    drawn = wanted = PLAIN
    line = 0
    for place, piece in enumerate(_CODE.split(_FEED.sub("", text))):
        if not place % 2:
            if piece and not _is_same_on(piece, drawn, wanted):
                yield _turned(drawn, wanted)
                drawn = wanted
            yield piece
            if "\n" in piece or "\x1b" in piece:
                line = 0
        elif piece.endswith("m"):
            wanted = _styled(wanted, piece[2:-1])
        else:
            move = _MOVE.fullmatch(piece)
            row, column = (int(move[1]), int(move[2])) if move else (1, 1)
            yield "\r\n" if line and (row, column) == (line + 1, 1) else piece
            line = row
    yield _turned(drawn, wanted)


def _is_same_on(text: str, drawn: Style, wanted: Style) -> bool:
    """Whether `text` looks in `drawn` as it would in `wanted`: of a blank only the ground is seen."""
    if drawn == wanted:
        return True
    return (
        drawn.ground == wanted.ground
        and not text.strip(" ")
        and not _SEEN_ON_BLANKS & (drawn.attributes | wanted.attributes)
    )


@lru_cache(4096)
def _styled(style: Style, codes: str) -> Style:
    """The style after these codes."""
    colour, ground, attributes = style
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


@lru_cache(4096)
def _turned(drawn: Style, wanted: Style) -> str:
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

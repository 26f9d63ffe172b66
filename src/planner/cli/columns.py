"""Text in columns that stay straight: how many columns a text takes, cut and filled up to a width."""

import re
import unicodedata

ELLIPSIS = "…"
_WIDE = ("W", "F")
_NO_WIDTH = ("Mn", "Me", "Cf")
# The second and third parts of a Korean syllable written in parts; the first takes both columns.
_JOINED = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")


def width(text: str) -> int:
    """How many columns of a terminal `text` takes: East Asian wide characters two, marks on a letter none."""
    if text.isascii():
        return len(text)
    return sum(_width_of(sign) for sign in text)


def _width_of(sign: str) -> int:
    if unicodedata.category(sign) in _NO_WIDTH or _JOINED.match(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in _WIDE else 1


def cut(text: str, columns: int) -> str:
    """`text` in at most `columns` columns; an ellipsis stands where some is missing."""
    if width(text) <= columns:
        return text
    kept, left = "", columns - 1
    for sign in text:
        left -= _width_of(sign)
        if left < 0:
            break
        kept += sign
    return kept.rstrip() + ELLIPSIS if columns > 0 else ""


def left(text: str, columns: int) -> str:
    """`text` at the left of exactly `columns` columns."""
    text = cut(text, columns)
    return text + " " * (columns - width(text))


def right(text: str, columns: int) -> str:
    """`text` at the right of exactly `columns` columns."""
    text = cut(text, columns)
    return " " * (columns - width(text)) + text


def wrapped(text: str, columns: int, hang: int = 0) -> list[str]:
    """`text` on lines of at most `columns` columns, broken at blanks; all but the first begin with `hang` blanks.

    Its own new lines are kept, and so is a word that is wider than a line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = " " * hang if lines else ""
        empty = True
        for word in paragraph.split(" "):
            longer = line + word if empty else f"{line} {word}"
            if not empty and width(longer) > columns:
                lines.append(line)
                longer = " " * hang + word
            line, empty = longer, False
        lines.append(line)
    return lines

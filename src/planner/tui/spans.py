"""Rows of text in tones: everything on the screens is drawn from these, so no text of a person is ever markup."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size


class Span(NamedTuple):
    """Some text in one tone of `theme.TONES`."""

    text: str
    tone: str = "text"


Row = tuple[Span, ...]
BLANK: Row = ()
CURSOR = "▌"
"""The mark before the chosen row of a list."""


def row(text: str, tone: str = "text") -> Row:
    return (Span(text, tone),)


def width_of(spans: Iterable[Span]) -> int:
    """Columns, counting wide characters as two."""
    return sum(cell_len(span.text) for span in spans)


def fitted(text: str, width: int) -> str:
    """`text` in exactly `width` columns: cut with an ellipsis, or filled with blanks."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, max(width - 1, 0)) + "…"[:width]


def wrapped(text: str, width: int) -> Iterator[str]:
    """`text` in lines of at most `width` columns, broken at blanks, and within a word only where it must be."""
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            joined = f"{line} {word}" if line else word
            if cell_len(joined) <= width:
                line = joined
                continue
            if line:
                yield line
            *full, line = _pieces(word, width)
            yield from full
        yield line


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word too long for a line in pieces that fit; at least one character each."""
    while word and cell_len(word) > width:
        head = set_cell_size(word, width).rstrip() or word[:1]
        yield head
        word = word[len(head) :]
    yield word


def paragraph(text: str, width: int, tone: str = "text") -> Iterator[Row]:
    for line in wrapped(text, width):
        yield row(line, tone)


def ends(left: Row, right: Row, width: int) -> Row:
    """`left` at the left and `right` at the right end of `width` columns; the left one gives way."""
    room = width - width_of(right) - 1
    kept = cut(left, room)
    return (*kept, Span(" " * (width - width_of(kept) - width_of(right))), *right)


def cut(spans: Row, width: int) -> Row:
    """The row in at most `width` columns."""
    kept: list[Span] = []
    for span in spans:
        room = width - width_of(kept)
        if room <= 0:
            break
        kept.append(span if cell_len(span.text) <= room else Span(fitted(span.text, room), span.tone))
    return tuple(kept)

"""The bytes of a table of text as rows of cells: encoding, delimiter, and the apostrophe that keeps a formula harmless."""

import codecs
import csv
import re
from collections.abc import Callable, Iterator
from itertools import chain, islice

from planner.domain.errors import BadInput
from planner.formats.tables.values import Cells, Numbered

DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 30
"""Rows from whose shape the delimiter is told."""
_NO_LIMIT = 2**31 - 1
"""For the letters of a cell: how large a file may be is limited elsewhere."""
_SAID = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_END = "\0 the end"
"""Put below the last line: a cell that has it was opened with a quote and never closed."""

# What a spreadsheet program would run as a formula, after blanks too; the wide signs are typed on Japanese keyboards.
_FORMULA = r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]"
# A lone dash means "nothing" in many tables.
_NOTHING = ("-", "\u2013", "\u2014")
_ARMED = re.compile(rf"'*(?:{_FORMULA}|[{''.join(_NOTHING)}]\Z)")


def unarmed(text: str) -> str:
    """The text of a cell made harmless to a spreadsheet program, which takes an apostrophe for "this is text"."""
    return f"'{text}" if _ARMED.match(text) else text


def rearmed(text: str) -> str:
    """What `unarmed` made this text of; any other text as it is."""
    return text[1:] if text.startswith("'") and _ARMED.match(text[1:]) else text


def decoded(data: bytes) -> str:
    """The text, by its byte order mark or by how it looks; what is no Unicode is Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    beginning = data[:200]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if beginning[first::2].count(0) * 3 > len(beginning) // 2:
            return data.decode(encoding, errors="replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def rows_of(text: str, delimiter: str) -> Iterator[Numbered]:
    """The rows with something in them. A quoted cell may hold line ends. Raises BadInput at one that is never closed."""
    csv.field_size_limit(_NO_LIMIT)
    reader = csv.reader(chain(_lines(text), [_END]), delimiter=delimiter, skipinitialspace=True)
    try:
        for number, row in enumerate(reader, 1):
            if row and row[-1].endswith(_END):
                if row[-1] == _END:
                    return
                raise BadInput(
                    f"A quote opens in row {number:,} and is never closed, so that all below it would be one cell.",
                    "Put the other quote in its place.",
                )
            cells = [cell(raw) for raw in row]
            if any(cells):
                yield Numbered(number, cells)
    except csv.Error as error:
        raise BadInput(
            f"This table can't be read near line {reader.line_num:,}: {error}.", "Is the file whole?"
        ) from error


def delimiter_of(text: str, known: Callable[[Cells], int]) -> str:
    """What parts the cells: what the file says itself, else what gives a row with the most names that are `known`.

    Where that does not tell, it is what parts the first rows most evenly.
    """
    said = _SAID.match(text)
    if said:
        return said[1]

    def likelihood(delimiter: str) -> tuple[int, float]:
        try:
            rows = [row.cells for row in islice(rows_of(text, delimiter), _LOOKED_AT)]
        except BadInput:
            return 0, 0.0
        return max(map(known, rows), default=0), _evenness([len(cells) for cells in rows])

    return max(DELIMITERS, key=likelihood)


def body(text: str) -> str:
    """The text without the line in which some programs say what the delimiter is."""
    said = _SAID.match(text)
    return text[said.end() :] if said else text


def _evenness(widths: list[int]) -> float:
    """How much of the rows has the most usual width; nothing where that is one column."""
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
    return widths.count(usual) / len(widths) if usual > 1 else 0.0


def cell(raw: str) -> str:
    """What a cell says; a lone dash says nothing."""
    text = raw.strip().strip("\0")
    return "" if text in _NOTHING else rearmed(text)


def _lines(text: str) -> Iterator[str]:
    """Line by line, without a second copy of the whole."""
    if "\n" not in text:
        text = text.replace("\r", "\n")
    return (found[0] for found in _LINE.finditer(text))


def written(rows: list[Cells]) -> str:
    """The rows as the text of a table: commas, quotes where needed, CRLF, as the standard has it."""
    import io

    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([[unarmed(text) for text in row] for row in rows])
    return text.getvalue()

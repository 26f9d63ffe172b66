"""The text of a data file: JSON, a document a line, so that a person can read, search and compare it."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn

from planner.domain.errors import BadInput
from planner.formats.migrations import SCHEMA
from planner.store.line import as_json, to_lines
from planner.store.storage import Tables

FORMAT = "planner"


def parsed(raw: bytes) -> dict[str, Any]:
    """The content of a data file, of whatever schema. Raises BadInput for what is none."""
    if not raw:
        raise BadInput("It is empty, as a crash of another program leaves a file.")
    try:
        content = json.loads(raw.decode(), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise BadInput("It is not text in UTF-8.") from error
    except json.JSONDecodeError as error:
        raise BadInput(f"It is cut off or damaged: {error.msg} in line {error.lineno}.") from error
    except (ValueError, RecursionError) as error:
        raise BadInput("It is nested too deep, or holds a number that is too long.") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise BadInput("It is no data file of planner.")
    return content


def text(revision: int, tables: Tables) -> tuple[bytes, Tables]:
    """The whole file, and the tables with each document as the line it has there."""
    lines = {name: to_lines(in_order(table)) for name, table in tables.items()}
    return b"".join(pieces(revision, lines)), lines


def pieces(
    revision: int,
    tables: Tables,
    in_pieces: Callable[[str, Any], Iterator[bytes]] = lambda _number, line: iter((line,)),
) -> Iterator[bytes]:
    """The file piece by piece, of tables in order, where all that stands in them has its line by `in_pieces`."""
    yield f'{{"format": {as_json(FORMAT)}, "schema": {SCHEMA}, "revision": {revision}, "tables": {{'.encode()
    for place, (name, table) in enumerate(tables.items(), 1):
        yield b"\n%s: {" % as_json(name).encode()
        line = b""
        for number, found in table.items():
            for piece in in_pieces(number, found):
                if line:
                    yield line
                line = piece
        yield line[:-1] + (_END if place == len(tables) else b"},")  # the last of a table loses its comma
    yield b"\n"


def in_order(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table by number, as it is in the file."""
    return {number: table[number] for number in sorted(table, key=int)}


def as_lines(raw: bytes, tables: Tables) -> Tables:
    """The tables of the file `raw` with each document as the line it has there: a third of the room, and written already.

    They are as they were given where the file is laid out in another way, as by an editor.
    """
    # No line is in a document, as no text in JSON holds one: with the same numbers in the same order each is its own.
    found: Tables = {}
    at = raw.find(b"\n")
    for place, (name, table) in enumerate(tables.items(), 1):
        opening, end = b'\n"%s": {' % name.encode(), _END if place == len(tables) else b"},"
        if not raw.startswith(opening, at):
            return tables
        at += len(opening)
        found[name] = lines = {}
        line = b""
        for number in table:
            if not raw.startswith(b'\n"%s": {' % number.encode(), at) or (line and not line.endswith(b"},")):
                return tables
            begins, at = at, raw.find(b"\n", at + 1)
            line = lines[number] = raw[begins:at]
        if lines and line.endswith(b"}" + end):
            lines[number] = line.removesuffix(end) + b","
        elif not lines and raw.startswith(end, at):
            at += len(end)
        else:
            return tables
    return found if raw[at:] == b"\n" else tables


_END = b"}}}"


def _no_number(constant: str) -> NoReturn:
    raise BadInput(f"It is damaged: {constant} is no number.")

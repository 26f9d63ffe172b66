"""The text of a data file: JSON, a document a line, so that a person can read, search and compare it."""

import json
from typing import Any, NoReturn

from planner.domain.errors import BadInput
from planner.formats.migrations import SCHEMA
from planner.store.differences import new_in
from planner.store.storage import Tables

FORMAT = "planner"

_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


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


class Layout:
    """Writes the text, and remembers the lines it wrote, as most documents stay the same from one text to the next."""

    def __init__(self) -> None:
        self._tables: Tables = {}
        self._lines: dict[str, dict[str, bytes]] = {}

    def text(self, revision: int, tables: Tables) -> bytes:
        """The whole file."""
        self._lines = {
            name: _lines(table, self._tables.get(name, {}), self._lines.get(name, {})) for name, table in tables.items()
        }
        self._tables = dict(tables)
        parts = [f'{{"format": {_json(FORMAT)}, "schema": {SCHEMA}, "revision": {revision}, "tables": {{'.encode()]
        for name, table in self._lines.items():
            lines = [*table.values()]
            parts += [b"\n", _json(name).encode(), b": {", *lines[:-1], *(line[:-1] for line in lines[-1:]), b"},"]
        parts[-1] = b"}}}\n"
        return b"".join(parts)


def _lines(table: dict[str, Any], before: dict[str, Any], known: dict[str, bytes]) -> dict[str, bytes]:
    """The line of each document, in order of number; `known` are those of the table there was before.

    Each ends in a comma, so that thousands are put together without one more copy; the last is to lose it.
    """
    new = {number: f'\n"{number}": {_json(document)},'.encode() for number, document in new_in(table, before).items()}
    lines = known | new
    for number in known.keys() - table.keys():
        del lines[number]
    return lines if new.keys() <= known.keys() else {number: lines[number] for number in sorted(lines, key=int)}


def _no_number(constant: str) -> NoReturn:
    raise BadInput(f"It is damaged: {constant} is no number.")

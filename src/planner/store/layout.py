"""The text of a data file: JSON, a document a line, so that a person can read, search and compare it."""

import json
from itertools import chain, repeat
from typing import Any, NamedTuple, NoReturn

from planner.domain.errors import BadInput
from planner.formats.migrations import SCHEMA
from planner.store.storage import Tables

FORMAT = "planner"

_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class _Written(NamedTuple):
    document: object
    line: bytes


_NOTHING = _Written(None, b"")


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
        self._written: dict[str, dict[str, _Written]] = {}

    def text(self, revision: int, tables: Tables) -> bytes:
        """The whole file."""
        self._written = {name: _lines(table, self._written.get(name, {})) for name, table in tables.items()}
        parts = [f'{{"format": {_json(FORMAT)}, "schema": {SCHEMA}, "revision": {revision}, "tables": {{'.encode()]
        for name, lines in self._written.items():
            parts += [b"\n", _json(name).encode(), b": {"]
            parts += _parted([written.line for written in lines.values()])
            parts.append(b"},")
        parts[-1] = b"}}}\n"
        return b"".join(parts)


def _lines(table: dict[str, Any], before: dict[str, _Written]) -> dict[str, _Written]:
    """The line of each document, in order of number; of the same document, the line there was before."""
    return {
        number: known
        if (known := before.get(number, _NOTHING)).document is (document := table[number])
        else _Written(document, f'\n"{number}": {_json(document)}'.encode())
        for number in sorted(table, key=int)
    }


def _parted(lines: list[bytes]) -> list[bytes]:
    """The lines with commas between, not yet joined: of ten thousand that would be one more copy."""
    return list(chain.from_iterable(zip(repeat(b","), lines, strict=False)))[1:]


def _no_number(constant: str) -> NoReturn:
    raise BadInput(f"It is damaged: {constant} is no number.")

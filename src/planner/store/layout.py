"""The text of a data file: JSON, a document a line, so that a person can read, search and compare it."""

import json
from typing import Any, NoReturn

from planner.domain.errors import BadInput
from planner.formats.migrations import SCHEMA
from planner.store.storage import Tables

FORMAT = "planner"

_line = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


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
    """Writes the text, and remembers the line of each document it has seen, as most stay the same."""

    def __init__(self) -> None:
        # With the document itself, which so lives on: no other can come to have its id().
        self._seen: dict[int, tuple[object, str]] = {}

    def text(self, revision: int, tables: Tables) -> bytes:
        """The whole file."""
        seen = {}
        parts = []
        for name, table in tables.items():
            documents = []
            for number in sorted(table, key=int):
                document = table[number]
                known = self._seen.get(id(document)) or (document, _line(document))
                seen[id(document)] = known
                documents.append(f'\n"{number}": {known[1]}')
            parts.append(f"\n{_line(name)}: {{{','.join(documents)}}}")
        self._seen = seen
        head = f'{{"format": {_line(FORMAT)}, "schema": {SCHEMA}, "revision": {revision}, "tables": {{'
        return f"{head}{','.join(parts)}}}}}\n".encode()


def _no_number(constant: str) -> NoReturn:
    raise BadInput(f"It is damaged: {constant} is no number.")

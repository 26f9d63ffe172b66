"""The text of a data file: JSON, a document a line, so that a person can read, search and compare it."""

import json
import re
from collections.abc import Iterator
from typing import Any

from planner.domain.errors import BadInput
from planner.formats.migrations import SCHEMA
from planner.formats.values import each_once
from planner.store.rows import Rows, as_json, no_number
from planner.store.storage import Tables

FORMAT = "planner"
NAMES = ("counters", "interviews", "undo", "redo")

_HEAD = re.compile(rb'\{"format": "planner", "schema": ([1-9]\d{0,8}), "revision": ([1-9]\d{0,17}), "tables": \{')
_OPENED = {name: b'\n"%b": {' % name.encode() for name in NAMES}
_CLOSED, _END = b"},", b"}}}\n"


def parsed(raw: bytes) -> dict[str, Any]:
    """The content of a data file, of whatever schema. Raises BadInput for what is none."""
    if not raw:
        raise BadInput("It is empty, as a crash of another program leaves a file.")
    try:
        content = json.loads(raw.decode(), parse_constant=no_number, object_pairs_hook=each_once)
    except UnicodeDecodeError as error:
        raise BadInput("It is not text in UTF-8.") from error
    except json.JSONDecodeError as error:
        raise BadInput(f"It is cut off or damaged: {error.msg} in line {error.lineno}.") from error
    except (ValueError, RecursionError) as error:
        raise BadInput("It is nested too deep, or holds a number that is too long.") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise BadInput("It is no data file of planner.")
    return content


def laid_out(raw: bytes) -> dict[str, Any]:
    """The content of a file that is laid out as `pieces` does it today; its documents are left on their lines.

    If each line holds one document, which is for their reader to see, and no field of it stands there twice, this is what
    `parsed` finds. Raises BadInput for a file that is laid out in another way.
    """
    head = _HEAD.match(raw)
    if head is None or int(head[1]) != SCHEMA:
        raise BadInput("It is laid out in another way.")
    redo = raw.rfind(_OPENED["redo"])  # from the end, as most of the file lies before it
    undo = raw.rfind(_OPENED["undo"], 0, redo + 1)
    begins = [head.end(), raw.find(_OPENED["interviews"]), undo, redo]
    tables: dict[str, Rows] = {}
    for (name, opened), at, following in zip(_OPENED.items(), begins, [*begins[1:], len(raw)], strict=True):
        closed = _CLOSED if following < len(raw) else _END
        begin, end = at + len(opened), following - len(closed)
        if end < begin or not raw.startswith(opened, at) or not raw.startswith(closed, end):
            raise BadInput("It is laid out in another way.")
        tables[name] = Rows(raw, begin, end + 1 if end > begin else end)
    return {"format": FORMAT, "schema": SCHEMA, "revision": int(head[2]), "tables": tables}


def pieces(revision: int, tables: Tables) -> Iterator[bytes]:
    """The file piece by piece; what is new in a table becomes a line in its turn."""
    yield f'{{"format": {as_json(FORMAT)}, "schema": {SCHEMA}, "revision": {revision}, "tables": {{'.encode()
    for name, opened in _OPENED.items():
        yield opened
        yield from tables[name].lines()
        yield _CLOSED if name != NAMES[-1] else _END

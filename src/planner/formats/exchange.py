"""The exchange file: interviews whole, as one JSON text that loses nothing."""

import json
from collections.abc import Callable, Iterable
from typing import NoReturn

from planner.domain.errors import BadInput
from planner.domain.interview import Interview
from planner.formats.passing import Passing
from planner.formats.records import decode_interview, encode_interview
from planner.formats.values import each_once, number, wrong

VERSION = 1
_KEYS = ("planner", "interviews")
_KEPT_HERE = ("rev", "received")
"""What an interview has in the data file alone."""


def write(interviews: Iterable[Interview]) -> str:
    """The text of an exchange file; the same text for the same interviews."""
    documents = [encode_interview(interview) for interview in interviews]
    for document in documents:
        for name in _KEPT_HERE:
            document.pop(name, None)
    return json.dumps({"planner": VERSION, "interviews": documents}, ensure_ascii=False, indent=2) + "\n"


def read(
    text: str, default_zone: str, new_uid: Callable[[], str], passing: Passing[object] = iter
) -> tuple[Interview, ...]:
    """The interviews of an exchange file, all or none: BadInput names the first thing that does not fit.

    An interview's `id` is what the file says, 0 where it says nothing: whoever takes it in judges whether that number
    is free. Only `uid` is sure to be there, and to stand there once. Through `passing` go the documents as they are read.
    """
    content = _parsed(text)
    if not isinstance(content, dict) or "planner" not in content:
        raise BadInput("This is no exchange file of planner.", 'One begins {"planner": 1, "interviews": [')
    version = number(1)(content["planner"], "planner")
    if version > VERSION:
        raise BadInput(f"A newer planner wrote this file (form {version}).", "Update planner, then import it again.")
    for key in content:
        if key not in _KEYS:
            raise wrong(key, "The file's fields", f"one of {', '.join(_KEYS)}")

    def decode(document: object, place: str) -> Interview:
        kept_here = [name for name in _KEPT_HERE if isinstance(document, dict) and name in document]
        if kept_here:
            raise wrong(kept_here[0], place, "a field of an exchange file")
        return decode_interview(document, place, default_zone, new_uid)

    documents = content.get("interviews")
    if not isinstance(documents, list):
        raise wrong(documents, "interviews", "a list")
    interviews = tuple(decode(one, f"interviews[{index}]") for index, one in enumerate(passing(documents)))
    places: dict[str, int] = {}
    for index, interview in enumerate(interviews):
        first = places.setdefault(interview.uid, index)
        if first != index:
            place = f"interviews[{index}].uid"
            raise BadInput(f"{place}: interviews[{first}] has the same uid.", "Leave one of them out.", place)
    return interviews


def _parsed(text: str) -> object:
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse, object_pairs_hook=each_once)
    except json.JSONDecodeError as error:
        raise BadInput(f"This is not JSON: {error.msg} in line {error.lineno}.", "Is the file whole?") from error
    except (ValueError, RecursionError) as error:
        raise BadInput("This JSON can't be read: it is nested too deep, or a number is too long.") from error


def _refuse(constant: str) -> NoReturn:
    raise BadInput(f"This is not JSON: {constant} is no number.")

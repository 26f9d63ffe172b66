"""Steps as documents: what undo and redo need to outlive the program."""

from collections.abc import Iterator
from typing import Any

from planner.domain.interview import Interview
from planner.domain.text import TEXT_LIMIT
from planner.formats.entries import Document
from planner.formats.records import encode_interview
from planner.formats.values import Read, fields, instant, line, maybe, number, several
from planner.planning.state import Step
from planner.store.rows import as_json
from planner.store.starts import Starts

_Restored = tuple[int, Interview | None]


def decode_step(document: object, place: str) -> Step:
    """The step of one document. Raises BadInput, naming the place."""
    return Step(**fields(document, place, _STEP, tuple(_STEP)))


def read_again(step: Step, place: str) -> Step:
    """The step as it will be read, but for the interviews: they may be thousands, and were read so before."""
    return decode_step(_encode_step(step._replace(restores=())), place)._replace(restores=step.restores)


def in_pieces(step: Step) -> Iterator[str]:
    """The text of its document, one of the interviews that it restores after the other."""
    before, after = as_json(_encode_step(step._replace(restores=()))).rsplit("[]", 1)
    yield f"{before}["
    for place, each in enumerate(step.restores):
        yield f"{', ' if place else ''}{as_json(_encode_restored(each))}"
    yield f"]{after}"


def _encode_step(step: Step) -> Document:
    return {
        "title": step.title,
        "at": step.at.isoformat(),
        "session": step.session,
        "restores": list(map(_encode_restored, step.restores)),
    }


def _encode_restored(restored: _Restored) -> Document:
    id_, interview = restored
    return {"id": id_, "interview": encode_interview(interview) if interview else None}


def _decode_restored(document: object, place: str) -> _Restored:
    found = fields(document, place, _RESTORED, tuple(_RESTORED))
    return found["id"], found["interview"]


_RESTORED: dict[str, Read[Any]] = {
    "id": number(1),
    "interview": maybe(lambda document, place: Starts().decode(document, place)),
}
_STEP: dict[str, Read[Any]] = {
    "title": line(TEXT_LIMIT),
    "at": instant,
    "session": line(),
    "restores": several(_decode_restored),
}

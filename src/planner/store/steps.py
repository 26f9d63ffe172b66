"""Steps as documents: what undo and redo need to outlive the program."""

from typing import Any

from planner.domain.interview import Interview
from planner.domain.text import TEXT_LIMIT
from planner.formats.entries import Document
from planner.formats.records import encode_interview
from planner.formats.values import Read, fields, instant, line, maybe, number, several
from planner.planning.state import Step
from planner.store.starts import Starts


def encode_step(step: Step) -> Document:
    return {
        "title": step.title,
        "at": step.at.isoformat(),
        "session": step.session,
        "restores": [
            {"id": id_, "interview": encode_interview(interview) if interview else None}
            for id_, interview in step.restores
        ],
    }


def decode_step(document: object, place: str) -> Step:
    """The step of one document. Raises BadInput, naming the place."""
    return Step(**fields(document, place, _STEP, tuple(_STEP)))


def _decode_restored(document: object, place: str) -> tuple[int, Interview | None]:
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

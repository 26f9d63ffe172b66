"""What a row of a table tells beyond what an interview has fields for."""

import re
from collections.abc import Sequence

from planner.domain.errors import BadInput
from planner.domain.interview import Person
from planner.domain.text import NAME_LIMIT, PHONE_LIMIT, TEXT_LIMIT, stripped
from planner.formats.tables.endings import end_in
from planner.formats.tables.headers import plain
from planner.formats.tables.moments import dates_in, words_beside_clock
from planner.formats.tables.values import Row

_MACHINE = re.compile(r"[\[{]")  # what programs leave in a cell for themselves
_OWN_WORDS = frozenset({"notes", "note", "comments", "comment"})
_JUST_A_MODE = frozenset(
    {"video", "virtual", "online", "remote", "phone", "telephone", "on site", "onsite", "in person"}
)
_JUST_A_NUMBER = re.compile(r"\W*(?:round|runde)?\W*[0-9]{1,2}\W*", re.IGNORECASE)
_BESIDE_A_NAME = re.compile(r"[(0-9]")  # "Ann Lee (CTO)", "Jo Park 555 0100"


def notes_of(row: Row, people: Sequence[Person]) -> str:
    """A line a column, as far as it is meant for people; what stands in columns without a name has none either.

    `people` are those the row was found to name.
    """
    lines = []
    for place in range(len(row.numbered.cells)):
        raw = row.cell(place)
        field = row.columns.fields.get(place, "nameless")
        if not raw or not _has_more(row, field, raw, people):
            continue
        text = stripped(raw, TEXT_LIMIT, keep_lines=True)
        if text and not _MACHINE.match(text):
            name = stripped(row.columns.header[place], NAME_LIMIT) if field != "nameless" else ""
            own_words = not name or (field == "notes" and plain(name) in _OWN_WORDS)
            lines.append(text if own_words else f"{name}: {text}")
    return stripped("\n".join(lines), TEXT_LIMIT, keep_lines=True)


def _has_more(row: Row, field: str, text: str, people: Sequence[Person]) -> bool:
    """Whether the cell tells more than what has become of it elsewhere."""
    match field:
        case "notes" | "status" | "nameless":
            return True
        case "starts_at":
            return any(map(str.isalnum, _words_beside_dates(text)))
        case "time":
            return any(map(str.isalnum, words_beside_clock(text)))
        case "status_on":
            return end_in(row.first("status")) is None or any(map(str.isalnum, _words_beside_dates(text)))
        case "mode":
            return plain(text) not in _JUST_A_MODE
        case "round":
            return not _JUST_A_NUMBER.fullmatch(text)
        case "interviewer" | "recruiter" | "hiring_manager" | "contact":
            return _BESIDE_A_NAME.search(text) is not None
        case "phone":
            return stripped(text, PHONE_LIMIT) not in {person.phone for person in people}
        case "email":
            return text.count("@") > sum(person.email != "" and person.email in text for person in people)
        case _:
            return False


def _words_beside_dates(text: str) -> str:
    try:
        return dates_in(text, "mdy")[1]
    except BadInput:
        return text

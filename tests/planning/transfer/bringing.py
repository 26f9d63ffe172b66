"""What is brought, and what it would become, at a time that stands still."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from planner.domain.interview import Interview
from planner.planning import transfer
from planner.planning.fields import Reading
from planner.planning.state import State
from planner.planning.transfer import AS_FOUND, Brought, Corrections, Found, Row, Source, Wishes

HOME = "Europe/Berlin"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
READING = Reading(HOME, "", NOW)


def wishes(columns: Mapping[str, str] | None = None, **settled: object) -> Wishes:
    numbers = count(1)
    wished = Wishes(HOME, lambda: f"uid-{next(numbers)}", columns=columns or {}, now=NOW)
    return replace(wished, **settled)  # type: ignore[arg-type]


def found(*files: bytes, columns: Mapping[str, str] | None = None) -> tuple[Found, ...]:
    """What is found in files called 1, 2 and so on."""
    return tuple(brought(*files, columns=columns).found)


def brought(*files: bytes, wished: Wishes | None = None, columns: Mapping[str, str] | None = None) -> Brought:
    """The same, with what the columns of tables among them are taken for."""
    return transfer.read_files(
        [source(str(number), data) for number, data in enumerate(files, 1)], wished or wishes(columns)
    )


def source(name: str, data: bytes) -> Source:
    return Source(name, lambda: data)


def rows(*files: bytes, state: State | None = None, corrections: Corrections = AS_FOUND) -> tuple[Row, ...]:
    return transfer.preview(found(*files), state or State(), READING, corrections)


def state_with(*interviews: Interview) -> State:
    return State().changed("Before", NOW, "before", dict(enumerate(interviews, 1)))


def after(*files: bytes, state: State | None = None, corrections: Corrections = AS_FOUND) -> State:
    """The state once everything in the files was taken."""
    state = state or State()
    proposed = rows(*files, state=state, corrections=corrections)
    return state.changed("Import", NOW, "this session", transfer.taken(proposed, state, corrections.left_out))


def only(state: State) -> Interview:
    (interview,) = state.interviews.values()
    return interview

"""An entry of the log as fields of text, corrected and forgotten."""

from dataclasses import replace
from typing import Any

import pytest

from planner.domain.errors import Conflict, NotFound
from planner.domain.log import Note, ToldDecision
from planner.planning import corrections, log_fields
from tests.domain.building import said
from tests.tui.house import planner_of
from tests.tui.interviews import INITECH, NORTHWIND, berlin


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("thanked", {"to": "Ann Lee", "channel": "email", "words": "with\ntwo lines"}),
        ("followed_up", {"channel": "call", "anyway": True}),
        ("told_decision", {"on": "2026-12-04"}),
        ("told_decision", {"words": "soon"}),
        ("told_call_back", {"from": "2026-12-01", "to": "2026-12-04"}),
        ("told_obstacle", {"what": "salary"}),
        ("outcome", {"what": "rejected"}),
        ("note", {"words": "two [references]"}),
    ],
)
def test_the_fields_of_an_entry_read_back_as_the_entry(kind: str, facts: dict[str, Any]) -> None:
    entry = said(kind, "2026-11-21T17:00+01:00", **facts)
    interview = replace(NORTHWIND, log=(entry,))
    planner, _ = planner_of([interview])
    texts = log_fields.as_fields(entry, "Europe/London")
    assert texts["at"] == "2026-11-21 16:00"
    after = corrections.corrected(interview, entry.id, log_fields.as_fields(entry, "Europe/Berlin"), planner.reading())
    assert after == interview


def test_a_date_that_was_none_may_be_taken_out_of_the_record() -> None:
    planner, store = planner_of([INITECH])
    entry = next(entry for entry in INITECH.log if isinstance(entry, ToldDecision))
    log_fields.correct(planner, 1, entry, {"on": ""})
    after = corrections.entry_numbered(store.state.interviews[1], str(entry.id))
    assert isinstance(after, ToldDecision)
    assert after.days is None


def test_what_another_session_changed_meanwhile_is_not_overwritten() -> None:
    note = Note(at=said("heard", "2026-11-21T17:00+01:00").at, words="mine", id=1)
    planner, store = planner_of([berlin("Acme", "Dev", "2026-11-20T10:00", log=[note])])
    theirs = replace(note, words="theirs")
    store.elsewhere(
        lambda state: state.changed("Theirs", note.at, "another", {1: replace(state.interviews[1], log=(theirs,))})
    )
    with pytest.raises(Conflict, match="meanwhile"):
        log_fields.correct(planner, 1, note, {"words": "mine, better"})
    assert store.state.interviews[1].log == (theirs,)
    log_fields.forget(planner, 1, theirs)
    with pytest.raises(NotFound):
        log_fields.forget(planner, 1, theirs)

"""Interviews and what was said of them, in a line each; cases as the exchange form writes them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from planner.domain.board import Standing, board_of
from planner.domain.interview import Interview
from planner.domain.log import Entry
from planner.domain.policy import Policy
from planner.domain.verdict import Availability
from planner.formats.entries import decode_entry
from planner.formats.records import decode_interview
from planner.planning.settings import read_settings

Document = dict[str, Any]

MONDAY = {"company": "Acme", "role": "Analyst", "starts_at": "2026-11-23T14:00", "time_zone": "America/New_York"}
"""The usual interview; it ends at 15:00-05:00."""


def at(text: str) -> datetime:
    """An instant: ISO with an offset."""
    moment = datetime.fromisoformat(text)
    assert moment.tzinfo, text
    return moment


def said(kind: str, when: str, **facts: object) -> Entry:
    """A log entry: `said("told_decision", "2026-11-23T15:00-05:00", on="2026-12-04")`."""
    return decode_entry({"kind": kind, "at": when, **facts}, kind)


def held(starts_at: str = "", zone: str = "", *, id_: int = 1, log: Iterable[Entry] = (), **facts: object) -> Interview:
    """An interview: the one of `MONDAY` but for what is given."""
    document = MONDAY | {"uid": f"uid-{id_}", "id": id_} | facts
    document |= {"starts_at": starts_at or MONDAY["starts_at"], "time_zone": zone or MONDAY["time_zone"]}
    return with_log(decode_interview(document, "interview"), *log)


def with_log(interview: Interview, *entries: Entry) -> Interview:
    """`interview` with more in its log, each entry numbered as the data file would."""
    log = (*interview.log, *entries)
    return replace(interview, log=tuple(replace(entry, id=number) for number, entry in enumerate(log, 1)))


def policy_of(document: Mapping[str, object]) -> Policy:
    """The policy a config file with this `[policy]` gives; no holiday calendars."""
    return read_settings({"policy": document}, "the case", lambda _names: frozenset()).policy


def standing(interview: Interview, now: str, **policy: object) -> Standing:
    """How an interview that is alone stands."""
    (only,) = board_of([interview], policy_of(policy), at(now)).standings
    return only


def standing_in(case: Document, policy: Mapping[str, object]) -> Standing:
    """How the interview whose uid is `case` stands in a case of the exchange form."""
    interviews = [
        decode_interview({"id": number, **document}, document["uid"])
        for number, document in enumerate(case["interviews"], 1)
    ]
    board = board_of(interviews, policy_of(policy), at(case["at"]))
    return next(standing for standing in board.standings if standing.interview.uid == "case")


def told(standing: Standing) -> Document:
    """A standing as a case expects it: dates and instants as text."""
    return {
        "section": standing.section.value,
        "thank_you": _answer(standing.thank_you) | {"channel": standing.channel.value, "left": list(standing.left)},
        "follow_up": _answer(standing.follow_up),
        "flexibility": _answer(standing.flexibility),
        "expedite": _answer(standing.expedite),
        "next": standing.next and {"action": standing.next.action, "on": standing.next.on.isoformat()},
    }


def _answer(answer: Availability) -> Document:
    finding = answer.finding
    return {
        "state": finding.state.value,
        "reason": finding.reason,
        "text": finding.text,
        "opens_on": finding.opens_on and finding.opens_on.isoformat(),
        "opens_at": finding.opens_at and finding.opens_at.isoformat(),
        "due_at": finding.due_at and finding.due_at.isoformat(),
    }


def expected(case: Document, standing: Standing) -> Document:
    """What `standing` says of just that which the case expects something of."""
    found = told(standing)
    return {
        name: {field: found[name][field] for field in want} if want and isinstance(want, dict) else found[name]
        for name, want in case["expect"].items()
    }

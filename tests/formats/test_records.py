"""Interviews as documents: what is written, what is read, and how the rest is refused."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from planner.domain import log
from planner.domain.errors import BadInput
from planner.domain.interview import Flexibility, Interview, Mode, Part, Person, Received
from planner.domain.log import Channel, Days, Obstacle, Result
from planner.formats.records import decode_interview, encode_interview

Document = dict[str, Any]

NEW_YORK = ZoneInfo("America/New_York")
EST = timezone(timedelta(hours=-5))
LEAST = {"company": "Northwind Traders", "role": "Data analyst", "starts_at": "2026-11-23T14:00"}
AT = {"at": "2026-11-23T17:00:00-05:00"}


def read(document: Document, zone: str = "America/New_York", new_uid: Callable[[], str] = lambda: "made") -> Interview:
    return decode_interview(document, "interviews[2]", zone, new_uid)


def read_entry(entry: Document) -> log.Entry:
    return read(LEAST | {"log": [entry]}).log[0]


def refusal(document: object) -> BadInput:
    with pytest.raises(BadInput) as caught:
        decode_interview(document, "interviews[2]", "America/New_York", lambda: "made")
    return caught.value


FULL = Interview(
    uid="6f0c",
    company="Northwind Traders",
    role="Data analyst",
    starts_at=datetime(2026, 11, 23, 14, tzinfo=NEW_YORK),
    time_zone="America/New_York",
    id=3,
    rev=8,
    received=Received(2, datetime(2026, 11, 1, 9, tzinfo=UTC), "abc@northwind.example"),
    round=2,
    minutes=45,
    industry="technology",
    mode=Mode.ON_SITE,
    location="https://meet.example/abc",
    no_postal_address=True,
    people=(
        Person("Ann Lee", email="ann@northwind.example", phone="+1 555 0100", postal_address="1 Main St, Springfield"),
        Person("Jo Park", Part.RECRUITER, main=True),
    ),
    flexibility=Flexibility("from 1 February", "5 % either way"),
    own_offer_deadline=date(2026, 12, 1),
    notes="Ask about the team.\nBring the portfolio.",
    tags=("remote", "first choice"),
    log=(
        log.Thanked(at=datetime(2026, 11, 23, 17, tzinfo=EST), id=1, to="Ann Lee", channel=Channel.EMAIL),
        log.ToldDecision(
            at=datetime(2026, 11, 23, 15, tzinfo=EST), id=4, days=Days.one(date(2026, 12, 4)), words="by next Friday"
        ),
    ),
)
WRITTEN = {
    "id": 3,
    "rev": 8,
    "received": {"sequence": 2, "stamp": "2026-11-01T09:00:00+00:00", "uid": "abc@northwind.example"},
    "uid": "6f0c",
    "company": "Northwind Traders",
    "role": "Data analyst",
    "round": 2,
    "industry": "technology",
    "starts_at": "2026-11-23T14:00",
    "time_zone": "America/New_York",
    "minutes": 45,
    "mode": "on_site",
    "location": "https://meet.example/abc",
    "no_postal_address": True,
    "people": [
        {
            "name": "Ann Lee",
            "email": "ann@northwind.example",
            "phone": "+1 555 0100",
            "postal_address": "1 Main St, Springfield",
        },
        {"name": "Jo Park", "part": "recruiter", "main": True},
    ],
    "flexibility": {"start_date": "from 1 February", "salary": "5 % either way"},
    "own_offer_deadline": "2026-12-01",
    "notes": "Ask about the team.\nBring the portfolio.",
    "tags": ["remote", "first choice"],
    "log": [
        {"id": 1, "at": "2026-11-23T17:00:00-05:00", "kind": "thanked", "to": "Ann Lee", "channel": "email"},
        {
            "id": 4,
            "at": "2026-11-23T15:00:00-05:00",
            "kind": "told_decision",
            "on": "2026-12-04",
            "words": "by next Friday",
        },
    ],
}


def test_an_interview_is_written_in_the_form_the_contract_shows() -> None:
    assert encode_interview(FULL) == WRITTEN
    assert list(encode_interview(FULL)) == list(WRITTEN)


def test_what_was_written_is_read_again() -> None:
    assert read(WRITTEN) == FULL


def test_what_a_reader_assumes_is_left_out() -> None:
    interview = read(LEAST)
    assert encode_interview(interview) == LEAST | {"uid": "made", "time_zone": "America/New_York"}


def test_company_role_and_start_are_enough() -> None:
    interview = read(LEAST)
    assert interview == Interview(
        uid="made",
        company="Northwind Traders",
        role="Data analyst",
        starts_at=datetime(2026, 11, 23, 14, tzinfo=NEW_YORK),
        time_zone="America/New_York",
    )
    assert (interview.round, interview.minutes, interview.log) == (1, 60, ())


@pytest.mark.parametrize("name", LEAST)
def test_each_of_the_three_is_needed(name: str) -> None:
    rest = {other: value for other, value in LEAST.items() if other != name}
    assert refusal(rest).sentence == f"interviews[2] has no {name}."


def test_without_a_maker_of_uids_and_a_home_zone_both_are_needed() -> None:
    with pytest.raises(BadInput, match=r"interviews\[2\] has no uid"):
        decode_interview(LEAST | {"time_zone": "UTC"}, "interviews[2]")
    with pytest.raises(BadInput, match=r"interviews\[2\] has no time_zone"):
        decode_interview(LEAST | {"uid": "6f0c"}, "interviews[2]")


@pytest.mark.parametrize(
    ("given", "shown", "utc"),
    [
        ("2026-11-23T14:00", "2026-11-23T14:00:00-05:00", "2026-11-23T19:00Z"),
        ("2026-11-23T20:00:00+01:00", "2026-11-23T14:00:00-05:00", "2026-11-23T19:00Z"),
        ("2026-11-23T19:00Z", "2026-11-23T14:00:00-05:00", "2026-11-23T19:00Z"),
        ("2026-11-01T01:30-04:00", "2026-11-01T01:30:00-04:00", "2026-11-01T05:30Z"),
        ("2026-11-01T01:30-05:00", "2026-11-01T01:30:00-05:00", "2026-11-01T06:30Z"),
        ("2026-11-23T14:00:30.25", "2026-11-23T14:00:30.250000-05:00", "2026-11-23T19:00:30.25Z"),
    ],
)
def test_a_start_is_wall_time_or_with_an_offset_an_instant(given: str, shown: str, utc: str) -> None:
    interview = read(LEAST | {"starts_at": given, "time_zone": "America/New_York"})
    assert interview.starts_at.isoformat() == shown
    assert interview.starts_at.timestamp() == datetime.fromisoformat(utc).timestamp()
    again = read(encode_interview(interview))
    assert again.starts_at.isoformat() == shown


def test_a_start_in_the_repeated_hour_is_written_with_its_offset() -> None:
    second = read(LEAST | {"starts_at": "2026-11-01T01:30-05:00"})
    assert encode_interview(second)["starts_at"] == "2026-11-01T01:30-05:00"


def test_a_start_held_in_another_zone_is_written_as_the_wall_time_of_its_own() -> None:
    in_utc = read(LEAST).starts_at.astimezone(UTC)
    interview = Interview(uid="u", company="c", role="r", starts_at=in_utc, time_zone="America/New_York")
    assert encode_interview(interview)["starts_at"] == "2026-11-23T14:00"


def test_a_start_without_a_zone_is_not_written() -> None:
    with pytest.raises(ValueError, match="no zone"):
        encode_interview(
            Interview(uid="u", company="c", role="r", starts_at=datetime.fromisoformat("2026-11-23"), time_zone="UTC")
        )


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"kind": "thanked"}, log.Thanked(at=FULL.log[0].at, id=1, to="", channel=Channel.OTHER)),
        ({"kind": "followed_up", "channel": "call", "anyway": True}, None),
        ({"kind": "followed_up"}, log.FollowedUp(at=FULL.log[0].at, id=1, channel=Channel.OTHER, anyway=False)),
        ({"kind": "told_decision"}, log.ToldDecision(at=FULL.log[0].at, id=1)),
        (
            {"kind": "told_decision", "from": "2026-12-01", "to": "2026-12-04"},
            log.ToldDecision(at=FULL.log[0].at, id=1, days=Days(date(2026, 12, 1), date(2026, 12, 4))),
        ),
        (
            {"kind": "told_call_back", "on": "2026-12-04"},
            log.ToldCallBack(at=FULL.log[0].at, id=1, days=Days.one(date(2026, 12, 4))),
        ),
        (
            {"kind": "told_obstacle", "what": "salary"},
            log.ToldObstacle(at=FULL.log[0].at, id=1, what=Obstacle.SALARY),
        ),
        ({"kind": "outcome", "what": "offer"}, log.Outcome(at=FULL.log[0].at, id=1, what=Result.OFFER)),
        (
            {"kind": "rescheduled", "was": "2026-11-20T14:00-05:00"},
            log.Rescheduled(at=FULL.log[0].at, id=1, was=datetime(2026, 11, 20, 14, tzinfo=EST)),
        ),
        ({"kind": "note", "words": "one\ntwo"}, log.Note(at=FULL.log[0].at, id=1, words="one\ntwo")),
    ],
)
def test_each_kind_of_entry_has_its_own_fields(entry: Document, expected: log.Entry | None) -> None:
    expected = expected or log.FollowedUp(at=FULL.log[0].at, id=1, channel=Channel.CALL, anyway=True)
    assert read_entry(AT | entry) == expected


def test_entries_without_a_number_get_the_next_ones() -> None:
    notes = [AT | {"kind": "note"}, AT | {"kind": "note", "id": 7}, AT | {"kind": "note"}]
    assert [entry.id for entry in read(LEAST | {"log": notes}).log] == [8, 7, 9]


def test_the_log_keeps_its_order_and_each_entry_the_offset_of_its_time() -> None:
    later_first = [{"kind": "heard", "at": "2026-12-01T10:00:00+05:45"}, {"kind": "note", "at": "2026-11-01T10:00:00Z"}]
    interview = read(LEAST | {"log": later_first})
    assert [entry["at"] for entry in encode_interview(interview)["log"]] == [
        "2026-12-01T10:00:00+05:45",
        "2026-11-01T10:00:00+00:00",
    ]

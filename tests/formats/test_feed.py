"""The calendar to subscribe to, as a calendar program reads it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from icalendar import Component

from planner.domain.case import cases_of
from planner.domain.interview import Interview, Mode, Part, Person
from planner.domain.log import Cancelled, Channel, Entry, FollowedUp, Outcome, Result, Thanked, ToldNotToContact
from planner.domain.policy import Policy
from planner.formats import feed

ZONE = ZoneInfo("America/New_York")
STARTS = datetime(2026, 11, 23, 14, tzinfo=ZONE)
ENDS = STARTS + timedelta(hours=1)
BEFORE, AFTER, LATER = STARTS - timedelta(days=2), ENDS + timedelta(hours=1), ENDS + timedelta(days=9)
POLICY = Policy()


def interview(*log: Entry, **facts: object) -> Interview:
    one = Interview(
        uid="abc@northwind.example",
        company="Northwind, Inc; “N”",
        role="Analyst",
        starts_at=STARTS,
        time_zone=ZONE.key,
        id=1,
        rev=4,
        mode=Mode.VIDEO,
        location="Room 4, https://meet.example/1",
        people=(Person("Ann Lee"), Person("Jo Park", Part.RECRUITER, phone="+1 555", email="jo@nw.example")),
        log=log,
    )
    return replace(one, **facts)  # type: ignore[arg-type]


def text(interviews: Iterable[Interview], now: datetime, *, private: bool = False) -> bytes:
    return feed.write(cases_of(interviews, POLICY), now, private=private)


def parts(one: Interview, now: datetime, *, private: bool = False) -> dict[str, Component]:
    """The components of a feed of one interview, by what they are titled."""
    calendar = icalendar.Calendar.from_ical(text([one], now, private=private))
    assert not calendar.errors
    return {str(part["summary"]).partition(":")[0]: part for part in calendar.subcomponents}


def instant(part: Component, name: str) -> datetime:
    found = part.decoded(name)
    assert isinstance(found, datetime)
    return found


def test_an_interview_is_an_event() -> None:
    event = parts(interview(), BEFORE)["Interview"]
    assert event.name == "VEVENT"
    assert (instant(event, "dtstart"), instant(event, "dtend")) == (STARTS, ENDS)
    assert str(event["summary"]) == "Interview: Northwind, Inc; “N”, Analyst"
    assert str(event["location"]) == "Room 4, https://meet.example/1"
    assert str(event["url"]) == "https://meet.example/1"
    assert str(event["description"]) == "With Ann Lee, Jo Park"
    assert event["status"] == "CONFIRMED"


def test_each_action_to_come_is_a_task_that_starts_when_it_opens() -> None:
    found = parts(interview(), BEFORE)
    thank_you, follow_up = found["Thank-you"], found["Follow-up"]
    assert (thank_you.name, follow_up.name) == ("VTODO", "VTODO")
    assert (instant(thank_you, "dtstart"), instant(thank_you, "due")) == (ENDS, ENDS + timedelta(hours=24))
    assert instant(follow_up, "dtstart") == datetime(2026, 11, 30, tzinfo=ZONE)
    assert instant(follow_up, "due") == datetime(2026, 12, 7, tzinfo=ZONE)
    assert {str(task["related-to"]) for task in (thank_you, follow_up)} == {str(found["Interview"]["uid"])}
    assert str(thank_you["description"]) == "To Ann Lee"
    assert str(follow_up["description"]) == "Ask Jo Park, +1 555, jo@nw.example"
    assert {str(task["status"]) for task in (thank_you, follow_up)} == {"NEEDS-ACTION"}


def test_there_is_an_alarm_before_the_interview_and_one_when_something_opens_at_an_hour_one_is_awake() -> None:
    found = parts(interview(), BEFORE)
    triggers = {name: part.subcomponents[0].decoded("trigger") for name, part in found.items()}
    assert triggers == {"Interview": timedelta(hours=-1), "Thank-you": timedelta(), "Follow-up": timedelta(hours=9)}


def test_what_is_done_is_no_task() -> None:
    thanked = Thanked(at=AFTER, channel=Channel.EMAIL, id=1)
    assert set(parts(interview(thanked), LATER)) == {"Interview", "Follow-up"}
    asked = FollowedUp(at=LATER, channel=Channel.CALL, id=2)
    assert set(parts(interview(thanked, asked), LATER)) == {"Interview"}


@pytest.mark.parametrize("entry", [Outcome(at=AFTER, what=Result.REJECTED, id=1), Cancelled(at=BEFORE, id=1)])
def test_what_is_closed_is_no_task(entry: Entry) -> None:
    assert set(parts(interview(entry), LATER)) == {"Interview"}


def test_they_asked_not_to_be_contacted_so_there_is_no_follow_up() -> None:
    assert "Follow-up" not in parts(interview(ToldNotToContact(at=AFTER, id=1)), LATER)


def test_a_cancelled_interview_is_a_cancelled_event_that_does_not_ring() -> None:
    event = parts(interview(Cancelled(at=BEFORE, id=1)), BEFORE)["Interview"]
    assert (event["status"], event.subcomponents) == ("CANCELLED", [])


def test_with_an_offer_elsewhere_asking_them_to_hurry_is_a_task_until_that_one_ends() -> None:
    one = interview(own_offer_deadline=date(2026, 11, 30))
    task = parts(one, BEFORE)["Ask them to decide sooner"]
    assert (instant(task, "dtstart"), instant(task, "due")) == (ENDS, datetime(2026, 12, 1, tzinfo=ZONE))
    assert str(task["description"]) == "Ask Jo Park, +1 555, jo@nw.example"
    assert text([one], BEFORE) == text([one], AFTER)
    assert "Ask them to decide sooner" not in parts(one, LATER)


# -- the same as long as nothing was changed


def test_the_bytes_are_the_same_as_long_as_nothing_was_changed_and_nothing_lapsed() -> None:
    one = interview()
    assert text([one], BEFORE) == text([one], STARTS) == text([one], AFTER) == text([one], ENDS + timedelta(days=10))


def test_a_change_shows_in_stamp_and_sequence() -> None:
    before = parts(interview(), AFTER)["Follow-up"]
    after = parts(interview(Thanked(at=AFTER, id=1), rev=5), AFTER)["Follow-up"]
    assert (before["sequence"], after["sequence"]) == (4, 5)
    assert instant(after, "dtstamp") == AFTER.astimezone(UTC)


# -- privacy


def test_a_private_feed_names_nobody_and_no_place() -> None:
    written = text([interview()], BEFORE, private=True).decode().casefold()
    for name in ("northwind", "analyst", "ann lee", "jo park", "nw.example", "room 4", "meet.example", "555"):
        assert name not in written
    assert set(parts(interview(), BEFORE, private=True)) == {"Interview", "Thank-you", "Follow-up"}


def test_private_or_not_everything_keeps_its_uid_in_which_no_name_stands() -> None:
    one = interview()
    uids = [
        {name: str(part["uid"]) for name, part in parts(one, BEFORE, private=private).items()}
        for private in (True, False)
    ]
    assert uids[0] == uids[1]
    assert len(set(uids[0].values())) == 3
    assert not any("northwind" in uid for uid in uids[0].values())


def test_nothing_but_the_frame_without_interviews() -> None:
    assert icalendar.Calendar.from_ical(text([], AFTER)).subcomponents == []


def test_without_people_and_place_no_empty_lines_are_written() -> None:
    found = parts(interview(people=(), location=""), BEFORE)
    assert not any("description" in part for part in found.values())
    assert "location" not in found["Interview"]

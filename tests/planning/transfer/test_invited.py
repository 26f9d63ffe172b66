"""Interviews that a person wrote down before the invitation to them came."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from planner.domain.interview import Interview, Part, Person, Received
from planner.domain.log import Cancelled
from planner.planning.transfer import Kind
from tests.formats.invitations.calendars import calendar, event
from tests.formats.tables.sheets import table
from tests.planning.transfer.bringing import after, only, rows, state_with


def by_hand(**facts: object) -> Interview:
    """What a person wrote down before the invitation to it came."""
    starts_at = datetime(2026, 11, 23, 15, tzinfo=ZoneInfo("Europe/Berlin"))
    one = Interview(
        uid="by-hand",
        company="NW GmbH",
        role="Head of data",
        starts_at=starts_at,
        time_zone="Europe/Berlin",
        notes="mine",
    )
    return replace(one, **facts)  # type: ignore[arg-type]


def versions(*lines: str, start: str = "DTSTART:20261123T140000Z", method: str = "REQUEST") -> bytes:
    jo = "ORGANIZER;CN=Jo Park:mailto:jo@nw.example"
    return calendar(event("SUMMARY:Interview", "LOCATION:Room 4", jo, *lines, start=start), method=method)


def test_the_invitation_to_an_interview_that_was_added_by_hand_makes_no_second_one() -> None:
    state = state_with(by_hand())
    (row,) = rows(versions(), state=state)
    assert (row.kind, row.what, row.remarks) == (Kind.CHANGED, "NW GmbH, Head of data", ())
    assert {one.field: one.after for one in row.differences} == {
        "invitation": "this one",
        "location": "Room 4",
        "mode": "on_site",
        "interviewers": "Jo Park <jo@nw.example>",
    }
    one = only(after(versions(), state=state))
    assert (one.uid, one.company, one.role, one.notes) == ("by-hand", "NW GmbH", "Head of data", "mine")


def test_whoever_had_no_address_gets_the_one_of_the_invitation() -> None:
    people = (Person("JO PARK", Part.RECRUITER), Person("Ann Lee"))
    assert only(after(versions(), state=state_with(by_hand(people=people)))).people == (
        Person("JO PARK", Part.RECRUITER, email="jo@nw.example"),
        Person("Ann Lee"),
    )


def test_from_then_on_its_updates_and_its_cancellation_find_it() -> None:
    state = after(versions(), state=state_with(by_hand()))
    assert [row.kind for row in rows(versions(), state=state)] == [Kind.SAME]
    state = after(versions("SEQUENCE:1", start="DTSTART:20261130T140000Z"), state=state)
    assert only(state).starts_at.day == 30
    assert [row.kind for row in rows(versions(), state=state)] == [Kind.SAME]
    assert only(after(versions("SEQUENCE:2", method="CANCEL"), state=state)).log[-1].kind == "cancelled"


def test_a_cancellation_finds_one_that_was_added_by_hand() -> None:
    (entry,) = only(after(versions(method="CANCEL"), state=state_with(by_hand()))).log
    assert entry.kind == "cancelled"


SALES = versions("SUMMARY:Interview: Sales manager").replace(b"SUMMARY:Interview\r\n", b"")


def test_another_role_than_the_one_written_down_is_told() -> None:
    (row,) = rows(SALES, state=state_with(by_hand()))
    assert row.remarks == ("It speaks of “Sales manager”: the role that stands here is kept.",)


def test_of_two_at_one_time_it_is_to_the_one_for_its_role() -> None:
    state = state_with(by_hand(), by_hand(uid="other", role="sales  Manager"))
    assert [(row.kind, row.id, row.remarks) for row in rows(SALES, state=state)] == [(Kind.CHANGED, 2, ())]


def test_one_that_was_called_off_stays_so_and_that_is_said() -> None:
    at = datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    state = state_with(by_hand(log=(Cancelled(id=1, at=at),)))
    (row,) = rows(versions(), state=state)
    assert (row.kind, [remark[:25] for remark in row.remarks]) == (Kind.CHANGED, ["It stays called off here:"])
    (cancelled,) = rows(versions(method="CANCEL"), state=state)
    assert cancelled.remarks == ()


def test_in_one_import_too_a_row_of_a_table_and_its_invitation_are_one_interview() -> None:
    sheet = table("Company,Role,Interview,Interviewer", "NW,Dev,2026-11-23 15:00,Ann Lee")
    assert [person.name for person in only(after(sheet, versions())).people] == ["Ann Lee", "Jo Park"]


@pytest.mark.parametrize(
    "other",
    [
        by_hand(company="Contoso"),
        by_hand(company="NWG"),
        by_hand(starts_at=datetime(2026, 11, 23, 16, tzinfo=ZoneInfo("Europe/Berlin"))),
        by_hand(received=Received(0, None)),
    ],
)
def test_an_interview_elsewhere_at_another_time_or_of_another_invitation_is_another(other: Interview) -> None:
    assert [row.kind for row in rows(versions(), state=state_with(other))] == [Kind.NEW]


def test_an_interview_elsewhere_at_that_time_does_not_hide_the_one_it_invites_to() -> None:
    state = state_with(by_hand(uid="other", company="Contoso"), by_hand())
    assert [(row.kind, row.id) for row in rows(versions(), state=state)] == [(Kind.CHANGED, 2)]


def test_an_interview_that_the_same_import_moves_away_is_not_the_one_it_invites_to() -> None:
    first, moved = (table("Id,Company,Role,Interview", f"0123456789abc,NW,Dev,2026-11-{day} 15:00") for day in (23, 22))
    earlier = calendar(event("SUMMARY:Interview", start="DTSTART:20261120T140000Z", uid="earlier"))
    found = rows(earlier, moved, versions(), state=after(first))
    assert [row.kind for row in found] == [Kind.NEW, Kind.CHANGED, Kind.NEW]


def test_of_a_known_interview_no_stand_in_is_spoken_of() -> None:
    (row,) = rows(versions("SEQUENCE:1", start="DTSTART:20261130T140000Z"), state=after(versions()))
    assert (row.kind, row.remarks) == (Kind.CHANGED, ())

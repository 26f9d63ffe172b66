"""A calendar file with a series, brought again and again: each time its next date, once."""

from datetime import timedelta

from planner.planning import transfer
from planner.planning.state import State
from planner.planning.transfer import AS_FOUND, Kind, Row
from tests.formats.invitations.calendars import calendar, event
from tests.planning.transfer.bringing import NOW, READING, after, brought, only, rows, wishes

WEEKLY = event(
    "SUMMARY:Mock interview at North", "RRULE:FREQ=WEEKLY", start="DTSTART;TZID=Europe/Berlin:20261005T100000"
)


def a_week_later(data: bytes, state: State) -> Row:
    now = NOW + timedelta(days=7)
    found = brought(data, wished=wishes(now=now)).found
    (row,) = transfer.preview(found, state, READING._replace(now=now), AS_FOUND)
    return row


def test_of_a_series_the_next_date_is_taken_once_and_a_week_later_another() -> None:
    state = after(calendar(WEEKLY))
    assert f"{only(state).starts_at:%Y-%m-%d %H:%M}" == "2026-11-30 10:00"
    assert [row.kind for row in rows(calendar(WEEKLY), state=state)] == [Kind.SAME]
    row = a_week_later(calendar(WEEKLY), state)
    assert row.kind is Kind.NEW
    assert row.interview is not None
    assert f"{row.interview.starts_at:%Y-%m-%d %H:%M}" == "2026-12-07 10:00"


def test_a_cancelled_series_calls_off_the_date_that_was_taken_until_then() -> None:
    state = after(calendar(WEEKLY))
    cancelled = calendar(WEEKLY, method="CANCEL")
    (row,) = rows(cancelled, state=state)
    assert (row.kind, row.id) == (Kind.CHANGED, 1)
    assert a_week_later(cancelled, state).kind is Kind.REFUSED


def test_a_calendar_without_an_appointment_is_called_by_its_name() -> None:
    (row,) = rows(calendar("BEGIN:VTODO\nSUMMARY:x\nEND:VTODO"))
    assert (row.what, row.reason) == ("1", "Only appointments are read: its tasks (1) are left out.")

"""Files as people bring them: a sheet that a tracker exported, and a calendar; of made-up interviews."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from tests.benchmarks import made_up

HEADER = ("Company", "Role", "Interview date", "Interview time", "Interviewer", "Email", "Interview link", "Notes")


def sheet(count: int, now: datetime) -> bytes:
    """A CSV file with one interview a row."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADER)
    for one in made_up.interviews(count, now):
        first = one.people[0]
        date, time = f"{one.starts_at:%Y-%m-%d}", f"{one.starts_at:%H:%M}"
        writer.writerow((one.company, one.role, date, time, first.name, first.email, one.location, one.notes))
    return text.getvalue().encode()


def calendar(count: int, now: datetime) -> bytes:
    """A calendar with one interview an event."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//made up//EN"]
    for one in made_up.interviews(count, now):
        lines += _event(one.uid, one.starts_at, f"Interview: {one.role} at {one.company}", one.people[0].email, now)
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def _event(uid: str, starts_at: datetime, summary: str, email: str, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@calendar.example"
    yield f"DTSTAMP:{_utc(now)}"
    yield f"DTSTART:{_utc(starts_at)}"
    yield f"DTEND:{_utc(starts_at + timedelta(hours=1))}"
    yield f"SUMMARY:{summary}"
    yield f"ORGANIZER:mailto:{email}"
    yield "END:VEVENT"


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"

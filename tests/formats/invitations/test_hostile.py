"""Files that were made to do harm, or by chance could."""

import subprocess
import sys
import time

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import BadInput
from planner.domain.text import one_line
from planner.formats.invitations import Reading, looks_like_calendar, read_invitations
from tests.formats.invitations.calendars import HOME, NOW, calendar, event, zone

SOUND = calendar(
    zone("Mine"),
    event(
        "SUMMARY;LANGUAGE=en-US:Second interview - Data analyst at Northwind (Zoom)",
        'DESCRIPTION:<p>Join <a href="https://north.zoom.us/j/1">here</a></p><!-- -->',
        "ORGANIZER;CN=Jo Park:mailto:jo@northwind.example",
        'ATTENDEE;CUTYPE=INDIVIDUAL;CN="Lee, Ann":mailto:ann@northwind.example',
        "LOCATION:+1 555 010 9999",
        "DTEND;TZID=Mine:20261123T150000",
        "DURATION:PT1H",
        "SEQUENCE:3",
        "DTSTAMP:20261101T120000Z",
        start="DTSTART;TZID=Mine:20261123T140000",
    ),
)
LINES = st.sampled_from(SOUND.splitlines(keepends=True))
ODD = st.sampled_from(
    [b":", b";", b'"', b"=", b"\\", b",", b"\r\n", b"\n ", b"\x00", b"\xff", b"-", b"9", b"Z", b"/", b"(", b""]
)


def read_or_refuse(data: bytes) -> Reading | None:
    """What is read; None where the file is refused. Anything else that is raised is a bug."""
    try:
        return read_invitations(data, HOME, now=NOW)
    except BadInput:
        return None


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    looks_like_calendar(data)
    read_or_refuse(data)
    read_or_refuse(calendar("BEGIN:VEVENT\r\n") + data)


@given(st.lists(LINES, max_size=40))
def test_lines_in_any_order_are_read_or_refused(lines: list[bytes]) -> None:
    read_or_refuse(b"".join(lines))


@given(st.integers(0, len(SOUND)), st.integers(0, 12), ODD)
def test_a_damaged_file_is_read_or_refused_and_what_is_offered_can_be_stored(place: int, gone: int, put: bytes) -> None:
    reading = read_or_refuse(SOUND[:place] + put + SOUND[place + gone :])
    for one in reading.invitations if reading else ():
        assert one.interview.starts_at.tzinfo is not None
        for text in (one.interview.uid, one.interview.company, one.interview.role):
            assert one_line(text, "a field") == text != ""


@given(st.sampled_from(["SUMMARY", "DESCRIPTION", "LOCATION", "ORGANIZER", "RRULE", "DTEND", "UID", "URL"]), st.text())
def test_any_text_in_any_line_is_read_or_refused(name: str, text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n").encode("utf-8", "replace").decode()
    assert read_or_refuse(calendar(event(f"{name}:{escaped}"))) is not None


def test_no_file_makes_the_reader_count_for_long() -> None:
    endless = "BEGIN:STANDARD\nDTSTART:16010101T000000\nRRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD"
    long = "x" * 100_000
    files = [
        calendar(zone("Mine", endless), event(start="DTSTART;TZID=Mine:20261123T140000")),
        calendar(event("DESCRIPTION:<b>" + "<!--" * 25_000)),
        calendar(event("DESCRIPTION:" + "<a href=" * 12_000)),
        calendar(event("DESCRIPTION:" + "https://a.a" * 10_000)),
        calendar(event("SUMMARY:" + " - (" * 25_000, "LOCATION:" + "1 " * 50_000 + "x")),
        calendar(event(f"ATTENDEE;CN={long}:{long}", start=f'DTSTART;TZID="(UTC {" " * 50_000}":20261123T140000')),
        calendar("BEGIN:X\n" * 20_000 + "END:Y\n" * 20_000 + event()),
        calendar(*["X" * 70 + ":" + long] * 20, event()),
        b"\r\n" * 200_000 + calendar(event()),
    ]
    for data in files:
        began = time.process_time()
        read_or_refuse(data)
        assert time.process_time() - began < 2, data[:200]


def test_importing_it_loads_no_calendar_library() -> None:
    code = "import planner.formats.invitations, sys; print('icalendar' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"

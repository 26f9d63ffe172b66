"""The lines of a calendar file, as a calendar library writes and reads them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.text import harmless
from planner.formats.calendar_lines import block, instant, text, written

WORDS = st.text(max_size=200).map(lambda words: harmless(words, keep_lines=True)) | st.text(
    '\\;,:"n\nä株😀 ', max_size=120
)


@given(WORDS)
def test_any_words_come_back_as_they_were(words: str) -> None:
    file = written(block("VCALENDAR", block("VEVENT", [text("SUMMARY", words)])))
    (event,) = icalendar.Calendar.from_ical(file).subcomponents
    assert str(event["SUMMARY"]) == words


@given(WORDS)
def test_no_line_is_longer_than_calendar_programs_have_to_take(words: str) -> None:
    lines = written([text("SUMMARY", words)]).split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode().startswith(" ") for line in lines[1:])


def test_times_are_those_of_greenwich() -> None:
    at = datetime(2026, 11, 23, 14, 5, tzinfo=ZoneInfo("America/New_York"))
    assert instant("DTSTART", at) == "DTSTART:20261123T190500Z"
    assert instant("DTSTART", at.astimezone(UTC)) == instant("DTSTART", at)

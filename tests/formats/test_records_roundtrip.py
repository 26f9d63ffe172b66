"""Writing and reading again changes nothing, whatever the interview."""

import json
from datetime import UTC

from hypothesis import given

from planner.domain.interview import Interview
from planner.formats.exchange import read, write
from planner.formats.records import decode_interview, encode_interview
from tests.formats.valid import interviews


@given(interviews())
def test_an_interview_is_the_same_after_writing_and_reading(interview: Interview) -> None:
    document = encode_interview(interview)
    again = decode_interview(json.loads(json.dumps(document)), "interviews[0]")
    assert again == interview
    # Equality of times in one zone ignores which of two passes of an hour is meant.
    assert again.starts_at.astimezone(UTC) == interview.starts_at.astimezone(UTC)
    assert again.starts_at.tzinfo is interview.starts_at.tzinfo
    assert [entry.at.isoformat() for entry in again.log] == [entry.at.isoformat() for entry in interview.log]
    assert encode_interview(again) == document


@given(interviews())
def test_an_exchange_file_loses_only_what_is_kept_in_the_data_file_alone(interview: Interview) -> None:
    (again,) = read(write([interview]), "", lambda: "new")
    document = encode_interview(interview)
    document.pop("rev", None)
    document.pop("received", None)
    assert encode_interview(again) == document

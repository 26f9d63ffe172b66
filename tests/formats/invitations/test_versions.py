from datetime import UTC, datetime

import pytest

from planner.formats.invitations import Invitation
from tests.formats.invitations.calendars import event, offered, read


def version(invitation: Invitation) -> tuple[int, datetime | None]:
    received = invitation.interview.received
    assert received is not None
    return received.sequence, received.stamp


def test_the_version_is_the_sequence_and_the_stamp() -> None:
    assert version(offered("SEQUENCE:3", "DTSTAMP:20261101T120000Z")) == (3, datetime(2026, 11, 1, 12, tzinfo=UTC))
    assert version(offered()) == (0, None)


def test_a_stamp_without_a_zone_is_in_utc_as_it_should_have_been() -> None:
    assert version(offered("DTSTAMP:20261101T120000"))[1] == datetime(2026, 11, 1, 12, tzinfo=UTC)


def test_a_sequence_may_be_huge() -> None:
    assert version(offered("SEQUENCE:1732345678901"))[0] == 1732345678901


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("SEQUENCE:-1", "Its SEQUENCE, “-1”, is no number: taken as 0."),
        ("SEQUENCE:" + "9" * 5000, "is no number: taken as 0."),
        ("DTSTAMP:202103206T200210Z", "Its DTSTAMP was left out: “202103206T200210Z” is no date and time."),
        ("DTSTAMP:00010101T000000+0100", "Its DTSTAMP was left out: The year 1 can't be right."),
    ],
)
def test_a_version_that_can_not_be_read_is_none_and_a_remark_says_so(line: str, said: str) -> None:
    invitation = offered(line)
    assert version(invitation) == (0, None)
    assert any(said in remark for remark in invitation.remarks)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["SEQUENCE:1"], ["SEQUENCE:2"]),
        (["SEQUENCE:1", "DTSTAMP:20261102T120000Z"], ["SEQUENCE:1", "DTSTAMP:20261103T120000Z"]),
        (["SEQUENCE:1", "DTSTAMP:20261104T120000Z"], ["SEQUENCE:2", "DTSTAMP:20261103T120000Z"]),
        ([], ["DTSTAMP:20261103T120000Z"]),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_of_two_versions_in_a_file_the_newer_is_offered_and_the_other_mentioned(
    one: list[str], other: list[str], order: int
) -> None:
    reading = read(*[event("SUMMARY:Old", *one), event("SUMMARY:New", *other)][::order])
    assert [invitation.summary for invitation in reading.invitations] == ["New"]
    assert [(refused.summary, refused.reason) for refused in reading.refused] == [
        ("Old", "The file holds a newer version of the same appointment.")
    ]


def test_of_two_versions_that_nothing_tells_apart_the_later_in_the_file_is_offered() -> None:
    reading = read(event("SUMMARY:First"), event("SUMMARY:Second"))
    assert [invitation.summary for invitation in reading.invitations] == ["Second"]


def test_the_same_event_twice_is_offered_once_without_a_word() -> None:
    reading = read(event("SUMMARY:One"), event("SUMMARY:One"))
    assert (len(reading.invitations), reading.refused) == (1, ())


def test_an_event_without_a_uid_gets_one_that_stays() -> None:
    lines = ("SUMMARY:Interview", "ORGANIZER:mailto:jo@north.example")
    first, again = (read(event(*lines, uid="")).invitations[0].interview.uid for _ in range(2))
    assert first == again
    others = [
        read(event(*lines, uid="", start="DTSTART:20261124T140000Z")),
        read(event("SUMMARY:Another", lines[1], uid="")),
        read(event(lines[0], "ORGANIZER:mailto:ann@north.example", uid="")),
    ]
    assert len({first, *(reading.invitations[0].interview.uid for reading in others)}) == 4


def test_a_uid_too_long_to_keep_is_replaced_by_one_that_stays() -> None:
    first, again, other = (read(event(uid="x" * 300 + end)).invitations[0].interview.uid for end in "aab")
    assert first == again != other
    assert len(first) <= 200

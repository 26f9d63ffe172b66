import pytest

from planner.domain.errors import BadInput
from planner.formats.invitations import looks_like_calendar, read_invitations
from tests.formats.invitations.calendars import HOME, NOW, calendar, event, offered, read, refused


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("", "It has no start."),
        ("DTSTART:", "Its start can't be read: There is no date and time."),
        ("DTSTART;VALUE=DATE:Next Year", "Its start can't be read: “Next Year” is no date and time."),
        ("DTSTART:20261340T140000Z", "Its start can't be read: “20261340T140000Z” is no date and time."),
        ("DTSTART:20261123T140000+2500", "Its start can't be read: “+2500” is no offset from UTC."),
        ("DTSTART:00010101T000000Z", "Its start can't be read: The year 1 can't be right."),
        ("DTSTART;VALUE=DATE:20261123", "It lasts all day (2026-11-23)"),
        ("DTSTART:20261123", "It lasts all day (2026-11-23)"),
        ("DTSTART:20261123T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "It lasts all day (2026-11-23)"),
        ("DTSTART:20261123T140000Z\nDTSTART:20261123T150000Z", "It has more than one start."),
    ],
)
def test_an_event_without_one_time_is_refused_with_the_reason_and_what_to_do(start: str, said: str) -> None:
    reason = refused(start=start)
    assert said in reason
    assert reason.endswith("Add the interview by hand.")


def test_what_can_be_taken_is_taken_beside_what_can_not() -> None:
    reading = read(
        event("SUMMARY:Whole day", start="DTSTART:20261123", uid="a"),
        event("SUMMARY:Good", uid="b"),
        event("SUMMARY:None", start="", uid="c"),
    )
    assert [one.summary for one in reading.invitations] == ["Good"]
    assert [(one.place, one.summary) for one in reading.refused] == [("event 1", "Whole day"), ("event 3", "None")]


@pytest.mark.parametrize("method", ["REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD"])
def test_what_is_no_invitation_is_refused_and_said(method: str) -> None:
    assert " " in refused(method=method)


@pytest.mark.parametrize(
    ("method", "expected"), [("REQUEST", "request"), ("publish", "publish"), ("", "publish"), ("X-NEW", "publish")]
)
def test_what_is_not_asked_of_one_counts_as_published(method: str, expected: str) -> None:
    assert offered(method=method).method == expected


def test_a_cancellation_is_one_by_its_method_or_by_its_status() -> None:
    assert offered(method="CANCEL").cancelled
    assert offered("STATUS:CANCELLED").cancelled
    assert not offered("STATUS:CONFIRMED").cancelled


def test_a_cancellation_that_can_not_be_read_says_so() -> None:
    assert refused(start="", method="CANCEL").endswith("Record the cancellation by hand, if it is one of yours.")


def test_a_tentative_appointment_is_remarked() -> None:
    assert any("tentative" in remark for remark in offered("STATUS:TENTATIVE").remarks)


def test_an_event_cut_off_is_refused() -> None:
    whole = calendar(event(uid="a"), event(uid="b"))
    reading = read_invitations(whole[: whole.rindex(b"END:VEVENT")], HOME, now=NOW)
    assert (len(reading.invitations), [one.place for one in reading.refused]) == (1, ["event 2"])
    assert "It is not complete" in reading.refused[0].reason


def test_an_event_that_lost_its_end_does_not_swallow_the_next() -> None:
    reading = read(event("BEGIN:VALARM", uid="a").removesuffix("END:VEVENT"), event(uid="b"))
    assert [one.interview.uid for one in reading.invitations] == ["b"]
    assert "It is not complete" in reading.refused[0].reason


def test_an_alarm_within_an_event_is_none_of_its_lines() -> None:
    alarm = "BEGIN:VALARM\nDESCRIPTION:Reminder\nTRIGGER:PT-2H\nDURATION:x\nX-ODD\nEND:VALARM\nSUMMARY:After"
    assert offered(alarm).summary == "After"


def test_an_end_without_a_beginning_is_passed_over() -> None:
    assert offered("END:VALARM", "SUMMARY:After").summary == "After"


def test_what_holds_no_appointment_says_so() -> None:
    assert [one.reason for one in read().refused] == ["It holds no appointment."]
    (refusal,) = read("BEGIN:VTODO\nSUMMARY:x\nEND:VTODO", "BEGIN:VTODO\nEND:VTODO").refused
    assert refusal.reason == "Only appointments are read: its tasks (2) are left out."


def test_an_event_without_a_calendar_around_it_is_read() -> None:
    reading = read_invitations(event().encode(), HOME, now=NOW)
    assert [one.method for one in reading.invitations] == ["publish"]


def test_a_file_may_hold_several_calendars_each_with_its_own_method() -> None:
    data = (
        calendar(event(uid="a")) + calendar(event(uid="b"), method="CANCEL") + calendar(event(uid="c"), method="REPLY")
    )
    reading = read_invitations(data, HOME, now=NOW)
    assert [(one.method, one.cancelled) for one in reading.invitations] == [("request", False), ("cancel", True)]
    assert [one.place for one in reading.refused] == ["event 3"]


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff", b"{}", b"BEGIN:VCARD\r\nEND:VCARD\r\n", b"Dear all,\nBEGIN: 10:00\n"]
)
def test_a_file_that_is_no_calendar_is_bad_input(data: bytes) -> None:
    assert not looks_like_calendar(data)
    with pytest.raises(BadInput, match="no calendar file"):
        read_invitations(data, HOME, now=NOW)


@pytest.mark.parametrize(
    "data",
    [
        calendar(),
        b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n",
        b"\r\n\r\n begin:vcalendar\n",
        b"BEGIN:VEVENT\n",
        "BEGIN:VCALENDAR\r\n".encode("utf-16"),
    ],
)
def test_a_calendar_is_known_by_its_content(data: bytes) -> None:
    assert looks_like_calendar(data)


def test_an_alarm_that_lost_its_end_does_not_cost_its_event() -> None:
    reading = read(event("SUMMARY:First", "BEGIN:VALARM", "ACTION:DISPLAY"))
    assert [one.summary for one in reading.invitations] == ["First"]


@pytest.mark.parametrize("lost", [("END:VEVENT\r\n",), ("END:VEVENT\r\n", "END:VCALENDAR\r\n")])
def test_an_event_that_lost_its_end_is_refused_and_the_next_one_taken(lost: tuple[str, ...]) -> None:
    first = calendar(event("SUMMARY:First")).decode()
    for each in lost:
        first = first.replace(each, "")
    reading = read_invitations(first.encode() + calendar(event("SUMMARY:Second")), HOME, now=NOW)
    assert [one.summary for one in reading.invitations] == ["Second"]
    assert ["its end is missing" in one.reason for one in reading.refused] == [True]

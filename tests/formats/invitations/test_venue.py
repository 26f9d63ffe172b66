import pytest

from planner.domain.interview import Mode
from tests.formats.invitations.calendars import offered

ZOOM = "https://north.zoom.us/j/123?pwd=abc"
TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%22y%22%7d"
MEET = "https://meet.google.com/abc-defg-hij"


@pytest.mark.parametrize(
    ("lines", "mode", "location"),
    [
        ([f"LOCATION:{ZOOM}"], Mode.VIDEO, ZOOM),
        ([f"LOCATION:{ZOOM} (Passcode: 1)"], Mode.VIDEO, f"{ZOOM} (Passcode: 1)"),
        (["LOCATION:https://north.example/room"], Mode.VIDEO, "https://north.example/room"),
        ([f"X-GOOGLE-CONFERENCE:{MEET}"], Mode.VIDEO, MEET),
        ([f"X-MICROSOFT-SKYPETEAMSMEETINGURL:{TEAMS}", "LOCATION:Microsoft Teams Meeting"], Mode.VIDEO, TEAMS),
        ([f"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{ZOOM}", "LOCATION:"], Mode.VIDEO, ZOOM),
        (["CONFERENCE:conf:sip:jo@north.example", f"DESCRIPTION:Join: {MEET}."], Mode.VIDEO, MEET),
        ([f"DESCRIPTION:Help <https://support.zoom.us/x>\\, join <{ZOOM}>"], Mode.VIDEO, ZOOM),
        ([f"DESCRIPTION:https://teams.microsoft.com/meetingOptions/?x {TEAMS}"], Mode.VIDEO, TEAMS),
        (["DESCRIPTION:https://north.webex.com/meet/jo", "LOCATION:-"], Mode.VIDEO, "https://north.webex.com/meet/jo"),
        (["URL:https://whereby.com/north"], Mode.VIDEO, "https://whereby.com/north"),
        (["LOCATION:Zoom"], Mode.VIDEO, "Zoom"),
        (["LOCATION:Google Meet (see below)", f"DESCRIPTION:{MEET}"], Mode.VIDEO, MEET),
        (["LOCATION:+1 (555) 010-9999"], Mode.PHONE, "+1 (555) 010-9999"),
        (["LOCATION:Tel.: 030 5550123,,45#"], Mode.PHONE, "Tel.: 030 5550123,,45#"),
        (["LOCATION:Phone call", f"DESCRIPTION:{MEET}"], Mode.PHONE, "Phone call"),
        (["CONFERENCE;FEATURE=PHONE:tel:+1-555-010-9999"], Mode.PHONE, "+1-555-010-9999"),
        (["SUMMARY:Phone screen"], Mode.PHONE, ""),
        (["SUMMARY:Telefoninterview"], Mode.PHONE, ""),
        (["SUMMARY:Video interview"], Mode.VIDEO, ""),
        (["SUMMARY:Onsite interview"], Mode.ON_SITE, ""),
        (["SUMMARY:Phone screen", f"DESCRIPTION:{ZOOM}"], Mode.VIDEO, ZOOM),
        (["LOCATION:1 Main Street\\n12345 Springfield"], Mode.ON_SITE, "1 Main Street, 12345 Springfield"),
        (["LOCATION:Room 5", "SUMMARY:Phone screen"], Mode.ON_SITE, "Room 5"),
        (["LOCATION:https://maps.google.com/?q=1"], Mode.ON_SITE, "https://maps.google.com/?q=1"),
        (["LOCATION:12345"], Mode.ON_SITE, "12345"),
        (["LOCATION:TBD"], None, ""),
        (["DESCRIPTION:See https://north.example/jobs and http://zoom.us.evil.example/j/1"], None, ""),
        (["DESCRIPTION:https://zoom.us/j/" + "1" * 3_000], None, ""),
        ([], None, ""),
    ],
)
def test_where_it_takes_place_is_read_from_wherever_programs_write_it(
    lines: list[str], mode: Mode | None, location: str
) -> None:
    interview = offered(*lines).interview
    assert (interview.mode, interview.location) == (mode, location)


def test_a_place_and_a_link_leave_the_mode_open_and_a_remark_says_so() -> None:
    invitation = offered("LOCATION:Room 5", f"X-MICROSOFT-SKYPETEAMSMEETINGURL:{TEAMS}")
    assert (invitation.interview.mode, invitation.interview.location) == (None, f"Room 5 ({TEAMS})")
    assert any("both a place and a link" in remark for remark in invitation.remarks)

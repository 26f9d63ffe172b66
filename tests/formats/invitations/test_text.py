import pytest

from planner.formats.invitations import read_invitations
from tests.formats.invitations.calendars import HOME, NOW, calendar, event, offered


def summary_of(data: bytes) -> str:
    return read_invitations(data, HOME, now=NOW).invitations[0].summary


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_text_is_read_in_the_encodings_that_occur(encoding: str) -> None:
    text = calendar(event("SUMMARY:Gespräch für Zoë")).decode()
    assert summary_of(text.encode(encoding)) == "Gespräch für Zoë"


def test_bytes_of_no_encoding_are_kept_as_they_can_be() -> None:
    assert summary_of(calendar(event("SUMMARY:MARK")).replace(b"MARK", b"\xe9t\xe9 \x81")) == "été"


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r", b"\r\r\n"])
def test_lines_may_end_in_any_way(end: bytes) -> None:
    assert summary_of(calendar(event("SUMMARY:Interview")).replace(b"\r\n", end)) == "Interview"


@pytest.mark.parametrize("fold", ["\n ", "\n\t", "\n\n ", "\n\n\n\t"])
def test_folded_lines_are_joined_even_over_an_empty_line(fold: str) -> None:
    assert offered(f"SUMMARY:Inter{fold}view").summary == "Interview"


def test_a_character_may_be_folded_in_its_middle() -> None:
    data = calendar(event("SUMMARY:Zoë")).replace("ë".encode(), b"\xc3\r\n \xab")
    assert summary_of(data) == "Zoë"


@pytest.mark.parametrize(
    ("said", "summary"),
    [
        ("ENCODING=QUOTED-PRINTABLE:Gespr=C3=A4ch bei=\n Nord=\nwind", "Gespräch bei Nordwind"),
        ("QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Gespr=E4ch", "Gespräch"),
        ("CHARSET=klingon;ENCODING=QUOTED-PRINTABLE:Gespr=C3=A4ch", "Gespräch"),
    ],
)
def test_quoted_printable_as_outlook_saves_it_is_undone(said: str, summary: str) -> None:
    found = offered(f"SUMMARY;{said}", "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:One=0D=0ATwo=1B[2J=0D=0A=\n")
    assert (found.summary, found.interview.notes) == (summary, "One\nTwo [2J")
    assert not any("can't be read" in remark for remark in found.remarks)


def test_control_characters_become_blanks() -> None:
    invitation = offered("SUMMARY:In\x00ter\x0bview\x1b[2J\u202e \u0085x", "DESCRIPTION:a\x07b\\nc")
    assert invitation.summary == "In ter view [2J x"
    assert invitation.interview.notes == "a b\nc"


def test_texts_are_cut_at_what_may_be_stored() -> None:
    invitation = offered("SUMMARY:" + "s" * 300, "DESCRIPTION:" + "d " * 150_000, "LOCATION:" + "l" * 3_000)
    assert [len(invitation.summary), len(invitation.interview.company)] == [200, 200]
    assert len(invitation.interview.notes) == 19_999  # the last blank is none
    assert len(invitation.interview.location) == 2_000


def test_html_is_shown_as_it_would_be_read() -> None:
    html = (
        "<html><head><title>T</title><style>p {color: red}</style></head><body><p>Hello&nbsp\\;Sam &amp\\; all,</p>"
        '<!-- hidden --><div>join <a href="https://call.example/1"><b>here</b></a> or '
        "<a href='https://call.example/2'>https://call.example/2</a><br/>at two</div><ul><li>a</li><li>b</li></ul>"
        "<a name=x>end</a></body></html>"
    )
    assert offered(f"DESCRIPTION:{html}").interview.notes.split("\n") == [
        *("Hello\u00a0Sam & all,", "", "join here (https://call.example/1) or https://call.example/2", "at two", ""),
        *("a", "", "b", "", "end"),
    ]


def test_text_that_only_looks_like_html_is_kept() -> None:
    text = "Join<https://teams.example/1> if a < b & c > d"
    assert offered(f"DESCRIPTION:{text}").interview.notes == text


def test_the_formatted_copy_of_a_description_is_not_read() -> None:
    assert offered("DESCRIPTION:short", "X-ALT-DESC;FMTTYPE=text/html:<b>long</b>").interview.notes == "short"


def test_lines_that_can_not_be_read_are_left_out_and_remarked_up_to_three() -> None:
    one = offered("X-APPLE-RADIUS=49.91", "SUMMARY:Good")
    assert one.summary == "Good"
    assert "A line can't be read and was left out: “X-APPLE-RADIUS=49.91”." in one.remarks
    many = offered("no property", "nor this", "LOCATION;=:x", "nor that", "SUMMARY:Good")
    assert many.remarks[-1] == "More lines that can't be read: 1."


def test_parameters_may_be_lists_and_in_quotes() -> None:
    invitation = offered(start="DTSTART;TZID=Berlin,Paris:20261123T140000")
    assert invitation.interview.time_zone == "Europe/Berlin"

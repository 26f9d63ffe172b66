"""Mails and mailboxes: what of them is a calendar, and whose mail it is."""

import pytest

from planner.domain.errors import BadInput
from planner.formats.mail import looks_like_mail, mails, readers
from tests.formats.mails import invitation, mail, part


def calendars(data: bytes) -> tuple[bytes, ...]:
    (one,) = mails(data)
    return one.calendars


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_a_calendar_part_in_any_encoding(encoding: str) -> None:
    content = invitation()
    (found,) = calendars(mail(part(content, encoding=encoding)))
    assert found.split() == content.split()


@pytest.mark.parametrize(
    "kind",
    [
        "text/calendar;; charset=utf-8; method=REQUEST",
        'application/ics; name="invite.ics"',
        'application/octet-stream; name="Invite.ICS"',
        "TEXT/CALENDAR",
        "text/calendar; charset=klingon",
        'text/calendar; charset="a\0b"',
        "text/calendar; charset=hex",
    ],
)
def test_a_calendar_part_however_it_is_announced(kind: str) -> None:
    assert len(calendars(mail(part(invitation(), kind)))) == 1


def test_a_part_in_another_character_set_becomes_utf_8() -> None:
    content = invitation("DESCRIPTION:Grüße").decode().encode("iso-8859-15")
    (found,) = calendars(mail(part(content, "text/calendar; charset=iso-8859-15")))
    assert "Grüße" in found.decode()
    (found,) = calendars(mail(part("BEGIN:VCALENDAR €".encode("iso-8859-15"), "text/calendar; charset=iso-8859-15")))
    assert "€" in found.decode()


@pytest.mark.parametrize("said", ["us-ascii", "ISO-8859-1", "windows-1252"])
def test_what_is_utf_8_stays_so_whatever_its_part_says(said: str) -> None:
    (found,) = calendars(mail(part(invitation("DESCRIPTION:Grüße"), f"text/calendar; charset={said}")))
    assert "Grüße" in found.decode()


@pytest.mark.parametrize(
    "kind", ["message/rfc822", 'application/octet-stream; name="Interview.eml"', "message/rfc822; name=x.eml"]
)
@pytest.mark.parametrize("encoding", ["base64", "8bit"])
def test_a_mail_attached_as_a_file_is_opened(kind: str, encoding: str) -> None:
    inner = mail(part(invitation())).replace(b"XX", b"YY")
    assert len(calendars(mail(part(inner.replace(b"\r\n", b"\n"), kind, encoding)))) == 1


def test_what_is_named_like_a_mail_and_is_none_holds_no_calendar() -> None:
    assert calendars(mail(part(b"\x00\x01", 'application/octet-stream; name="x.eml"'))) == ()
    assert calendars(mail("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n%%%")) == ()


def test_parts_within_a_forwarded_mail_are_found() -> None:
    inner = mail(part(invitation())).decode("latin-1").replace("\r\n", "\n").replace("XX", "YY")
    assert len(calendars(mail(f"Content-Type: message/rfc822\n\n{inner}"))) == 1


def test_an_empty_calendar_part_is_none() -> None:
    assert calendars(mail(part(b"  "))) == ()


def test_the_subject_is_decoded_and_harmless() -> None:
    (one,) = mails(mail(subject="=?utf-8?q?Gespr=C3=A4ch=1b?="))
    assert one.subject == "Gespräch"
    (broken,) = mails(mail(subject="=?utf-8?b?%%%?= =?klingon?q?x?="))
    assert broken.subject
    (cut,) = mails(mail(part(invitation(), 'text/calendar; name="=?utf-8?b?a?="'), subject="=?utf-8?b?a?="))
    assert (cut.subject, len(cut.calendars)) == ("=?utf-8?b?a?=", 1)


@pytest.mark.parametrize(
    ("to", "headers", "readers"),
    [
        ("me@home.example", "", {"me@home.example"}),
        ("me@home.example, other@home.example", "", set()),
        ("list@nw.example, me@home.example", "Delivered-To: Me@Home.example", {"me@home.example"}),
        ("undisclosed-recipients:;", "", set()),
    ],
)
def test_whose_mail_it_is(to: str, headers: str, readers: set[str]) -> None:
    (one,) = mails(mail(to=to, headers=headers))
    assert one.readers == readers


@pytest.mark.parametrize(
    "border",
    [
        b"From jo@nw.example Mon Nov 23 14:00:00 2026",
        b"From - Mon Nov  2 14:00:00 2026",
        b"From 1783@xxx Mon Nov 23 14:00:00 +0000 2026",
        b"From MAILER-DAEMON Mon Nov 23 14:00:00 2026 +0100",
    ],
)
def test_a_line_of_a_letter_that_begins_with_from_and_a_time_is_no_border(border: bytes) -> None:
    letter = "Content-Type: text/plain\n\nFrom 10:00 to 11:00 you will meet Ann.\nFrom May 3 on at 10:00 to 1234 days\n"
    one = mail(letter, part(invitation()))
    found = list(mails(border + b"\r\n" + one + b"\r\n" + border + b"\n" + one))
    assert [len(each.calendars) for each in found] == [1, 1]


def test_whoever_got_the_mails_of_a_mailbox_keeps_it_whatever_their_bodies_say() -> None:
    border = b"From jo@nw.example Mon Nov 23 14:00:00 2026\r\n"
    got = mail(headers="Delivered-To: <Me@home.example>\nX-Original-To: me@work.example")
    quoting = mail("Content-Type: text/plain\n\nDelivered-To: ann@nw.example\n")
    assert readers(border + got + b"\r\n" + border + quoting) == {"me@home.example", "me@work.example"}
    assert readers(got) == {"me@home.example", "me@work.example"}
    assert readers(quoting) == set()


def test_a_mailbox_holds_many_mails() -> None:
    border = b"From jo@nw.example Mon Nov 23 14:00:00 2026\r\n"
    body = mail(part(invitation())) + b"\r\n>From here on it is quoted\r\n\r\n"
    box = border + body + border + mail(subject="Second")
    assert looks_like_mail(box)
    assert [(one.subject, len(one.calendars)) for one in mails(box)] == [("Interview", 1), ("Second", 0)]


@pytest.mark.parametrize(
    "data", [b"Company,Role\r\n", b"BEGIN:VCALENDAR\r\n", b"Subject: only this\r\n\r\n", b"", b"\x00\x01"]
)
def test_other_files_are_told_apart(data: bytes) -> None:
    assert not looks_like_mail(data)


NESTED = ["Content-Type: message/rfc822\n\n"] * 3000
MULTIPLE = [f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n" for number in range(3000)]


@pytest.mark.parametrize("parts", [NESTED, MULTIPLE])
def test_a_mail_nested_too_deep_is_refused(parts: list[str]) -> None:
    with pytest.raises(BadInput, match="nested too deep"):
        list(mails(f"From: a@b.example\nTo: c@d.example\n{''.join(parts)}".encode()))

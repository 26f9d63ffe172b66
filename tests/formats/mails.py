"""Small mails of our own to read."""

import base64
import quopri

from tests.formats.invitations.calendars import calendar, event


def part(content: bytes, kind: str = 'text/calendar; charset="utf-8"; method=REQUEST', encoding: str = "base64") -> str:
    """A part of a mail with this content."""
    match encoding:
        case "base64":
            body = base64.encodebytes(content).decode()
        case "quoted-printable":
            body = quopri.encodestring(content).decode()
        case _:
            body = content.decode("latin-1")
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n{body}"


def mail(*parts: str, to: str = "me@home.example", subject: str = "Interview", headers: str = "") -> bytes:
    """A mail of these parts."""
    text = "Content-Type: text/plain\n\nWe look forward to it.\n"
    lines = [
        "From: Jo Park <jo@nw.example>",
        f"To: {to}",
        f"Subject: {subject}",
        "MIME-Version: 1.0",
        *([headers] if headers else []),
        'Content-Type: multipart/mixed; boundary="XX"',
        "",
        *(f"--XX\n{each}" for each in (text, *parts)),
        "--XX--",
        "",
    ]
    return "\r\n".join("\n".join(lines).split("\n")).encode("latin-1")


def invitation(*lines: str, method: str = "REQUEST", uid: str = "one@north.example") -> bytes:
    """A calendar of one event, as mails hold it."""
    return calendar(
        event("SUMMARY:Interview: Analyst", "ORGANIZER;CN=Jo Park:mailto:jo@nw.example", *lines, uid=uid), method=method
    )

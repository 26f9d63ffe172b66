"""Mails: the calendar parts of one (.eml), or of each in a mailbox file (mbox)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses

from planner.domain.errors import BadInput
from planner.domain.text import NAME_LIMIT, folded, stripped

_HEADER = re.compile(rb"[!-9;-~]+:[ \t\r\n]", re.ASCII)
# Some of these stand in every mail that was sent; a calendar or a table has none of them.
_TELLING = re.compile(
    rb"^(?:From|To|Subject|Date|Message-ID|Received|Return-Path|MIME-Version|Delivered-To|Content-Type):",
    re.IGNORECASE | re.MULTILINE,
)
_LEAST_TELLING = 2
# With the whole date, as a letter may have a line "From 10:00 to 11:00 you will meet Ann".
_DATE = rb"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} +\d\d:\d\d[^\r\n]{0,15}\b\d{4}\b"
_BORDER = re.compile(rb"^From [^\r\n]{0,300}" + _DATE + rb"[^\r\n]{0,40}\r?\n", re.MULTILINE)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_DELIVERED = re.compile(
    rb"^(?:Delivered-To|X-Original-To|Envelope-To):[ \t]*<?([^\s<>@]+@[^\s<>,]+)", re.IGNORECASE | re.MULTILINE
)
_ENOUGH = 8192

_CALENDAR_TYPES = frozenset({"text/calendar", "application/ics", "text/x-vcalendar", "application/calendar"})
_OUTLOOK_S_OWN = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_CALENDAR_NAMES = (".ics", ".ical", ".vcs")
_LATIN = frozenset({"us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252"})
# Headers that name the reader alone, and those that name everyone it was sent to.
_TO_ME, _TO_ALL = ("Delivered-To", "X-Original-To", "Envelope-To"), ("To", "Cc")


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail: `calendars` are the contents of its calendar parts, `readers` the addresses that are the reader's own.

    `is_wrapped` where Outlook has put its parts into a form of its own (winmail.dat), which is not read here.
    """

    subject: str
    calendars: tuple[bytes, ...]
    readers: frozenset[str]
    is_wrapped: bool = False


def looks_like_mail(data: bytes) -> bool:
    """Whether the content is a mail's or a mailbox's, whatever the file's name; only the beginning is looked at."""
    if is_mailbox(data):
        return True
    beginning = _begun(data[:_ENOUGH])
    headers = re.split(rb"\r?\n\r?\n", beginning, maxsplit=1)[0]
    return _HEADER.match(beginning) is not None and len(set(_TELLING.findall(headers))) >= _LEAST_TELLING


def is_mailbox(data: bytes) -> bool:
    """Whether the mails stand in a mailbox (mbox), which begins as each of them does."""
    return _BORDER.match(_begun(data[:_ENOUGH])) is not None


def mails(data: bytes) -> Iterator[Mail]:
    """The mail that the content is, or each mail of a mailbox, in its order. Raises BadInput for one beyond all measure."""
    data = _begun(data)
    borders = list(_BORDER.finditer(data)) if is_mailbox(data) else []
    if not borders:
        yield _mail(data)
    ends = [border.start() for border in borders[1:]] + [len(data)]
    for border, end in zip(borders, ends, strict=False):
        yield _mail(_ESCAPED.sub(rb"\1", data[border.end() : end]))


def readers(data: bytes) -> frozenset[str]:
    """The addresses to which mails of this mailbox, or this mail, were delivered: those of whoever keeps it."""
    data = _begun(data)
    starts = [0, *(border.end() for border in _BORDER.finditer(data))] if is_mailbox(data) else [0]
    heads = (data[start : start + _ENOUGH].replace(b"\r\n", b"\n").partition(b"\n\n")[0] for start in starts)
    found = (address for head in heads for address in _DELIVERED.findall(head))
    return frozenset(folded(address.decode("utf-8", "replace")) for address in found)


def _begun(data: bytes) -> bytes:
    """From the first byte on that says something."""
    return data.lstrip(b"\xef\xbb\xbf\r\n \t")


def _mail(data: bytes) -> Mail:
    try:
        message = BytesParser(policy=compat32).parsebytes(data)
        subject = stripped(_decoded(message["Subject"]), NAME_LIMIT)
        wrapped = any(part.get_content_type() in _OUTLOOK_S_OWN for part in message.walk())
        return Mail(subject, tuple(_calendars(message)), _readers(message), wrapped)
    except RecursionError as error:
        raise BadInput("This mail can't be read: its parts are nested too deep.") from error


def _calendars(message: Message) -> Iterator[bytes]:
    for part in message.walk():
        name = _decoded(part.get_filename()).casefold()
        if mail := _wrapped_mail(part, name):
            yield from _calendars(BytesParser(policy=compat32).parsebytes(mail))
        elif not part.is_multipart() and (part.get_content_type() in _CALENDAR_TYPES or name.endswith(_CALENDAR_NAMES)):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                yield _in_utf_8(content, part.get_content_charset("utf-8"))


def _wrapped_mail(part: Message, name: str) -> bytes:
    """A mail that is attached as a file, or in base64, which the standard forbids and Python leaves packed; else b""."""
    packed = part
    if part.get_content_type() == "message/rfc822" and "base64" in str(part["Content-Transfer-Encoding"]).casefold():
        packed = Message()
        packed["Content-Transfer-Encoding"] = "base64"
        packed.set_payload("".join(str(inner.get_payload()) for inner in part.walk() if not inner.is_multipart()))
    elif part.is_multipart() or not name.endswith(".eml"):
        return b""
    content = packed.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _in_utf_8(content: bytes, charset: str) -> bytes:
    """The content as UTF-8 where it is what its part says; else as it is, for its reader to make out.

    What is UTF-8 stays it where the part says it is Latin: many programs name a character set without looking.
    """
    for encoding in ("utf-8", charset) if charset.casefold() in _LATIN else (charset,):
        try:
            return content.decode(encoding).encode()
        except (ValueError, LookupError):  # other bytes than it says, no such character set, no name of one
            continue
    return content


def _readers(message: Message) -> frozenset[str]:
    """The reader's addresses: those it was delivered to, else the only one it was sent to."""
    mine = _addresses(message, _TO_ME)
    everyone = _addresses(message, _TO_ALL)
    return mine or (everyone if len(everyone) == 1 else frozenset())


def _addresses(message: Message, headers: tuple[str, ...]) -> frozenset[str]:
    given = [str(value) for header in headers for value in message.get_all(header, [])]
    return frozenset(folded(address) for _, address in getaddresses(given) if "@" in address)


def _decoded(header: object) -> str:
    """A header as text; as it stands there where its encoding is broken."""
    try:
        return str(make_header(decode_header(str(header or ""))))
    except (MessageError, UnicodeError, LookupError, ValueError):
        return str(header)

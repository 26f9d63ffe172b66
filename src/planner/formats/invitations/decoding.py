"""The bytes of a calendar file as text, one property a line."""

import codecs
import re
from binascii import a2b_qp
from contextlib import suppress

# NUL and vertical tab are found in real files; all of C0 and DEL goes, but for tab and line ends.
_CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\r\n")
_TO_BLANKS = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))


# As vCalendar 1.0 has it, in which Outlook still saves an appointment (.vcs): "=\n" goes on with the line. Nothing is
# tried twice, as a file may be all semicolons.
_QUOTED = re.compile(
    rb"^(?P<name>[\w-]++)(?P<said>(?:;(?!(?:ENCODING=)?QUOTED-)[^:;\n]*+)*+;(?:ENCODING=)?QUOTED-PRINTABLE(?:;[^:;\n]*+)*+)"
    rb":(?P<value>(?:.*=\n)*+.*)",
    re.MULTILINE,
)
_CHARSET = re.compile(rb";CHARSET=([^;\n]+)", re.IGNORECASE)


def _unquoted(line: re.Match[bytes]) -> bytes:
    """The line as calendars have it today, in UTF-8 and with line ends escaped; no other parameter matters there."""
    value, charset = a2b_qp(line["value"]), _CHARSET.search(line["said"])
    with suppress(ValueError, LookupError):
        value = value.decode(charset[1].decode() if charset else "utf-8").encode()
    value = value.replace(b"\r\n", b"\n").replace(b"\n", b"\\n").translate(_TO_BLANKS)
    return line["name"] + b":" + value


def decoded(data: bytes) -> str:
    """The text with folded lines joined, as strict UTF-8, or where it is not that, as Windows-1252.

    Lines are joined before decoding, because a program may fold within a character. Lines without text are left out,
    as some programs put one within a folded line.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", errors="replace").encode()
    data = data.removeprefix(codecs.BOM_UTF8).translate(_TO_BLANKS)
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"QUOTED-PRINTABLE" in data:  # before lines are joined: its soft ends are others, and an empty line ends it
        data = _QUOTED.sub(_unquoted, data)
    data = re.sub(rb"\n{2,}", b"\n", data).lstrip(b"\n")
    data = data.replace(b"\n ", b"").replace(b"\n\t", b"")
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")

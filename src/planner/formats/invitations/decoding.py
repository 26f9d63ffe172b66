"""The bytes of a calendar file as text, one property a line."""

import codecs
import re

# NUL and vertical tab are found in real files; all of C0 and DEL goes, but for tab and line ends.
_CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\r\n")
_TO_BLANKS = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))


def decoded(data: bytes) -> str:
    """The text with folded lines joined, as strict UTF-8, or where it is not that, as Windows-1252.

    Lines are joined before decoding, because a program may fold within a character. Lines without text are left out,
    as some programs put one within a folded line.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", errors="replace").encode()
    data = data.removeprefix(codecs.BOM_UTF8).translate(_TO_BLANKS)
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    data = re.sub(rb"\n{2,}", b"\n", data).lstrip(b"\n")
    data = data.replace(b"\n ", b"").replace(b"\n\t", b"")
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")

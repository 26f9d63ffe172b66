"""The lines of a vCard file: folded lines joined, quoted-printable undone, parameters taken apart.

No library that is still kept reads what telephones and mail programs write: soft line ends, photos without
indentation, groups, parameters without a name.
"""

import codecs
import re
from binascii import a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass

# A name, perhaps in a group, then parameters (a quoted one may hold anything), then the value.
_LINE = re.compile(
    r"\s*(?:[\w-]+\.)?(?P<name>[A-Za-z][\w-]*)(?P<params>(?:;(?:\"[^\"]*\"|[^\":;])*)*):(?P<value>.*)", re.DOTALL
)
_PARAMETER = re.compile(r";((?:\"[^\"]*\"|[^\":;])*)")
_SOFT_END = re.compile(r"=[ \t]*$")
_QUOTED_PRINTABLE = re.compile(r"[^:]*;\s*(?:ENCODING=)?QUOTED-PRINTABLE\b", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SEMICOLON = re.compile(r"(?<!\\)((?:\\\\)*);")
_LONGEST_LINE = 40_000
_LAST = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A property: its name in capitals, its parameters' values in capitals whatever they are called, its raw value."""

    name: str
    said: frozenset[str]
    value: str
    preference: int
    label: str = ""
    """An address may hold itself written out, as a parameter."""

    @property
    def text(self) -> str:
        return unescaped(self.value)

    @property
    def parts(self) -> list[str]:
        """The components of a structured value."""
        marked = _SEMICOLON.sub("\\1\0", self.value)
        return [unescaped(part) for part in marked.split("\0")]


def unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text).strip()


def lines_of(data: bytes) -> Iterator[Line]:
    """Every line that can be read as a property; the rest (pieces of photos, for the most part) is passed over."""
    for text in _joined(_decoded(data).splitlines()):
        found = _LINE.fullmatch(text[:_LONGEST_LINE])
        if found:
            yield _line(found["name"].upper(), _PARAMETER.findall(found["params"]), found["value"])


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _joined(lines: list[str]) -> Iterator[str]:
    """Whole lines: those after a soft end of quoted-printable belong to it, and those that are indented."""
    whole: list[str] = []
    soft = False
    for line in lines:
        if soft:
            whole.append(line)
        elif whole and line[:1] in " \t":
            whole.append(line[1:])
        else:
            if whole:
                yield "".join(whole)
            whole = [line]
        soft = bool(_SOFT_END.search(line)) and _QUOTED_PRINTABLE.match(whole[0]) is not None
        if soft:
            whole[-1] = _SOFT_END.sub("", whole[-1])
    if whole:
        yield "".join(whole)


def _line(name: str, parameters: list[str], value: str) -> Line:
    said: set[str] = set()
    charset, preference, label = "utf-8", _LAST, ""
    for parameter in parameters:
        key, _, given = parameter.rpartition("=")
        given = given.strip().strip('"')
        match key.strip().upper():
            case "CHARSET":
                charset = given
            case "PREF" if given.isdecimal():
                preference = int(given)
            case "LABEL":
                label = given.replace("^n", "\n").replace("\\n", "\n")
            case _:
                said.update(word.strip().upper() for word in given.split(","))
    if "PREF" in said:
        preference = 0
    if "QUOTED-PRINTABLE" in said:
        value = _unquoted(value, charset)
    return Line(name, frozenset(said), value, preference, label)


def _unquoted(value: str, charset: str) -> str:
    raw = a2b_qp(value.encode("utf-8"))
    for encoding in (charset, "utf-8"):
        try:
            return raw.decode(encoding)
        except (ValueError, LookupError):  # other bytes than it says, no such character set, no name of one
            continue
    return raw.decode("cp1252", errors="replace")

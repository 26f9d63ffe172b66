"""What counts as text: lengths and characters a person may store, and what a terminal may be shown."""

import re
from functools import lru_cache

from planner.domain.errors import BadInput

NAME_LIMIT = 200
PHONE_LIMIT = 40
TEXT_LIMIT = 20_000

# C0, DEL and C1 controls, line and paragraph separators, bidirectional controls, surrogates: any of them can move
# a terminal's cursor, run a sequence, or make text read other than it is.
_UNSAFE = r"\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_UNSAFE_IN_LINE = re.compile(rf"[\n{_UNSAFE}]")
_UNSAFE_IN_TEXT = re.compile(f"[{_UNSAFE}]")
# What only some terminals join to one sign: a variation selector, a colour of skin, a joiner before a picture.
_UNEVEN = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]|\u200d(?=[^\\w\\s])")


def one_line(text: str, field: str, limit: int = NAME_LIMIT) -> str:
    """`text` without blanks around it, if it is one line of at most `limit` safe characters; else BadInput."""
    return _checked(text.strip(), field, limit, _UNSAFE_IN_LINE)


def many_lines(text: str, field: str, limit: int = TEXT_LIMIT) -> str:
    """Like `one_line`, but new lines are kept (tabs are not)."""
    return _checked(text.strip(), field, limit, _UNSAFE_IN_TEXT)


def _checked(text: str, field: str, limit: int, unsafe: re.Pattern[str]) -> str:
    # What is printable to Python holds nothing unsafe; of the rest some is fine all the same, such as wide blanks.
    if text.isprintable() and len(text) <= limit:
        return text
    if len(text) > limit:
        raise BadInput(f"{field} has {len(text):,} characters.", f"At most {limit:,} are kept; shorten it.", field)
    found = unsafe.search(text)
    if found:
        raise BadInput(
            f"{field} holds a control character (U+{ord(found[0]):04X}) at place {found.start() + 1}.",
            "Remove it; any other character is fine.",
            field,
        )
    return text


def harmless(text: str, *, keep_lines: bool = False) -> str:
    """`text` with each unsafe character replaced by U+FFFD, so that showing it can't act on a terminal."""
    return (_UNSAFE_IN_TEXT if keep_lines else _UNSAFE_IN_LINE).sub("\ufffd", text)


def even(text: str) -> str:
    """`text` in signs that take as many columns in every terminal: a picture made of several stands as its parts."""
    return _UNEVEN.sub("", text) if not text.isascii() and _UNEVEN.search(text) else text


def stripped(text: str, limit: int, *, keep_lines: bool = False) -> str:
    """Text from a stranger's file, made fit to be stored: unsafe characters become blanks, the rest is cut at `limit`."""
    if not text.isprintable():
        text = (_UNSAFE_IN_TEXT if keep_lines else _UNSAFE_IN_LINE).sub(" ", text)
    return (text.strip() if keep_lines else " ".join(text.split()))[:limit].rstrip()


@lru_cache(maxsize=1024)
def stripped_name(text: str) -> str:
    """A name fit to be stored; of a company, a role or a person met in thousands of rows there is one in memory."""
    return stripped(text, NAME_LIMIT)


def folded(text: str) -> str:
    """The form in which two names are the same: case and blanks ignored."""
    return " ".join(text.split()).casefold()


@lru_cache(maxsize=1024)
def folded_name(name: str) -> str:
    """`folded`, remembered: the same few companies, roles and industries are asked about again and again."""
    return folded(name)

"""Plain text out of descriptions that hold HTML."""

import html
import re

from planner.domain.text import TEXT_LIMIT, stripped

# Known tags only: Outlook writes links as <https://…>, which are no tags.
_TAGS = "a b blockquote body br center div em font h1 h2 h3 h4 h5 h6 head hr html i img li meta o:p ol p pre s small "
_TAG = re.compile(
    rf"<(/?)({'|'.join((_TAGS + 'span strong style script table tbody td th thead title tr u ul').split())})"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\bhref\s*=\s*[\"']?(https?://[^\s\"'<>]+)", re.IGNORECASE)
_BREAKS = re.compile(r"blockquote|br|div|h[1-6]|hr|li|[ou]l|p|pre|table|tr")
_UNSHOWN = frozenset({"head", "script", "style", "title"})


def plain(text: str) -> str:
    """The text as it would be read, of at most TEXT_LIMIT characters; the addresses of links are kept."""
    if _TAG.search(text):
        text = html.unescape(_without_tags(_without_comments(text)))
    lines = (line.strip() for line in stripped(text, len(text), keep_lines=True).split("\n"))
    return stripped(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)), TEXT_LIMIT, keep_lines=True)


def _without_comments(text: str) -> str:
    first, *others = text.split("<!--")
    return first + "".join(other.partition("-->")[2] for other in others)


def _without_tags(text: str) -> str:
    """The text between tags, with a new line where a block ends, and the address of a link after its words."""
    shown: list[str] = []
    unshown, address, after = "", "", 0
    for tag in _TAG.finditer(text):
        closing, name, between = bool(tag[1]), tag[2].lower(), text[after : tag.start()]
        after = tag.end()
        if not unshown:
            shown.append(re.sub(r"\s+", " ", between))
        if name in _UNSHOWN:
            unshown = "" if closing else name
        elif name == "a":
            if closing and address and address not in between:
                shown.append(f" ({address})")
            found = _ADDRESS.search(tag[0])
            address = found[1] if found and not closing else ""
        elif _BREAKS.fullmatch(name):
            shown.append("\n")
    return "".join([*shown, text[after:]])

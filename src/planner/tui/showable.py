"""Text as a terminal may get it: without a character that acts on it, and in ASCII where it knows no more."""

from rich.cells import cell_len, set_cell_size

from planner.domain.text import even, harmless
from planner.planning.in_ascii import LookAlikes
from planner.planning.lines import ASCII


def showable(text: str, *, ascii_only: bool) -> str:
    """`text` in as many columns, so that what stands beside it stays in place; what has no sure width goes too."""
    # No unsafe character is printable to Python.
    if text.isprintable() and (text.isascii() or not (ascii_only or even(text) is not text)):
        return text
    safe = even(harmless(text))
    if ascii_only:
        safe = safe.translate(_LOOK_ALIKES)
    return safe if safe == text else set_cell_size(safe, cell_len(text))


# What Textual draws with: frames, bars, and the signs of its own widgets and names of keys.
_DRAWN = {
    "-": "━┄┅┈┉╌╍═╴╶╸╺╼╾▔▀",
    "|": "┃┆┇┊┋╎╏║╵╷╹╻╽╿▉▊▋▍▎▏▐▕",
    "_": "▁▂▃▄",
    "#": "▅▆▇▒▓",
    "+": "".join(map(chr, (*range(0x250C, 0x254C), *range(0x2552, 0x2571), *range(0x2596, 0x25A0)))) + "✓✔",
    "*": "•",
    ">": "▶▸",
    "<": "◀◂←⏎⌫",
    "^": "▲▴↑",
    "v": "▼▾↓",
    "'": "\u2018\u2019",
}
_LOOK_ALIKES = LookAlikes({ord(drawn): sign for sign, alike in _DRAWN.items() for drawn in alike})
_LOOK_ALIKES.update(ASCII)

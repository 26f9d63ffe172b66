"""The last gate before the terminal: a filter that every line of the screen passes."""

from unicodedata import normalize

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from planner.domain.text import even, harmless
from planner.planning.lines import ASCII


class Harmless(LineFilter):
    """Lets no character through that could act on the terminal; with `ascii_only`, none but ASCII.

    What terminals give different widths goes too. A text keeps its width in columns, so that what stands beside it stays in place.
    """

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__()
        self._ascii_only = ascii_only

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        if all(self._is_fine(text) for text, _, _ in segments):
            return segments
        return [
            segment if self._is_fine(segment.text) else Segment(self._cleaned(segment.text), segment.style)
            for segment in segments
        ]

    def _is_fine(self, text: str) -> bool:
        # No unsafe character is printable to Python.
        return text.isprintable() and (text.isascii() or not (self._ascii_only or even(text) is not text))

    def _cleaned(self, text: str) -> str:
        safe = even(harmless(text))
        if self._ascii_only:
            safe = safe.translate(_LOOK_ALIKES)
        return safe if safe == text else set_cell_size(safe, cell_len(text))


class _LookAlikes(dict[int, int | str]):
    """What stands for each character in ASCII, in as many columns; one met for the first time is worked out and kept."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        letter = normalize("NFD", character)[0]
        self[code] = found = letter if letter.isascii() else "?" * cell_len(character)
        return found


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
_LOOK_ALIKES = _LookAlikes({ord(drawn): sign for sign, alike in _DRAWN.items() for drawn in alike})
_LOOK_ALIKES.update(ASCII)

"""A terminal with ways of its own: what is left of a wide sign cut in two is rubbish, and signs are as wide as it likes.

What is painted whole in signs of a sure width must be seen there, whatever was painted before.
"""

import re
from random import Random

from rich.cells import cell_len

from planner.tui.terminal import written
from planner.tui.terminal.shadow import Shadow
from planner.tui.terminal.styles import PLAIN, Style, on_blanks, styled

COLUMNS, ROWS = 30, 5
WIDE = "日本語한"
SURE = ("a", "b", " ", "─", "…", *WIDE, " " * 11, " " * 14, "    ", "Ann", "ab")
UNSURE = ("e\u0301", "☎", "👩", "\u0301a", "👩\u200d💻", "ก", "\u200dx")
LOOKS = ("", "31", "1;38;5;111;48;5;16", "48;5;16", "38;5;188;48;5;16", "4;44", "7;31", "48;2;1;2;3")
_PIECE = re.compile(r"\x1b\[([0-9;]*)([mHCX])|(\r\n)|([^\x1b\r\n])")

Seen = tuple[str, Style]


class OwnWays:
    """What it shows, by row and column from 0 on."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._drawn_in = PLAIN
        self._row = self._column = 0
        self._signs = 0
        self.cells: dict[tuple[int, int], Seen] = {}
        self._parts: dict[tuple[int, int], int] = {}

    def feed(self, codes: str) -> None:
        for numbers, kind, feed, sign in _PIECE.findall(codes):
            if kind == "m":
                self._turn(numbers)
            elif kind == "H":
                row, _, column = numbers.partition(";")
                self._row, self._column = int(row or 1) - 1, int(column or 1) - 1
            elif kind == "C":
                self._column = min(self._column + int(numbers or 1), COLUMNS - 1)
            elif kind == "X":
                for column in range(self._column, min(self._column + int(numbers), COLUMNS)):
                    self._fill(column, " ", Style("", self._drawn_in.ground), 0)
            elif feed:
                self._row, self._column = self._row + 1, 0
                assert self._row < ROWS, "it scrolls"
            else:
                self._put(sign)

    def _put(self, sign: str) -> None:
        sure = written._is_sure(sign)
        width = (2 if sign in WIDE else 1) if sure else self._chance.choice((0, 1, 2))
        if not width:  # joined to what stands before it
            self._fill(max(self._column - 1, 0), "rubbish", PLAIN, 0)
            return
        self._column = min(self._column, COLUMNS - width)
        self._signs += 1
        look = on_blanks(self._drawn_in) if sign == " " else self._drawn_in
        for half in range(width):
            self._fill(self._column + half, "" if half else sign, look, self._signs if width > 1 else 0)
        self._column += width

    def _fill(self, column: int, sign: str, look: Style, part: int) -> None:
        place = self._row, column
        cut = self._parts.get(place, 0)
        if cut and cut != part:
            for other in [each for each, whose in self._parts.items() if whose == cut]:
                self.cells[other] = "rubbish", PLAIN
                del self._parts[other]
        self.cells[place] = sign, look
        self._parts[place] = part

    def _turn(self, codes: str) -> None:
        """As a terminal does: from what it draws in to what is added and taken away."""
        colour, ground, attributes = self._drawn_in
        if codes.startswith("0") or not codes:
            colour, ground, attributes = PLAIN
        if codes.startswith("22"):
            attributes -= {"1", "2"}
        more = styled(re.sub(r"^(0|22)(;|$)", "", codes) or "0")
        plain_colour, plain_ground = re.search(r"(^|;)39(;|$)", codes), re.search(r"(^|;)49(;|$)", codes)
        self._drawn_in = Style(
            more.colour or ("" if plain_colour else colour),
            more.ground or ("" if plain_ground else ground),
            attributes | more.attributes,
        )


def _texts(chance: Random, room: int, signs: tuple[str, ...]) -> list[tuple[str, str]]:
    """Texts of so many columns in all, each with its look."""
    found = []
    while room:
        text = chance.choice([sign for sign in (*signs, ".") if 0 < cell_len(sign) <= room])
        found.append((text, chance.choice(LOOKS)))
        room -= cell_len(text)
    return found


def _codes(texts: list[tuple[str, str]]) -> str:
    return "".join(f"\x1b[{look}m{text}\x1b[0m" if look else text for text, look in texts)


def _partly(chance: Random) -> str:
    """Some rows, or parts of them, in signs of any width."""
    painted = ""
    for row in sorted(chance.sample(range(1, ROWS + 1), chance.randint(1, ROWS))):
        column = chance.choice((1, 1, 5, 9, 14))
        painted += f"\x1b[{row};{column}H" + _codes(
            _texts(chance, chance.randint(1, COLUMNS + 1 - column), SURE + UNSURE)
        )
    return f"{painted}\x1b[{chance.randint(1, ROWS)};{chance.randint(1, COLUMNS)}H"


def painted_whole(seed: int, writes: int) -> str:
    """What is not seen of what was painted whole, among other writes; "" where all is."""
    chance = Random(seed)
    terminal, shadow = OwnWays(chance), Shadow(erases=bool(seed % 2))
    for number in range(writes):
        for _ in range(chance.randint(0, 4)):
            terminal.feed(shadow.differing(_partly(chance)))
        whole = [_texts(chance, COLUMNS, SURE) for _ in range(ROWS)]
        rows = "".join(f"\x1b[{row};1H{_codes(texts)}" for row, texts in enumerate(whole, 1))
        terminal.feed(shadow.differing(f"{rows}\x1b[1;1H"))
        for row, texts in enumerate(whole):
            signs = [(sign, styled(look)) for text, look in texts for sign in text]
            halves = [half for sign, look in signs for half in ((sign, look), ("", look))[: cell_len(sign)]]
            for column, (sign, look) in enumerate(halves):
                wanted = sign, on_blanks(look) if sign == " " else look
                if terminal.cells[row, column] != wanted:
                    return f"seed {seed}, write {number}: {terminal.cells[row, column]}, not {wanted}"
    return ""

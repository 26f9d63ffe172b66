"""What is sent in fewer bytes draws the same screen: shown by an emulator, for thousands of made-up writes."""

from random import Random

import pyte
import pytest

from planner.tui.terminal.terse import terse

COLUMNS, ROWS = 40, 6
CODES = ("1", "2", "3", "4", "7", "9", "31", "97", "38;5;111", "38;2;1;2;3", "44", "103", "48;5;16", "48;2;9;8;7")
WORDS = ("Acme", " ", "     ", "─── ", "日本", "a b", "  x")


def screen(*writes: str) -> pyte.Screen:
    shown = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(shown)
    stream.feed("\x1b[?7l")
    for write in writes:
        stream.feed(write.replace("\n", "\r\n"))
    return shown


def seen(shown: pyte.Screen) -> list[tuple[object, ...]]:
    """Each cell as an eye sees it: of a blank only its ground, unless something is drawn on it."""
    cells: list[tuple[object, ...]] = []
    for line in range(ROWS):
        for column in range(COLUMNS):
            cell = shown.buffer[line][column]
            bare = cell.data == " " and not (cell.underscore or cell.strikethrough or cell.reverse)
            cells.append((" ", cell.bg) if bare else tuple(cell))
    return cells


def made_up(chance: Random) -> str:
    """A write as Textual makes it: each piece in its whole style, and plain again after it."""
    write = ""
    for _ in range(chance.randint(1, 8)):
        row, column = chance.randint(1, ROWS), chance.choice((1, 1, 1, 7, 30))
        write += f"\x1b[{row};{column}H"
        for _ in range(chance.randint(0, 4)):
            codes = ";".join(chance.sample(CODES, chance.randint(0, 3)))
            word = chance.choice(WORDS)
            write += f"\x1b[{codes}m{word}\x1b[0m" if codes else word
        write += chance.choice(("", "\n")) if row < ROWS else ""
    return write + f"\x1b[{ROWS};1H"


@pytest.mark.parametrize("seed", range(4))
def test_the_screen_is_the_same_whatever_was_written_before(seed: int) -> None:
    chance = Random(seed)
    for _ in range(60):
        writes = [made_up(chance) for _ in range(3)]
        short = [terse(write) for write in writes]
        assert seen(screen(*short)) == seen(screen(*writes)), writes
        after = "\x1b[2;2Hplain"  # each write leaves the terminal drawing plain
        assert seen(screen(*short, after)) == seen(screen(*writes, after)), writes


def test_a_style_is_said_once() -> None:
    cell = "\x1b[1;38;5;111;48;5;16m{}\x1b[0m"
    assert terse(cell.format("one") + cell.format("two")) == "\x1b[1;38;5;111;48;5;16monetwo\x1b[m"


def test_only_what_changes_is_said() -> None:
    assert terse("\x1b[31;44mone\x1b[0m\x1b[32;44mtwo\x1b[0m") == "\x1b[31;44mone\x1b[32mtwo\x1b[m"
    assert terse("\x1b[1;31mone\x1b[0m\x1b[31mtwo\x1b[0m") == "\x1b[1;31mone\x1b[22mtwo\x1b[m"


def test_a_blank_takes_the_style_of_what_stands_before_it_unless_it_would_be_seen() -> None:
    assert terse("\x1b[31;44mone\x1b[0m\x1b[97;44m   \x1b[0m") == "\x1b[31;44mone   \x1b[m"
    assert terse("\x1b[31mone\x1b[0m\x1b[4m   \x1b[0m") == "\x1b[31mone\x1b[0;4m   \x1b[m"


def test_the_next_line_is_reached_by_a_line_feed() -> None:
    assert terse("\x1b[3;1Hone\n\x1b[4;1Htwo\n\x1b[6;2Hsix") == "\x1b[3;1Hone\r\ntwo\x1b[6;2Hsix"


def test_all_else_passes_as_it_is() -> None:
    for text in ("", "one\ntwo", "\x1b[?1049h\x1b[?25l", "\x1b]52;c;QQ==\x07", "\x1b[>25u\x1b[?2026$p"):
        assert terse(text) == text

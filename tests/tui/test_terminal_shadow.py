"""What is left out because it is shown already leaves the same screen: by an emulator, for thousands of made-up writes."""

import re
import unicodedata
from random import Random

import pyte
import pytest
from rich.cells import cell_len
from wcwidth import wcwidth

from planner.tui.terminal import written
from planner.tui.terminal.shadow import Shadow
from tests.tui.own_ways import painted_whole

COLUMNS, ROWS = 40, 6
CODES = ("1", "2", "3", "4", "7", "9", "31", "97", "38;5;111", "38;2;1;2;3", "44", "103", "48;5;16", "48;2;9;8;7")
WORDS = ("Acme", " ", "     ", " " * 14, "x" + " " * 12 + "y", "─── ", "日本", "a 日", "a b", "  x", "Ann")
UNSURE = ("e\u0301t", "\u0301x", "☎", "👩x", "ก่อน")
LOOKS = ("", "31", "1;38;5;111;48;5;16", "48;5;16", "38;5;188;48;5;16", "4;44")
ASIDES = ("\x1b[?2026$p", "\x1b]52;c;QQ==\x07", "\x07", "\x1b[?25l", "\x1b]22;default\x07")
STRANGE = (
    "\x1b[2J",
    "\x1b[3;3Hone\ntwo\x1b[m",
    "\x1b[?1049h",
    "\x1b[31mred\x1b[m\x1b[1;1H",
    "\x1b[2;9r\x1b[r",
    "plain",
)


class Seat:
    """A terminal that gets all of what is written, and one that gets what differs."""

    def __init__(self, *, erases: bool = True, remembers: bool = True) -> None:
        self.shadow = Shadow(erases=erases, remembers=remembers)
        self.screens = pyte.Screen(COLUMNS, ROWS), pyte.Screen(COLUMNS, ROWS)
        self.sent = 0
        self._streams = [pyte.Stream(screen) for screen in self.screens]
        self.scribble("\x1b[?7l")

    def write(self, text: str) -> str:
        """As the driver does; returns what is sent."""
        differing = self.shadow.differing(text)
        self.sent += len(differing)
        for stream, codes in zip(self._streams, (text, differing), strict=True):
            stream.feed(re.sub("\r?\n", "\r\n", codes))
        return differing

    def scribble(self, text: str) -> None:
        """What something else writes."""
        for stream in self._streams:
            stream.feed(text)

    def resize(self, columns: int, rows: int) -> None:
        for screen in self.screens:
            screen.resize(rows, columns)
        self.shadow.forget()

    def is_the_same(self) -> bool:
        whole, differing = self.screens
        places = [(screen.cursor.y, screen.cursor.x) for screen in self.screens]
        return seen(whole) == seen(differing) and places[0] == places[1]


def seen(shown: pyte.Screen) -> list[tuple[object, ...]]:
    """Each cell as an eye sees it: of a blank only its ground, and what marks are on it, unless something is drawn there."""
    cells: list[tuple[object, ...]] = []
    for line in range(shown.lines):
        for column in range(shown.columns):
            cell = shown.buffer[line][column]
            bare = cell.data[:1] == " " and not (cell.underscore or cell.strikethrough or cell.reverse)
            cells.append((cell.data, cell.bg) if bare else tuple(cell))
    return cells


def texts(chance: Random, looks: tuple[str, ...], room: int) -> str:
    """Pieces as Textual writes them: each in its whole style, and plain again after it; in so many columns at most."""
    pieces = ""
    for _ in range(chance.randint(0, 4)):
        codes, word = chance.choice(looks), chance.choice(UNSURE if chance.random() < 0.05 else WORDS)
        room -= cell_len(word)
        if room >= 0:
            pieces += f"\x1b[{codes}m{word}\x1b[0m" if codes else word
    return pieces


def made_up(chance: Random, looks: tuple[str, ...], screen: pyte.Screen) -> str:
    write = ""
    for row in sorted(chance.sample(range(1, screen.lines + 1), chance.randint(1, screen.lines))):
        for column in sorted(chance.sample((1, 2, 7, 16, 24), chance.choice((1, 1, 2)))):
            write += f"\x1b[{row};{column}H{texts(chance, looks, screen.columns + 1 - column)}"
        write += chance.choice(("", "\n")) if row < screen.lines else ""
    return write + f"\x1b[{chance.randint(1, screen.lines)};{chance.choice((1, 9))}H"


def wider(sign: str) -> int:
    """How many columns a terminal takes for a sign that knows pictures otherwise than we do."""
    return {"☎": 2, "👩": 1}.get(sign, wcwidth(sign))


@pytest.mark.parametrize("seed", range(6))
def test_the_screen_is_the_same_after_every_write(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if seed > 2:
        monkeypatch.setattr(pyte.screens, "wcwidth", wider)
    chance = Random(seed)
    seat = Seat(erases=bool(seed % 2), remembers=seed != 5)
    many = tuple(";".join(chance.sample(CODES, chance.randint(0, 3))) for _ in range(12))
    before: list[str] = []
    for number in range(200):
        happens = chance.random()
        if happens < 0.02:
            seat.write(chance.choice(STRANGE))
        elif happens < 0.06:
            seat.write(chance.choice(ASIDES))
        elif happens < 0.08:
            before.clear()
            seat.resize(chance.choice((COLUMNS, 31, 52)), chance.choice((ROWS, 4)))
        elif happens < 0.1:
            seat.scribble("\x1b[2;3H\x1b[31mnoise\x1b[m")
            seat.shadow.forget()
        elif happens < 0.4 and before:
            seat.write(chance.choice(before[-3:]))
        else:
            before.append(made_up(chance, chance.choice((LOOKS, many)), seat.screens[0]))
            seat.write(before[-1])
        assert seat.is_the_same(), (number, before[-3:])


@pytest.mark.parametrize("seed", range(4))
def test_what_is_painted_whole_is_seen_whatever_a_terminal_made_of_what_stood_there(seed: int) -> None:
    assert painted_whole(seed, 15) == ""


@pytest.fixture
def seat() -> Seat:
    return Seat()


CELL = "\x1b[1;38;5;111;48;5;16m{}\x1b[0m"


def test_what_is_shown_already_is_not_sent(seat: Seat) -> None:
    row = f"\x1b[2;1H{CELL.format('Acme')} Ann, 14:00\x1b[1;1H"
    assert seat.write(row)
    assert seat.write(row) == ""
    assert seat.write(row.replace("14", "15")) == "\x1b[2;12H5\x1b[H"


def test_a_style_is_said_once_and_of_another_only_what_differs(seat: Seat) -> None:
    assert (
        seat.write("\x1b[1;1H" + CELL.format("one") + CELL.format("two"))
        == "\x1b[H\x1b[1;38;5;111;48;5;16monetwo\x1b[m"
    )
    assert seat.write("\x1b[1;1H\x1b[31;44mred\x1b[0m\x1b[1;32;44mfar\x1b[0m").endswith("red\x1b[1;32mfar\x1b[m")
    assert seat.write("\x1b[2;1H\x1b[1;31mone\x1b[0m\x1b[31mtwo\x1b[0m").endswith("one\x1b[22mtwo\x1b[m")


def test_a_blank_takes_the_style_of_what_stands_before_it_unless_it_would_be_seen(seat: Seat) -> None:
    assert seat.write("\x1b[1;1H\x1b[31;44mone\x1b[0m\x1b[97;44m   \x1b[0m").endswith("one   \x1b[m")
    assert seat.write("\x1b[1;1H\x1b[31;44mone\x1b[0m\x1b[35;44m   \x1b[0m") == ""
    assert seat.write("\x1b[2;1H\x1b[31mone\x1b[0m\x1b[4m   \x1b[0m").endswith("one\x1b[0;4m   \x1b[m")


def test_the_way_is_the_shortest(seat: Seat) -> None:
    assert seat.write("\x1b[3;1Hone\n\x1b[4;1Htwo\n\x1b[6;2Hsix") == "\x1b[3Hone\r\ntwo\x1b[6;2Hsix"
    assert seat.write("\x1b[6;2Hsit\x1b[6;9Hon") == "\x1b[6;4Ht\x1b[4Con"


def test_long_blanks_are_erased_where_the_terminal_gives_them_the_ground_it_draws_on(seat: Seat) -> None:
    row = f"\x1b[1;1H\x1b[48;5;16mone{' ' * 20}two\x1b[0m"
    assert seat.write(row) == "\x1b[H\x1b[48;5;16mone\x1b[20X\x1b[20Ctwo\x1b[m"
    assert " " * 20 in Seat(erases=False).write(row)


def test_without_memory_each_write_is_made_short_by_itself() -> None:
    seat = Seat(remembers=False)
    assert seat.write("\x1b[2;1HAcme\x1b[1;1H") == seat.write("\x1b[2;1HAcme\x1b[1;1H") == "\x1b[2HAcme\x1b[H"


@pytest.mark.parametrize("strange", STRANGE)
def test_what_is_not_understood_passes_as_it_is_and_nothing_is_known_after_it(seat: Seat, strange: str) -> None:
    row = "\x1b[2;1HAcme\x1b[1;1H"
    seat.write(row)
    assert seat.write(strange) == strange
    assert "Acme" in seat.write(row)


@pytest.mark.parametrize("aside", ASIDES)
def test_an_aside_passes_and_its_row_alone_is_unknown_as_it_may_be_shown_there(seat: Seat, aside: str) -> None:
    rows = "\x1b[1;1HAcme\x1b[2;1HAnn\x1b[2;1H"
    seat.write(rows)
    assert seat.write(aside) == aside
    assert "Acme" not in seat.write(rows)
    seat.write(aside + aside)
    seat.scribble("\x1b[2;1Hgarbage")
    if "?25" not in aside:
        assert "Ann" in seat.write(rows)


def test_a_sign_on_which_a_mark_of_the_next_text_stands_is_drawn_anew_when_the_mark_has_gone(seat: Seat) -> None:
    row = "\x1b[2;1H\x1b[31m! \x1b[0m{}\x1b[1;1H"
    seat.write(row.format("\u0301Acme"))
    assert seat.screens[1].display[1].startswith("! \u0301Acme")
    seat.write(row.format("Acme"))
    assert seat.screens[1].display[1].startswith("! Acme")


def test_of_a_wide_sign_cut_in_two_no_half_is_drawn_along_on_the_way(seat: Seat) -> None:
    for write in ("\x1b[1;1Hab日xyz", "\x1b[1;4HQ", "\x1b[1;1HZb\x1b[1;6HY"):
        seat.write(f"{write}\x1b[1;1H")
        assert seat.is_the_same()
    seat.write("\x1b[2;1Hab日xyz\x1b[1;1H")
    seat.write("\x1b[2;3HQ\x1b[1;1H")
    seat.write("\x1b[2;1HZb\x1b[2;6HY\x1b[1;1H")
    assert seat.is_the_same()


def test_every_sign_of_which_the_width_is_sure_is_as_wide_to_textual_and_joins_no_other() -> None:
    signs = [
        sign for sign in map(chr, range(0x20, 0x10000)) if written._is_sure(sign) and unicodedata.category(sign) != "Cn"
    ]
    assert len(signs) > 30_000
    for sign in signs:
        assert cell_len(sign) == (1 if written._is_narrow(sign) else 2), hex(ord(sign))
        assert unicodedata.category(sign) not in ("Mn", "Me", "Cf", "Cc"), hex(ord(sign))
        assert (unicodedata.east_asian_width(sign) in "WF") == (not written._is_narrow(sign)), hex(ord(sign))


def test_what_the_program_draws_with_is_sure() -> None:
    assert written._is_narrow("│─▌▁█░■□●○✓✗››·…—“”→←↑↓√≥§")

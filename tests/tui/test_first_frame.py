"""What is shown before Textual is loaded is what Textual shows then, cell by cell, in its colours."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import pyte
import pytest
from textual._context import visible_screen_stack

from planner.domain.interview import Interview
from planner.tui.first_frame import FrameRow, first_frame
from planner.tui.painted import painted
from planner.tui.palettes import palette_for
from planner.tui.terminal.environment import ColourSystem
from tests.domain.building import said
from tests.tui.interviews import CONTOSO, EACH, TYRELL, berlin
from tests.tui.seat import NARROW, Seat, seated

MANY = (*EACH, *(replace(CONTOSO, company=f"Ödla & 日本 {place}", uid=f"uid{place}") for place in range(40)))

LISBON = berlin(
    "Lumen", "Analyst", "2026-11-26T14:00", time_zone="Europe/Lisbon", log=[said("heard", "2026-11-20T16:00+01:00")]
)

BLANK = " ▁▂▃▄▅▆▇"
"""The scrollbar's ends count as blank: how far a pane can be scrolled is for Textual to show."""

Cell = tuple[str, str, str, bool]


def cells(codes: str, width: int, height: int) -> list[list[Cell]]:
    """What is seen, with colours; of a blank only its ground."""
    screen = pyte.Screen(width, height)
    pyte.Stream(screen).feed("\x1b[?7l" + codes.replace("\n", "\r\n"))
    rows = [[screen.buffer[line][column] for column in range(width)] for line in range(height)]
    return [
        [(" ", "", cell.bg, False) if cell.data in BLANK else (cell.data, cell.fg, cell.bg, cell.bold) for cell in row]
        for row in rows
    ]


def by_us(frame: Sequence[FrameRow], seat: Seat) -> str:
    colours = cast("ColourSystem", seat.app.console.color_system)
    return painted(frame, palette_for("", colours), colours, utf8=True)


def by_textual(seat: Seat) -> str:
    visible_screen_stack.set([])
    return seat.app.screen._compositor.render_full_update().render_segments(seat.app.console)


def as_text(rows: Sequence[Sequence[Cell]]) -> str:
    return "\n".join("".join(cell[0] for cell in row) for row in rows)


def unlike(before: Sequence[Sequence[Cell]], then: Sequence[Sequence[Cell]]) -> list[tuple[int, int, Cell, Cell]]:
    """Where two screens differ, and how."""
    rows = enumerate(zip(before, then, strict=True))
    return [
        (line, column, *pair)
        for line, row in rows
        for column, pair in enumerate(zip(*row, strict=True))
        if pair[0] != pair[1]
    ]


@pytest.mark.parametrize(
    ("interviews", "size"),
    [(EACH, NARROW), ((LISBON, *EACH), (120, 48)), (MANY, (100, 42)), ((), NARROW), (MANY, (40, 12))],
    ids=["narrow", "wide", "many", "none", "smallest"],
)
async def test_it_is_the_board(interviews: Sequence[Interview], size: tuple[int, int]) -> None:
    async with seated(*interviews, size=size) as seat:
        frame = first_frame(seat.app.planner, seat.board.place, *size)
        before = cells(by_us(frame, seat), *size)
        then = cells(by_textual(seat), *size)
        assert as_text(before) == as_text(then)
        assert unlike(before, then) == []
        if LISBON in interviews:
            assert "Thu 26 · 14:00 Lisbon" in as_text(then)


async def test_the_cursor_is_where_the_board_was_left() -> None:
    async with seated(*MANY, size=NARROW) as seat:
        await seat.press("G")
        frame = first_frame(seat.app.planner, seat.board.place, *NARROW)
        before = cells(by_us(frame, seat), *NARROW)
        assert seat.board.place == TYRELL.uid
        assert as_text(before) == as_text(cells(by_textual(seat), *NARROW))
        seat.app.demo = True
        seat.board.repaint()
        before = cells(by_us(first_frame(seat.app.planner, seat.board.place, *NARROW, demo=True), seat), *NARROW)
        assert "demo: nothing is kept" in as_text(before)
        assert as_text(before) == as_text(cells(by_textual(seat), *NARROW))


async def test_colours_and_letters_are_those_the_terminal_has() -> None:
    async with seated(*EACH) as seat:
        frame = first_frame(seat.app.planner, "", *NARROW)
        assert painted(frame, palette_for("", None), None, utf8=False).isascii()
        assert "38;" not in painted(frame, palette_for("", None), None, utf8=True)
        assert "38;5;" not in painted(frame, palette_for("", "standard"), "standard", utf8=True)
        assert "48;5;" in painted(frame, palette_for("", "256"), "256", utf8=True)


async def test_no_character_that_acts_on_the_terminal_gets_through() -> None:
    harmful = replace(CONTOSO, company="Acme\x1b[31m\x9b2J\u202e\x07", role="[red]Dev[/]")
    async with seated(harmful) as seat:
        frame = first_frame(seat.app.planner, "", *NARROW)
        codes = painted(frame, palette_for("", None), None, utf8=True)
        assert "[red]Dev[/]" in codes
        assert not {"\x9b", "\u202e", "\x07"} & set(codes)
        assert "\x1b[31m" not in codes

"""The timeline, by what a person sees and presses."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from planner.domain.log import Thanked
from planner.tui.screens.board import BoardScreen
from planner.tui.screens.insights import InsightsScreen
from planner.tui.screens.interview import InterviewScreen
from planner.tui.screens.timeline import TimelineScreen
from tests.tui.interviews import CONTOSO, EACH, INITECH, NORTHWIND
from tests.tui.screen import lines
from tests.tui.seat import NARROW, WIDE, row_with, seated

SHORT = (40, 12)


@pytest.mark.parametrize("size", [NARROW, WIDE, SHORT])
async def test_every_interview_has_one_line_and_today_is_marked(size: tuple[int, int]) -> None:
    async with seated(*EACH, size=size) as seat:
        await seat.press("2")
        shown = lines(seat.app)
        assert "Timeline" in shown[0]
        assert all(cell_len(line) <= size[0] for line in shown)
        assert sum("▾" in line and "today" not in line for line in shown) == 1
        for name in ("Northwin", "Globex", "Contoso", "Initech", "Stark"):
            assert sum(line.startswith((f" {name}", f"▌{name}")) for line in shown[:-3]) == 1
        assert "by 15:00" in row_with(seat, "Northwin")
        # What has no room beside its line stands in full below.
        assert seat.said.startswith("thank-you by 15:00 today Northwind Traders (Data analyst")


async def test_the_weeks_move_and_come_nearer_and_always_find_back() -> None:
    async with seated(*EACH, size=WIDE) as seat:
        five_weeks = await seat.press("2")
        assert "5 weeks" in five_weeks
        assert "Mon 16" in five_weeks
        moved = await seat.press("right")
        assert "Mon 21" in moved
        assert "Mon 16" not in moved
        assert "▾ " not in moved.split("today")[0].splitlines()[3]
        assert await seat.press("left", "left") != five_weeks
        assert await seat.press("full_stop") == five_weeks
        assert "2 weeks" in await seat.press("plus", "plus", "plus")
        assert "6 months" in await seat.press(*["minus"] * 5)
        assert "3 months" in await seat.press("equals_sign")
        seat.clock.pass_by(days=1)  # a Monday
        on_monday = await seat.press("full_stop", "1", "2")
        assert [on_monday.count(day) for day in ("Mon 9", "Mon 16")] == [0, 1]


async def test_enter_opens_the_interview_and_what_is_done_there_shows_on_the_timeline() -> None:
    async with seated(CONTOSO, INITECH) as seat:
        await seat.press("2", "j", "enter")
        assert isinstance(seat.app.screen, InterviewScreen)
        await seat.press("o", "n", "escape")
        assert isinstance(seat.app.screen, TimelineScreen)
        assert "turned down" in row_with(seat, "Initech")


async def test_the_keys_of_an_interview_act_on_the_line() -> None:
    async with seated(NORTHWIND, CONTOSO) as seat:
        # A number that answers a question leads to no other room.
        await seat.press("2", "t", "1")
        assert [entry.to for entry in seat.interview(1).log if isinstance(entry, Thanked)] == ["Ann Lee"]
        await seat.press("t")
        assert "noted" in seat.said
        assert "opens Mon 30 · no date given" in row_with(seat, "Northwind")
        assert "Not yet." in await seat.press("f")


async def test_one_two_three_lead_from_room_to_room_and_escape_to_the_board() -> None:
    async with seated(*EACH) as seat:
        been = []
        for key in ("j", "2", "3", "2", "1", "3", "escape", "1"):
            await seat.press(key)
            been.append([type(screen) for screen in seat.app.screen_stack])
        timeline, insights = [BoardScreen, TimelineScreen], [BoardScreen, InsightsScreen]
        board = [BoardScreen]
        assert been == [board, timeline, insights, timeline, board, insights, board, board]
        assert seat.board.listing.chosen == 2


async def test_at_midnight_today_moves_on() -> None:
    async with seated(*EACH, size=WIDE) as seat:
        before = await seat.press("2")
        seat.clock.pass_by(hours=12)
        screen = seat.app.screen
        assert isinstance(screen, TimelineScreen)
        assert screen._alarm is not None
        screen.repaint()
        await seat.pilot.pause()
        assert "Mon 23 Nov" in lines(seat.app)[0]
        assert seat.sees != before


async def test_without_interviews_it_says_where_to_add_one() -> None:
    async with seated() as seat:
        assert "1 leads to the board" in await seat.press("2")
        await seat.press("enter", "t", "plus", "left")
        assert "No interview is chosen" in seat.said


async def test_a_line_keeps_its_columns_whatever_the_name() -> None:
    names = ["株式会社ノースウィンド・トレーダーズ東京支店", "Acme\u0301 [red", "שלום בעמ", "e" * 60]
    several = [replace(CONTOSO, company=name, uid=name) for name in names]
    async with seated(*several) as seat:
        await seat.press("2")
        drawn = [line for line in lines(seat.app) if "opens Thu 26" in line][: len(names)]
        assert {cell_len(line.partition("√")[0]) for line in drawn} == {cell_len(drawn[0].partition("√")[0])}
        assert len(drawn) == len(names)

"""One interview's screen, its explanation, and the help."""

import asyncio

import pytest

from planner.domain.engine import TABLES
from planner.domain.log import Thanked
from planner.tui.commands import BOARD, LIST, of_room
from tests.tui.interviews import CONTOSO, INITECH, NORTHWIND
from tests.tui.screen import lines
from tests.tui.seat import NARROW, WIDE, row_with, seated
from tests.tui.typing import sent

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE])


@SIZES
async def test_each_person_owed_a_note_has_a_line_and_t_thanks_the_one_chosen(size: tuple[int, int]) -> None:
    async with seated(NORTHWIND, size=size) as seat:
        await seat.press("enter", "j", "j")
        assert row_with(seat, "▌").strip("▌ ").startswith("□ Bo Ek")
        assert lines(seat.app)[0].startswith(" Interview   Northwind Traders (Data analyst, round 2)"), (
            "however it scrolls"
        )
        await seat.press("t")
        entry = seat.interview(1).log[-1]
        assert isinstance(entry, Thanked)
        assert entry.to == "Bo Ek"
        assert row_with(seat, "√ Bo Ek").endswith("today by email")
        assert "□ Ann Lee" in seat.sees


async def test_a_person_who_has_a_note_is_not_thanked_twice_by_accident() -> None:
    async with seated(NORTHWIND) as seat:
        await seat.press("enter", "j", "t")
        assert len(seat.interview(1).log) == 1
        await seat.press("t")
        assert "Ann Lee has a note already." in seat.said
        assert len(seat.interview(1).log) == 1


@SIZES
async def test_the_wait_is_drawn_with_its_days_and_its_reason(size: tuple[int, int]) -> None:
    async with seated(INITECH, size=size) as seat:
        await seat.press("enter")
        assert "5 of 13 days" in seat.sees
        assert "opens Mon 30" in row_with(seat, "□ Follow-up")
        assert "WHY IS THE FOLLOW-UP GREY?" in seat.sees
        assert "They decide by Fri 27 Nov: opens Mon 30 Nov." in seat.sees


async def test_the_log_is_told_with_the_words_that_were_said() -> None:
    async with seated(INITECH) as seat:
        await seat.press("enter", "G")
        assert "Tue 17 Nov 16:30 They decide by Fri 27 Nov" in seat.sees
        assert "by the end of next week" in seat.sees


async def test_the_screen_leaves_when_its_interview_is_gone() -> None:
    async with seated(CONTOSO) as seat:
        await seat.press("enter", "d", "y")
        await seat.pilot.pause()
        assert "Nothing here yet" in seat.sees
        assert "Deleted Contoso (Backend engineer, round 1)" in seat.said


async def test_what_was_undone_is_said_below_every_screen_that_leaves_with_it() -> None:
    async with seated(CONTOSO) as seat:
        seat.app.planner.add({"company": "Acme", "role": "Analyst", "starts_at": "2026-11-21 10:00"})
        await seat.pilot.pause()
        seat.board.listing.choose(2)
        await seat.press("enter", "l")
        assert len(seat.app.screen_stack) == 3
        await seat.press("u")
        await seat.pilot.pause()
        assert seat.app.screen_stack == [seat.board]
        assert "Undone: Added Acme (Analyst, round 1)" in seat.said


async def test_what_another_session_does_while_the_screen_is_being_left_is_seen_on_the_board() -> None:
    async with seated(CONTOSO) as seat:
        await seat.press("enter")
        _ = seat.app.screen.dismiss(None)
        for _ in range(30):
            seat.store.elsewhere(lambda state: state._replace(revision=state.revision + 1))
            seat.app.planner.refresh()
            await asyncio.sleep(0)
        assert seat.app.screen is seat.board


async def test_what_is_done_here_is_seen_on_the_board() -> None:
    async with seated(NORTHWIND) as seat:
        await seat.press("enter", "j", "t", "j", "t", "escape")
        assert "WAITING  1" in seat.sees


@SIZES
async def test_why_tells_every_rule_that_bears_on_it(size: tuple[int, int]) -> None:
    async with seated(INITECH, size=size) as seat:
        await seat.press("w")
        assert "Initech (QA lead, round 1)" in seat.sees
        assert "They said when they decide" in seat.sees
        assert "Their own date is the answer until it has passed" in seat.sees
        assert "DO NOW" not in seat.sees
        await seat.press("escape")
        assert "WAITING  1" in seat.sees


@SIZES
async def test_help_tells_every_key_of_the_screen_and_every_rule(size: tuple[int, int]) -> None:
    async with seated(INITECH, size=size) as seat:
        told = await seat.press("question_mark")
        for _ in range(30):
            told += await seat.press("pagedown")
        told = " ".join(told.split())
        for command in (*of_room(BOARD), *of_room(LIST)):
            assert f"{command.key}" in told
            assert " ".join(command.help.split()[:3]) in told
        for table in TABLES.values():
            for rule in table.rows:
                assert rule.title in told
        assert max(len(line) for line in lines(seat.app)) <= size[0]


async def test_looking_ahead_stays_read_only_inside_an_interview() -> None:
    async with seated(CONTOSO) as seat:
        before = seat.store.state
        await seat.press(*["right_square_bracket"] * 4, "enter")
        assert "open since today" in seat.sees
        await seat.press("f")
        assert "nothing can be changed" in seat.said
        assert seat.store.state is before


async def test_keys_that_came_with_the_one_that_opened_it_find_it_as_it_will_be() -> None:
    async with seated(NORTHWIND) as seat:
        await sent(seat, "enter", "j", "t")
        assert "√ Ann Lee" in seat.sees

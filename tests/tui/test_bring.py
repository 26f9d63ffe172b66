"""Importing with a preview, by what a person sees and presses."""

import gc
import json
from weakref import ref

import pytest

from planner.domain.interview import Interview
from planner.formats import exchange
from planner.tui.screens.board import BoardScreen
from planner.tui.screens.bring import BringScreen
from planner.tui.spans import width_of
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.long_listing import LongListing
from tests.tui.bringing import FILES, look, preview, proposed, sent
from tests.tui.interviews import CONTOSO
from tests.tui.screen import lines
from tests.tui.seat import NARROW, WIDE, Seat, row_with, seated
from tests.tui.typing import cleared, field, pasted, typed

TINY = (40, 12)


async def clicked(seat: Seat, words: str) -> None:
    await seat.pilot.click(KeyLine, offset=(lines(seat.app)[-1].rindex(words), 0))
    await sent(seat)


def grey_keys(seat: Seat) -> list[str]:
    (keys,) = seat.app.screen.query_one(KeyLine).rows
    return [span.text.strip() for span in keys if span.tone == "grey"]


@pytest.mark.parametrize("size", [NARROW, WIDE, TINY])
async def test_what_is_found_is_shown_before_anything_is_taken(size: tuple[int, int]) -> None:
    async with seated(size=size, files=FILES) as seat:
        before = seat.store.state
        await preview(seat, "invitation.ics")
        assert "1 new, 1 refused" in lines(seat.app)[0]
        assert "▌[x] + new" in seat.sees
        assert "Thu 26 Nov" in proposed(seat, "+ new")
        assert "Company day" in proposed(seat, "✗ refused")
        listing = seat.app.screen.query_one(LongListing)
        assert max(map(width_of, listing.rows)) < listing.text_width, (
            "with the mark at its left, and before the scrollbar"
        )
        assert lines(seat.app)[-1].rstrip().endswith("esc Leave")
        assert seat.store.state is before
        await sent(seat, "enter")
        assert isinstance(seat.app.screen, BoardScreen)
        taken = seat.interview(1)
        assert (taken.company, taken.role, taken.location) == (
            "Lumen Works",
            "Data engineer",
            "https://meet.example/rosa",
        )
        assert "Lumen Works" in row_with(seat, "○")


async def test_what_was_done_is_said_and_nothing_of_the_preview_is_kept() -> None:
    async with seated(files=FILES) as seat:
        await preview(seat, "invitation.ics")
        screen = ref(seat.app.screen)
        await sent(seat, "enter")
        assert "Import: 1 new, 1 refused." in seat.said
        gc.collect()
        assert screen() is None


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_chosen_row_says_all_there_is_to_say_of_it(size: tuple[int, int]) -> None:
    async with seated(size=size, files=FILES) as seat:
        await preview(seat, "invitation.ics")
        assert "from invitation.ics" in seat.sees
        assert "With Rosa Klein" in seat.sees
        await sent(seat, "j")
        assert "It lasts all day (2026-11-27)" in seat.sees
        assert "With Rosa Klein" not in seat.sees


async def test_a_row_can_be_left_out_and_taken_in_again() -> None:
    async with seated(files=FILES) as seat:
        await preview(seat, "'two of them.ics'")
        await sent(seat, "j", "space")
        assert "[ ] + new" in proposed(seat, "Bistro")
        assert "1 new, 1 left out" in lines(seat.app)[0]
        assert "enter Import 1  space Take  e Correct" in lines(seat.app)[-1]
        await clicked(seat, "Take")
        assert "[x] + new" in proposed(seat, "Bistro")
        await sent(seat, "space", "enter")
        assert [one.company for one in seat.store.state.interviews.values()] == ["Lumen Works"]
        assert "Import: 1 new, 1 left out." in seat.said


async def test_nothing_is_imported_when_nothing_is_chosen() -> None:
    async with seated(files=FILES) as seat:
        before = seat.store.state
        await preview(seat, "invitation.ics")
        await sent(seat, "space", "enter")
        assert "Nothing is chosen: 1 refused, 1 left out." in seat.said
        assert isinstance(seat.app.screen, BringScreen)
        await sent(seat, "escape")
        assert seat.store.state is before


async def test_tab_completes_the_path_and_what_is_typed_after_it_stays_in_the_field() -> None:
    async with seated(files=FILES) as seat:
        await sent(seat, "i")
        await typed(seat, "/in/invi")
        await sent(seat, "tab")
        assert "/in/invitation.ics" in field(seat, "File")
        await sent(seat, "shift+tab")
        await typed(seat, "x")
        assert "/in/invitation.icsx" in field(seat, "File")


async def test_what_is_refused_can_be_neither_taken_nor_corrected() -> None:
    async with seated(files=FILES) as seat:
        await preview(seat, "invitation.ics")
        assert grey_keys(seat) == []
        await sent(seat, "j", "space")
        assert "There is nothing to take here." in seat.said
        assert grey_keys(seat) == ["space Leave out", "e Correct"]
        await sent(seat, "e")
        assert "What is refused can't be corrected here." in seat.said


async def test_a_click_on_a_key_is_as_good_as_the_key_but_on_a_grey_one() -> None:
    async with seated(files=FILES) as seat:
        await preview(seat, "invitation.ics")
        await sent(seat, "j")
        await clicked(seat, "Correct")
        assert seat.said == ""
        await sent(seat, "k")
        for words in ("Correct", "Back", "Leave"):
            assert isinstance(seat.app.screen, BringScreen)
            await clicked(seat, words)
        assert isinstance(seat.app.screen, BoardScreen)


async def test_importing_again_adds_nothing_and_a_change_is_shown_field_by_field() -> None:
    async with seated(files=FILES) as seat:
        await preview(seat, "invitation.ics")
        await sent(seat, "enter")
        await preview(seat, "invitation.ics")
        assert "= the same" in proposed(seat, "Lumen Works")
        await sent(seat, "escape")
        await preview(seat, "moved.ics")
        assert "~ changed" in proposed(seat, "Lumen Works")
        assert "When: 2026-11-26 11:00 → 2026-11-26 16:00" in seat.sees
        await sent(seat, "enter")
        assert len(seat.store.state.interviews) == 1
        assert seat.interview(1).starts_at.hour == 16


async def test_several_files_are_read_at_once_and_each_row_says_from_which() -> None:
    async with seated(size=(140, 30), files=FILES) as seat:
        await preview(seat, "invitation.ics unclear.ics")
        assert "invitation.ics" in proposed(seat, "Company day")
        assert "unclear.ics" in proposed(seat, "Interview: Cook at Bistro")


async def test_an_export_of_our_own_comes_back_whole() -> None:
    files = {"export.json": exchange.write([CONTOSO]).encode()}
    async with seated(files=files) as seat:
        await preview(seat, "export.json")
        await sent(seat, "enter")
        back: Interview = seat.interview(1)
        assert [type(entry) for entry in back.log] == [type(entry) for entry in CONTOSO.log]
        assert back.people == CONTOSO.people
        assert json.loads(files["export.json"])


async def test_a_file_that_is_not_there_is_said_and_the_path_stays() -> None:
    async with seated(files=FILES) as seat:
        await preview(seat, "nothing.ics")
        assert "nothing.ics can't be read: no such file or directory." in field(seat, "File")
        assert field(seat, "File").startswith("nothing.ics")
        await cleared(seat)
        await typed(seat, "invitation.ics")
        await look(seat)
        assert "Lumen Works" in seat.sees


async def test_a_file_of_another_kind_is_refused_by_name() -> None:
    async with seated(files=FILES) as seat:
        await preview(seat, "holiday.txt")
        assert "holiday.txt" in proposed(seat, "✗ refused")
        assert "no kind of file that can be read" in " ".join(seat.sees.split())


async def test_a_file_with_nothing_in_it_says_so() -> None:
    async with seated(files=FILES) as seat:
        await preview(seat, "empty.ics")
        assert isinstance(seat.app.screen, BringScreen)
        assert "There is nothing in it." in field(seat, "File") or "refused" in seat.sees


async def test_no_file_at_all_is_asked_for() -> None:
    async with seated(files=FILES) as seat:
        await preview(seat, "")
        assert "! No file is named." in field(seat, "File")
        await typed(seat, "'x")
        await look(seat)
        assert "has no other end" in field(seat, "File")


async def test_a_summary_that_looks_like_markup_stands_as_it_is() -> None:
    async with seated(size=WIDE, files=FILES) as seat:
        await preview(seat, "markup.ics")
        assert "Acme [EMEA] [red" in proposed(seat, "+ new")
        assert "Cook [/" in proposed(seat, "+ new")


async def test_letters_are_typed_while_a_path_is_asked_for() -> None:
    async with seated(files=FILES) as seat:
        await sent(seat, "i")
        await typed(seat, "/e z.q")
        assert field(seat, "File").startswith("/e z.q")
        assert "─" not in seat.sees  # without colours a rule in that of the ground could be seen
        await sent(seat, "escape")
        assert isinstance(seat.app.screen, BoardScreen)


async def test_several_dragged_paths_are_one_line() -> None:
    async with seated(files=FILES) as seat:
        await sent(seat, "i")
        await pasted(seat, "/a/invitation.ics\n/b/unclear.ics\n")
        await look(seat)
        assert "1 new, 2 refused" in lines(seat.app)[0]

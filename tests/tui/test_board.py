"""The board, by what a person sees and presses."""

from datetime import timedelta

import pytest
from rich.cells import cell_len
from textual.events import Key

from planner.domain.errors import StoreTrouble
from planner.domain.log import FollowedUp, Thanked
from planner.planning.state import State
from planner.tui.spans import width_of
from planner.tui.widgets.key_bar import KeyBar
from planner.tui.widgets.pane import Pane
from tests.domain.building import held
from tests.tui.interviews import CONTOSO, EACH, GLOBEX, NORTHWIND, STARK, berlin
from tests.tui.screen import lines
from tests.tui.seat import NARROW, WIDE, row_with, seated


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_every_interview_stands_in_its_section_with_its_next_step_and_day(size: tuple[int, int]) -> None:
    async with seated(*EACH, size=size) as seat:
        headings = [line.split()[:2] for line in lines(seat.app) if "───" in line]
        assert [" ".join(words).rstrip(" 0123456789─") for words in headings] == [
            "DO NOW",
            "WAITING",
            "UPCOMING",
            "CLOSED",
        ]
        assert "Thank-you" in row_with(seat, "! Northwind")
        assert "by 15:00 today" in row_with(seat, "! Northwind")
        assert "since Fri 20" in row_with(seat, "› Globex")
        assert "Thu 26 · 4 days" in row_with(seat, "· Contoso")
        assert "Tue 24 · 09:30" in row_with(seat, "○ Stark Labs")
        assert "Turned down" in row_with(seat, "✗ Tyrell")


async def test_the_chosen_interview_stands_beside_the_list_where_there_is_room() -> None:
    async with seated(*EACH, size=WIDE) as seat:
        assert "CHECKLIST" in seat.sees
        assert "Data analyst · round 2" in seat.sees
        await seat.press("j")
        assert "Ward manager · round 1" in seat.sees
        detail = seat.board.query_one("#detail", Pane)
        assert max(map(width_of, detail.rows)) < detail.scrollable_content_region.width, "before the scrollbar"
    async with seated(*EACH, size=NARROW) as seat:
        assert "CHECKLIST" not in seat.sees
        await seat.press("enter")
        assert "CHECKLIST" in seat.sees
        await seat.press("escape")
        assert "DO NOW" in seat.sees


async def test_a_grey_follow_up_says_why_and_until_when_and_changes_nothing() -> None:
    async with seated(CONTOSO) as seat:
        before = seat.store.state
        await seat.press("f")
        assert "Not yet." in seat.said
        assert "Thu 26 Nov" in seat.said
        assert "y I did it anyway" in seat.said
        assert seat.store.state is before


async def test_what_was_refused_can_be_recorded_as_done_anyway() -> None:
    async with seated(CONTOSO) as seat:
        await seat.press("f", "y", "c")
        entry = seat.interview(1).log[-1]
        assert isinstance(entry, FollowedUp)
        assert (entry.channel, entry.anyway) == ("call", True)
        assert "against the advice" in seat.said


async def test_anyway_has_nothing_to_record_when_nothing_was_refused() -> None:
    async with seated(CONTOSO) as seat:
        before = seat.store.state
        await seat.press("y")
        assert "Nothing was refused just now." in seat.said
        assert seat.store.state is before


async def test_moving_on_forgets_what_was_refused() -> None:
    async with seated(CONTOSO, GLOBEX) as seat:
        before = seat.store.state
        await seat.press("j", "f", "k", "y")
        assert "Nothing was refused just now." in seat.said
        await seat.press("j", "f", "w", "escape")
        assert "y I did it anyway" in seat.said, "one goes on from the reasons"
        await seat.press("n", "escape")
        assert seat.said == ""
        await seat.press("y")
        assert "Nothing was refused just now." in seat.said
        assert seat.store.state is before


async def test_an_open_follow_up_asks_only_how_and_then_is_done() -> None:
    async with seated(GLOBEX) as seat:
        assert "How did you follow up" in await seat.press("f")
        await seat.press("e")
        entry = seat.interview(1).log[-1]
        assert isinstance(entry, FollowedUp)
        assert not entry.anyway
        assert "one is enough" in row_with(seat, "Globex")
        assert "One follow-up is enough" in seat.said


async def test_a_question_left_with_escape_changes_nothing() -> None:
    async with seated(GLOBEX) as seat:
        before = seat.store.state
        await seat.press("f", "escape")
        assert seat.store.state is before
        await seat.press("d", "escape")
        assert seat.store.state is before
        assert "Globex" in seat.sees


async def test_with_several_interviewers_the_thank_you_asks_whom_and_says_what_is_left() -> None:
    async with seated(NORTHWIND) as seat:
        assert "Who got a thank-you?" in await seat.press("t")
        await seat.press("2")
        entry = seat.interview(1).log[-1]
        assert isinstance(entry, Thanked)
        assert entry.to == "Bo Ek"
        assert "Thank-you to Bo Ek" in seat.said
        assert "1/2" in row_with(seat, "Northwind")
        await seat.press("t")
        assert "WAITING  1" in seat.sees
        assert "Follow-up opens Mon 30 Nov." in seat.said


async def test_where_the_rules_leave_open_how_a_thank_you_goes_out_the_person_says_how_it_did() -> None:
    two = berlin("Acme", "Analyst", "2026-11-21T20:00", people=[{"name": "Ann Lee"}, {"name": "Bo Ek"}])
    async with seated(two) as seat:
        assert "How did the thank-you to Bo Ek go out?" in await seat.press("t", "2")
        assert not seat.interview(1).log
        await seat.press("e")
        assert "Thank-you to Bo Ek by email: noted." in seat.said
        await seat.press("t", "escape", "t", "c", "t")
        notes = [entry for entry in seat.interview(1).log if isinstance(entry, Thanked)]
        assert [(note.to, note.channel) for note in notes] == [("Bo Ek", "email"), ("", "card")]
        assert "Done already." in seat.said
        await seat.press("y")
        assert "How did the thank-you go out?" in seat.said


async def test_after_the_thanks_it_asks_for_the_one_fact_that_changes_the_dates_until_something_was_said() -> None:
    async with seated(NORTHWIND) as seat:
        await seat.press("t", "a")
        assert seat.said.endswith("Follow-up opens Mon 30 Nov. Did they say when they decide? r records it.")
        await seat.press("n", *"soon", "enter")
        assert seat.said == "Noted. Follow-up opens Mon 30 Nov."


async def test_undo_takes_it_back_and_redo_does_it_again() -> None:
    async with seated(GLOBEX) as seat:
        await seat.press("f", "e")
        await seat.press("u")
        assert seat.interview(1).log == GLOBEX.log
        assert "Undone: Followed up by email" in seat.said
        await seat.press("ctrl+r")
        assert isinstance(seat.interview(1).log[-1], FollowedUp)
        await seat.press("u", "u")
        assert "There is nothing to undo." in seat.said


async def test_undo_of_what_another_session_did_asks_first() -> None:
    async with seated(GLOBEX) as seat:
        noted = held("2026-11-13T10:00", "Europe/Berlin", company="Globex Health", uid="Globex Health", notes="theirs")
        seat.store.elsewhere(lambda state: state.changed("Edited elsewhere", seat.clock.now, "another", {1: noted}))
        seat.app.planner.refresh()
        await seat.pilot.pause()
        assert "Undo what another session did: Edited elsewhere?" in await seat.press("u")
        assert seat.interview(1).notes == "theirs"
        await seat.press("y")
        assert not seat.interview(1).notes


async def test_looking_ahead_shows_another_day_and_changes_nothing() -> None:
    async with seated(CONTOSO) as seat:
        before = seat.store.state
        await seat.press(*["right_square_bracket"] * 4)
        assert "looking at Thu 26 Nov" in seat.sees
        assert "DO NOW  1" in seat.sees
        await seat.press("f")
        assert "nothing can be changed" in seat.said
        assert seat.store.state is before
        await seat.press("left_square_bracket")
        assert "looking at Wed 25 Nov" in seat.sees
        await seat.press("full_stop")
        assert "looking at" not in seat.sees
        assert "WAITING  1" in seat.sees


async def test_the_moment_a_wait_ends_the_open_screen_shows_it() -> None:
    async with seated(CONTOSO) as seat:
        opens_at = seat.app.planner.board().changes_at
        assert opens_at is not None
        seat.clock.now = opens_at - timedelta(milliseconds=50)
        seat.board.repaint()
        seat.clock.now = opens_at
        await seat.until("DO NOW  1")
        assert "since today" in seat.sees


async def test_what_another_session_does_is_seen_with_the_cursor_kept() -> None:
    async with seated(GLOBEX, CONTOSO) as seat:
        await seat.press("j")
        assert row_with(seat, "▌").startswith("▌ · Contoso")

        def more(state: State) -> State:
            acme = held("2026-11-21T20:00", "Europe/Berlin", company="Acme", uid="acme")
            return state.changed("Added", seat.clock.now, "another", {3: acme})

        seat.store.elsewhere(more)
        seat.app._watch()
        await seat.pilot.pause()
        assert "Acme" in seat.sees
        assert row_with(seat, "▌").startswith("▌ · Contoso")


async def test_find_narrows_as_one_types_and_escape_shows_all_again() -> None:
    async with seated(*EACH) as seat:
        await seat.press("slash", *"priya")
        assert "Contoso" in seat.sees
        assert "Globex" not in seat.sees
        assert lines(seat.app)[-1] == " enter Keep these  esc All again"
        await seat.press("enter", "f")
        assert lines(seat.app)[-1].startswith(" t Thank-you  f Follow-up")
        assert "Not yet." in seat.said
        await seat.press("escape")
        assert "Globex" in seat.sees


async def test_find_without_a_hit_says_so() -> None:
    async with seated(*EACH) as seat:
        assert "Nothing found." in await seat.press("slash", *"zebra")


async def test_deleting_asks_and_undo_brings_it_back() -> None:
    async with seated(GLOBEX) as seat:
        assert "Delete Globex Health (Ward manager, round 1)?" in await seat.press("d")
        assert "Answer with" not in seat.said
        for no_answer in ("enter", "n"):
            await seat.press(no_answer)
            assert seat.said.endswith("Answer with y delete it   esc leave it"), "and no scrollbar, as all is seen"
        seat.board.fail(StoreTrouble("The file can't be read."))
        await seat.press("y")
        assert len(seat.store.state.interviews) == 1
        await seat.press("d", "y")
        assert seat.store.state.interviews == {}
        assert "Nothing here yet" in seat.sees
        await seat.press("u")
        assert "Globex Health" in seat.sees


async def test_the_outcome_closes_it() -> None:
    async with seated(GLOBEX) as seat:
        await seat.press("o", "n")
        assert "CLOSED  1" in seat.sees
        assert "Turned down" in row_with(seat, "Globex")


async def test_an_empty_board_says_what_to_press() -> None:
    async with seated() as seat:
        for key, word in (("a", "add it"), ("i", "import"), ("D", "demo"), ("?", "keys")):
            assert any(line.strip().startswith(key) and word in line for line in lines(seat.app))
        assert lines(seat.app)[-1] == " a Add  / Find  u Undo  2 Timeline  3 Insights  ? Help"
        assert "No interview is chosen" in await seat.press("t")


async def test_a_company_s_name_is_shown_to_the_letter() -> None:
    hostile = "[/] Acme [EMEA] [red"
    async with seated(held(zone="Europe/Berlin", company=hostile), size=WIDE) as seat:
        assert seat.sees.count(hostile) == 2
        await seat.press("d")
        assert f"Delete {hostile}" in seat.sees
        await seat.press("y", "u")
        assert f"Undone: Deleted {hostile}" in seat.said


async def test_wide_letters_keep_the_columns_straight() -> None:
    async with seated(held(company="株式会社アクメ", uid="a"), held(company="Acme", uid="b", id_=2)) as seat:
        places = {cell_len(line[: line.index("R1")]) for line in lines(seat.app) if "R1" in line}
        assert len(places) == 1


async def test_the_join_link_of_an_interview_to_come_is_copied() -> None:
    async with seated(STARK) as seat:
        await seat.press("c")
        assert seat.app.clipboard == "https://meet.example/stark"
        assert "sent to the terminal" in seat.said


async def test_a_click_on_the_help_opens_it_where_not_all_keys_fit() -> None:
    async with seated(CONTOSO) as seat:
        await seat.pilot.click(KeyBar, offset=(lines(seat.app)[-1].rindex("? Help"), 0))
        assert "KEYS OF THIS SCREEN" in await seat.press()


async def test_the_palette_names_every_command_and_why_one_is_grey() -> None:
    async with seated(CONTOSO, size=WIDE) as seat:
        await seat.press("ctrl+p")
        await seat.pilot.pause()
        assert "Follow-up  (f)" in seat.sees
        assert "Not yet. " in seat.sees


async def test_when_something_abroad_opens_is_told_by_both_clocks_where_it_is_refused_or_explained() -> None:
    abroad = berlin("Lumen", "Data engineer", "2026-11-24T09:30", time_zone="Europe/London")
    async with seated(abroad, size=WIDE) as seat:
        for keys in ("t", "w", "ctrl+p"):
            seen = await seat.press(keys)
            assert "Tue 24 Nov 10:30 in London, 11:30 at home." in " ".join(seen.split()), keys
            await seat.press("escape")


async def test_no_size_of_terminal_breaks_the_board() -> None:
    async with seated(*EACH) as seat:
        for size in ((40, 12), (1, 1), (300, 100), (20, 5), (100, 30)):
            await seat.pilot.resize_terminal(*size)
            await seat.press("j", "w", "escape", "k")
        assert "Globex" in seat.sees


async def test_a_key_repaints_nothing_when_nothing_changed() -> None:
    async with seated(*EACH, size=WIDE) as seat:
        rows = seat.board.listing.rows
        seat.board.repaint()
        assert [*seat.board.listing.rows] == [*rows]


async def test_keys_that_come_faster_than_the_screen_lose_no_answer() -> None:
    async with seated(*EACH) as seat:
        for key in "jjf":
            seat.app.post_message(Key(key, key))
        await seat.press()
        await seat.pilot.pause(0.1)
        assert "Not yet." in seat.said


async def test_while_another_session_writes_a_change_waits_for_it_and_is_not_lost() -> None:
    async with seated(GLOBEX) as seat:
        seat.store.busy = True
        await seat.press("f", "e")
        await seat.app.workers.wait_for_complete()
        await seat.pilot.pause()
        assert isinstance(seat.interview(1).log[-1], FollowedUp)
        assert "Followed up by email: noted." in seat.said
        assert "WAITING  1" in seat.sees

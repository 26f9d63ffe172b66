"""Letters on the screen, from the board to what is recorded."""

from base64 import b64encode
from contextlib import nullcontext

import pytest
from rich.cells import cell_len

from planner.domain.log import FollowedUp, Note, Thanked, ToldDecision
from planner.letters.slots import SLOTS
from planner.tui.screens.fill_in import LABELS
from tests.tui.house import MemoryLetterFiles
from tests.tui.interviews import CONTOSO, GLOBEX, berlin
from tests.tui.screen import lines
from tests.tui.seat import NARROW, Seat, row_with, seated
from tests.tui.typing import sent, typed

BROAD = (120, 40)
NORTHWIND = berlin(
    "Northwind Traders",
    "Data analyst",
    "2026-11-21T14:00",
    round=2,
    industry="technology",
    people=[
        {"name": "Ann Lee", "email": "ann@north.example"},
        {"name": "Bo Ek"},
        {"name": "Jo Park", "part": "recruiter"},
    ],
)
AGENCY = berlin("Umbrella", "Buyer", "2026-11-21T10:00", people=[{"name": "Rita Okafor", "part": "agency"}])


def kept(seat: Seat) -> MemoryLetterFiles:
    files = seat.app.planner.letter_files
    assert isinstance(files, MemoryLetterFiles)
    return files


def copied(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that is written to the terminal from now on."""
    written: list[str] = []
    driver = seat.app._driver
    assert driver is not None
    monkeypatch.setattr(driver, "write", written.append)
    return written


@pytest.mark.parametrize("size", [NARROW, BROAD])
async def test_from_the_board_two_keys_lead_to_a_letter_copied_and_a_third_notes_that_it_went_out(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with seated(NORTHWIND, CONTOSO, size=size) as seat:
        written = copied(seat, monkeypatch)
        seen = await seat.press("l")
        assert "Northwind Traders (Data analyst, round 2)" in seen
        assert "Dear Ann," in seen
        assert "words, of 60 to 150" in seen
        assert "› advice  Say one thing you discussed" in seen
        assert all(cell_len(line) <= size[0] for line in lines(seat.app))
        await seat.press("c")
        assert "Sent to the terminal, which may ignore it." in seat.said
        assert any(b64encode(b"Dear Ann,").decode()[:10] in sequence for sequence in written)

        await seat.press("t")
        assert "Thank-you to Ann Lee by email: noted." in seat.said
        entry = seat.interview(1).log[-1]
        assert isinstance(entry, Thanked)
        assert (entry.to, entry.channel) == ("Ann Lee", "email")
        assert "√ Thank-you email, Ann Lee" in row_with(seat, "email, Ann")
        assert "□ Thank-you email, Bo Ek" in row_with(seat, "email, Bo")

        await seat.press("j")
        assert "Dear Bo," in seat.sees
        await seat.press("f")
        assert "“Thank-you email” is a thank-you: t notes that it went out." in seat.said
        await seat.press("u")
        assert "Undone: Thank-you to Ann Lee by email" in seat.said
        assert "□ Thank-you email, Ann Lee" in row_with(seat, "email, Ann")
        assert "DO NOW" in await seat.press("escape")


async def test_what_is_filled_in_stands_in_the_letter_at_once_and_stays_for_the_session() -> None:
    async with seated(NORTHWIND) as seat:
        await seat.press("l", "e")
        assert "What you talked about" in seat.sees
        await typed(seat, "test plans")
        assert "test plans" in seat.sees
        await sent(seat, "enter", *"the team", "enter", *"Maya Chen", "enter")
        assert "Fill in   " not in seat.sees
        assert "Say one thing you discussed" not in seat.sees
        await seat.press("escape", "l", "G", "g", "j")
        assert "Dear Bo," in seat.sees
        assert "test plans" not in seat.sees, "what was discussed with one person is no other's"
        await seat.press("tab", "G")
        assert "Maya Chen" in seat.sees
        assert "the team" in seat.sees
        assert seat.interview(1) == seat.app.planner.interview(1)
        await seat.press("e", "escape", "question_mark")
        assert "Copy the text of the letter" in seat.sees


async def test_a_call_that_is_not_welcome_yet_is_refused_like_on_the_board_and_after_one_it_is_asked_what_they_said() -> (
    None
):
    async with seated(CONTOSO, size=BROAD) as seat:
        seen = await seat.press("l")
        assert seen.index("! Not yet. ") < seen.index("Subject: ")
        await seat.press("c")
        assert "Not yet." in seat.said
        before = seat.store.state
        await seat.press("j", "f")
        assert "Not yet." in seat.said
        assert "y I did it anyway" in seat.said
        assert seat.store.state is before
        await seat.press("y")
        entry = seat.interview(1).log[-1]
        assert isinstance(entry, FollowedUp)
        assert (entry.channel, entry.anyway) == ("call", True)
        assert "What did they say?" in seat.sees
        await sent(seat, "d", *"fri", "enter")
        assert isinstance(seat.interview(1).log[-1], ToldDecision)
        assert "They decide by Fri 27 Nov: noted." in seat.said


async def test_a_letter_goes_through_the_editor_and_is_checked_when_it_comes_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with seated(NORTHWIND, GLOBEX, size=BROAD) as seat:
        monkeypatch.setattr(seat.app, "suspend", nullcontext)
        await seat.press("l")
        kept(seat).editor = lambda text: text.replace("Dear Ann,", "Hello Ann, greetings to Globex Health.")
        seen = await seat.press("E")
        assert "Hello Ann," in seen
        assert "changed in your editor" in seen
        assert "! warning It names Globex Health, another" in seen
        await seat.press("c")
        assert "Look at the warning first." in seat.said

        kept(seat).editor = lambda text: "Hello Ann, no subject any more"
        assert "The letter does not begin with “Subject:”" in await seat.press("o")
        await seat.press("c")
        assert "There is no letter yet" in seat.said
        kept(seat).editor = lambda text: f"Subject: Thanks\n\n{text}"
        assert "no subject any more" in await seat.press("o"), "what was typed in the editor is not lost"

        await seat.press("e")
        assert "lose that?" in seat.said
        await seat.press("y", "escape")
        assert "Dear Ann," in seat.sees
        assert "changed in your editor" not in seat.sees


async def test_letters_are_saved_shown_plain_and_given_as_links() -> None:
    async with seated(NORTHWIND, size=(60, 24)) as seat:
        await seat.press("l", "s")
        assert seat.said == "Saved in /state/letters 1-northwind-traders-thank-you-email-ann-lee.eml"
    async with seated(NORTHWIND, size=NARROW) as seat:
        await seat.press("l", "s")
        assert "Saved as /state/letters/1-northwind-traders-thank-you-email-ann-lee.eml" in seat.said
        (content,) = kept(seat).kept.values()
        assert b"X-Unsent: 1" in content
        await seat.press("G", "c")
        assert "s saves it. Not yet. No date given: wait about a week, till Mon 30 Nov." in seat.said, "in whole"
        await seat.press("g")
        assert "mailto:" in await seat.press("m")
        await seat.press("escape", "j", "j", "m")
        assert "“Thank-you card” is no email." in seat.said
        await seat.press("p")
        seen = lines(seat.app)
        assert "On the card, signed by hand:" in seen
        assert all(len(line) <= 40 for line in seen[seen.index("Dear Ann,") : seen.index("On the envelope:")])
        await seat.press("c")
        assert "may ignore it" in seat.sees


async def test_a_letter_outside_the_checklist_is_noted_and_one_to_the_person_under_the_cursor_comes_first() -> None:
    async with seated(NORTHWIND, AGENCY, size=BROAD) as seat:
        await seat.press("j", "enter", "j", "j", "l")
        assert "Dear Bo," in seat.sees
        await seat.press("escape", "escape", "k", "o", "n", "l")
        assert "Reply to a no" in seat.sees
        await seat.press("t")
        assert "“Reply to a no” is no thank-you" in seat.said
        await seat.press("f")
        entry = seat.interview(2).log[-1]
        assert isinstance(entry, Note)
        assert entry.words == "Sent: Reply to a no, to Rita Okafor"


async def test_a_bad_template_is_told_in_place_of_its_letter_and_another_day_is_for_looking_only() -> None:
    async with seated(CONTOSO) as seat:
        kept(seat).texts["follow-up-email.txt"] = "subject: {rolle}\n\nHello.\n"
        assert "! follow-up-email.txt" in await seat.press("l")
        for key in ("c", "s", "p", "e", "f"):
            await seat.press(key)
            assert "There is no letter yet" in seat.said
        await seat.press("E")
        assert "follow-up-email.txt" in seat.said
        kept(seat).texts.clear()
        kept(seat).texts["followup.txt"] = "never read"
        assert "followup.txt in /config/letters replaces no letter." in await seat.press("j", "k")
        before = seat.store.state
        await seat.press("escape", *["right_square_bracket"] * 4, "l", "f")
        assert "This is a look at Thu 26 Nov" in seat.said
        assert seat.store.state is before


@pytest.mark.parametrize("size", [(40, 12), (300, 100)])
async def test_the_letter_can_be_read_on_any_terminal_and_follows_a_new_size(size: tuple[int, int]) -> None:
    async with seated(NORTHWIND) as seat:
        await seat.press("l")
        await seat.pilot.resize_terminal(*size)
        await seat.pilot.pause()
        assert "To: Ann Lee" in seat.sees
        assert "Thank-you email, Ann Lee" in seat.sees
        assert "84 words" in seat.sees


def test_every_place_the_writer_can_fill_has_a_short_name() -> None:
    assert {slot.id for slot in SLOTS.values() if slot.is_asked} == set(LABELS)
    assert all(len(label) <= 20 for label in LABELS.values())

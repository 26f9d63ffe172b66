"""A path or an invitation pasted into the board."""

from planner.tui.screens.board import BoardScreen
from planner.tui.screens.bring import BringScreen
from tests.formats.invitations.calendars import calendar, event
from tests.formats.mails import mail, part
from tests.tui.interviews import CONTOSO
from tests.tui.screen import lines
from tests.tui.seat import Seat, seated
from tests.tui.typing import pasted, sent, settled

INVITATION = calendar(event("SUMMARY:Interview: Cook at Bistro"))
MAIL = mail(part(INVITATION, encoding="8bit"))


async def dropped(seat: Seat, text: str) -> str:
    await pasted(seat, text)
    await seat.app.workers.wait_for_complete()
    return await settled(seat)


async def test_a_file_dragged_onto_the_board_is_shown_as_what_it_would_be_taken_for() -> None:
    async with seated(files={"an invitation.ics": INVITATION}) as seat:
        await dropped(seat, "'/home/me/an invitation.ics'")
        assert isinstance(seat.app.screen, BringScreen)
        assert "1 new" in lines(seat.app)[0]
        await sent(seat, "enter")
        assert seat.interview(1).company == "Bistro"


async def test_so_is_the_text_of_an_invitation() -> None:
    async with seated() as seat:
        mail_of_lines = MAIL.decode().split("\r\n")
        # The last two are as terminals send the end of a line.
        for text in (INVITATION.decode(), "\r".join(mail_of_lines), "\r\r".join(mail_of_lines)):
            await dropped(seat, text)
            assert "1 new" in lines(seat.app)[0]
            assert "Bistro" in seat.sees
            await sent(seat, "escape")
        await sent(seat, "i")
        await dropped(seat, MAIL.decode())  # where a path is asked for
        assert "1 new" in lines(seat.app)[0]


async def test_any_other_text_does_nothing_but_say_so() -> None:
    async with seated(CONTOSO) as seat:
        for text in ("Dear Ann, it was good to meet you", "'", "/no/such/file.ics", "q"):
            await dropped(seat, text)
            assert isinstance(seat.app.screen, BoardScreen)
            assert "neither a file's path nor an invitation" in seat.said


async def test_in_the_line_to_find_a_paste_is_text_to_find() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "/")
        await dropped(seat, "Contoso")
        assert isinstance(seat.app.screen, BoardScreen)
        assert "Contoso" in seat.sees
        assert "neither" not in seat.said


async def test_on_another_day_nothing_can_be_imported() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "]")
        await dropped(seat, INVITATION.decode())
        assert isinstance(seat.app.screen, BoardScreen)

"""Someone who imports: files there are, and what is pressed to look into them."""

from tests.tui.screen import lines
from tests.tui.seat import Seat
from tests.tui.typing import sent as pressed
from tests.tui.typing import settled, typed


def invitation(*events: str, method: str = "REQUEST") -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", f"METHOD:{method}", *events, "END:VCALENDAR", ""]).encode()


def event(uid: str, summary: str, start: str = ":20261126T100000Z", *more: str) -> str:
    lines_of = ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261120T081500Z", f"DTSTART{start}", f"SUMMARY:{summary}"]
    return "\r\n".join([*lines_of, *more, "END:VEVENT"])


LUMEN = event(
    "1@lumen",
    "Interview: Data engineer at Lumen Works",
    ":20261126T100000Z",
    "ORGANIZER;CN=Rosa Klein:mailto:rosa@lumen-works.example",
    "LOCATION:https://meet.example/rosa",
)
ALL_DAY = event("2@lumen", "Company day", ";VALUE=DATE:20261127")
UNKNOWN_ZONE = event("3@lumen", "Interview: Cook at Bistro", ";TZID=Nowhere Time:20261126T110000")
FILES = {
    "invitation.ics": invitation(LUMEN, ALL_DAY),
    "two of them.ics": invitation(LUMEN, event("4@x", "Interview: Cook at Bistro")),
    "unclear.ics": invitation(UNKNOWN_ZONE),
    "markup.ics": invitation(event("5@x", "Interview: Cook [/] at Acme [EMEA] [red")),
    "moved.ics": invitation(LUMEN.replace("T100000Z", "T150000Z") + ""),
    "holiday.txt": b"Sun and sand",
    "empty.ics": invitation(),
}


async def preview(seat: Seat, path: str) -> str:
    """Opens the import, and looks into files."""
    await sent(seat, "i")
    await typed(seat, path)
    return await look(seat)


async def look(seat: Seat) -> str:
    return await sent(seat, "enter")


async def sent(seat: Seat, *keys: str) -> str:
    """Keys, and what is seen when what they began in a thread has come to its end."""
    await pressed(seat, *keys)
    await seat.app.workers.wait_for_complete()
    return await settled(seat)


def proposed(seat: Seat, words: str) -> str:
    return next(line for line in lines(seat.app) if words in line)

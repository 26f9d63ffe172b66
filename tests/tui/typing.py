"""How a person types into a form, key by key."""

from textual.events import Paste

from tests.tui.screen import lines
from tests.tui.seat import Seat


async def typed(seat: Seat, text: str) -> str:
    """Types `text` where the focus is; what is seen then."""
    await seat.pilot.press(*text)
    return await seat.press()


async def filled(seat: Seat, *texts: str) -> str:
    """Types each text, and goes on to the next field after each but the last."""
    for place, text in enumerate(texts):
        if place:
            await seat.press("tab")
        await typed(seat, text)
    return seat.sees


async def cleared(seat: Seat) -> None:
    """Empties the line the cursor is in."""
    await seat.press("end", "ctrl+u")


async def pasted(seat: Seat, text: str) -> str:
    """What a terminal sends for a paste."""
    assert seat.app.focused
    seat.app.focused.post_message(Paste(text))
    await seat.pilot.pause()
    return seat.sees


def field(seat: Seat, label: str) -> str:
    """What stands at a label and in the lines below it, up to the next one, as one text."""
    found: list[str] = []
    for line in lines(seat.app):
        text = line.replace("▌", " ", 1)
        if found and (text[:20].strip() or not text.strip()):
            break
        if found or text.strip().startswith(label):
            found.append(text.strip())
    return " ".join(found).removeprefix(label).strip()

"""How a person types into a form, key by key."""

import asyncio

from textual.events import Key, Paste
from textual.keys import _character_to_key

from tests.tui.screen import lines
from tests.tui.seat import Seat


async def sent(seat: Seat, *keys: str) -> str:
    """Keys by their names, or signs, all in one go; what is seen when they have been acted on."""
    await acted_on(seat, *keys)
    return await settled(seat)


async def acted_on(seat: Seat, *keys: str) -> None:
    """As `sent`, for who does not look: what they change may not be drawn yet."""
    for key in keys:
        sign = len(key) == 1
        seat.app.post_message(Key(_character_to_key(key) if sign else key, key if sign else None))
    while seat.app._waiting or not seat.app._is_quiet():  # noqa: ASYNC110 - nothing tells that no message is left
        await asyncio.sleep(0)


async def settled(seat: Seat) -> str:
    """What is seen when all that was typed has been acted on."""
    await acted_on(seat)
    before, shown = "", seat.sees
    while shown != before:  # what is scrolled to once it is drawn is drawn again
        await seat.pilot.pause()
        before, shown = shown, seat.sees
    return shown


async def typed(seat: Seat, text: str) -> str:
    """Types `text` where the focus is."""
    return await sent(seat, *text)


async def filled(seat: Seat, *texts: str) -> str:
    """Types each text, and goes on to the next field after each but the last."""
    for place, text in enumerate(texts):
        await sent(seat, *(["tab"] if place else []), *text)
    return seat.sees


async def cleared(seat: Seat) -> str:
    """Empties the line the cursor is in."""
    return await sent(seat, "end", "ctrl+u")


async def pasted(seat: Seat, text: str) -> str:
    """What a terminal sends for a paste."""
    seat.app.post_message(Paste(text))
    return await settled(seat)


def field(seat: Seat, label: str) -> str:
    """What stands at a label and in the lines below it, up to the next one, as one text."""
    found: list[str] = []
    for line in lines(seat.app):
        text = line.rstrip("▁▂▃▄▅▆▇█ ")
        if found and (text[:21].strip() or not text.strip()):
            break
        if found or text.replace("▌", " ", 1).strip().startswith(label):
            found.append(text.replace("▌", " ", 1).strip())
    return " ".join(found).removeprefix(label).strip()

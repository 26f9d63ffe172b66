"""The pictures in `screenshots/`: the real program on the demo's interviews. `python -m tests.tui.pictures` draws them."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from planner.planning import demo
from planner.planning.phrases import name_of
from planner.planning.restoring import Restoring
from planner.planning.state import State
from planner.tui.app import PlannerApp
from planner.tui.palettes import DARK
from tests.tui.house import NOW, MemoryBackups, MemorySettings, StandingClock, planner_with
from tests.tui.seat import no_crash

FOLDER = Path(__file__).parents[2] / "screenshots"
ZONE = "Europe/Berlin"
# Rich names a font to be fetched from the network; a picture of an offline program asks for none.
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)

INVITATION = """\
BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:20261120-lumen@calendar.example
SEQUENCE:0
DTSTAMP:20261120T081500Z
DTSTART;TZID=W. Europe Standard Time:20261126T110000
DTEND;TZID=W. Europe Standard Time:20261126T114500
SUMMARY:Interview: Data engineer at Lumen Works
ORGANIZER;CN=Rosa Klein:mailto:rosa.klein@lumen-works.example
LOCATION:https://meet.example/lumen-rosa
END:VEVENT
BEGIN:VEVENT
UID:20261120-offsite@calendar.example
DTSTAMP:20261120T081500Z
DTSTART;VALUE=DATE:20261127
SUMMARY:Company day
END:VEVENT
END:VCALENDAR
"""


@dataclass(frozen=True)
class Picture:
    """A file's name, the terminal's size, and the keys pressed before it is taken."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    first_start: bool = False


def typed(text: str) -> Iterator[str]:
    names = {" ": "space", "/": "slash", ".": "full_stop", "-": "minus", "_": "underscore"}
    return (names.get(sign, sign) for sign in text)


PICTURES = (
    Picture("board-120x36", (120, 36), ("j", "j")),
    Picture("board-80x24", (80, 24), ("j", "j", "f")),
    Picture("interview", (80, 24), ("enter",)),
    Picture("why", (80, 30), ("j", "j", "w")),
    Picture("they-said", (100, 30), ("j", "j", "r", "d", *typed("next week"))),
    Picture("letter", (120, 30), ("l", "e", *typed("how you tell if a discount pays"), "escape", "c")),
    Picture("find", (80, 24), ("slash", *typed("analyst"))),
    Picture("import-preview", (100, 30), ("i", *typed("invitation.ics"), "enter")),
    Picture("help", (80, 30), ("question_mark",)),
    Picture("backups", (80, 24), ("B", "j", "enter")),
    Picture("settings", (120, 36), ("S", *"jjjjjj", "j")),
    Picture("timeline", (120, 24), ("2", "j", "j", "j")),
    Picture("insights", (100, 54), ("3",)),
    Picture("first-start", (80, 24), first_start=True),
)


def earlier(state: State) -> Iterator[tuple[datetime, State]]:
    """Versions of before: one changed since, and one in which an interview stands that was deleted since."""
    if state.interviews:
        one, other, *_ = state.interviews.values()
        gone = replace(other, id=state.next_id, company="Tailspin Toys", uid="tailspin")
        deleted = {gone.id: gone, one.id: replace(one, notes="Ask about the team.")}
        yield NOW - timedelta(hours=2), state.changed(f"Edited {name_of(one)}", NOW, "", {})
        yield NOW - timedelta(hours=26), state.changed(f"Added {name_of(gone)}", NOW, "", deleted)


async def drawn(picture: Picture) -> str:
    """The picture as SVG, of the program as it is now."""
    state = State() if picture.first_start else demo.state(ZoneInfo(ZONE), NOW)
    settings = MemorySettings("" if picture.first_start else ZONE)
    planner, store = planner_with(state, StandingClock(), settings, files={"invitation.ics": INVITATION.encode()})
    backups = MemoryBackups(*earlier(state))

    def restoring() -> Restoring:
        return Restoring(store, backups, planner.reading(), planner.session)

    app = PlannerApp(planner, no_crash, restoring=restoring)
    app.theme = DARK.name
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        picture_of_it = _FONTS.sub("", app.export_screenshot(title="planner", simplify=True))
        # Some viewers would trim the blanks at the ends of each span.
        return picture_of_it.replace("<svg ", '<svg xml:space="preserve" ', 1)


def path_of(picture: Picture) -> Path:
    return FOLDER / f"{picture.name}.svg"


async def main() -> None:
    for picture in PICTURES:
        path_of(picture).write_text(await drawn(picture), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())

"""What was made of files, put right on the screen before it is taken: one row, or how all of them are read."""

from collections.abc import Mapping

import pytest

from planner.domain.errors import StoreTrouble
from planner.tui.screens.board import BoardScreen
from planner.tui.screens.bring import BringScreen
from tests.tui.bringing import FILES, look, preview, proposed, sent
from tests.tui.house import MemoryFiles
from tests.tui.interviews import NORTHWIND
from tests.tui.screen import lines
from tests.tui.seat import WIDE, seated
from tests.tui.typing import cleared, field, settled, typed


async def test_a_date_that_can_be_two_days_is_settled_on_the_screen() -> None:
    sheet = b"Company,Role,Interview\r\nAcme,Dev,12/11/2026 14:00\r\nGlobex,Cook,2026-11-24 09:00\r\n"
    async with seated(files={"jobs.csv": sheet}) as seat:
        await preview(seat, "jobs.csv")
        assert "1 new, 1 refused" in lines(seat.app)[0]
        assert "new" in proposed(seat, "Globex")
        await sent(seat, "space", "j")
        assert "m: say which comes first, day or month." in seat.sees
        assert lines(seat.app)[-1].rstrip().endswith("esc Leave")
        await sent(seat, "e")
        assert "m: say which comes first" in seat.said
        await sent(seat, "m")
        await typed(seat, "day")
        await sent(seat, "enter")
        assert "2 new" in lines(seat.app)[0]
        assert "What you left out or corrected" in seat.said
        assert "Thu 12 Nov 14:00" in proposed(seat, "Acme")


async def test_company_and_role_can_be_corrected() -> None:
    async with seated(NORTHWIND, files=FILES) as seat:
        await preview(seat, "invitation.ics")
        await sent(seat, "e")
        assert field(seat, "Company") == "Lumen Works"
        await seat.pilot.resize_terminal(*WIDE)
        await settled(seat)
        assert lines(seat.app)[-1].strip() == "enter Correct it  esc Back"
        await cleared(seat)
        await typed(seat, "Northwind Traders")
        await sent(seat, "enter")
        await cleared(seat)
        await typed(seat, "Data analyst")
        await sent(seat, "enter")
        assert "Northwind Traders" in proposed(seat, "+ new")
        assert "round 3" in seat.sees
        await sent(seat, "enter")
        taken = seat.interview(2)
        assert (taken.company, taken.role, taken.round) == ("Northwind Traders", "Data analyst", 3)


async def test_a_correction_that_can_not_be_is_said_at_its_field_and_escape_leaves_it() -> None:
    async with seated(files=FILES) as seat:
        await preview(seat, "invitation.ics")
        await sent(seat, "e")
        await cleared(seat)
        await sent(seat, "ctrl+s")
        assert "! Company is empty." in field(seat, "Company")
        await sent(seat, "escape")
        assert "Lumen Works" in proposed(seat, "+ new")
        assert isinstance(seat.app.screen, BringScreen)


async def test_no_other_row_can_be_chosen_while_one_is_corrected() -> None:
    async with seated(NORTHWIND, files=FILES) as seat:
        await preview(seat, "two of them.ics")
        await sent(seat, "e", "tab", "tab", "j", "ctrl+s")
        assert "▌[x]" in proposed(seat, "Lumen Works")
        await sent(seat, "j", "e")
        assert field(seat, "Company") == "Bistro"
        await seat.pilot.click("#rows", offset=(2, 1))
        await sent(seat, "ctrl+s")
        assert "Lumen Works" in seat.sees
        assert "▌[x]" in proposed(seat, "Bistro")


async def test_a_time_whose_zone_nothing_tells_is_refused_until_its_zone_is_given() -> None:
    async with seated(files=FILES) as seat:
        await preview(seat, "unclear.ics")
        assert "“Nowhere Time” is not known here" in " ".join(seat.sees.split())
        assert "enter Import" not in lines(seat.app)[-1]
        await sent(seat, "z")
        await typed(seat, "Asia/Tokio")
        await sent(seat, "enter")
        assert "Did you mean Asia/Tokyo" in field(seat, "Time zone")
        await cleared(seat)
        await typed(seat, "Asia/Tokyo")
        await look(seat)
        assert "Thu 26 Nov 11:00" in proposed(seat, "+ new")
        await sent(seat, "enter")
        assert seat.interview(1).time_zone == "Asia/Tokyo"


async def test_a_file_that_is_gone_when_it_is_read_again_is_said_beside_its_preview() -> None:
    async with seated(files=SHEETS) as seat:
        await preview(seat, "unsure.csv")
        await sent(seat, "m")
        await typed(seat, "dmy")
        files = seat.app.planner.files
        assert isinstance(files, MemoryFiles)
        content = files.files.pop("unsure.csv")
        await look(seat)
        assert "unsure.csv can't be read: no such file or directory." in seat.said
        assert field(seat, "Day order") == "dmy"
        files.files["unsure.csv"] = content
        await look(seat)
        assert "Fri 3 Apr" in seat.sees


# -- tables

SHEETS = {
    "sheet.csv": b"Wo,Was,Wann\r\nAcme,Dev,2026-11-30 14:00\r\nContoso,Dev,\r\n",
    "unsure.csv": b"Company,Role,Interview\r\nAcme,Dev,3/4/2026 14:00\r\n",
}


async def test_what_the_columns_of_a_table_hold_can_be_said_and_is_remembered_once_it_was_taken() -> None:
    async with seated(files=SHEETS) as seat:
        await preview(seat, "sheet.csv")
        assert "1 refused" in lines(seat.app)[0]
        assert "or with m in the preview" in " ".join(seat.sees.split())
        await sent(seat, "m")
        assert "A column can hold company, role, starts_at" in field(seat, "Columns")
        await typed(seat, "Wo=company; Was=role; Wann=starts_at")
        await look(seat)
        assert "1 new, 1 refused" in lines(seat.app)[0]
        assert seat.app.planner.files.columns_said() == {}
        await sent(seat, "m")
        assert "Wo → company, Was → role, Wann → starts_at" in field(seat, "Columns")
        await sent(seat, "escape", "enter")
        assert seat.interview(1).company == "Acme"
        await preview(seat, "sheet.csv")
        assert "1 the same, 1 refused" in lines(seat.app)[0]


async def test_that_columns_could_not_be_remembered_is_said_of_rows_that_were_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with seated(files=SHEETS) as seat:

        def full(said: Mapping[str, Mapping[str, str]]) -> None:
            raise StoreTrouble("What the columns are was not remembered: the disk is full.")

        monkeypatch.setattr(seat.app.planner.files, "keep_columns_said", full)
        await preview(seat, "sheet.csv")
        await sent(seat, "m")
        await typed(seat, "Wo=company; Was=role; Wann=starts_at")
        await look(seat)
        await sent(seat, "enter")
        assert isinstance(seat.app.screen, BoardScreen)
        assert "Import: 1 new, 1 refused." in seat.said
        assert "What the columns are was not remembered" in seat.said


async def test_the_day_order_of_a_table_can_be_said() -> None:
    async with seated(files=SHEETS) as seat:
        await preview(seat, "unsure.csv")
        assert "can be" in seat.sees
        await sent(seat, "m")
        await typed(seat, "dmy")
        await look(seat)
        assert "Fri 3 Apr" in seat.sees


async def test_what_was_typed_of_how_to_read_is_forgotten_when_it_is_left_without_reading() -> None:
    async with seated(files=SHEETS) as seat:
        await preview(seat, "unsure.csv")
        await sent(seat, "z")
        await typed(seat, "Mars")
        await look(seat)
        assert "“Mars” is not a time zone" in field(seat, "Time zone")
        await sent(seat, "escape", "m")
        await typed(seat, "dmy")
        await look(seat)
        assert "Fri 3 Apr" in seat.sees
        await sent(seat, "z")
        assert field(seat, "Time zone").startswith("as in Europe/Paris")


@pytest.mark.parametrize(("columns", "order"), [("Wo", ""), ("Wo=where", ""), ("=company", ""), ("", "ydm")])
async def test_what_is_no_way_to_read_a_table_is_said_at_its_field(columns: str, order: str) -> None:
    async with seated(files=SHEETS) as seat:
        await preview(seat, "sheet.csv")
        await sent(seat, "m")
        await typed(seat, columns)
        await sent(seat, "tab")
        await typed(seat, order)
        await look(seat)
        assert "!" in field(seat, "Day order" if order else "Columns")

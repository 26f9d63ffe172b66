"""Exporting, by what a person sees and presses."""

import json

import pytest

from planner.domain.errors import StoreTrouble
from planner.tui.screens.board import BoardScreen
from planner.tui.screens.take_out import CHOICES, TakeOutScreen
from tests.tui.house import MemoryFiles
from tests.tui.interviews import CONTOSO, NORTHWIND
from tests.tui.screen import lines
from tests.tui.seat import NARROW, WIDE, Seat, seated
from tests.tui.typing import cleared, field, sent, settled, typed

TINY = (40, 12)


def files_of(seat: Seat) -> MemoryFiles:
    files = seat.app.planner.files
    assert isinstance(files, MemoryFiles)
    return files


async def written(seat: Seat) -> str:
    await sent(seat, "enter")
    await seat.app.workers.wait_for_complete()
    return await settled(seat)


@pytest.mark.parametrize("size", [NARROW, WIDE, TINY])
async def test_x_asks_what_to_take(size: tuple[int, int]) -> None:
    async with seated(CONTOSO, size=size) as seat:
        await sent(seat, "x")
        assert isinstance(seat.app.screen, TakeOutScreen)
        for choice in CHOICES:
            assert any(line.strip(" ▌").startswith(f"{choice.key}  {choice.title}") for line in lines(seat.app))
        if size == TINY:
            await sent(seat, "j")
            assert "Table: for a spreadsheet: a row an interview, without the log." in " ".join(seat.sees.split())
        else:
            assert all(choice.tells in seat.sees for choice in CHOICES)


async def test_everything_goes_into_the_file_proposed() -> None:
    async with seated(CONTOSO, NORTHWIND) as seat:
        await sent(seat, "x", "e")
        assert field(seat, "File") == "~/interviews-2026-11-22.json"
        await written(seat)
        assert isinstance(seat.app.screen, BoardScreen)
        assert seat.said.startswith("2 interviews written to ~/interviews-2026-11-22.json")
        (content,) = files_of(seat).files.values()
        assert [one["company"] for one in json.loads(content)["interviews"]] == ["Contoso", "Northwind Traders"]


@pytest.mark.parametrize(
    ("keys", "name", "begins"),
    [
        (("t",), "interviews-2026-11-22.csv", b"uid,company,role"),
        (("r",), "interviews-2026-11-22.md", b"# Job search report"),
        (("down", "down", "down", "enter"), "interviews-2026-11-22.ics", b"BEGIN:VCALENDAR"),
    ],
)
async def test_each_kind_by_its_key_or_by_the_list(keys: tuple[str, ...], name: str, begins: bytes) -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "x", *keys)
        await written(seat)
        assert files_of(seat).files[name].startswith(begins)


async def test_a_private_calendar_names_nobody() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "x", "p")
        await written(seat)
        (content,) = files_of(seat).files.values()
        assert b"Contoso" not in content


async def test_the_days_are_echoed_as_they_were_understood() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "x", "r")
        await typed(seat, "last month")
        assert "= Thu 1 Oct to Sat 31 Oct" in field(seat, "Days")
        await written(seat)
        assert b"Period: 2026-10-01 to 2026-10-31" in next(iter(files_of(seat).files.values()))


async def test_days_that_can_not_be_read_are_said_at_their_field_and_nothing_is_written() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "x", "r")
        await typed(seat, "whenever")
        await written(seat)
        assert "no period that is understood" in field(seat, "Days")
        assert files_of(seat).files == {}


async def test_a_file_that_is_there_is_replaced_only_when_asked_twice() -> None:
    name = "interviews-2026-11-22.json"
    async with seated(CONTOSO, files={name: b"old"}) as seat:
        await sent(seat, "x", "e")
        await written(seat)
        assert "There is such a file already." in seat.sees
        assert files_of(seat).files[name] == b"old"
        await written(seat)
        assert files_of(seat).files[name] != b"old"


async def test_in_a_folder_a_file_gets_the_name_that_was_proposed_and_what_was_said_of_another_goes() -> None:
    name = "interviews-2026-11-22.json"
    async with seated(CONTOSO, files={"mine.json": b"old"}) as seat:
        await sent(seat, "x", "e", "tab")
        await cleared(seat)
        await typed(seat, "/a/mine.json")
        await written(seat)
        assert "There is such a file already." in seat.sees
        await cleared(seat)
        assert "There is such a file already." not in seat.sees
        await typed(seat, "/a/folder")
        await written(seat)
        assert f"1 interview written to /a/folder/{name}." in seat.said
        assert set(files_of(seat).files) == {"mine.json", name}


@pytest.mark.parametrize("path", ["", "'open", "a.json b.json"])
async def test_a_path_that_is_none_is_said_at_its_field(path: str) -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "x", "e", "tab")
        await cleared(seat)
        await typed(seat, path)
        await written(seat)
        assert "!" in field(seat, "File")
        assert files_of(seat).files == {}


async def test_what_can_not_be_written_is_said_and_can_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with seated(CONTOSO) as seat:

        def full(path: str, content: bytes) -> None:
            raise StoreTrouble("The disk is full.", "Free some space.")

        files = files_of(seat)
        real = files.write
        monkeypatch.setattr(files, "write", full)
        await sent(seat, "x", "e")
        await written(seat)
        assert "The disk is full." in seat.sees
        monkeypatch.setattr(files, "write", real)
        await written(seat)
        assert len(files.files) == 1


async def test_escape_goes_back_and_then_leaves() -> None:
    async with seated(CONTOSO) as seat:
        await sent(seat, "x", "e", "escape")
        assert "Private calendar" in seat.sees
        await sent(seat, "escape")
        assert isinstance(seat.app.screen, BoardScreen)

"""Going back to an earlier version on the screen, by what a person sees and presses."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest

from planner.domain.errors import Unreadable
from planner.planning.fields import Reading
from planner.planning.planner import Planner
from planner.planning.restoring import Restoring
from planner.planning.settings import Display
from planner.planning.versions import Version
from planner.store.backup_folder import BackupFolder
from planner.tui.app import PlannerApp
from planner.tui.rescue import RescueApp
from planner.tui.screens.backups import BackupsScreen
from planner.tui.screens.board import BoardScreen
from tests.store.made import NOW, added, change, data_file, edited, look
from tests.tui.house import MemoryFiles, MemoryLetterFiles, MemorySettings, numbers
from tests.tui.screen import text
from tests.tui.seat import NARROW, WIDE, no_crash, seated


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A data file with three backups: empty notes, other notes, and before the second interview was deleted."""
    path = tmp_path / "planner.json"
    for each in (added(), edited(1, "old notes"), added("7a1d"), change("Deleted", {2: None})):
        data_file(path).commit(each)
    return path


def restoring(path: Path, session: str = "this session") -> Restoring:
    return Restoring(data_file(path), BackupFolder(path, lambda: NOW), Reading("UTC", "", NOW), session)


class Keeper:
    """Someone before the screen that shows the file at `path`."""

    def __init__(self, path: Path, app: PlannerApp | RescueApp) -> None:
        self.path, self.app = path, app

    async def press(self, *keys: str) -> str:
        """What is seen once nothing is under way any more."""
        for key in ("", *keys):
            if key:
                await self.pilot.press(key)
            while self.app._waiting or self.app.workers or not self.app._is_quiet():  # noqa: ASYNC110 - as in `settled`
                await asyncio.sleep(0.001)
        await self.pilot.pause()
        return text(self.app)

    @asynccontextmanager
    async def seated(self, size: tuple[int, int]) -> AsyncIterator["Keeper"]:
        async with self.app.run_test(size=size) as self.pilot:
            await self.press()
            yield self


def at_the_board(path: Path) -> Keeper:
    planner = Planner(
        data_file(path),
        MemorySettings(),
        lambda: NOW,
        session="this session",
        new_uid=numbers(),
        files=MemoryFiles({}),
        letter_files=MemoryLetterFiles(),
    )
    return Keeper(path, PlannerApp(planner, no_crash, restoring=lambda: restoring(path)))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_backup_is_looked_at_restored_by_y_alone_and_that_is_undone(path: Path, size: tuple[int, int]) -> None:
    async with at_the_board(path).seated(size) as keeper:
        before = look(path)
        seen = await keeper.press("B")
        (chosen,) = (line for line in seen.splitlines() if "▌" in line)
        assert "2 interviews" in chosen
        assert seen.count("1 interview") == 2
        assert "kept longer  Added" in chosen
        assert [line.strip() for line in seen.splitlines()[-3:-1]] == [
            "Its last change: Added.",
            "Kept longer: it was asked for, or stood before a large change.",
        ]
        seen = await keeper.press("enter")
        assert "+ comes back" in seen
        assert "Northwind Traders" in seen
        assert look(path) == before
        await keeper.press("enter")
        assert look(path) == before
        seen = await keeper.press("y")
        assert isinstance(keeper.app.screen, BoardScreen)
        assert "Restored the version of" in seen
        assert set(data_file(path).load().interviews) == {1, 2}
        assert seen.count("Northwind") >= 2
        await keeper.press("u")
        assert set(data_file(path).load().interviews) == {1}


async def test_what_would_change_is_told_field_by_field_and_escape_changes_nothing(path: Path) -> None:
    async with at_the_board(path).seated(NARROW) as keeper:
        before = look(path)
        seen = await keeper.press("B", "G", "enter")
        assert "~ changes" in seen
        assert "Notes: old notes → nothing" in seen
        assert "1 interview" in await keeper.press("escape")
        await keeper.press("escape")
        assert isinstance(keeper.app.screen, BoardScreen)
        assert look(path) == before


def spoil(path: Path) -> None:
    """Cuts the oldest backup off, and makes the newest one a copy of the file."""
    newest, *_, oldest = sorted((path.parent / f"{path.name}.backups").iterdir(), reverse=True)
    oldest.write_bytes(oldest.read_bytes()[:-9])
    newest.write_bytes(path.read_bytes())


async def test_one_that_can_not_be_opened_or_changes_nothing_is_not_restored(path: Path) -> None:
    spoil(path)
    async with at_the_board(path).seated(NARROW) as keeper:
        assert "can't be opened. It is cut off" in await keeper.press("B", "G")
        seen = await keeper.press("enter")
        assert isinstance(keeper.app.screen, BackupsScreen)
        assert "can't be opened. It is cut off" in seen
        seen = await keeper.press("g", "enter")
        assert "nothing to restore" in seen
        assert "Restore it" not in seen
        await keeper.press("y")
        assert isinstance(keeper.app.screen, BackupsScreen)


async def test_what_another_session_changed_meanwhile_is_not_overwritten(path: Path) -> None:
    async with at_the_board(path).seated(NARROW) as keeper:
        await keeper.press("B", "enter")
        data_file(path).commit(edited(1, "newer"))
        before = look(path)
        assert "The data file was changed meanwhile." in await keeper.press("y")
        assert look(path) == before


def cut_off(path: Path) -> tuple[bytes, Unreadable]:
    """What is left of the file, and how it is told."""
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(Unreadable) as trouble:
        data_file(path).load()
    return path.read_bytes(), trouble.value


def files_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.mark.parametrize("size", [NARROW, (40, 12)])
async def test_a_file_that_can_not_be_opened_is_named_and_a_backup_takes_its_place(
    path: Path, size: tuple[int, int]
) -> None:
    broken, trouble = cut_off(path)
    app = RescueApp(restoring(path), trouble, no_crash, Display())
    async with Keeper(path, app).seated(size) as keeper:
        assert "can't be opened" in " ".join(text(app).split())
        assert "This takes its place" in " ".join((await keeper.press("enter")).split())
        assert files_in(path.parent)[path.name] == broken
        await keeper.press("y")
    assert app.done
    assert "The file as it was is kept as" in app.done.sentence
    assert set(data_file(path).load().interviews) == {1, 2}
    assert broken in files_in(path.parent).values()


async def test_made_up_interviews_have_no_backups() -> None:
    async with seated() as seat:
        await seat.press("B")
        assert "no backups" in seat.said


class SlowRestoring(Restoring):
    """Takes its time to list the backups, until it is `let_go`."""

    let_go = Event()

    def each(self) -> Iterator[Version]:
        self.let_go.wait(10)
        return super().each()


async def test_while_the_backups_are_read_one_may_leave(path: Path) -> None:
    keeper = at_the_board(path)
    assert isinstance(keeper.app, PlannerApp)
    keeper.app.restoring = lambda: SlowRestoring(
        data_file(path), BackupFolder(path, lambda: NOW), Reading("UTC", "", NOW), "this session"
    )
    async with keeper.app.run_test() as pilot:
        await pilot.press("B", "enter")
        assert "Looking" in text(keeper.app)
        await pilot.press("escape")
        assert isinstance(keeper.app.screen, BoardScreen)
        SlowRestoring.let_go.set()
        await keeper.app.workers.wait_for_complete()
        assert isinstance(keeper.app.screen, BoardScreen)


class GrowingRestoring(Restoring):
    """Lists the first backup at once, and the others while it is being told when that was."""

    def __init__(self, path: Path) -> None:
        super().__init__(data_file(path), BackupFolder(path, lambda: NOW), Reading("UTC", "", NOW), "this session")
        self.first, self.asked, self.all = Event(), Event(), Event()

    def each(self) -> Iterator[Version]:
        first, *others = super().each()
        yield first
        self.first.set()
        self.asked.wait(10)
        yield from others
        self.all.set()

    def when(self, version: Version) -> str:
        self.asked.set()
        self.all.wait(10)
        return super().when(version)


async def test_backups_may_be_read_while_the_list_is_drawn(path: Path) -> None:
    keeper = at_the_board(path)
    assert isinstance(keeper.app, PlannerApp)
    growing = GrowingRestoring(path)
    keeper.app.restoring = lambda: growing
    async with keeper.app.run_test(size=NARROW) as pilot:
        await pilot.press("B")
        assert await asyncio.to_thread(growing.first.wait, 10)
        await pilot.resize_terminal(*WIDE)
        await keeper.app.workers.wait_for_complete()
        await pilot.pause()
        assert text(keeper.app).count("1 interview") == 2

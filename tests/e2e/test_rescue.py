"""The board is to open on a data file that can't be opened: the backups are offered instead."""

from pathlib import Path

import pytest

from planner.__main__ import main
from tests.e2e.person import at_the_terminal
from tests.e2e.pty_session import PYTHON_M, pty_session
from tests.store.made import added, data_file, edited


@pytest.fixture
def data(home: Path) -> Path:
    """A data file that is cut off, with one backup."""
    path = home / ".local" / "share" / "planner" / "planner.json"
    data_file(path).commit(added())
    data_file(path).commit(edited(1, "new"))
    path.write_bytes(path.read_bytes()[:-20])
    assert main(["config", "home-zone", "America/New_York"]) == 0
    return path


def test_a_backup_takes_its_place_and_the_board_opens_on_it(data: Path) -> None:
    with at_the_terminal() as person:
        person.sees("planner.json can't be opened")
        person.sees("comes back Northwind Traders", b"\r")
        person.sees("The file as it was is kept as", b"y")
        person.sees("Data analyst")
        assert person.leaves() == 0
    assert data_file(data).load().interviews[1].notes == ""


def test_left_as_it_is_the_start_ends_as_without_a_terminal(data: Path) -> None:
    before = data.read_bytes()
    with pty_session(*PYTHON_M, "planner") as session:
        session.read_until(b"What it would change")
        session.type(b"\x1b")
        assert session.exit_code() == 4
        assert session.is_restored()
        assert b"puts it in place. The file was left as it is." in session.output
    assert data.read_bytes() == before

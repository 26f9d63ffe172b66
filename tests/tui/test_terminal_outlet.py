"""What is drawn reaches the terminal, or goes nowhere, and the thread that writes lives on."""

import os
from pathlib import Path
from typing import TextIO

import pytest

from planner.tui.terminal.outlet import Outlet


class Failing:
    """A stream on which nothing can be written, for that reason."""

    def __init__(self, file: TextIO, error: Exception) -> None:
        self._file, self._error = file, error

    def write(self, _text: str) -> int:
        raise self._error

    def fileno(self) -> int:
        return self._file.fileno()


@pytest.mark.parametrize(
    ("error", "reported", "written"),
    [(ValueError("a bug"), 1, "one, two"), (BrokenPipeError(), 0, "")],
    ids=["a bug is told once and what is drawn still arrives", "that the terminal has gone is no bug"],
)
def test_a_write_that_fails(tmp_path: Path, error: Exception, reported: int, written: str) -> None:
    found: list[Exception] = []
    lost: list[bool] = []
    path = tmp_path / "terminal"
    with path.open("w") as file:
        outlet = Outlet(Failing(file, error), found.append, lambda: lost.append(True))  # type: ignore[arg-type]
        outlet.write("one, ")
        outlet.write("two")
        os.fsync(file.fileno())
    assert found == [error] * reported
    assert path.read_text() == written
    assert bool(lost) is not bool(written)

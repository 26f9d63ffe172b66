"""The bar of a command that takes a while."""

import io
from threading import Event

import pytest

from planner.cli.console import Console
from planner.cli.progress import shown
from planner.planning.transfer import SAVING, Progress, Stage


class Terminal(io.StringIO):
    """A terminal; `drawn` is set once something is."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.drawn.set()
        return super().write(text)


def test_the_bar_is_drawn_over_itself_and_gone_when_it_ends() -> None:
    terminal = Terminal()
    with shown(Console(None, terminal, columns=25), patience=0) as watch:
        watch(Progress(Stage.READING, 0.5))
        assert terminal.drawn.wait(5)
    assert terminal.getvalue().startswith("\rReading  █████·····  50%")
    assert terminal.getvalue().endswith(f"\r{' ' * 24}\r")


def test_a_shorter_line_leaves_nothing_of_a_longer_one() -> None:
    terminal = Terminal()
    console = Console(None, terminal, plain=True)
    console.passing("Reading ██")
    console.passing(SAVING.stage)
    assert terminal.getvalue() == "\rReading ##\rSaving    "


def test_it_goes_away_when_the_work_is_interrupted() -> None:
    terminal = Terminal()
    with pytest.raises(KeyboardInterrupt), shown(Console(None, terminal), patience=0) as watch:  # noqa: PT012
        watch(SAVING)
        assert terminal.drawn.wait(5)
        raise KeyboardInterrupt
    assert terminal.getvalue() == "\rSaving …\r        \r"


def test_what_is_soon_done_shows_none() -> None:
    terminal = Terminal()
    with shown(Console(None, terminal)) as watch:
        watch(SAVING)
    assert not terminal.drawn.is_set()


def test_where_nobody_sees_it_come_nothing_is_drawn() -> None:
    for stream in (io.StringIO(), None):
        with shown(Console(None, stream), patience=0) as watch:
            watch(SAVING)
        assert not (stream and stream.getvalue())

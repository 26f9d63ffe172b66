"""An error that nobody catches is reported, and printed nowhere: what it holds may be a person's own text."""

import sys
import threading
from collections.abc import Iterator

import pytest

from planner.system.strays import hand_to

SECRET = "84,000 a year"


class Thrown:
    def __del__(self) -> None:
        raise ValueError(SECRET)


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)  # so that they are put back
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reported: list[BaseException] = []
    hand_to(reported.append)
    yield reported
    reported.clear()


def run(error: BaseException) -> None:
    def fail() -> None:
        raise error

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def test_the_error_of_a_thread_and_of_something_thrown_away(
    reported: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    run(ValueError(SECRET))
    thrown = Thrown()
    del thrown
    assert [str(error) for error in reported] == [SECRET, SECRET]
    assert capsys.readouterr() == ("", "")


def test_a_thread_that_ends_itself_is_no_error(reported: list[BaseException]) -> None:
    run(SystemExit())
    assert reported == []

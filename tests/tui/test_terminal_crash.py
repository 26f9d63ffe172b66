"""A bug ends the program with one sentence that names the report, and holds nothing of the person's."""

import asyncio
import gc
from pathlib import Path

import pytest

from planner.domain.errors import BadInput
from planner.tui.guarded_app import GuardedApp

SECRET = "84,000 a year"


class Outside(GuardedApp):
    """Fails where Textual itself runs, beyond its handling of errors."""

    def run(self, **_: object) -> None:
        raise ValueError(SECRET)


class Inside(GuardedApp):
    """Fails, as `kind` says, in a timer, in a worker, or at the start."""

    def __init__(self, kind: str) -> None:
        super().__init__(self._note)
        self.kind = kind
        self.reported: list[BaseException] = []

    def _note(self, error: BaseException) -> Path:
        self.reported.append(error)
        return Path("/crashes/1")

    def on_mount(self) -> None:
        match self.kind:
            case "timer":
                self.set_timer(0.001, self._fail)
            case "worker":
                self.run_worker(self._work())
            case "task":
                _ = asyncio.get_running_loop().create_task(self._work())
            case _:
                self._fail()

    async def _work(self) -> None:
        self._fail()

    def _fail(self) -> None:
        raise ValueError(SECRET)


@pytest.mark.parametrize("kind", ["timer", "worker", "start"])
async def test_the_bug_itself_is_reported_once_and_the_exit_code_is_1(kind: str) -> None:
    app = Inside(kind)
    with pytest.raises(Exception, match=SECRET):
        await run_until_it_fails(app)
    assert [type(error) for error in app.reported] == [ValueError]
    assert app.return_code == 1


async def run_until_it_fails(app: Inside) -> None:
    async with app.run_test():
        await app._exception_event.wait()


def test_what_leaves_textual_itself_is_told_in_the_same_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert Outside(lambda _: Path("/crashes/1\x1b[2J")).run_guarded() == 1
    assert capsys.readouterr().err == (
        "planner met a bug of its own (ValueError) and stopped;"
        " what it was doing, without anything of yours, is in /crashes/1\ufffd[2J.\n"
    )


async def test_the_bug_of_a_task_that_nobody_waits_for_is_reported_and_nowhere_told(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    app = Inside("task")
    async with app.run_test() as pilot:
        await pilot.pause(0.01)
        gc.collect()
        await pilot.pause()
    assert [type(error) for error in app.reported] == [ValueError]
    assert SECRET not in caplog.text + "".join(capsys.readouterr())


def test_without_a_folder_for_reports_the_bug_is_told_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(_: BaseException) -> Path:
        raise BadInput("HOME is not set.")

    assert Outside(refuse).run_guarded() == 1
    assert capsys.readouterr().err == (
        "planner met a bug of its own (ValueError) and stopped;"
        " where it happened could not be written down: HOME is not set.\n"
    )


def test_a_report_that_cant_be_written_is_no_second_bug(capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(_: BaseException) -> Path:
        raise PermissionError(13, "Permission denied", "/crashes")

    assert Outside(refuse).run_guarded() == 1
    assert capsys.readouterr().err == (
        "planner met a bug of its own (ValueError) and stopped;"
        " where it happened could not be written down (Permission denied).\n"
    )

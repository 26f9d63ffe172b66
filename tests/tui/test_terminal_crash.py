"""A bug ends the program with one sentence that names the report, and holds nothing of the person's."""

from pathlib import Path

import pytest

from planner.tui.guarded_app import GuardedApp

SECRET = "84,000 a year"


class Outside(GuardedApp):
    """Fails where Textual itself runs, beyond its handling of errors."""

    def run(self, **_: object) -> None:  # type: ignore[override]
        raise ValueError(SECRET)


class Inside(GuardedApp):
    """Fails, as `kind` says, in a timer, in a worker, or at the start."""

    def __init__(self, kind: str, reported: list[BaseException]) -> None:
        super().__init__(lambda error: reported.append(error) or Path("/crashes/1"))
        self._kind = kind

    def on_mount(self) -> None:
        match self._kind:
            case "timer":
                self.set_timer(0.001, self._fail)
            case "worker":
                self.run_worker(self._work())
            case _:
                self._fail()

    async def _work(self) -> None:
        self._fail()

    def _fail(self) -> None:
        raise ValueError(SECRET)


@pytest.mark.parametrize("kind", ["timer", "worker", "start"])
async def test_the_bug_itself_is_reported_once_and_the_exit_code_is_1(kind: str) -> None:
    reported: list[BaseException] = []
    app = Inside(kind, reported)
    with pytest.raises(Exception, match=SECRET):
        async with app.run_test() as pilot:
            await pilot._wait_for_screen(timeout=10)
            await app._exception_event.wait()
    assert [type(error) for error in reported] == [ValueError]
    assert app.return_code == 1


def test_what_leaves_textual_itself_is_told_in_the_same_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert Outside(lambda _: Path("/crashes/1\x1b[2J")).run_guarded() == 1
    assert capsys.readouterr().err == (
        "planner met a bug of its own (ValueError) and stopped;"
        " what it was doing, without anything of yours, is in /crashes/1\ufffd[2J.\n"
    )


def test_a_report_that_cant_be_written_is_no_second_bug(capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(_: BaseException) -> Path:
        raise PermissionError(13, "Permission denied", "/crashes")

    assert Outside(refuse).run_guarded() == 1
    assert capsys.readouterr().err == (
        "planner met a bug of its own (ValueError) and stopped;"
        " where it happened could not be written down (Permission denied).\n"
    )

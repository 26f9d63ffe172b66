"""The line that is remembered for prompts: quick, and never another than the program would say now."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planner import entrance, prompt
from planner.__main__ import main

ASKED = "due --short of a test"
NOW = 1_800_000_000.0


class Shell:
    """Asks as a prompt does; `computed` counts the answers that were not remembered."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.data = home / "interviews.json"
        self.config = home / ".config" / "planner" / "config.toml"
        self.memory = home / ".cache" / "planner" / "due-short"
        self.computed = 0
        self._capsys = capsys
        monkeypatch.setenv("PLANNER_DATA", str(self.data))
        whole = entrance.main

        def counted(*given: object) -> int:
            self.computed += 1
            return whole(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(entrance, "main", counted)

    def __call__(self, *words: str) -> str:
        assert main(words) == 0
        return self._capsys.readouterr().out

    def line(self) -> str:
        return self("due", "--short")

    def true_line(self) -> str:
        self.memory.unlink(missing_ok=True)
        return self.line()


@pytest.fixture
def shell(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """One interview was held yesterday, and what is due was asked: it is remembered, and was not computed since."""
    shell = Shell(home, capsys, monkeypatch)
    shell.config.parent.mkdir(parents=True)
    shell.config.write_text('[policy]\nhome_time_zone = "Europe/Berlin"\n')
    shell("add", "Acme", "Analyst", "yesterday 14:00")
    monkeypatch.setattr(prompt, "COARSEST_CLOCK", -60.0)
    assert "1 thank-you" in shell.line()
    shell.computed = 0
    return shell


def test_what_was_answered_is_answered_again_without_loading_the_program(shell: Shell) -> None:
    code = (
        "import sys; from planner import prompt; from planner.__main__ import main; prompt.COARSEST_CLOCK = -60.0;"
        "main(['due', '--short']); print(*sys.modules)"
    )
    asked = [sys.executable, "-c", code]
    env = os.environ | {"PLANNER_DATA": str(shell.data)}
    first, again = (subprocess.run(asked, capture_output=True, check=True, text=True, env=env) for _ in range(2))
    assert again.stdout.splitlines()[0] == first.stdout.splitlines()[0]
    loaded = {name for name in again.stdout.split() if name.startswith("planner") or name in {"re", "json", "typing"}}
    assert loaded == {"planner", "planner.__main__", "planner.prompt"}


def test_a_prompt_that_asks_again_computes_nothing(shell: Shell) -> None:
    line = shell.line()
    assert shell.computed == 0
    assert line == shell.true_line()


def thank(shell: Shell) -> None:
    shell("thank", "acme")


def thank_and_undo(shell: Shell) -> None:
    shell("thank", "acme")
    shell.line()
    shell("undo")


def add_another(shell: Shell) -> None:
    shell("add", "Globex", "Clerk", "yesterday 16:00")


def write_in_place_as_if_nothing_was(shell: Shell) -> None:
    """As long as before, at the same time as before, in the same file."""
    before = shell.data.stat()
    text = shell.data.read_text()
    day = next(part for part in text.split('"') if part[:2] == "20" and "T14:00" in part)
    later = f"2099{day[4:]}"
    with shell.data.open("r+") as file:
        file.write(text.replace(day, later, 1))
    os.utime(shell.data, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert shell.data.stat()[:7] == before[:7]


def put_another_file_in_its_place(shell: Shell) -> None:
    other = shell.home / "other.json"
    other.write_bytes(shell.data.read_bytes().replace(b"Acme", b"Acne"))
    before = shell.data.stat()
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(shell.data)


def lead_elsewhere(shell: Shell) -> None:
    real = shell.data.rename(shell.home / "real.json")
    shell.data.symlink_to(real)
    shell.true_line()
    empty = shell.home / "empty.json"
    shell("--data", str(empty), "add", "Globex", "Clerk", "+14d 16:00")
    shell.data.unlink()
    shell.data.symlink_to(empty)


def change_the_rules(shell: Shell) -> None:
    shell.config.write_text('[policy]\nhome_time_zone = "Europe/Berlin"\nthank_you_lapse_days = 1\n')


def take_it_away(shell: Shell) -> None:
    shell.data.rename(shell.home / "elsewhere.json")


@pytest.mark.parametrize(
    "change",
    [
        thank,
        thank_and_undo,
        add_another,
        write_in_place_as_if_nothing_was,
        put_another_file_in_its_place,
        lead_elsewhere,
        change_the_rules,
        take_it_away,
    ],
)
def test_after_any_change_the_line_is_the_true_one(shell: Shell, change: Callable[[Shell], None]) -> None:
    change(shell)
    shell.computed = 0
    line = shell.line()
    assert shell.computed == 1
    assert line == shell.true_line()


@pytest.mark.parametrize("variable", ["TZ", "COLUMNS", "LC_ALL", "XDG_CONFIG_HOME"])
def test_another_question_has_another_answer(shell: Shell, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, "7")
    try:
        shell.line()
    except AssertionError:  # a zone of that name is refused
        assert variable == "TZ"
    assert shell.computed == 1


def test_another_file_has_another_answer(shell: Shell) -> None:
    assert shell("--data", str(shell.home / "none.json"), "due", "--short") == ""
    assert "1 thank-you" in shell.line()


def test_a_file_named_from_here_is_another_one_elsewhere(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in (shell.home, shell.home / ".config"):
        monkeypatch.chdir(folder)
        assert ("1 thank-you" in shell("due", "--short", "--data", "interviews.json")) == (folder == shell.home)


@pytest.mark.parametrize(
    "words",
    [["due"], ["due", "--short", "--check"], ["due", "--short", "--json"], ["--at", "now", "due", "--short"], []],
)
def test_only_the_prompt_s_question_is_remembered(words: list[str]) -> None:
    assert prompt.question(words) == ""
    assert prompt.question(["due", "--short"]) != ""


def test_on_a_terminal_the_line_is_as_wide_as_that_and_is_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", type("Terminal", (), {"isatty": lambda self: True})())
    assert prompt.question(["due", "--short"]) == ""


def remembered(text: str, now: float = NOW) -> bool:
    file = Path(prompt.path())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(0o600)
    return prompt.answer(ASKED, now)


def a_memory(home: Path, until: float | None = NOW + 100) -> str:
    file = home / "data.json"
    file.touch()
    return prompt.memory(ASKED, "1 thank-you", prompt.looked_at([str(file)], NOW), NOW, until)


@pytest.mark.parametrize(
    ("until", "now", "holds"),
    [
        (NOW + 100, NOW, True),
        (NOW + 100, NOW + 99.9, True),
        (NOW + 100, NOW + 100, False),  # the next thing opens
        (NOW + 100, NOW - 0.1, False),  # the clock was put back
        (None, NOW + 86_399, True),
        (None, NOW + 86_400, False),
        (NOW + 10**6, NOW + 86_400, False),
    ],
)
def test_it_holds_until_the_clock_changes_something_and_never_for_more_than_a_day(
    home: Path, until: float | None, now: float, holds: bool
) -> None:
    assert remembered(a_memory(home, until), now) is holds


def test_a_torn_memory_is_none(home: Path) -> None:
    whole = a_memory(home)
    assert remembered(whole)
    assert not any(remembered(whole[:length]) for length in range(len(whole)))


def test_a_file_that_changed_just_now_is_not_vouched_for(home: Path) -> None:
    file = home / "data.json"
    file.touch()
    made = file.stat().st_ctime
    assert prompt.looked_at([str(file)], made + 1) == {}
    assert prompt.looked_at([str(file)], made + 3) != {}
    assert prompt.memory(ASKED, "1 thank-you", {}, NOW, None) == ""


def test_a_memory_that_others_may_read_or_have_put_there_is_none(home: Path) -> None:
    whole, file = a_memory(home), Path(prompt.path())
    assert remembered(whole)
    file.chmod(0o640)
    assert not prompt.answer(ASKED, NOW)
    file.chmod(0o600)
    assert prompt.answer(ASKED, NOW)
    file.rename(home / "theirs")
    file.symlink_to(home / "theirs")
    assert not prompt.answer(ASKED, NOW)
    file.unlink()
    os.mkfifo(file)
    assert not prompt.answer(ASKED, NOW)


def test_what_has_a_line_break_in_its_name_is_not_remembered(home: Path) -> None:
    file = home / "two\nlines.json"
    file.touch()
    assert prompt.memory(ASKED, "1 thank-you", prompt.looked_at([str(file)], NOW), NOW, None) == ""


def test_where_nothing_can_be_kept_the_answer_comes_all_the_same(shell: Shell) -> None:
    shell.memory.unlink()
    shell.memory.parent.rmdir()
    shell.memory.parent.write_text("in the way")
    assert "1 thank-you" in shell.line()
    assert "1 thank-you" in shell.line()
    assert shell.computed == 2


def test_what_is_told_beside_the_line_is_told_each_time(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    shell.config.write_text('[policy]\nday_zone = "home"\n')
    for _ in range(2):
        main(["due", "--short"])
        assert "No home time zone is set" in capsys.readouterr().err


def test_a_file_open_to_others_is_told_and_mended_though_the_line_was_known(
    shell: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.data.chmod(0o644)
    main(["due", "--short"])
    assert str(shell.data) in capsys.readouterr().err
    assert shell.data.stat().st_mode & 0o777 == 0o600


def test_the_memory_is_its_owner_s_alone_and_goes_with_a_purge(shell: Shell) -> None:
    assert (shell.memory.stat().st_mode & 0o777, shell.memory.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert str(shell.memory) in shell("purge", "--yes")
    assert not shell.memory.parent.exists()


def test_ctrl_c_while_the_program_is_loaded_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(asked: str, now: float) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(prompt, "answer", interrupted)
    assert main(["list"]) == 130
    assert capsys.readouterr() == ("", "")

"""Commands that ask, at a real terminal; and the demo, which leaves nothing behind."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.e2e.program import PLANNER
from tests.e2e.pty_session import pty_session


def companies() -> list[str]:
    listed = subprocess.run([*PLANNER, "list", "--json"], capture_output=True, check=True, timeout=30)
    return [one["company"] for one in json.loads(listed.stdout)["interviews"]]


def test_add_asks_and_delete_asks_again() -> None:
    with pty_session(*PLANNER, "add") as adding:
        adding.read_until(b"Which company?")
        adding.read_until(b"For which role?", b"Acme\n")
        adding.read_until(b"When does it begin", b"Dev\n")
        adding.read_until(b"When does it begin", b"some day\n")
        adding.type(b"tomorrow 14:00\n")
        assert adding.exit_code() == 0
        assert adding.is_restored()
    assert companies() == ["Acme"]
    for answer, left in ((b"n\n", ["Acme"]), (b"y\n", [])):
        with pty_session(*PLANNER, "delete", "acme") as deleting:
            deleting.read_until(b"[y/N]")
            deleting.type(answer)
            assert deleting.exit_code() == 0
        assert companies() == left


def test_ctrl_c_at_a_question_changes_nothing_and_ends_with_130() -> None:
    with pty_session(*PLANNER, "add") as adding:
        adding.read_until(b"Which company?")
        adding.read_until_quiet()  # one that comes as Python goes to read is answered only once it has read
        adding.type(b"\x03")
        assert adding.exit_code() == 130
        assert b"Traceback" not in adding.output
    assert companies() == []


def test_a_terminal_is_painted_unless_no_color_says_not(monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run([*PLANNER, "add", "Acme", "Dev", "tomorrow 9:00"], capture_output=True, check=True, timeout=30)
    for painted in (True, False):
        with pty_session(*PLANNER, "list") as listing:
            assert listing.exit_code() == 0
            assert b"Acme" in listing.output
            assert (b"\x1b[" in listing.output) is painted
        monkeypatch.setenv("NO_COLOR", "1")


def test_the_demo_opens_the_board_and_leaves_nothing_behind(home: Path) -> None:
    temporary = home / "tmp"
    temporary.mkdir()
    with pty_session(*PLANNER, "demo", TMPDIR=str(temporary)) as demo:
        demo.read_until(b"Northwind")
        assert len(list(temporary.iterdir())) == 1
        demo.type(b"q")
        assert demo.exit_code() == 0
        assert demo.is_restored()
    assert list(temporary.iterdir()) == []
    assert list(home.rglob("*.json")) == []


@pytest.mark.parametrize("elsewhere", ["2>told", "2>&-", "<&-"])
def test_without_a_terminal_for_keys_and_drawing_the_board_is_refused_without_an_escape_byte(
    elsewhere: str, home: Path
) -> None:
    with pty_session("sh", "-c", f"cd {home}; {' '.join(PLANNER)} {elsewhere}") as session:
        assert session.exit_code() == 2
        told = session.output + b"".join(file.read_bytes() for file in home.glob("told"))
    assert b"\x1b" not in told
    assert (b"planner list" in told) is (elsewhere != "2>&-")


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_can_not_draw_is_pointed_to_the_list(term: str) -> None:
    for command in ((), ("demo",)):
        with pty_session(*PLANNER, *command, TERM=term) as session:
            assert session.exit_code() == 2
            assert b"planner list" in session.output
            assert b"\x1b" not in session.output

"""Whatever happens to the terminal or the line to it, the program ends or goes on as it should, and leaves it clean."""

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.tui.terminal.environment import PLAIN_OUTPUT
from tests.e2e.pty_session import PYTHON_M, PtySession, pty_session
from tests.tui.tiny_app import SECRET

TINY_APP = (*PYTHON_M, "tests.tui.run_tiny_app")
GONE_WITHIN = 3.0
LEFT_SCREEN = b"\x1b[?1049l"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which the tiny app keeps what was typed."""
    file = tmp_path / "kept"
    file.touch()
    monkeypatch.setenv("KEPT", str(file))
    monkeypatch.setenv(PLAIN_OUTPUT, "1")  # what is looked for is written whole
    return file


@pytest.fixture
def session(kept: Path) -> Iterator[PtySession]:
    with pty_session(*TINY_APP) as session:
        session.read_until(b"ready")
        yield session


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGTERM])
def test_a_signal_to_end_is_obeyed_with_what_was_typed_kept_and_the_terminal_as_before(
    session: PtySession, kept: Path, number: signal.Signals
) -> None:
    session.type(b"abc")
    session.wait_for(lambda: kept.read_text() == "abc", "the keys do not arrive")
    session.process.send_signal(number)
    assert session.exit_code(GONE_WITHIN) == 128 + number
    assert session.is_restored()
    assert kept.read_text() == "abc."
    # Of a screen that grew meanwhile, tmux would put the rows among those of the shell.
    shown_last = session.output.rpartition(LEFT_SCREEN)[0].rpartition(b"\x1b[2J")
    assert shown_last[1]
    assert re.sub(rb"\x1b\[[?<\d]*[a-z]", b"", shown_last[2]) == b""


@pytest.mark.parametrize("ignoring_hangup", [False, True], ids=["told", "not told"])
def test_a_dropped_line_ends_the_program_with_what_was_typed_kept(kept: Path, ignoring_hangup: bool) -> None:
    with pty_session(*TINY_APP, ignoring_hangup=ignoring_hangup) as session:
        session.read_until(b"ready")
        session.type(b"abc")
        session.wait_for(lambda: kept.read_text() == "abc", "the keys do not arrive")
        session.drop_line()
        assert session.exit_code(GONE_WITHIN) == 128 + signal.SIGHUP
    assert kept.read_text() == "abc."


def test_a_program_that_hangs_still_ends_on_a_signal_with_the_terminal_as_before(
    session: PtySession, kept: Path
) -> None:
    session.type(b"\x02")
    session.wait_for(lambda: kept.read_text() == "blocked", "it does not hang")
    session.process.send_signal(signal.SIGTERM)
    assert session.exit_code(GONE_WITHIN) == 128 + signal.SIGTERM
    assert session.is_restored()


def test_keys_are_taken_while_the_line_stalls_and_kept_when_the_program_is_ended(
    session: PtySession, kept: Path
) -> None:
    typed = "0123456789" * 40
    session.type(b"\x17" + typed.encode())
    session.wait_for(lambda: kept.read_text() == typed, "the keys do not arrive", reading=False)
    session.process.send_signal(signal.SIGTERM)
    assert session.exit_code(GONE_WITHIN) == 128 + signal.SIGTERM
    assert kept.read_text() == typed + "."


def test_bytes_that_are_no_key_change_nothing(session: PtySession) -> None:
    invalid_utf8, mouse_beyond_column_95 = b"\xff", b"\x1b[M \xa5\xff"
    impossible_keys = b"\x1b[1114112u", b"\x1b[99999999999u", b"\x1b[:0A"
    forged_sizes = b"\x1b[48;0;0;0;0t", b"\x1b[48;99999;99999;0;0t"
    impossible_place = b"\x1b[<0;99999999999;1M"
    for noise in (invalid_utf8, mouse_beyond_column_95, *impossible_keys, *forged_sizes, impossible_place):
        session.read_until(b"pressed a", keys=noise + b"a")
        session.read_until(b"pressed b", keys=b"b")
    session.type(b"\x18")
    assert session.exit_code() == 5
    assert session.is_restored()


def test_a_bug_is_told_in_one_sentence_without_what_the_program_held(session: PtySession) -> None:
    session.type(b"\x05")
    assert session.exit_code() == 1
    assert session.is_restored()
    told = re.sub(rb"\x1b\[[?\d]*[hl]", b"", session.output.rpartition(LEFT_SCREEN)[2]).decode()
    assert told == (
        "planner met a bug of its own (ValueError) and stopped;"
        " what it was doing, without anything of yours, is in /crashes/ValueError.\r\n"
    )
    assert SECRET.encode() not in session.output


def test_ctrl_z_gives_the_terminal_back_until_the_program_is_resumed(session: PtySession) -> None:
    session.read_until(b"pressed a", keys=b"a")  # Textual has painted all it paints at the start
    session.type(b"\x1a")
    session.wait_for(lambda: session.stopped() and session.is_restored(), "the shell does not get its terminal back")
    session.process.send_signal(signal.SIGCONT)
    session.read_until(b"clip")
    session.type(b"\x18")
    assert session.exit_code() == 5
    assert session.is_restored()


def test_a_suspended_program_ends_on_a_signal_and_leaves_the_terminal_to_the_shell(kept: Path) -> None:
    with pty_session("sh", "-i", PS1="> ") as shell:
        shell.read_until(b"ready", keys=" ".join(TINY_APP).encode() + b"\n")
        shell.read_until(b"Stopped", keys=b"\x1a")
        shell.read_until(b"ended 143", keys=b"kill %1; bg; wait %1; echo ended $?\n")
        shell.type(b"exit\n")
        shell.exit_code()
    assert kept.read_text() == "."


def test_a_program_begun_in_the_background_waits_for_the_terminal_and_ends_on_a_signal(kept: Path) -> None:
    with pty_session("sh", "-i", PS1="> ") as shell:
        stopped = b"until ps -o state= -p $! | grep -q T; do sleep 0.1; done; echo it is $?\n"
        shell.read_until(b"it is 0", keys=" ".join(TINY_APP).encode() + b" &\n" + stopped)
        shell.read_until(b"ended 143", keys=b"kill %1; bg; wait %1; echo ended $?\n")
        shell.type(b"exit\n")
        shell.exit_code()
    assert kept.read_text() == "."


def test_ctrl_z_does_nothing_while_the_person_types(session: PtySession) -> None:
    session.read_until(b"a field", keys=b"\x14")
    session.read_until(b"typed ab", keys=b"a\x1ab")


def test_the_mouse_is_left_to_the_terminal_over_ssh(kept: Path) -> None:
    with pty_session(*TINY_APP, SSH_CONNECTION="192.0.2.1 50000 192.0.2.2 22") as session:
        session.read_until(b"ready")
        assert session.turned_on().isdisjoint({"1000", "1002", "1003"})


def test_at_home_the_mouse_is_asked_for_without_its_every_motion(session: PtySession) -> None:
    assert {"1000", "1002", "1006"} <= session.turned_on()
    assert "1003" not in session.turned_on()


def test_no_control_character_of_a_text_reaches_the_terminal(session: PtySession) -> None:
    assert b"clip" in session.output
    for written in (b"\x1b]52", "\x9b".encode(), "\u202e".encode()):
        assert written not in session.output

"""remind tells each thing once."""

from pathlib import Path

import pytest

from planner.planning.terminals import notice
from tests.cli.line import CommandLine

OVER = "2026-12-01T10:00:00-05:00"


def test_what_is_open_is_told_once_and_then_there_is_silence(known: CommandLine) -> None:
    first = known("remind")
    assert first == (0, "1  Contoso (Analyst, round 1). Thank-you: Send an email or a card by Tue 24 Nov 15:00.\n", "")
    assert known("remind") == (0, "", "")
    known.at = OVER
    assert [row.partition("). ")[2] for row in known("remind").out.splitlines()] == [
        "Follow-up: The wait is over: one polite call or email is fine.",
        "Thank-you: It is late: send an email or a card today all the same.",
    ]
    assert known("remind") == (0, "", "")


def test_that_it_has_become_late_or_a_little_shorter_is_no_second_thing(known: CommandLine) -> None:
    known("remind")
    known("edit", "1", "minutes=45")
    known.at = "2026-11-25T10:00:00-05:00"
    assert known("due").out != ""
    assert known("remind").out == ""


def test_what_opens_again_on_another_day_is_new(known: CommandLine) -> None:
    known("thank", "1")
    known.at = OVER
    assert "Follow-up" in known("remind").out
    known("told", "1", "decision", "4 Dec")
    known.at = "2026-12-07T10:00:00-05:00"
    assert "Their date was Fri 4 Dec" in known("remind").out


def test_programs_get_the_interviews_as_due_gives_them_and_what_is_new(known: CommandLine) -> None:
    due = known("due", "--json").json
    (uid,) = (one["uid"] for one in due["interviews"])
    new = known("remind", "--json").json
    assert new == due | {"new": [{"id": 1, "uid": uid, "action": "thank_you"}]}
    assert known("remind", "--json").json == due | {"interviews": [], "new": []}


def test_a_look_at_another_time_hides_nothing_from_the_real_one(known: CommandLine) -> None:
    assert known("remind").out != ""
    assert known.plain("remind").code == 0
    known.plain("add", "Fabrikam", "Clerk", "yesterday 10:00")
    known.at = "tomorrow 12:00"
    assert "Fabrikam" in known("remind").out
    assert "Fabrikam" in known.plain("remind").out
    assert known.plain("remind").out == ""


def test_a_notification_needs_a_terminal_and_without_one_nothing_counts_as_told(
    known: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = known("remind", "--notify")
    assert (result.code, result.out) == (2, "")
    assert "no terminal to notify" in result.err
    monkeypatch.setenv("TERM", "xterm-kitty")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    notified = known("remind", "--notify")
    text = "Contoso (Analyst, round 1). Thank-you: Send an email or a card by Tue 24 Nov 15:00."
    assert notified.err == notice("planner", text, {"TERM": "xterm-kitty", "LANG": "C.UTF-8"})
    assert known("remind", "--notify") == (0, "", "")


def test_purge_removes_what_was_remembered(known: CommandLine, home: Path) -> None:
    known("remind")
    kept = home / ".local" / "state" / "planner" / "reminded"
    names = {str(file) for file in kept.iterdir()}
    result = known("purge", "--yes")
    assert names < set(result.out.splitlines())
    assert not kept.exists()

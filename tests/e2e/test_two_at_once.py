"""A board on the screen, and commands of other processes on the same file meanwhile."""

import subprocess
from pathlib import Path

from tests.e2e.person import added, at_home_in_berlin, at_the_terminal
from tests.e2e.pty_session import PYTHON_M
from tests.store.made import data_file


def other_process(*words: str) -> None:
    subprocess.run([*PYTHON_M, "planner", *words], capture_output=True, check=True, timeout=30)


def facts(home: Path) -> tuple[str, str, str]:
    """Company, role and notes of interview 1, as another process would read them."""
    one = data_file(home / ".local" / "share" / "planner" / "planner.json").load().interviews[1]
    return one.company, one.role, one.notes


def test_what_another_process_does_is_seen_and_never_overwritten_unsaid(home: Path) -> None:
    at_home_in_berlin(home)
    added("Acme")
    with at_the_terminal() as person:
        person.sees("Acme")
        added("Globex")
        person.sees("Globex")

        person.sees("Company", b"e")
        person.sees("Acme Ltd", b"\x05 Ltd")
        other_process("edit", "1", "role=Chief", "notes=theirs")
        person.sees("Another session changed Acme", b"\x13")
        assert facts(home) == ("Acme", "Chief", "theirs")
        person.sees("Saved.", b"\x13")
        assert facts(home) == ("Acme Ltd", "Chief", "theirs")
        assert person.leaves() == 0

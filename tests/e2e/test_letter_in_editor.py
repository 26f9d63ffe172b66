"""A letter on its way through a real editor at a real terminal, and back."""

import stat
import subprocess
import sys
from pathlib import Path

from tests.e2e.pty_session import PYTHON_M, pty_session

AT = ("--at", "2026-11-23T16:10:00-05:00")
EDITOR = """\
import pathlib, sys
path = pathlib.Path(sys.argv[1])
assert path.stat().st_mode & 0o777 == 0o600
assert input("Type: ") == "hello"
path.write_text(path.read_text().replace("Kind regards,", "From the editor,"))
sys.exit(int(path.with_name("fails").exists()))
"""


def test_the_editor_has_the_terminal_meanwhile_and_the_letter_comes_back_checked(home: Path) -> None:
    config = home / ".config/planner/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[policy]\nhome_time_zone = "America/New_York"\n')
    script = home / "editor.py"
    script.write_text(EDITOR)
    added = (*AT, "add", "Acme", "Buyer", "today 14:00", "--industry", "technology")
    subprocess.run([*PYTHON_M, "planner", *added], check=True, timeout=30, capture_output=True)

    with pty_session(*PYTHON_M, "planner", *AT, EDITOR=f"{sys.executable} {script}") as session:
        session.read_until(b"Acme")
        session.read_until(b"Dear Acme team,", b"l")
        session.read_until(b"Type: ", b"E")
        session.read_until(b"changed in your editor", b"hello\n")
        folder = home / ".local/state/planner/letters"
        assert list(folder.iterdir()) == []

        (folder / "fails").touch()
        session.read_until(b"Type: ", b"E")
        session.read_until(b"The editor ended with 1.", b"hello\n")
        session.read_until(b"Saved ", b"s")
        (saved,) = folder.glob("*.eml")
        assert stat.S_IMODE(saved.stat().st_mode) == 0o600
        assert b"From the editor," in saved.read_bytes()
        session.type(b"q")
        assert session.exit_code() == 0
        assert session.is_restored()

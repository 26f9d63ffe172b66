"""How this very program is called again: by a shell, by cron, by systemd."""

import sys
from pathlib import Path
from shutil import which

NAME = "planner"


def from_anywhere() -> tuple[str, ...]:
    """The words that call it whatever the PATH is: its whole path, or the Python that runs it and its module."""
    found = which(NAME) or which(str(Path(sys.executable).with_name(NAME)))
    return (str(Path(found).absolute()),) if found else (sys.executable, "-m", NAME)


def in_a_shell() -> tuple[str, ...]:
    """Its name alone where the PATH leads to it, else as from anywhere."""
    return (NAME,) if which(NAME) else from_anywhere()

"""Seals every test from the developer's own environment, and makes property tests repeatable where that matters."""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# What a shell may hold that changes what the program, Textual or Rich do.
LEAKS = ("PLANNER_", "TEXTUAL", "XDG_", "LC_", "SSH_", "TMUX")
LEAKING_NAMES = (
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORFGBG",
    "COLORTERM",
    "DISPLAY",
    "EDITOR",
    "ESCDELAY",
    "FORCE_COLOR",
    "LANGUAGE",
    "NO_COLOR",
    "STY",
    "TERM_PROGRAM",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
    "VISUAL",
    "WAYLAND_DISPLAY",
)
PLAIN = {"COLUMNS": "80", "LINES": "24", "LANG": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC"}

# Textual reads its variables while it is imported, so they are gone before any test module is.
for name in [name for name in os.environ if name.startswith(LEAKS) or name in LEAKING_NAMES]:
    del os.environ[name]
os.environ.update(PLAIN)

# No deadlines: a busy machine is not a bug. Under CI the same examples every time; `--hypothesis-profile=thorough` is
# for by hand.
settings.register_profile("here", deadline=None, max_examples=50)
settings.register_profile("ci", deadline=None, max_examples=50, derandomize=True, database=None, print_blob=True)
settings.register_profile("thorough", deadline=None, max_examples=5_000)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home of the test's own; processes it starts see the same."""
    with tempfile.TemporaryDirectory(prefix="planner-home-") as folder:
        home = Path(folder).resolve()
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
        monkeypatch.setenv("XDG_DATA_HOME", str(home / ".local" / "share"))
        monkeypatch.setenv("XDG_STATE_HOME", str(home / ".local" / "state"))
        monkeypatch.setenv("XDG_CACHE_HOME", str(home / ".cache"))
        monkeypatch.setenv("TZ", PLAIN["TZ"])
        time.tzset()  # a test before may have set another zone
        # The program takes these over; without pytest's own an error in a thread would go unnoticed in the tests after.
        monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
        monkeypatch.setattr(threading, "excepthook", threading.excepthook)
        yield home


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out a test parametrized over no files, instead of counting it as one that was to run and did not."""
    empty = [
        item for item in items if any("empty parameter set" in str(mark.kwargs) for mark in item.iter_markers("skip"))
    ]
    if empty:
        config.hook.pytest_deselected(items=empty)
        items[:] = [item for item in items if item not in empty]

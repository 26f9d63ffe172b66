"""A home of an attack's own: nothing of the person who runs it is seen or touched."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import conftest
from tests.e2e.person import added, at_home_in_berlin

FOLDERS = {"CONFIG": ".config", "DATA": ".local/share", "STATE": ".local/state", "CACHE": ".cache"}
BESIDES_TESTS = conftest.PLAIN
"""Importing the conftest has taken away what a shell may hold that changes what the program does."""


@contextmanager
def home_in(folder: Path, *companies: str) -> Iterator[Path]:
    """The home, answered for Berlin, with an interview at each of the companies; the old one is back afterwards."""
    before = dict(os.environ)
    os.environ.update(BESIDES_TESTS | {"HOME": str(folder)})
    os.environ.update({f"XDG_{name}_HOME": str(folder / place) for name, place in FOLDERS.items()})
    time.tzset()
    at_home_in_berlin(folder)
    added(*companies)
    try:
        yield folder
    finally:
        os.environ.clear()
        os.environ.update(before)
        time.tzset()

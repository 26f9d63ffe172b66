"""How far a command has come that takes a while: a line on the terminal that goes away again."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from planner.cli.console import Console
from planner.planning.transfer import Progress, Watch, in_line, unwatched

PATIENCE_SECONDS = 1.0
_PAUSE_SECONDS = 0.2


@contextmanager
def shown(console: Console, patience: float = PATIENCE_SECONDS) -> Iterator[Watch]:
    """Gives what is to be told of the progress; it shows once `patience` seconds are over, on a terminal alone."""
    if not console.is_watched:
        yield unwatched
        return
    bar = _Bar(console, patience)
    bar.start()
    try:
        yield bar.hear
    finally:
        bar.end()


class _Bar(Thread):
    """Draws from a thread of its own, so that it costs the work nothing but a word."""

    def __init__(self, console: Console, patience: float) -> None:
        super().__init__(daemon=True)
        self._console = console
        self._patience = patience
        self._heard: Progress | None = None
        self._ended = Event()

    def hear(self, progress: Progress) -> None:
        self._heard = progress

    def run(self) -> None:
        pause = self._patience
        while not self._ended.wait(pause):
            pause = _PAUSE_SECONDS
            if self._heard:
                # The last column stays free: some terminals go to the next line there.
                self._console.passing(in_line(self._heard, self._console.columns - 1))

    def end(self) -> None:
        self._ended.set()
        self.join()
        self._console.passing("")

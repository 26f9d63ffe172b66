"""The real program struck at each system call that changes a file, one call after the other:

    python -m tests.e2e.blows FOLDER BLOW [STEP] -- COMMAND...

BLOW is `kill` (SIGKILL before the call), `full` (ENOSPC), `broken` (EIO) or `read-only` (EROFS). Each time a copy of
FOLDER is made, in which planner.json is the data file; with STEP only every so-manieth call is struck. What came of
each is printed as JSON. In an interpreter of its own, that loads the program once and forks for each blow.
"""

import errno
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from planner.__main__ import main as planner
from planner.domain.errors import StoreTrouble
from planner.store.data_file import DataFile

CHANGING = ("open", "write", "fsync", "replace", "link", "unlink", "mkdir", "chmod", "fchmod", "utime")
ERRORS = {"full": errno.ENOSPC, "broken": errno.EIO, "read-only": errno.EROFS}
UNSTRUCK = 10_000
LOADED = (
    "planner.bootstrap",
    "planner.upkeep",
    "planner.cli.main",
    "planner.cli.versions",
    "planner.planning.transfer",
)


class Outcome(NamedTuple):
    """What a blow led to: `code` is the exit code, below 0 that of a signal; `held` how many interviews there are then.

    `next_code` is that of the next change.
    """

    call: str
    code: int
    told: str
    held: int
    left: list[str]
    next_code: int


def main(folder: str, blow: str, *words: str) -> None:
    for module in LOADED:  # once, not in each process
        import_module(module)
    place = words.index("--")
    step = int(words[0]) if place else 1
    command = list(words[place + 1 :])
    calls = struck(copied(Path(folder), "counted"), blow, UNSTRUCK, command).call.split()
    found = [struck(copied(Path(folder), str(at)), blow, at, command) for at in range(0, len(calls), step)]
    sys.stdout.write(json.dumps([one._asdict() for one in found]))


def copied(folder: Path, name: str) -> Path:
    target = folder.with_name(f"{folder.name}-{name}")
    shutil.copytree(folder, target)
    return target


def struck(folder: Path, blow: str, at: int, command: list[str]) -> Outcome:
    """Runs the command on the data file in `folder`, struck at the call numbered `at`."""
    data = ["--data", str(folder / "planner.json")]
    code, calls, told = run([*data, *command], blow, at)
    try:
        held = len(DataFile(folder / "planner.json", lambda: datetime(2026, 11, 23, tzinfo=UTC)).load().interviews)
    except StoreTrouble as error:
        held, told = -1, f"{told}{error.sentence}"
    left = sorted(str(file) for file in folder.rglob("*.tmp"))
    next_code, _, _ = run([*data, "add", "Next", "Dev", "2026-12-04 14:00", "--zone", "Europe/Berlin"], blow, UNSTRUCK)
    shown = calls.split()
    return Outcome(calls if at == UNSTRUCK else shown[at] if at < len(shown) else "", code, told, held, left, next_code)


def run(argv: list[str], blow: str, at: int) -> tuple[int, str, str]:
    """The exit code, the calls made up to the end, and what was told."""
    calls_out, calls_in = os.pipe()
    told_out, told_in = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(told_in, 2)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        strike(blow, at, calls_in)
        os._exit(planner(argv))
    os.close(calls_in)
    os.close(told_in)
    told = read_all(told_out)
    calls = read_all(calls_out)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), calls, told


def read_all(descriptor: int) -> str:
    with os.fdopen(descriptor, "rb") as stream:
        return stream.read().decode()


def strike(blow: str, at: int, out: int) -> None:
    """From now on each call that changes a file is noted, and the one numbered `at` goes wrong."""
    write = os.write
    made = 0

    def standing_for(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever the real one takes
            nonlocal made
            if name == "open" and not args[1] & (os.O_CREAT | os.O_WRONLY | os.O_RDWR):
                return real(*args, **kwargs)
            if name == "write" and args[0] in (1, 2, out):
                return real(*args, **kwargs)
            write(out, f"{name} ".encode())
            made += 1
            if made - 1 == at:
                if blow == "kill":
                    os.kill(os.getpid(), signal.SIGKILL)
                if blow == "interrupt":
                    os.kill(os.getpid(), signal.SIGINT)
                    return real(*args, **kwargs)
                raise OSError(ERRORS[blow], os.strerror(ERRORS[blow]))
            return real(*args, **kwargs)

        return call

    for name in CHANGING:
        setattr(os, name, standing_for(name, getattr(os, name)))


if __name__ == "__main__":
    main(*sys.argv[1:])

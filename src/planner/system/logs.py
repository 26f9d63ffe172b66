"""Crash reports: where it happened, never what was held. A message or a value may be a person's own text."""

import os
import platform
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from planner import __version__
from planner.disk import OWNER_ONLY, make_folders

KEPT = 20
# Of an endless recursion both ends say enough.
FRAMES_SHOWN = 40
# An error may be the cause of another, and so on.
CHAIN_SHOWN = 20


def record_crash(exception: BaseException, folder: Path, now: datetime) -> Path:
    """Writes a report of `exception` into `folder`, readable by the owner only, and returns its path.

    It holds types, files, lines and functions; no messages and no values. The newest reports are kept, older ones
    removed. Raises OSError if it can't be written.
    """
    make_folders(folder)
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    path = folder / f"crash-{stamp}-{os.getpid()}.txt"
    lines = [
        f"planner {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        *_described(exception, set()),
    ]
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write("\n".join(lines) + "\n")
    for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def _described(exception: BaseException, seen: set[int]) -> Iterator[str]:
    """The exception and those behind it, the newest first."""
    if id(exception) in seen or len(seen) >= CHAIN_SHOWN:
        return
    seen.add(id(exception))
    kind = type(exception)
    yield f"{kind.__module__}.{kind.__qualname__}"
    yield from _frames(exception)
    inner = exception.exceptions if isinstance(exception, BaseExceptionGroup) else ()
    for title, other in (
        *(("holding", each) for each in inner),
        ("because of", exception.__cause__),
        ("while handling", None if exception.__suppress_context__ else exception.__context__),
    ):
        if other is not None and id(other) not in seen:
            yield f"{title}:"
            yield from _described(other, seen)


def _frames(exception: BaseException) -> list[str]:
    frames = [
        f"  {frame.f_code.co_filename}:{line} {frame.f_code.co_qualname}"
        for frame, line in traceback.walk_tb(exception.__traceback__)
    ]
    if len(frames) <= 2 * FRAMES_SHOWN:
        return frames
    left_out = len(frames) - 2 * FRAMES_SHOWN
    return [*frames[:FRAMES_SHOWN], f"  … {left_out} more …", *frames[-FRAMES_SHOWN:]]

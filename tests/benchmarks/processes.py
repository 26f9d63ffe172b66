"""What a process used so far, seen from outside: by /proc where there is one, else by ps."""

import re
import subprocess
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")


def processor_seconds(pid: int) -> float:
    """Processor time of the process' living threads; those that ended since it began are not counted in."""
    tasks = _PROC / str(pid) / "task"
    if not tasks.is_dir():
        return _by_ps(pid, "time")
    total = 0
    for task in tasks.iterdir():
        with suppress(OSError):  # a thread that has just ended
            total += int((task / "schedstat").read_text().split()[0])
    return total / 1e9


def is_running(pid: int) -> bool:
    """Whether a thread of it has the processor, or would have it if others left it to it."""
    tasks = _PROC / str(pid) / "task"
    if not tasks.is_dir():
        run = subprocess.run(["ps", "-o", "state=", "-p", str(pid)], capture_output=True, text=True, check=False)
        return run.stdout.strip().startswith("R")
    for task in tasks.iterdir():
        with suppress(OSError):
            if (task / "stat").read_text().rpartition(")")[2].split()[0] == "R":
                return True
    return False


def peak_memory(pid: int) -> int:
    """The most memory it ever held, in bytes; without /proc what it holds now. 0 once it has ended."""
    try:
        status = (_PROC / str(pid) / "status").read_text()
    except OSError:
        return 0 if _PROC.is_dir() else int(_by_ps(pid, "rss") * 1024)
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    return int(found[1]) * 1024 if found else 0


def _by_ps(pid: int, column: str) -> float:
    run = subprocess.run(["ps", "-o", f"{column}=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return seconds_in(run.stdout) if run.stdout.strip() else 0.0


def seconds_in(text: str) -> float:
    """A time as ps writes it, such as 1:02.50; a plain number is what it is."""
    total = 0.0
    for part in text.strip().split(":"):
        total = total * 60 + float(part)
    return total

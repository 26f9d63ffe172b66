"""Attacks by what lies around the program: mounts, the network, much data going out and coming back, another install."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.e2e.program import PLANNER
from tests.e2e.pty_session import pty_session
from tests.endurance.attacks import ROOT, begun, command, exchange
from tests.endurance.result import Result

ADD = ("add", "Acme", "Dev", "2026-12-04 14:00", "--zone", "Europe/Berlin")
ROWS = 1_000


def there_and_back(folder: Path) -> Result:
    """Rows with every kind of field out as JSON, CSV and calendar, and into an empty data file."""
    file = folder / "many.json"
    interviews = [_rich(n) for n in range(ROWS)]
    file.write_text(json.dumps({"planner": 1, "interviews": interviews}))
    data = folder / "a.json"
    command("import", str(file), "--yes", data=data)
    figures, held = [], True
    for kind in ("json", "csv"):
        out, again = folder / f"out.{kind}", folder / f"again-{kind}.json"
        command("export", kind, "-o", str(out), data=data)
        command("import", str(out), "--yes", data=again)
        different = sum(one != other for one, other in zip(_told(data, kind), _told(again, kind), strict=False))
        count = len(_told(again, kind))
        second = command("import", str(out), "--yes", "--json", data=again)
        held = held and (count, different, len(_told(again, kind))) == (ROWS, 0, ROWS) and second.returncode == 0
        figures.append(f"{kind}: {count} of {ROWS}, {different} different")
    return Result(held, "; ".join(figures))


def _rich(n: int) -> dict[str, Any]:
    return {
        "uid": f"uid-{n}",
        "company": f"=Company {n}, “Söhne” & \u682a",
        "role": "-Analyst\ufe0f;" if n % 2 else 'Dev, "senior"',
        "round": n % 3 + 1,
        "industry": "technology",
        "starts_at": f"2026-{n % 12 + 1:02}-{n % 28 + 1:02}T{n % 24:02}:30",
        "time_zone": ("America/New_York", "Asia/Kathmandu", "UTC")[n % 3],
        "minutes": 15 + n % 90,
        "mode": ("video", "phone", "on_site")[n % 3],
        "location": "https://meet.example/1?a=b,c;d",
        "people": [
            {"name": f"Ann Lee {n}", "part": "interviewer", "email": f"a{n}@x.example", "phone": "+1 555 010"},
            {"name": "Jo Park", "part": "recruiter", "main": True},
        ],
        "notes": "first line\nsecond, “quoted”\n\n=1+1",
        "tags": ["remote", "first choice"],
        "log": [{"at": "2026-11-23T17:00:00-05:00", "kind": "note", "words": "said, so\nand so"}],
    }


def _told(data: Path, kind: str) -> list[dict[str, Any]]:
    """What a format is to carry: everything in the exchange form, in a table what it has columns for."""
    found = json.loads(command("export", "json", data=data).stdout)["interviews"]
    if kind == "json":
        return [one | {"id": 0} for one in found]
    names = (
        "uid",
        "company",
        "role",
        "round",
        "starts_at",
        "time_zone",
        "minutes",
        "mode",
        "location",
        "notes",
        "tags",
    )
    return [{name: one.get(name) for name in names} for one in found]


@contextmanager
def _mounted(target: Path, *how: str) -> Iterator[bool]:
    """Whether it could be mounted; it is unmounted in the end."""
    done = subprocess.run(["mount", *how, str(target)], check=False, capture_output=True).returncode == 0
    try:
        yield done
    finally:
        if done:
            subprocess.run(["umount", str(target)], check=False)


def mounts(folder: Path) -> Result:
    """A data file that is a mount of its own can't be replaced; in a folder mounted, or behind a link to one, it can."""
    path = begun(folder)
    source = folder / "source.json"
    shutil.copy(path, source)
    before = source.read_bytes()
    with _mounted(path, "--bind", str(source)) as done:
        if not done:
            return Result(None, "nothing can be mounted here")
        refused = command(*ADD, data=path)
        listed = command("list", data=path)
        kept = source.read_bytes() == before and not list(path.parent.glob(".*.tmp"))
    disk = folder / "disk"
    disk.mkdir()
    with _mounted(disk, "-t", "tmpfs", "planner-test"):
        link = folder / "link.json"
        link.symlink_to(disk / "there" / "mine.json")
        codes = [
            command(*words, data=link).returncode for words in (ADD, ("note", "1", "hello"), ("undo",), ("backup",))
        ]
        elsewhere = (disk / "there" / "mine.json").is_file() and link.is_symlink()
    held = (refused.returncode, listed.returncode, kept) == (4, 0, True) and "mount of its own" in refused.stderr
    figures = f"bind mount: exit {refused.returncode}, unchanged {kept}; link to another file system: exits {codes}"
    return Result(held and codes == [0] * 4 and elsewhere, figures)


def network(folder: Path) -> Result:
    """Every call that has to do with the network, of the board on the screen and of the commands that write."""
    if not shutil.which("strace"):
        return Result(None, "strace is not installed")
    path, trace = begun(folder), folder / "trace"
    strace = ["strace", "-f", "-e", "trace=network", "-o", str(trace)]
    config = folder / "config.toml"
    config.write_text('[policy]\nhome_time_zone = "Europe/Berlin"\n')
    words = ("--data", str(path), "--config", str(config))
    with pty_session(*strace, *PLANNER, *words, XDG_STATE_HOME=str(folder / "state")) as session:
        session.wait_for(lambda: b"Northwind" in session.output, "the board is not shown")
        session.type(b"q")
        code = session.exit_code()
    found = _addresses(trace)
    for command_line in (
        ADD,
        ("import", str(exchange(folder / "many.json", 3)), "--yes"),
        ("export", "ics"),
        ("doctor",),
    ):
        subprocess.run(
            [*strace, *PLANNER, "--data", str(path), *command_line], check=False, capture_output=True, cwd=ROOT
        )
        found += _addresses(trace)
    return Result(not found and code == 0, f"{len(found)} sockets of the network {found[:3]}")


def _addresses(trace: Path) -> list[str]:
    """Sockets by which anything could leave the machine; a pair within the process is none."""
    lines = trace.read_text(errors="replace").splitlines()
    if not any("+++ exited" in line for line in lines):
        return ["nothing was traced"]
    return [line for line in lines if re.search(r"\b(socket|connect|bind|listen)\(", line) and "AF_UNIX" not in line]


def install(folder: Path) -> Result:
    """The command of the README, but for the tests, in an environment of its own."""
    copy = folder / "copy"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", ".hypothesis", "__pycache__"))
    python = str(copy / ".venv" / "bin" / "python")
    steps = (
        [sys.executable, "-m", "venv", str(copy / ".venv")],
        [python, "-m", "pip", "install", "-q", "--require-hashes", "-r", ".ci/constraints.txt"],
        [python, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "-e", "."],
        [str(copy / ".venv" / "bin" / "planner"), "--version"],
    )
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    said = ""
    for step in steps:
        run = subprocess.run(step, cwd=copy, check=False, capture_output=True, encoding="utf-8", env=env)
        if run.returncode:
            return Result(False, f"{' '.join(step[:4])}: {run.stderr.strip()[-200:]}")
        said = run.stdout.strip()
    return Result(True, said)

"""The attacks. Each is made in a folder of its own, and gives its figures."""

import json
import os
import random
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from planner.planning.fields import Reading
from planner.planning.restoring import Restoring
from planner.store import backups
from planner.store.backup_folder import BackupFolder
from planner.store.data_file import DataFile
from tests.e2e.program import PLANNER
from tests.endurance.result import Result
from tests.store.made import data_file, edited, filled

ROOT = Path(__file__).resolve().parents[2]
KILLS = 1_000
STOCK_KILLS = 200
"""It breaks within the first few; this many show how often."""
IMPORTED = 10_000
IMPORT_KILLS = 50
KNOWN = 3


def command(*words: str, data: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    given = ["--data", str(data)] if data else []
    return subprocess.run(
        [*PLANNER, *given, *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | env,
        cwd=ROOT,
    )


def module(*words: str) -> Any:  # noqa: ANN401 - JSON
    run = subprocess.run([sys.executable, "-m", *words], capture_output=True, check=False, encoding="utf-8", cwd=ROOT)
    if run.returncode:
        raise RuntimeError(run.stderr)
    return json.loads(run.stdout)


def kills(folder: Path) -> Result:
    found = module("tests.store.sessions", str(folder), "kills", str(KILLS))
    held = not found["unopenable"] and not found["lost"] and found["next change took"] < 1
    figures = (
        f"{found['acknowledged']:,} acknowledged, {len(found['unopenable'])} unopenable, {len(found['lost'])} lost, "
        f"next change {found['next change took']:.3f} s"
    )
    return Result(held, figures)


def kills_of_stock(folder: Path) -> Result:
    found = module("tests.endurance.stock", str(folder), str(STOCK_KILLS))
    broke = bool(found["unopenable"] or found["lost"])
    after = len(found["unopenable"])
    figures = f"{STOCK_KILLS} kills: after {after} of them it could not be opened, {len(found['lost'])} changes lost"
    return Result(broke, figures)


def race(folder: Path) -> Result:
    found = module("tests.store.sessions", str(folder), "race", "4", "200")
    held = found["said"] == found["held"] == [200] * 4 and found["revision"] == 800 and found["longest wait"] < 1
    figures = f"{sum(found['held'])} of 800 there, longest wait {found['longest wait']:.3f} s"
    return Result(held, f"{figures}, at most {found['most changes waited for']} changes of others before one's own")


def exchange(file: Path, count: int) -> Path:
    one = {"role": "Analyst", "starts_at": "2026-11-23T14:00", "time_zone": "America/New_York"}
    interviews = [one | {"company": f"Company {n}", "uid": f"brought-{n}"} for n in range(count)]
    file.write_text(json.dumps({"planner": 1, "interviews": interviews}))
    return file


def begun(folder: Path) -> Path:
    """A data file with three interviews and a backup."""
    path = folder / "data" / "planner.json"
    store = data_file(path)
    store.commit(filled(KNOWN))
    store.commit(edited(1, "hello"))
    return path


def blows(folder: Path) -> Result:
    path = begun(folder)
    file = exchange(folder / "many.json", 100)
    commands = {
        "add": (["add", "Acme", "Dev", "2026-12-04 14:00", "--zone", "Europe/Berlin"], KNOWN + 1),
        "edit": (["edit", "1", "notes=" + "long " * 500], KNOWN),
        "delete": (["delete", "2"], KNOWN - 1),
        "import": (["import", str(file), "--yes"], KNOWN + 100),
        "restore": (["restore", "1", "--yes"], KNOWN),
    }
    made = broken = 0
    for words, after in commands.values():
        for blow in ("kill", "interrupt", "full", "broken", "read-only"):
            for one in module("tests.e2e.blows", str(path.parent), blow, "--", *words):
                made += 1
                whole = one["held"] == after if one["code"] == 0 else one["held"] in (KNOWN, after)
                broken += not (whole and one["next_code"] == 0 and one["code"] in (0, 4, -9, 130))
            for copy in path.parent.parent.glob(f"{path.parent.name}-*"):
                shutil.rmtree(copy)
    return Result(broken == 0, f"{made} faults, {broken} with something half, lost or stuck")


def full_disk(folder: Path) -> Result:
    if os.geteuid():
        return Result(None, "needs root, to mount a file system of 1 MiB")
    disk = folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "planner-test", str(disk)], check=False, capture_output=True
    )
    if mounted.returncode:
        return Result(None, "a file system of 1 MiB can't be mounted here")
    try:
        path = disk / "planner.json"
        data_file(path).commit(filled(500))
        before = path.read_bytes()
        filler = disk / "filler"
        with filler.open("wb") as file:
            left = os.statvfs(disk)
            file.write(bytes(left.f_bavail * left.f_frsize))
        refused = command("add", "Acme", "Dev", "2026-12-04 14:00", "--zone", "Europe/Berlin", data=path)
        unchanged = path.read_bytes() == before and not list(disk.rglob("*.tmp"))
        filler.unlink()
        retried = command("add", "Acme", "Dev", "2026-12-04 14:00", "--zone", "Europe/Berlin", data=path)
        count = sum(one.company == "Acme" for one in data_file(path).load().interviews.values())
    finally:
        subprocess.run(["umount", str(disk)], check=False)
    held = (refused.returncode, unchanged, retried.returncode, count) == (4, True, 0, 1)
    held = held and "the disk is full" in refused.stderr
    return Result(held, f"exit {refused.returncode}, unchanged {unchanged}, after a retry {count} record")


def order(folder: Path) -> Result:
    if not shutil.which("strace"):
        return Result(None, "strace is not installed")
    path, trace = begun(folder), folder / "trace"
    calls = "trace=openat,write,fsync,rename,renameat,renameat2,close"
    run = subprocess.run(
        ["strace", "-f", "-y", "-e", calls, "-o", str(trace), *PLANNER, "--data", str(path), "note", "1", "hello"],
        check=False,
        capture_output=True,
        cwd=ROOT,
    )
    lines = trace.read_text(errors="replace").splitlines() if trace.exists() else []
    temporary = rf"{re.escape(str(path.parent))}/\.planner\.json\.[0-9a-f]+\.tmp"
    wanted = [
        rf"write\(\d+<{temporary}>",
        rf"fsync\(\d+<{temporary}>",
        rf"rename\w*\(.*{temporary}",
        rf"fsync\(\d+<{re.escape(str(path.parent))}>",
        r"write\(2<.*Noted",
    ]
    places = [next((n for n, line in enumerate(lines) if re.search(each, line)), -1) for each in wanted]
    if run.returncode or not lines:
        return Result(None, "strace can't be used here")
    names = ("write", "fsync", "rename", "fsync of the folder", "acknowledged")
    in_order = -1 not in places and places == sorted(places)
    return Result(in_order, " < ".join(name for _, name in sorted(zip(places, names, strict=True))))


def versions(folder: Path) -> Result:
    path = folder / "data" / "planner.json"
    first = datetime(2026, 3, 1, 12, tzinfo=UTC)
    now = first

    def clock() -> datetime:
        return now

    store = DataFile(path, clock)
    store.commit(filled(20))
    for n in range(50):
        now = first + timedelta(days=n * 20 // 50)
        store.commit(edited(1 + n % 20, f"edit {n}"))
        os.utime(path, (now.timestamp(), now.timestamp()))
    kept = backups.kept(path)
    days = {backup.written_on for backup in kept}
    inodes = {path.stat().st_ino, *(backup.path.stat().st_ino for backup in kept)}
    private = all(stat.S_IMODE(backup.path.stat().st_mode) == 0o600 for backup in kept)
    restoring = Restoring(store, BackupFolder(path, clock), Reading("UTC", "", now), "endurance")
    before = store.load().interviews
    there = restoring.restore(restoring.prospect(restoring.named(str(kept[-1].number))))
    back = restoring.restore(restoring.prospect(restoring.versions()[0]))
    facts = [{id_: one.notes for id_, one in each.items()} for each in (before, store.load().interviews)]
    identical = facts[0] == facts[1] and "Restored" in there.sentence and "Restored" in back.sentence
    held = len(kept) >= 10 and len(days) == 14 and len(inodes) == len(kept) + 1 and private and identical
    return Result(
        held, f"{len(kept)} versions of {len(days)} days, own inodes, 0600; there and back identical: {identical}"
    )


def imports(folder: Path) -> Result:
    return _imports(folder, signal.SIGKILL)


def imports_interrupted(folder: Path) -> Result:
    return _imports(folder, signal.SIGINT)


def _imports(folder: Path, blow: signal.Signals) -> Result:
    path = begun(folder)
    file = exchange(folder / "many.json", IMPORTED)
    start = path.read_bytes()
    took = time.monotonic()
    command("import", str(file), "--yes", data=path)
    took = time.monotonic() - took
    chance = random.Random(0)
    seen = {KNOWN: 0, KNOWN + IMPORTED: 0, -1: 0}
    codes: set[int] = set()
    for _ in range(IMPORT_KILLS):
        path.write_bytes(start)
        with subprocess.Popen(
            [*PLANNER, "--data", str(path), "import", str(file), "--yes"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        ) as importing:
            # Most of the time goes into reading; the change itself comes last.
            time.sleep(chance.uniform(0.6, 1.05) * took)
            importing.send_signal(blow)
        codes.add(importing.returncode)
        held = len(data_file(path).load().interviews)
        seen[held if held in seen else -1] += 1
    left = [file.name for file in path.parent.rglob("*.tmp")] if blow is signal.SIGINT else []
    figures = f"{seen[KNOWN]} not at all, {seen[KNOWN + IMPORTED]} whole, {seen[-1]} in part, exit {sorted(codes)}"
    return Result(seen[-1] == 0 and not left and codes <= {0, 130, -blow}, figures)

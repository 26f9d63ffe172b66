"""Bugs provoked all over the program, while it holds secrets: none may get out with what is told of the bug."""

import subprocess
import sys
import time
from pathlib import Path

from tests.e2e.pty_session import ROOT, PtySession, pty_session
from tests.endurance.result import Result
from tests.endurance.sealed import home_in

SECRET = "Sesame-84000-a-year"
"""Stands in the data, and in the message, the notes and the local variables of each bug."""

# Makes the function named first raise, wherever it is called from, and runs the program.
BROKEN = """
import sys
from importlib import import_module
place, kind, *words = sys.argv[1:]
module, _, path = place.partition(":")
*owners, name = path.split(".")
owner = import_module(module)
for each in owners:
    owner = getattr(owner, each)
real = getattr(owner, name)
calls = 0
def broken(*args, **kwargs):
    global calls
    calls += 1
    salary = "{secret}"
    if kind == "second" and calls < 2:
        return real(*args, **kwargs)
    error = {{"chained": KeyError, "recursion": RecursionError}}.get(kind, ValueError)(salary)
    error.add_note(salary)
    if kind == "chained":
        raise ValueError(salary) from error
    raise error
setattr(owner, name, broken)
sys.argv[1:] = words
from planner.__main__ import main
sys.exit(main())
"""

PLACES_ON_SCREEN: tuple[tuple[str, str, bytes], ...] = (
    ("planner.planning.planner:Planner.board", "at once", b""),
    ("planner.planning.planner:Planner.board", "second", b"]"),
    ("planner.tui.screens.interview:facts", "at once", b"\r"),
    ("planner.planning.planner:Planner.refresh", "at once", b""),
    ("planner.planning.planner:Planner.thank", "chained", b"te"),
    ("planner.planning.planner:Planner.record", "at once", b"nhello\r"),
    ("planner.planning.planner:Planner.delete", "at once", b"dy"),
    ("planner.planning.planner:Planner.edit", "at once", b"eAcme\x13"),
    ("planner.planning.planner:Planner.undo", "at once", b"teu"),
    ("planner.planning.planner:Planner.why", "at once", b"w"),
    ("planner.planning.fields:filled", "chained", b"eAcme\t\t\tx\t"),
    ("planner.planning.when:parse_instant", "at once", b"aAcme\tDev\tfri"),
    ("planner.planning.insights_lines:plots_of", "at once", b"3"),
    ("planner.planning.timeline_lines:track", "recursion", b"2"),
    ("planner.planning.correspondence:correspondence", "at once", b"l"),
    ("planner.letters.writing:drafts", "at once", b"l"),
    ("planner.planning.transfer.reading:_read", "at once", b"i/etc/hostname\r"),
    ("planner.store.data_file:DataFile.commit", "chained", b"te"),
    ("planner.store.data_file:DataFile.load", "at once", b""),
    ("planner.store.data_file:DataFile.changed", "at once", b""),
    ("planner.system.desk:FileDesk.keep", "at once", b"aAcme\x1b"),
    ("planner.tui.widgets.pane:Pane.render_line", "second", b""),
    ("planner.tui.widgets.field:Field.render", "at once", b"a"),
    ("planner.tui.harmless:Harmless.apply", "second", b"jjj"),
    ("planner.tui.terminal.driver:GuardedDriver._pass_on", "at once", b"j"),
    ("planner.tui.terminal.outlet:Outlet._put", "second", b"j"),
    ("planner.tui.palette:grey", "at once", b"\x10"),
    ("planner.tui.palette:grey", "second", b"\x10th"),
    ("planner.tui.app:PlannerApp.on_mount", "at once", b""),
    ("planner.tui.app:PlannerApp.__init__", "at once", b""),
    ("planner.tui.start:run", "chained", b""),
    ("planner.bootstrap:Surroundings.lasting_planner", "at once", b""),
    ("planner.system.settings_file:SettingsFile._read", "at once", b""),
    ("planner.store.contents:read", "at once", b""),
)

COMMANDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("planner.planning.planner:Planner.board", "at once", ("list",)),
    ("planner.planning.planner:Planner.named", "chained", ("show", SECRET)),
    ("planner.cli.documents:board", "at once", ("list", "--json")),
    ("planner.cli.console:Console.lines", "at once", ("list",)),
    ("planner.cli.console:Console._drawn", "at once", ("note", "1", SECRET)),
    ("planner.planning.planner:Planner.add", "at once", ("add", SECRET, SECRET, "2026-12-04 14:00")),
    ("planner.planning.planner:Planner.edit", "recursion", ("edit", "1", f"notes={SECRET}")),
    ("planner.store.data_file:DataFile.commit", "chained", ("note", "1", SECRET)),
    ("planner.store.data_file:DataFile.load", "at once", ("list",)),
    ("planner.planning.transfer.reading:_read", "at once", ("import", "/etc/hostname", "--yes")),
    ("planner.formats.report:_deeds", "at once", ("export", "md")),
    ("planner.system.clock:system_clock", "at once", ("list",)),
    ("planner.planning.when:parse_instant", "at once", ("--at", SECRET, "list")),
    ("planner.cli.parser:read", "at once", ("list", SECRET)),
)

WITHOUT_A_REPORT = "planner.system.clock:system_clock in list"
"""What the report itself needs."""


def bugs(folder: Path) -> Result:
    """On the screen, in commands, in the store, in workers and threads, and at the start."""
    wrong: list[str] = []
    met = 0
    with home_in(folder, f"Northwind {SECRET}") as home:
        program = BROKEN.format(secret=SECRET)
        for place, kind, keys in PLACES_ON_SCREEN:
            told = _on_screen(program, place, kind, keys)
            met += _look(home, f"{place} on the screen", told, wrong)
        for place, kind, words in COMMANDS:
            run = subprocess.run(
                [sys.executable, "-c", program, place, kind, *words],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                cwd=ROOT,
            )
            met += _look(home, f"{place} in {words[0]}", run.stdout + run.stderr, wrong)
            if run.returncode != 1:
                wrong.append(f"{place} in {words[0]}: exit {run.returncode}")
    total = len(PLACES_ON_SCREEN) + len(COMMANDS)
    return Result(not wrong, "; ".join((f"{total} bugs, {met} reported, no secret told", *wrong)))


def _on_screen(program: str, place: str, kind: str, keys: bytes) -> bytes:
    """What is told after the screen is left. Before, the person's own data stands on it."""
    with pty_session(sys.executable, "-c", program, place, kind) as session:
        watch(session, 15, b"Northwind")
        for key in (keys[n : n + 1] for n in range(len(keys))):
            session.send(key)
            watch(session, 0.2)
        watch(session, 4)  # the file is looked at every two seconds, typing is put by after one and a half
        if session.process.poll() is None:
            session.process.terminate()
        session.wait_for(lambda: session.process.poll() is not None, f"{place} does not end")
        session.exit_code()
        return session.output.rpartition(b"\x1b[?1049l")[2]


def watch(session: PtySession, seconds: float, shown: bytes = b"never") -> None:
    """Reads for so long, or until the program ends or has `shown` that."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and session.process.poll() is None and shown not in session.output:
        session.drain(0.02)


def _look(home: Path, where: str, told: bytes, wrong: list[str]) -> int:
    """Whether the bug was reported; what is wrong with that is added to `wrong`."""
    reports = list(home.rglob("crash-*"))
    if SECRET.encode() in told or b"Traceback" in told:
        wrong.append(f"{where}: {told[-300:]!r}")
    wrong += [f"{where}: in {report.name}" for report in reports if SECRET in report.read_text()]
    if not reports and where != WITHOUT_A_REPORT:
        wrong.append(f"{where}: no bug was met")
    for report in reports:
        report.unlink()
    return bool(reports)

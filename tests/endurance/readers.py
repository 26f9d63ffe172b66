"""The calendar feed in the hands of programs that people read calendars and tasks with: khal and todoman.

They are no dependency, not even of the tests. To have them: `python -m venv cal && cal/bin/pip install khal todoman`,
and put `cal/bin` on the PATH.
"""

import os
import shutil
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import icalendar

from planner.system.clock import system_clock
from tests.endurance.attacks import command
from tests.endurance.result import Result

HOME = "Europe/Berlin"
SETTINGS = {
    "khal/config": (
        "[calendars]\n[[feed]]\npath = {folder}/events\n[sqlite]\npath = {folder}/khal.db\n"
        "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"default_timezone = {HOME}\nlocal_timezone = {HOME}\n"
    ),
    "todoman/config.py": 'path = "{folder}/tasks"\ncache_path = "{folder}/todoman.db"\ndefault_list = "tasks"\n',
}


def readers(folder: Path) -> Result:
    """Held yesterday, asked to wait for ten days: the note may go out, the follow-up not yet."""
    if not (shutil.which("khal") and shutil.which("todo")):
        return Result(None, "needs khal and todoman, see tests/endurance/readers.py")
    now = system_clock()
    held, coming = now - timedelta(days=1), now + timedelta(days=3)
    data = folder / "planner.json"
    for company, at in (("Acme, Inc; “N”", held), ("Globex", coming)):
        words = ("add", company, "Dev", f"{at:%Y-%m-%dT%H:00%z}", "--zone", HOME, "--interviewer", "Ann Lee")
        command(*words, data=data)
    command("told", "1", "decision", f"{now + timedelta(days=10):%Y-%m-%d}", data=data)
    feed = folder / "feed.ics"
    command("export", "ics", "-o", str(feed), data=data)
    env = settled(folder)
    put_by(feed.read_bytes(), folder / "tasks")
    events = read(env, "khal", "import", "--batch", str(feed)) + read(env, "khal", "list", f"{held:%Y-%m-%d}", "14d")
    tasks = read(env, "todo", "list", "--sort", "due")
    startable = read(env, "todo", "list", "--startable")
    wanted = {
        "both interviews in khal": all(
            f"Interview: {name}" in events for name in ("Acme, Inc; “N”, Dev", "Globex, Dev")
        ),
        "at their time": all(f"{local(at):%H:00}" in events for at in (held, coming)),
        "the note to send": "Thank-you: Acme" in startable,
        "the follow-up among all tasks": "Follow-up: Acme" in tasks,
        "but not among those to start": "Follow-up" not in startable,
        "nor what comes after an interview to come": "Globex" not in startable,
    }
    missing = [name for name, is_there in wanted.items() if not is_there]
    return Result(not missing, f"not seen: {'; '.join(missing)}" if missing else f"{len(wanted)} things seen")


def settled(folder: Path) -> dict[str, str]:
    for name, text in SETTINGS.items():
        file = folder / "config" / name
        file.parent.mkdir(parents=True)
        file.write_text(text.replace("{folder}", str(folder)))
    (folder / "events").mkdir()
    return os.environ | {"XDG_CONFIG_HOME": str(folder / "config"), "HOME": str(folder), "TZ": HOME, "COLUMNS": "200"}


def put_by(feed: bytes, folder: Path) -> None:
    """A file for each task, as programs that fetch feeds keep them."""
    folder.mkdir()
    for task in icalendar.Calendar.from_ical(feed).walk("VTODO"):
        alone = icalendar.Calendar({"VERSION": "2.0", "PRODID": "tests"})
        alone.add_component(task)
        (folder / f"{task['UID']}.ics").write_bytes(alone.to_ical())


def read(env: dict[str, str], *words: str) -> str:
    run = subprocess.run(words, env=env, capture_output=True, check=False, encoding="utf-8", stdin=subprocess.DEVNULL)
    return run.stdout + run.stderr


def local(at: datetime) -> datetime:
    from zoneinfo import ZoneInfo

    return at.astimezone(ZoneInfo(HOME))

"""Where clocks and calendars are odd: what is typed and what is to come of it, as a table.

    python -m tests.cli.times FOLDER     prints, as JSON, those that come out otherwise

In a process of its own, so that it can be asked of another implementation of pendulum, or of a host without zones.
"""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from planner.__main__ import main

SECOND = timedelta(seconds=1)
SETTINGS = '[policy]\nhome_time_zone = "Europe/Berlin"\nroll_to_business_day = false\nroll_thank_you = false\n'

# The years lie behind us: what the clocks showed then stays.
#
# What is typed as the start, seen from a day and hour in Berlin, and the start it gives, or the words of its refusal.
TYPED = """
Europe/Berlin        2024-11-20 12:00  2025-03-30 01:59          2025-03-30T01:59:00+01:00
Europe/Berlin        2024-11-20 12:00  2025-03-30 02:00          the clocks skip it
Europe/Berlin        2024-11-20 12:00  2025-03-30 02:59          the clocks skip it
Europe/Berlin        2024-11-20 12:00  2025-03-30 03:00          2025-03-30T03:00:00+02:00
Europe/Berlin        2025-09-20 12:00  2025-10-26 01:59          2025-10-26T01:59:00+02:00
Europe/Berlin        2025-09-20 12:00  2025-10-26 02:30          comes twice
Europe/Berlin        2025-09-20 12:00  2025-10-26T02:30+02:00    2025-10-26T02:30:00+02:00
Europe/Berlin        2025-09-20 12:00  2025-10-26T02:30+01:00    2025-10-26T02:30:00+01:00
Europe/Berlin        2025-09-20 12:00  2025-10-26 03:00          2025-10-26T03:00:00+01:00
America/New_York     2024-11-20 12:00  2025-03-09 02:30          the clocks skip it
America/New_York     2025-09-20 12:00  2025-11-02 01:30          comes twice
America/New_York     2025-09-20 12:00  2025-11-02T05:30Z         2025-11-02T01:30:00-04:00
America/New_York     2025-09-20 12:00  2025-11-02T06:30Z         2025-11-02T01:30:00-05:00
Australia/Lord_Howe  2025-09-20 12:00  2025-10-05 02:15          the clocks skip it
Australia/Lord_Howe  2025-09-20 12:00  2025-10-05 02:30          2025-10-05T02:30:00+11:00
Australia/Lord_Howe  2024-11-20 12:00  2025-04-06 01:45          comes twice
Australia/Lord_Howe  2024-11-20 12:00  2025-04-06T01:45+10:30    2025-04-06T01:45:00+10:30
America/Havana       2023-11-20 12:00  2024-03-10 00:30          the clocks skip it
America/Havana       2024-09-20 12:00  2024-11-03 00:30          comes twice
America/Santiago     2025-08-20 12:00  2025-09-07 00:30          the clocks skip it
Africa/Cairo         2024-11-20 12:00  2025-04-25 00:30          the clocks skip it
Pacific/Apia         2011-12-20 12:00  2011-12-30 10:00          the clocks skip it
Pacific/Apia         2011-12-20 12:00  2011-12-31 10:00          2011-12-31T10:00:00+14:00
Pacific/Kiritimati   2024-11-20 12:00  2024-12-31 23:30          2024-12-31T23:30:00+14:00
Pacific/Niue         2024-11-20 12:00  2025-01-01 00:30          2025-01-01T00:30:00-11:00
Etc/GMT+12           2024-11-20 12:00  2025-01-01 00:30          2025-01-01T00:30:00-12:00
Asia/Kathmandu       2024-11-20 12:00  2024-12-04 14:00          2024-12-04T14:00:00+05:45
Pacific/Chatham      2024-11-20 12:00  2024-12-04 14:00          2024-12-04T14:00:00+13:45
Australia/Eucla      2024-11-20 12:00  2024-12-04 14:00          2024-12-04T14:00:00+08:45
Pacific/Marquesas    2024-11-20 12:00  2024-12-04 14:00          2024-12-04T14:00:00-09:30
America/St_Johns     2024-11-20 12:00  2024-12-04 14:00          2024-12-04T14:00:00-03:30
Europe/Berlin        2023-11-20 12:00  2024-02-29 14:00          2024-02-29T14:00:00+01:00
Europe/Berlin        2024-11-20 12:00  2025-02-29 14:00          There is no day '2025-02-29'
Europe/Berlin        2024-11-20 12:00  2100-02-29 14:00          There is no day '2100-02-29'
Europe/Berlin        2024-02-28 12:00  tomorrow 14:00            2024-02-29T14:00:00+01:00
Europe/Berlin        2025-02-28 12:00  tomorrow 14:00            2025-03-01T14:00:00+01:00
Europe/Berlin        2024-12-31 23:30  tomorrow 09:00            2025-01-01T09:00:00+01:00
Europe/Berlin        2024-12-31 23:30  today 23:45               2024-12-31T23:45:00+01:00
Europe/Berlin        2024-12-31 23:30  +1d 09:00                 2025-01-01T09:00:00+01:00
Europe/Berlin        2025-10-25 12:00  +1d 12:00                 2025-10-26T12:00:00+01:00
Europe/Berlin        2025-03-29 12:00  tomorrow 02:30            the clocks skip it
Europe/Berlin        2024-11-20 12:00  2024-12-04 24:00          24:00
Europe/Berlin        2024-11-20 12:00  2024-12-04 23:59:60       23:59:60
Europe/Berlin        2024-11-20 12:00  now                       2024-11-20T12:00:00+01:00
Europe/Berlin        2024-11-20 12:00  P1D                       no day that is understood
"""

# An interview of an hour: its start; when its thank-you is due, 24 hours after the end; when the follow-up opens.
HELD = """
Europe/Berlin        2025-10-25 14:00  2025-10-26T14:00:00+01:00  2025-11-01T00:00:00+01:00
Europe/Berlin        2025-03-29 14:00  2025-03-30T16:00:00+02:00  2025-04-05T00:00:00+02:00
America/New_York     2025-11-01 14:00  2025-11-02T14:00:00-05:00  2025-11-08T00:00:00-05:00
Europe/Berlin        2024-02-22 14:00  2024-02-23T15:00:00+01:00  2024-02-29T00:00:00+01:00
Europe/Berlin        2025-02-22 14:00  2025-02-23T15:00:00+01:00  2025-03-01T00:00:00+01:00
Europe/Berlin        2024-12-28 23:30  2024-12-30T00:30:00+01:00  2025-01-05T00:00:00+01:00
Pacific/Kiritimati   2024-12-24 23:30  2024-12-26T00:30:00+14:00  2025-01-01T00:00:00+14:00
Pacific/Niue         2024-12-25 10:00  2024-12-26T11:00:00-11:00  2025-01-01T00:00:00-11:00
America/Santiago     2025-08-31 10:00  2025-09-01T11:00:00-04:00  2025-09-07T01:00:00-03:00
America/Havana       2024-03-03 10:00  2024-03-04T11:00:00-05:00  2024-03-10T01:00:00-04:00
Africa/Cairo         2025-04-18 10:00  2025-04-19T11:00:00+02:00  2025-04-25T01:00:00+03:00
America/Havana       2024-10-27 10:00  2024-10-28T11:00:00-04:00  2024-11-03T00:00:00-04:00
Pacific/Apia         2011-12-23 10:00  2011-12-24T11:00:00-10:00  2011-12-31T00:00:00+14:00
Australia/Lord_Howe  2025-04-05 14:00  2025-04-06T14:30:00+10:30  2025-04-12T00:00:00+10:30
Asia/Kathmandu       2024-12-25 10:00  2024-12-26T11:00:00+05:45  2025-01-01T00:00:00+05:45
"""


class Answer(NamedTuple):
    code: int
    out: str
    err: str


def rows(table: str) -> Iterator[list[str]]:
    """The cells of each line, parted by two blanks or more."""
    for line in table.strip().splitlines():
        yield [cell.strip() for cell in line.split("  ") if cell.strip()]


class Line:
    """A command line on a data file of its own in `folder`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        config = folder / "config.toml"
        config.write_text(SETTINGS)
        self._files = ("--data", str(folder / "planner.json"), "--config", str(config))

    def __call__(self, at: str, *words: str) -> Answer:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main([*self._files, "--at", at, *words])
        return Answer(int(code), out.getvalue(), err.getvalue())

    def actions(self, at: str) -> dict[str, dict[str, str]]:
        """The answers for the only interview at that instant."""
        found: dict[str, dict[str, str]] = json.loads(self(at, "list", "--json").out)["interviews"][0]
        return found


def typed(folder: Path) -> Iterator[str]:
    """Those that are read otherwise."""
    for number, (zone, at, words, wanted) in enumerate(rows(TYPED)):
        line = Line(folder / f"typed-{number}")
        answer = line(at, "add", "Acme", "Dev", words, "--zone", zone, "--json")
        if answer.code == 0:
            found = json.loads(answer.out)["interviews"][0]["starts_at"]
        else:
            found = f"exit {answer.code}: {answer.err}"
        if found != wanted and not (answer.code == 2 and wanted in answer.err and wanted[:2] != "20"):
            yield f"{zone}, {words}: {found}"


def held(folder: Path) -> Iterator[str]:
    """Those whose dates, or whose states around the opening, are others."""
    for number, (zone, start, due_at, opens_at) in enumerate(rows(HELD)):
        line = Line(folder / f"held-{number}")
        line(start, "add", "Acme", "Dev", start, "--zone", zone)
        over = json.loads(line(start, "show", "1", "--json").out)["interviews"][0]["starts_at"]
        opening = datetime.fromisoformat(opens_at)
        seen = [line.actions(at) for at in (later(over, 1), (opening - SECOND).isoformat(), opens_at)]
        found = [
            (seen[0]["thank_you"]["due_at"], seen[0]["follow_up"]["opens_at"]),
            *((each["follow_up"]["state"], each["follow_up"]["opens_at"]) for each in seen[1:]),
        ]
        if found != [(due_at, opens_at), ("waiting", opens_at), ("available", opens_at)]:
            yield f"{zone}, {start}: {found}"


def later(instant: str, hours: int) -> str:
    return (datetime.fromisoformat(instant).astimezone(UTC) + timedelta(hours=hours)).isoformat()


if __name__ == "__main__":
    sys.stdout.write(json.dumps([*typed(Path(sys.argv[1])), *held(Path(sys.argv[1]))]))

"""Whatever command is run under whatever umask: what it writes is its owner's alone, and nothing leaves the machine."""

import json
import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from planner.cli.call import Call
from planner.cli.exits import Exit
from planner.cli.main import COMMANDS
from tests.cli.line import AT, CommandLine, interview

# Each command at least once, with all that writes files; in an order in which each is done.
LINES = """
import BROUGHT --yes
add Globex Dev 2026-12-04 14:00 --zone Europe/Berlin --recruiter Jo --interviewer Ann
edit 1 notes=more
restore 2 --yes
undo
person 1 add Cy
note 1 met the team
correct 1 1 words=again
forget 1 1
thank 1 --channel email
told 1 decision 2026-12-04
follow-up 1 --anyway
cancel 2
delete 2
undo
redo
list
show 1
why 1
due
due --short
insights
import SHEET --yes --map Firma=company --map Stelle=role --map Wann=starts_at --map Zone=time_zone
export json -o OUT/all.json
export csv -o OUT/all.csv
export ics -o OUT/all.ics
export md -o OUT/all.md
draft 1 thank-you-email -o OUT/letter.txt
draft 1 thank-you-email --to Ann --eml OUT/letter.eml
outcome 1 rejected
backup
config home-zone Asia/Tokyo
config show
remind
setup cron
completion bash
doctor
"""


@pytest.fixture(params=["000", "022", "077"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    wanted = int(request.param, 8)
    before = os.umask(wanted)
    yield wanted
    os.umask(before)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a network: who asks for a socket has failed."""

    def no_socket(*_args: object, **_named: object) -> NoReturn:
        raise AssertionError("a socket was asked for")

    for name in ("socket", "create_connection", "create_server", "socketpair", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, no_socket)


@pytest.mark.usefixtures("umask", "alone")
def test_every_command_writes_for_its_owner_alone_and_needs_no_network(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    line = CommandLine(capsys, AT)
    theirs = home / "theirs"
    (theirs / "OUT").mkdir(parents=True)
    (theirs / "BROUGHT").write_text(json.dumps({"planner": 1, "interviews": [interview(people=[{"name": "Ann Lee"}])]}))
    (theirs / "SHEET").write_text("Firma,Stelle,Wann,Zone\nInitech,Ops,2026-11-20 14:00,UTC\n")
    monkeypatch.chdir(theirs)
    known = set(theirs.rglob("*")) | {theirs}
    for words in LINES.strip().splitlines():
        assert line(*words.split()).code == Exit.FINE, words
        check(home, known)
    assert line.plain("due", "--short").code == Exit.FINE
    with monkeypatch.context() as patched:
        patched.setitem(COMMANDS, "list", fails)
        assert line("list").code == Exit.BUG
    found = check(home, known)
    assert {"all.json", "all.csv", "all.ics", "all.md", "letter.txt", "letter.eml", "config.toml"} <= found
    assert {"columns.json", "planner.json", "planner.json.lock", "planner.json.backups", "reminded", "logs"} <= found

    assert line("purge", "--yes").code == Exit.FINE
    exported = {path.name for path in (theirs / "OUT").iterdir()}
    assert check(home, known) == {".local", "share", "state", ".config", "planner", "config.toml", *exported}


def test_of_every_command_that_is_so(home: Path) -> None:
    assert {words.split()[0] for words in LINES.strip().splitlines()} | {"purge"} == set(COMMANDS)


def fails(_call: Call) -> NoReturn:
    raise ValueError


def check(home: Path, known: set[Path]) -> set[str]:
    """The names of all that was made; none of it is open to others."""
    made = [path for path in home.rglob("*") if path not in known]
    opened = {str(path): oct(mode) for path in made if (mode := stat.S_IMODE(path.stat().st_mode)) & 0o077}
    assert opened == {}
    return {path.name for path in made}

"""The command line as tests use it: in this process, at a fixed time, on files of the test's own."""

import json
from pathlib import Path

import pytest

from tests.cli.line import AT, CommandLine, interview

HOME_ZONE = '[policy]\nhome_time_zone = "America/New_York"\n'


@pytest.fixture
def line(home: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """An empty data file, and settings with New York as home."""
    config = home / ".config" / "planner" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(HOME_ZONE)
    return CommandLine(capsys, AT)


@pytest.fixture
def known(line: CommandLine, home: Path) -> CommandLine:
    """Number 1, an interview held yesterday with two people; number 2, one to come at another company."""
    file = home / "known.json"
    two = (interview(people=[{"name": "Ann Lee"}, {"name": "Bo Chan"}]), interview(company="Globex", days=2))
    file.write_text(json.dumps({"planner": 1, "interviews": two}))
    assert line("import", str(file), "--yes").code == 0
    return line

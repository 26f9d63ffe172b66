"""The real program ends when it has to, whatever it was just doing, and leaves nothing lying about."""

import signal
from pathlib import Path

from planner.planning.saving import PATIENCE_SECONDS
from tests.e2e.person import added, another_writing, at_home_in_berlin, at_the_terminal

GONE_WITHIN = PATIENCE_SECONDS - 0.5
"""One that waited its patience out for the other session would take longer. How much sooner it goes is measured by hand."""


def test_one_that_waits_for_another_session_to_write_ends_when_its_line_drops(home: Path) -> None:
    at_home_in_berlin(home)
    added("Northwind")
    with another_writing(home), at_the_terminal(ignoring_hangup=True) as person:
        person.sees("Northwind")
        person.session.type(b"te")
        person.sees("A note on Northwind", b"n")  # the screen lives while it waits
        person.session.drop_line()
        assert person.session.exit_code(GONE_WITHIN) == 128 + signal.SIGHUP
    assert not list(home.rglob("*.tmp"))
    assert not list(home.rglob("crash-*"))

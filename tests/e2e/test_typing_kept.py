"""What a person typed into the form of the real program, whatever ends it: kept, and offered back at the next start."""

import signal
from pathlib import Path

from tests.e2e.person import at_home_in_berlin, at_the_terminal, put_by


def test_what_is_typed_outlives_a_stalled_line_a_kill_and_a_dropped_line(home: Path) -> None:
    at_home_in_berlin(home)
    with at_the_terminal() as person:
        person.sees("Nothing here yet")
        person.sees("Add an interview", b"a")
        # From here on nobody reads what the program draws, and it is told to end before it has seen the last keys. It
        # takes no longer than a moment to act on these, so they are few: a busy machine manages them.
        typed = "0123456789"
        person.session.type(typed.encode())
        person.session.process.send_signal(signal.SIGTERM)
        assert person.session.exit_code() == 128 + signal.SIGTERM
    assert put_by(home) == {"company": typed}

    with at_the_terminal() as person:
        person.sees("was not saved: it is kept")
        person.sees("Here is what you typed last time", b"a")
        person.session.type(b"\x15Acme\tDev")
        kept = {"company": "Acme", "role": "Dev"}
        person.session.wait_for(lambda: put_by(home) == kept, "it is not put by")
        person.session.process.send_signal(signal.SIGKILL)
        person.session.exit_code()

    with at_the_terminal(ignoring_hangup=True) as person:
        person.sees("was not saved: it is kept")
        person.sees("Acme", b"a")
        person.sees("Acme Labs", b"\x05 Labs")
        person.session.drop_line()
        assert person.session.exit_code() == 128 + signal.SIGHUP
    assert put_by(home) == {"company": "Acme Labs", "role": "Dev"}
    assert not list(home.rglob("*.tmp"))
    assert not list(home.rglob("crash-*"))

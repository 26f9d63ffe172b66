"""The program killed, told to end and cut off while somebody types: what is left of it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from string import ascii_lowercase

from tests.e2e.person import Person, another_writing, at_the_terminal, put_by
from tests.e2e.pty_session import PYTHON_M, pty_session
from tests.endurance.result import Result
from tests.endurance.sealed import home_in

KILLS = 50
CUTS = 10
STALLS = 20
GONE_WITHIN = 3.0
MOST_LOST_SECONDS = 2.0
FROM_KEY_TO_KEY = 0.05


def typing(person: Person, seconds: float, chance: random.Random) -> list[tuple[float, str]]:
    """Types for so long, and reads; each key with when it was typed."""
    keys: list[tuple[float, str]] = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        key = chance.choice(ascii_lowercase)
        keys.append((time.monotonic(), key))
        person.session.type(key.encode())
        person.session.drain(FROM_KEY_TO_KEY)
    return keys


@contextmanager
def in_a_new_form(*, ignoring_hangup: bool = False) -> Iterator[Person]:
    """A form in which nothing stands; what the last session left is offered, and put aside."""
    with at_the_terminal(ignoring_hangup=ignoring_hangup) as person:
        person.sees("planner Board")
        person.sees("Add an interview", b"a")
        person.sees("As it was before you typed.", b"\x0e")
        yield person


def typed_and_killed(folder: Path) -> Result:
    """What is typed and killed at a random moment, up to five seconds later."""
    chance = random.Random(8)
    worst, offered = 0.0, 0
    with home_in(folder):
        for _ in range(KILLS):
            with in_a_new_form() as person:
                keys = typing(person, chance.uniform(0.1, 5), chance)
                person.session.process.kill()
                killed_at = time.monotonic()
                person.session.exit_code()
            kept = put_by(folder).get("company", "")
            text = "".join(key for _, key in keys)
            if not text.startswith(kept):
                return Result(False, f"kept is “{kept}” of “{text}”")
            lost = keys[len(kept) :]
            worst = max(worst, killed_at - lost[0][0] if lost else 0.0)
            with at_the_terminal() as person:
                person.sees("planner Board")
                if kept:
                    person.sees("was not saved: it is kept")
                    person.sees(kept[-40:], b"a")
                    offered += 1
                person.session.process.kill()
    held = worst <= MOST_LOST_SECONDS
    return Result(held, f"{KILLS} kills: at most the last {worst:.2f} s of typing lost; offered back {offered} times")


def typed_and_cut_off(folder: Path) -> Result:
    """What is typed when a signal comes or the line drops, the last keys a moment before."""
    chance = random.Random(9)
    figures = []
    with home_in(folder):
        for name in ("HUP", "TERM", "close"):
            kept = 0
            for _ in range(CUTS):
                with in_a_new_form() as person:
                    keys = typing(person, chance.uniform(0.1, 1), chance)
                    if name == "close":
                        person.session.drop_line()
                    else:
                        person.session.process.send_signal(signal.Signals[f"SIG{name}"])
                    person.session.exit_code(GONE_WITHIN)
                kept += put_by(folder).get("company", "") == "".join(key for _, key in keys)
            figures.append((name, kept))
    told = ", ".join(f"{name} {kept} of {CUTS}" for name, kept in figures)
    return Result(all(kept == CUTS for _, kept in figures), f"all typing kept: {told}")


# -- every end in every place


def _close(person: Person) -> None:
    person.session.drop_line()


def _tell(number: signal.Signals) -> Callable[[Person], None]:
    def tell(person: Person) -> None:
        person.session.process.send_signal(number)

    return tell


ENDS: dict[str, tuple[Callable[[Person], None], int, bool]] = {
    "HUP": (_tell(signal.SIGHUP), 129, False),
    "TERM": (_tell(signal.SIGTERM), 143, False),
    "close": (_close, 129, False),
    "close, HUP ignored": (_close, 129, True),
}
PLACES: dict[str, tuple[bytes, str]] = {
    "board": (b"", "Northwind"),
    "form": (b"aAcme Labs", "Acme Labs"),
    "question": (b"d", "Delete Northwind"),
    "lock": (b"tn", "A note on Northwind"),
}


def ends(folder: Path) -> Result:
    """Each end in each place; the lock is held by another session in the last of them."""
    took_of: dict[str, float] = {}
    wrong = []
    with home_in(folder, "Northwind") as home:
        for place, (keys, shown) in PLACES.items():
            for end, (cut, code, ignoring) in ENDS.items():
                held = another_writing(home) if place == "lock" else nullcontext()
                with held, at_the_terminal(ignoring_hangup=ignoring) as person:
                    took, trouble = _ended(person, keys, shown, cut, code)
                took_of[f"{end} at the {place}"] = took
                trouble += _left_behind(home, "Acme Labs" if place == "form" else "")
                if trouble:
                    wrong.append(f"{end} at the {place}: {'; '.join(trouble)}")
            took, trouble = _killed_in_tmux(home, keys, shown, locked=place == "lock")
            took_of[f"tmux at the {place}"] = took
            trouble += _left_behind(home, "Acme Labs" if place == "form" else "")
            if trouble:
                wrong.append(f"tmux at the {place}: {'; '.join(trouble)}")
    slowest = max(took_of, key=lambda cell: took_of[cell])
    figures = f"{len(took_of)} ends, slowest {took_of[slowest]:.2f} s ({slowest})"
    return Result(not wrong and took_of[slowest] <= GONE_WITHIN, "; ".join((figures, *wrong)))


def _ended(
    person: Person, keys: bytes, shown: str, cut: Callable[[Person], None], code: int
) -> tuple[float, list[str]]:
    session = person.session
    person.sees("Northwind")
    if keys:
        session.type(keys[:1])
        session.drain(0.3)
        session.type(keys[1:])
    person.sees(shown)
    begun = time.monotonic()
    cut(person)
    session.wait_for(lambda: session.process.poll() is not None, "it does not end")
    took = time.monotonic() - begun
    found = [] if session.exit_code() == code else [f"exit {session.process.returncode}"]
    if session.has_line and not session.is_restored():
        found.append("the terminal is not as it was")
    return took, found


def _left_behind(home: Path, typed: str) -> list[str]:
    found = [str(file) for pattern in ("*.tmp", "crash-*") for file in home.rglob(pattern)]
    if typed and put_by(home).get("company") != typed:
        found.append(f"kept: {put_by(home)}")
    for draft in (home / ".local" / "state" / "planner" / "drafts").glob("*.json"):
        draft.unlink()
    return found


def _killed_in_tmux(home: Path, keys: bytes, shown: str, *, locked: bool) -> tuple[float, list[str]]:
    if not shutil.which("tmux"):
        return 0.0, []

    def tmux(*words: str) -> str:
        run = subprocess.run(["tmux", "-S", str(home / "tmux"), *words], capture_output=True, check=False, text=True)
        return run.stdout

    def shows(text: str) -> None:
        until = time.monotonic() + 15
        while text not in " ".join(tmux("capture-pane", "-p").split()):
            if time.monotonic() > until:
                raise TimeoutError(tmux("capture-pane", "-p"))
            time.sleep(0.05)

    tmux("-f", os.devnull, "new-session", "-d", "-x", "80", "-y", "24", sys.executable, "-m", "planner")
    shows("Northwind")
    pid = int(tmux("display-message", "-p", "#{pane_pid}"))
    with another_writing(home) if locked else nullcontext():
        if keys:
            tmux("send-keys", "-l", keys[:1].decode())
            time.sleep(0.3)
            tmux("send-keys", "-l", keys[1:].decode())
        shows(shown)
        begun = time.monotonic()
        tmux("kill-session")
        while _lives(pid) and time.monotonic() < begun + 10:
            time.sleep(0.01)
    return time.monotonic() - begun, []


def _lives(pid: int) -> bool:
    """Whether it runs; one that has ended may wait for a while to be taken note of."""
    state = subprocess.run(["ps", "-o", "state=", "-p", str(pid)], capture_output=True, check=False, text=True).stdout
    return state.strip()[:1] not in ("", "Z")


# -- a line that stalls, and none at all


def stalls(folder: Path) -> Result:
    """400 keys are typed while nobody reads what is drawn, and at once the program is told to end."""
    chance = random.Random(10)
    kept, slowest = 0, 0.0
    with home_in(folder):
        for _ in range(STALLS):
            text = "".join(chance.choices(ascii_lowercase, k=400))
            with in_a_new_form() as person:
                person.session.type(text.encode())
                time.sleep(chance.uniform(0, 0.5))
                begun = time.monotonic()
                person.session.process.terminate()
                person.session.exit_code(GONE_WITHIN)
                slowest = max(slowest, time.monotonic() - begun)
            kept += put_by(folder).get("company") == text
    return Result(kept == STALLS, f"all 400 keys kept {kept} times of {STALLS}, slowest end {slowest:.2f} s")


ELSEWHERE = ("2>told", "2>&-", "<&-", "</dev/null", "2>told </dev/null", ">told 2>&1", "<&- >&- 2>&-")


def no_terminal(folder: Path) -> Result:
    """Streams that are no terminal, and terminals that can't draw."""
    wrong, slowest = [], 0.0
    with home_in(folder) as home:
        cases = [(elsewhere, "xterm-256color") for elsewhere in ELSEWHERE] + [("", "dumb"), ("", "")]
        for command in ("planner", "planner demo"):
            for elsewhere, term in cases:
                (home / "told").unlink(missing_ok=True)
                begun = time.monotonic()
                line = f"cd {home}; exec {' '.join(PYTHON_M)} {command} {elsewhere}"
                with pty_session("sh", "-c", line, TERM=term) as session:
                    code = session.exit_code()
                slowest = max(slowest, time.monotonic() - begun)
                told = session.output + b"".join(file.read_bytes() for file in home.glob("told"))
                if code != 2 or b"\x1b" in told:
                    wrong.append(f"{command} {elsewhere}, TERM={term}: exit {code}")
    return Result(not wrong and slowest < 1, "; ".join((f"slowest {slowest:.2f} s", *wrong)))

"""What a person waits for at the far end of a slow line, from the last key of an everyday action.

Each is carried out on a quick line first, with keys typed as quickly as people do, and when its bytes would have come
out of the slow one is computed from when they were written. With `--paced` the line itself is slow.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta

from planner.domain import wording
from planner.domain.board import Section, Standing
from planner.planning.lines import Line as Row
from planner.planning.lines import line_of
from tests.benchmarks import board
from tests.benchmarks.conditions import PLANNER, USUAL, Conditions
from tests.benchmarks.figure import Figure
from tests.benchmarks.paced import PacedTerminal
from tests.benchmarks.slow_line import Line
from tests.benchmarks.terminal import Shows, Terminal, split
from tests.benchmarks.wiring import planner_on

TITLE = "Twelve everyday actions over a line of 300 ms each way and 9,600 bit/s"
LINE = Line()
BETWEEN_KEYS = 0.15
"""Seconds from one key to the next."""
REMOTE = "192.0.2.1 50000 192.0.2.2 22"
WEEK = 7


@dataclass(frozen=True, slots=True)
class Action:
    """`keys` typed on the board, and what is to be `shown`; `before` and `after` are typed unhurriedly, not measured."""

    what: str
    keys: bytes
    shown: Shows
    before: bytes = b""
    after: bytes = b""


@dataclass(frozen=True, slots=True)
class Wait:
    """Seconds until what is wanted is shown, until nothing changes any more, and until the line is free for the next.

    What is sent in vain, of what is on the screen already, is waited for only by the next key.
    """

    shown: float
    whole: float
    free: float
    bytes: int


def figures(conditions: Conditions) -> Iterator[Figure]:
    waits: dict[str, list[Wait]] = {}
    for _ in range(1 if conditions.paced else 3):
        for what, wait in _day(conditions):
            waits.setdefault(what, []).append(wait)
    empty = 2 * LINE.latency + 1 / LINE.bytes_per_second
    for what, each in waits.items():
        shown = [wait.shown for wait in each]
        yield Figure(f"{what}, shown", USUAL, "s", shown, "a line with nothing on it", [empty] * len(each))
        yield Figure(f"{what}, all of it", USUAL, "s", [wait.whole for wait in each])
        free = [wait.free for wait in each]
        yield Figure(f"{what}, the line free", USUAL, "s", free, f"{each[-1].bytes:,} bytes")


def _day(conditions: Conditions) -> Iterator[tuple[str, Wait]]:
    """Each action once, one after the other, as on one evening."""
    path = conditions.own_copy(USUAL)
    planner = planner_on(path)
    now, standings = planner.now(), planner.board().standings
    rows = [line_of(standing, now) for standing in standings]
    env = conditions.env(data=path, SSH_CONNECTION=REMOTE)
    with closing(PacedTerminal(PLANNER, env, LINE) if conditions.paced else Terminal(PLANNER, env)) as session:
        session.wait(board.shows(rows[0]), rows[0].company)
        shown = session.seen - 1
        board.opened(session)
        # It was started where it runs; the key that does so takes a latency to come there.
        yield "open the board", _wait(session, shown, 0, -LINE.latency if conditions.paced else 0.0)
        later = wording.day(now.date() + timedelta(days=WEEK), now.date())
        for action in _actions(standings, rows, later):
            session.put(action.before)
            yield action.what, _carried_out(session, action)
            session.put(action.after)


def _actions(standings: Sequence[Standing], rows: Sequence[Row], later: str) -> Iterator[Action]:
    owed = _place(standings, lambda one: one.thank_you.is_open and len(one.left) < 2)
    waiting = _place(standings, lambda one: one.section is Section.WAITING)
    letters, found = board.narrowing(standings, 3)
    first, elsewhere = board.on(rows[0]), board.says(board.CURSOR)
    yield Action("one row down", b"j", board.on(rows[1]))
    yield Action("a page down", b"\x1b[6~", lambda screen: elsewhere(screen) and not first(screen), b"g", b"g")
    yield Action("open an interview", b"\r", board.says("esc back"))
    yield Action("back to the board", b"\x1b", first)
    yield Action("tick a thank-you", b"t", board.says("noted"), b"j" * owed)
    yield Action("undo it", b"u", board.says("Undone"), after=b"g")
    yield Action("a follow-up refused, with the reason", b"f", board.says("I did it anyway"), b"j" * waiting)
    yield Action("why", b"w", board.says("Why?"), after=b"\x1b")
    yield Action("they decide next week", b"rdnext week\r", board.says("noted"), after=b"ug")
    yield Action(
        "find by three letters",
        b"/" + letters,
        lambda screen: board.shows(rows[found])(screen) and not board.shows(rows[0])(screen),
        after=b"\x1b",
    )
    yield Action("look a week ahead", b"]" * WEEK, board.says(f"looking at {later}"), after=b".")


def _place(standings: Sequence[Standing], is_meant: Callable[[Standing], bool]) -> int:
    return next(place for place, one in enumerate(standings) if is_meant(one))


def _carried_out(session: Terminal, action: Action) -> Wait:
    session.rest()
    before, begun = len(session.chunks), session.now
    if action.shown(session.screen):
        raise AssertionError(f"{action.what}: it is shown before anything was done.")
    typed_at = begun
    for number, key in enumerate(split(action.keys)):
        while (left := begun + number * BETWEEN_KEYS - session.now) > 0:
            session.read(left)
        typed_at = session.type(key)
    session.wait(action.shown, action.what)
    shown = session.seen - 1
    session.rest()
    return _wait(session, shown, before, typed_at)


def _wait(session: Terminal, shown: int, before: int, typed_at: float) -> Wait:
    """The wait since `typed_at` for the chunk in place `shown`, and for all of those from the place `before` on."""
    chunks, whole = session.chunks[before:], session.changes[-1]
    sent = sum(len(chunk.data) for chunk in chunks)
    if isinstance(session, PacedTerminal):
        times = [chunk.at - typed_at for chunk in session.chunks]
        return Wait(times[shown], times[whole], times[-1], sent)
    # The last key took a latency as well.
    waits = [at + LINE.latency - typed_at for at in LINE.arrivals(chunks)]
    return Wait(waits[shown - before], waits[whole - before], waits[-1], sent)

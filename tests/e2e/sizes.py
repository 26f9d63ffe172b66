"""A terminal whose size changes while the program paints, sleeps in the shell, or waits for an editor.

What is seen then must be what is seen once all is painted anew.
"""

import random
import signal
from collections.abc import Callable

from tests.e2e.person import Person

REDRAW, SUSPEND = b"\x0c", b"\x1a"
EDITOR = "sh -c 'echo an editor; read answer'"
"""It paints over the screen, and goes with the next enter."""
LEAVE = b"\x1b"
_ALL_IS_DRAWN = 0.4
"""When nothing was drawn for so many seconds, nothing more comes."""
KEYS = (b"j", b"k", b"G", b"g", b"]", b".", b"?", b"w", b"S", b"2", b"+", b"1", b"\r", b"l", b"/a", b"\x1b")


def stale(person: Person) -> str:
    """What stands on the screen and is not what the program shows; "" where nothing does."""
    person.session.read_until_quiet(_ALL_IS_DRAWN)
    before = person.cells
    person.session.type(REDRAW)
    person.settles()
    return "; ".join(
        f"line {line}, column {column}: {was}, not {cell}"
        for line, (row, shown) in enumerate(zip(before, person.cells, strict=True))
        for column, (was, cell) in enumerate(zip(row, shown, strict=True))
        if was != cell
    )[:500]


def asleep(person: Person, *sizes: tuple[int, int]) -> None:
    """In the shell, in which the terminal takes on these sizes; and back."""
    person.presses_until(person.session.stopped, LEAVE, SUSPEND)
    person.pulls(*sizes)
    person.drawn_after(lambda: person.session.process.send_signal(signal.SIGCONT))


def in_an_editor(person: Person, *sizes: tuple[int, int]) -> None:
    """In the editor of a letter to the first of the board, in which the terminal takes on these sizes; and back."""
    person.resizes(80, 24)
    person.presses_until(lambda: any(" words" in row for row in person.rows), LEAVE, b"1gl")
    person.session.read_until(b"an editor", b"E")
    person.pulls(*sizes)
    person.session.read_until(b"\x1b[?1049h", b"\n")
    person.session.read_until_quiet(_ALL_IS_DRAWN)
    person.session.type(LEAVE)


def pulled(person: Person, rounds: int, chance: random.Random) -> str:
    """Random sizes, at once and one after the other, with keys between, and now and then from elsewhere."""

    def size() -> tuple[int, int]:
        return chance.choice((chance.randint(15, 150), chance.randint(40, 120))), chance.randint(4, 45)

    def typed() -> None:
        person.session.type(b"".join(chance.choices(KEYS, k=chance.randint(0, 4))))

    def at_once() -> None:
        here = person.size
        typed()
        person.pulls(*(size() for _ in range(chance.randint(1, 3))), *chance.choice(((), (here,))), between=typed)

    kinds: tuple[Callable[[], None], ...] = (
        at_once,
        at_once,
        typed,
        lambda: asleep(person, size()),
        lambda: in_an_editor(person, size()),
    )
    for number in range(rounds):
        kind = chance.choice(kinds)
        kind()
        wrong = stale(person)
        if wrong:
            return f"round {number}, {kind.__name__}:\n{wrong}"
    return ""

"""How far an import has come, told to whoever shows it; who is told may also end it."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from operator import length_hint
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from planner.formats.passing import Passing

T = TypeVar("T")


class Stage(StrEnum):
    """What an import is doing, as a person would say it."""

    READING = "Reading"
    COMPARING = "Comparing"
    SAVING = "Saving"


class Progress(NamedTuple):
    """`part` is how much of the stage is done, from 0 to 1; None where that can't be told."""

    stage: Stage
    part: float | None = None


SAVING = Progress(Stage.SAVING)

Watch = Callable[[Progress], None]
"""Is told often, on the thread that does the work, and has to be quick. What it raises ends the import: nothing is done."""


_WIDEST_BAR = 40


def in_line(progress: Progress, columns: int) -> str:
    """ "Reading  ███████···  70 %": the stage, and how much of it is done where that is known."""
    if progress.part is None:
        return f"{progress.stage} …"[: max(columns, 0)]
    percent = f"{progress.part:4.0%}"
    room = min(columns - len(progress.stage) - len(percent) - 3, _WIDEST_BAR)
    done = round(max(room, 0) * progress.part)
    bar = f"  {'█' * done}{'·' * (room - done)}" if room > 0 else ""
    return f"{progress.stage}{bar} {percent}"[: max(columns, 0)]


def unwatched(_progress: Progress) -> None:
    """For whoever does not want to know."""


def told(watch: Watch, stage: Stage, things: Iterable[T], expected: int) -> Iterator[T]:
    """The things, with a word on each. `expected` is about how many there are; 0 where that is not known."""
    for number, thing in enumerate(things):
        watch(Progress(stage, min(number / expected, 1.0) if expected else None))
        yield thing


def reading(watch: Watch) -> "Passing[T]":
    """Hands on what is read, with a word on each."""
    return lambda things: told(watch, Stage.READING, things, len(things))


def compared(watch: Watch, things: Iterable[T]) -> Iterator[T]:
    """The things that were found, with a word on each."""
    return told(watch, Stage.COMPARING, things, length_hint(things))


def one_of(watch: Watch, number: int, whole: int) -> Watch:
    """Is told of one file, the first being 0, and passes it on as a part of the whole."""

    def passed_on(progress: Progress) -> None:
        inside = progress.part if progress.part is not None or whole == 1 else 0.0
        watch(progress._replace(part=None if inside is None else (number + inside) / whole))

    return passed_on

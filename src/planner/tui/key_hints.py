"""What stands on the bar of keys: those that can act bright, the others grey; what does not fit is left to the help."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from planner.tui.commands import Command
from planner.tui.gating import OF_AN_INTERVIEW, Situation, grey
from planner.tui.spans import Row, Span, width_of


class Hint(NamedTuple):
    """A command on the bar, and why it is grey ("" when it is not)."""

    command: Command
    grey: str = ""


def hints(commands: Iterable[Command], room: str, now: Situation) -> list[Hint]:
    """Those of a room in their order; the way to where one is already, and what has nothing to act on, are not worth the space."""
    passed = {room, *(OF_AN_INTERVIEW if now.standing is None else ())}
    shown = (command for command in commands if room in command.rooms and command.bar and command.id not in passed)
    return [Hint(command, grey(command.id, now)) for command in sorted(shown, key=lambda command: command.bar)]


def hint_row(hints: Sequence[Hint], width: int) -> Row:
    """As many as fit. The last one, the help, is always there."""
    return fitting([hint_spans(hint) for hint in hints], width)


def fitting(keys: Sequence[Row], width: int) -> Row:
    """As many keys as fit, and the last one in any case."""
    spans = [span for key in keys[: how_many_fit(keys, width)] for span in key]
    last = keys[-1]
    # The blanks after the last one go: where it just fits, they would be cut off with an ellipsis.
    return (*spans, *last[:-1], Span(last[-1].text.rstrip(), last[-1].tone))


def how_many_fit(keys: Sequence[Row], width: int) -> int:
    """How many there is room for before the last one."""
    *others, last = map(width_of, keys)
    room = width - last + 2  # the blanks after the last one may go
    return sum(end <= room for end in accumulate(others))


def hint_spans(hint: Hint) -> Row:
    """One hint with the blanks after it."""
    return key_spans(hint.command.key, hint.command.title, grey=bool(hint.grey))


def key_spans(key: str, does: str, *, grey: bool = False) -> Row:
    """A key with what it does and the blanks after it; grey where it can't act."""
    return (Span(f"{key} {does}  ", "grey"),) if grey else (Span(key, "key"), Span(f" {does}  "))

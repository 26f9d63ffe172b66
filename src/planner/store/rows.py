"""A table as the lines it has in the text of a data file: a document a line, in the order of their numbers."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, NoReturn

from planner.domain.errors import BadInput

as_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def whole(document: Any) -> tuple[str]:  # noqa: ANN401 - whatever JSON holds
    """The text of a document in one piece. Raises ValueError for what JSON can't hold."""
    return (as_json(document),)


_AT_ONCE = 2**16
"""About as many bytes of lines are handled together: one by one takes longer, and all of them take much more room."""


class Rows(NamedTuple):
    """The lines of `text` from `begin` to `end`, and what is `new` beside them or in their places, by number.

    A line goes from the line end before it to the one sign behind it, which is a comma except in the last. What is new
    becomes the text of a document by `pieces` only as it is written, since it may be thousands; None takes a line away.
    """

    text: bytes = b""
    begin: int = 0
    end: int = 0
    new: Mapping[int, Any] = MappingProxyType({})
    pieces: Callable[[Any], Iterable[str]] = whole

    def items(self) -> Iterator[tuple[int, Any]]:
        """The documents by number. Raises BadInput where a line is anything but one document, or out of its order."""
        last = 0
        for part in self._parts():
            for number, document in _documents(part) if isinstance(part, bytes) else (part,):
                if number <= last:
                    raise BadInput("It is not in order.", "", str(number))
                last = number
                yield number, document

    def lines(self) -> Iterator[bytes]:
        """The table as it is to be written, with commas between its documents."""
        between = b""
        for part in self._parts():
            if isinstance(part, bytes):
                yield between + part
            else:
                yield b'%b\n"%d": ' % (between, part[0])
                yield from map(str.encode, self.pieces(part[1]))
            between = b","

    def _parts(self) -> Iterator[bytes | tuple[int, Any]]:
        """The lines that stay, many of them together, without the sign behind the last; what is new between them."""
        at = self.begin
        for number in sorted(self.new):
            begin, end = self._place(number, at)
            yield from self._kept(at, begin)
            if self.new[number] is not None:
                yield number, self.new[number]
            at = end
        yield from self._kept(at, self.end)

    def _kept(self, at: int, end: int) -> Iterator[bytes]:
        while at < end:
            following = self.text.find(b"\n", at + _AT_ONCE, end)
            stop = following if following >= 0 else end
            if stop < end and not self.text.endswith(b",", at, stop):
                raise BadInput("It is laid out in another way.")
            yield self.text[at : stop - 1]
            at = stop

    def _place(self, number: int, low: int) -> tuple[int, int]:
        """Where the line of that number begins and the next does, from `low` on; both are the same where there is none."""
        high = self.end
        while low < high:
            begin = self.text.rfind(b"\n", low, (low + high) // 2 + 1)
            following = self.text.find(b"\n", begin + 1, high)
            end = following if following >= 0 else high
            found = int(self.text[begin + 2 : self.text.index(b'"', begin + 2)])
            if found == number:
                return begin, end
            low, high = (end, high) if found < number else (low, begin)
        return low, low


def no_number(constant: str) -> NoReturn:
    """Refuses what Python takes for a number though JSON has no such thing."""
    raise BadInput(f"It is damaged: {constant} is no number.")


def _documents(lines: bytes) -> Iterable[tuple[int, Any]]:
    """The documents on whole lines, parted by commas."""
    # No number is a name in a document, which its reader would refuse: with the same numbers each line is its own.
    try:
        found = _decoder.decode(f"{{{lines.decode()}}}")
        before, *each = (lines + b",").split(b"\n")
        if before:
            raise ValueError(before)
        for number, line in zip(map(int, found), each, strict=True):
            if not (line.startswith(b'"%d": {' % number) and line.endswith(b"},")):
                raise ValueError(number)
    except (ValueError, RecursionError) as error:
        raise BadInput("It is laid out in another way.") from error
    return zip(map(int, found), found.values(), strict=True)


_decoder = json.JSONDecoder(parse_constant=no_number)

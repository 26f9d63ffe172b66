"""A file on its way to the disk piece by piece, as what it holds would take as much room again."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256

_AT_ONCE = 2**16


class Stream:
    """Hands on the pieces, some of them together; once they are through, `digest` tells the file they make.

    `measured` is told of each size that is reached, before more is handed on; what it raises ends it.
    """

    def __init__(self, pieces: Iterable[bytes], measured: Callable[[int], None]) -> None:
        self._pieces = pieces
        self._measured = measured
        self._hash = sha256()
        self._size = 0

    def __iter__(self) -> Iterator[bytes]:
        gathered = bytearray()
        for piece in self._pieces:
            gathered += piece
            if len(gathered) >= _AT_ONCE:
                yield self._told(gathered)
                gathered.clear()
        yield self._told(gathered)

    def _told(self, gathered: bytearray) -> bytes:
        self._size += len(gathered)
        self._measured(self._size)
        self._hash.update(gathered)
        return bytes(gathered)

    @property
    def digest(self) -> bytes:
        return self._hash.digest()

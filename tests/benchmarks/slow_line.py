"""A slow line, by arithmetic: when what a program wrote would have come out at the far end."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Chunk(NamedTuple):
    """Bytes that a program wrote at one time, in seconds from some beginning."""

    at: float
    data: bytes


class Line(NamedTuple):
    """`latency` is seconds each way; 9,600 bit/s carry 960 bytes, as each costs a start and a stop bit."""

    latency: float = 0.3
    bytes_per_second: float = 960.0

    def arrivals(self, chunks: Iterable[Chunk]) -> Iterator[float]:
        """When the last byte of each chunk arrives; the line carries one after the other, and nothing is thrown away."""
        free_at = 0.0
        for chunk in chunks:
            free_at = max(free_at, chunk.at) + len(chunk.data) / self.bytes_per_second
            yield free_at + self.latency

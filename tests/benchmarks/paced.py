"""A terminal at the far end of a slow line, in real time: the program meets a line that takes no more, as it would."""

import os
import select
from collections.abc import Mapping
from time import sleep

from tests.benchmarks.slow_line import Chunk, Line
from tests.benchmarks.terminal import Terminal

PIECE = 24
"""Bytes taken at a time: as many as the line carries in a fortieth of a second."""


class PacedTerminal(Terminal):
    """Keys reach the program a latency later, and of what it writes a chunk is dated when its last byte has arrived."""

    def __init__(self, command: tuple[str, ...], env: Mapping[str, str], line: Line) -> None:
        self._line = line
        self._free_at = 0.0
        self._under_way: list[tuple[float, bytes]] = []
        super().__init__(command, env)

    def type(self, keys: bytes) -> float:
        at = self.now
        self._under_way.append((at + self._line.latency, keys))
        return at

    def read(self, seconds: float) -> bool:
        until = self.now + max(seconds, 0)
        while True:
            self._deliver()
            if self.now >= self._free_at and self._take():
                return True
            if self.now >= until and not self._under_way:
                return False
            sleep(0.001)

    def listen(self, seconds: float) -> None:
        while self._under_way:
            self.read(0)
        super().listen(seconds)

    def _deliver(self) -> None:
        while self._under_way and self._under_way[0][0] <= self.now:
            os.write(self._master, self._under_way.pop(0)[1])

    def _take(self) -> bool:
        if self.closed or not select.select([self._master], [], [], 0)[0]:
            return False
        data = self._bytes(PIECE)
        if not data:
            return False
        self._free_at = self.now + len(data) / self._line.bytes_per_second
        self.chunks.append(Chunk(self._free_at + self._line.latency, data))
        self._answer(data)
        return True

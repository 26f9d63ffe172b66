"""Several sessions writing to one data file, as processes of their own; one command with what to do:

    python -m tests.store.sessions FOLDER kills 40     kill two writers at random moments, that many times
    python -m tests.store.sessions FOLDER race 4 25    that many processes, each with that many changes

It prints what came of it as JSON. Each writer has one interview, whose notes begin with the number of its last change.
"""

import json
import os
import random
import select
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from planner.planning.state import State
from planner.store.data_file import DataFile
from tests.store.made import NOW, data_file, interview

LONGEST = 15_000


def main(folder: str, what: str, *numbers: str) -> None:
    path = Path(folder) / "planner.json"
    found = kills(path, int(numbers[0])) if what == "kills" else race(path, int(numbers[0]), int(numbers[1]))
    sys.stdout.write(json.dumps(found))


class Writer:
    """A process that changes its interview again and again, and says so each time a change is acknowledged."""

    def __init__(self, path: Path, changes: int = sys.maxsize) -> None:
        self.said = 0
        self.longest_wait = 0.0
        self.most_before = 0
        self._out, into = os.pipe()
        os.set_blocking(self._out, False)
        self.pid = os.fork()
        if self.pid == 0:
            try:
                write(data_file(path), f"writer {os.getpid()}", changes, into)
            finally:
                os._exit(0)
        os.close(into)

    @property
    def uid(self) -> str:
        return f"writer {self.pid}"

    def listen(self) -> None:
        """Takes in what it said so far."""
        while select.select([self._out], [], [], 0)[0] and (text := os.read(self._out, 65_536)):
            for line in text.decode().splitlines():
                number, wait, before = line.split()
                self.said = int(number)
                self.longest_wait = max(self.longest_wait, float(wait))
                self.most_before = max(self.most_before, int(before))

    def end(self, how: int | None = None) -> None:
        """Kills it with that signal, or waits until it is through."""
        if how:
            os.kill(self.pid, how)
        while not os.waitpid(self.pid, 0 if how else os.WNOHANG)[0]:
            self.listen()
        self.listen()
        os.close(self._out)


def write(store: DataFile, uid: str, changes: int, out: int) -> None:
    chance = random.Random(os.getpid())
    last = 0
    for number in range(1, changes + 1):
        notes = f"{number} " + "x" * chance.randrange(1, LONGEST)

        def change(state: State, notes: str = notes) -> State:
            mine = next((each for each in state.interviews.values() if each.uid == uid), None)
            new = replace(mine, notes=notes) if mine else interview(uid, notes)
            return state.changed("Edited", NOW, uid, {mine.id if mine else state.next_id: new})

        begun = time.monotonic()
        revision = store.commit(change, wait=30).revision
        before = revision - last - 1 if last else 0  # changes of others that came between two of its own
        last = revision
        os.write(out, f"{number} {time.monotonic() - begun:.4f} {before}\n".encode())


def numbers_in(path: Path) -> dict[str, int]:
    """The number of the last change of each writer that the file holds."""
    return {each.uid: int(each.notes.split()[0]) for each in data_file(path).load().interviews.values()}


def kills(path: Path, count: int) -> dict[str, object]:
    chance = random.Random(0)
    said: dict[str, int] = {}
    unopenable: list[str] = []
    lost: list[str] = []
    writers = [Writer(path), Writer(path)]
    for _ in range(count):
        time.sleep(chance.uniform(0.005, 0.06))
        writer = writers.pop(0)
        writer.end(signal.SIGKILL)
        for each in writers:
            each.listen()
        said |= {each.uid: each.said for each in [writer, *writers]}
        try:
            held = numbers_in(path)
        except Exception as error:  # noqa: BLE001 - counted and told
            unopenable.append(repr(error))
        else:
            lost += [f"{uid}: {held.get(uid)} of {n}" for uid, n in said.items() if n and held.get(uid, 0) < n]
        writers.append(Writer(path))
    for writer in writers:
        writer.end(signal.SIGKILL)
    begun = time.monotonic()
    data_file(path).commit(lambda state: state.changed("Last", NOW, "", {}), wait=1)
    return {
        "acknowledged": sum(said.values()),
        "unopenable": unopenable,
        "lost": lost,
        "next change took": time.monotonic() - begun,
    }


def race(path: Path, processes: int, changes: int) -> dict[str, object]:
    writers = [Writer(path, changes) for _ in range(processes)]
    for writer in writers:
        writer.end()
    return {
        "said": sorted(writer.said for writer in writers),
        "held": sorted(numbers_in(path).values()),
        "revision": data_file(path).load().revision,
        "longest wait": max(writer.longest_wait for writer in writers),
        "most changes waited for": max(writer.most_before for writer in writers),
    }


if __name__ == "__main__":
    main(*sys.argv[1:])

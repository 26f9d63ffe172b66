"""TinyDB's own JSONStorage under the same attack as our data file:

python -m tests.endurance.stock FOLDER KILLS
"""

import json
import os
import random
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tinydb import TinyDB, where

from planner.planning.state import State
from tests.store import sessions


class Stock:
    """Looks to the attack like our data file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(exist_ok=True)

    def put(self, uid: str, notes: str) -> None:
        with TinyDB(self._path) as database:
            database.upsert({"uid": uid, "notes": notes}, where("uid") == uid)

    def commit(self, _change: Callable[[State], State], wait: float = 5.0) -> None:
        with suppress(ValueError):  # the file is torn
            self.put("last", "0")


def write(store: Stock, uid: str, changes: int, out: int) -> None:
    chance = random.Random(os.getpid())
    for number in range(1, changes + 1):
        try:
            store.put(uid, f"{number} " + "x" * chance.randrange(1, sessions.LONGEST))
        except ValueError:  # the file is torn: nothing more can be written to it
            return
        os.write(out, f"{number} 0 0\n".encode())


def numbers_in(path: Path) -> dict[str, int]:
    documents = json.loads(path.read_bytes())["_default"].values() if path.exists() else ()
    return {each["uid"]: int(each["notes"].split()[0]) for each in documents}


def main(folder: str, count: str) -> None:
    sessions.data_file = Stock  # type: ignore[assignment,attr-defined]
    sessions.write = write  # type: ignore[assignment]
    sessions.numbers_in = numbers_in
    found = sessions.kills(Path(folder) / "stock.json", int(count))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""What people were reminded of, in a small file for each data file."""

import json
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path

from planner import disk
from planner.domain.errors import Busy, StoreTrouble
from planner.store import files, lock
from planner.store.trouble import told

_WAIT = 10.0
"""Seconds to wait for another reminder that is just being told."""
_FORGOTTEN = "What was told can't be remembered, and will be told again"
MOST = 20_000
"""Things remembered; those told first are forgotten first."""
_LARGEST = 8 * 2**20


class RemindedFile:
    """As the port says. With `rehearsed`, what is told is remembered apart: a look at another time hides nothing."""

    def __init__(self, folder: Path, data_file: Path, *, rehearsed: bool = False) -> None:
        self._path = folder / f"{sha256(str(data_file).encode(errors='surrogateescape')).hexdigest()[:16]}.json"
        self._counts = ("told", "rehearsed") if rehearsed else ("told",)

    @contextmanager
    def telling(self, keys: Collection[str]) -> Iterator[Collection[str]]:
        with ExitStack() as stack:
            try:
                with told(self._path, _FORGOTTEN):
                    disk.make_folders(self._path.parent)
                    stack.enter_context(lock.held(lock.path_of(self._path), _WAIT))
            except Busy as busy:
                raise Busy("Another reminder is just being told.", busy.hint) from None
            except StoreTrouble:
                yield keys  # told twice is better than never
                if keys:
                    raise
                return
            memory = self._read()
            known = {key for name in self._counts for key in memory.get(name, ())}
            new = [key for key in keys if key not in known]
            yield new
            if new:
                mine = self._counts[-1]
                memory[mine] = [*memory.get(mine, ()), *new][-MOST:]
                with told(self._path, _FORGOTTEN):
                    files.write(self._path, json.dumps(memory, indent=0).encode())

    def _read(self) -> dict[str, list[str]]:
        """What was told so far; nothing where the file is lost or damaged: told twice is better than never."""
        try:
            content, _ = files.read(self._path, _LARGEST)
            found = json.loads(content)
        except (OSError, StoreTrouble, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        kept = {name: found.get(name) for name in ("told", "rehearsed")}
        return {name: [str(key) for key in keys] for name, keys in kept.items() if isinstance(keys, list)}

"""TinyDB as the layer of documents, over the text of the data file, which a transaction leaves as it is."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tinydb.storages import Storage
from tinydb.table import Table

from planner.store.rows import Rows

Tables = Mapping[str, Rows]


class Copy(Storage):
    """The tables as they were read; what is changed stays in memory until it is written out as a whole.

    The tables handed in are never touched, and a transaction that fails leaves nothing behind.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> Any:  # noqa: ANN401 - rows in the place of TinyDB's dictionaries
        return self.tables

    def write(self, data: Any) -> None:  # noqa: ANN401 - as above
        self.tables = data


class Shelf(Table):
    """A table whose documents keep the numbers we give them: TinyDB's own would be used again.

    Its queries are not cached, as that would hide what another process writes.
    """

    def __init__(self, copy: Copy, name: str) -> None:
        super().__init__(copy, name, cache_size=0)
        self._copy = copy

    def put(self, new: Mapping[int, Any], pieces: Callable[[Any], Iterable[str]]) -> None:
        """Puts what `pieces` make documents of in their places, all at once; None takes away what is there."""
        tables = self._copy.tables
        self._copy.write({**tables, self.name: tables[self.name]._replace(new=new, pieces=pieces)})

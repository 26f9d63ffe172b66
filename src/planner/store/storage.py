"""TinyDB as the layer of documents, over one copy in memory for each transaction."""

from collections.abc import Callable, Iterable
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from planner.store.line import to_lines

Tables = dict[str, dict[str, Any]]
"""By the name of a table, its documents by number, which is text as in the file.

A document that is left alone may stand as the line it has there; one of thousands that come together as the value it
is of, until it is written.
"""


class Copy(Storage):
    """The tables as they were read; what is changed stays in memory until it is written out as a whole.

    A table is built anew for each change, and so is a document: the tables handed in are never touched, and a
    transaction that fails leaves nothing behind.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> Tables:
        return dict(self.tables)

    def write(self, data: Tables) -> None:
        self.tables = data


class Shelf(Table):
    """A table whose documents keep the numbers we give them, as text: TinyDB's own would be used again.

    Its queries are not cached, as that would hide what another process writes. It spares TinyDB the turning of every
    number into an int and back at each change, which takes longer than the change.
    """

    default_query_cache_capacity = 0
    document_id_class = str  # type: ignore[assignment]

    def hold(self, values: Iterable[tuple[str, object]]) -> None:
        """Puts values in place, by number, whose documents are to be made one by one, as they are written."""
        self._update_table(lambda rows: rows.update(values))

    def _update_table(self, updater: Callable[[dict[Any, Any]], None]) -> None:
        tables = self._storage.read() or {}
        rows = dict(tables.get(self.name, {}))
        updater(rows)
        # At once: thousands of documents that come together would take several times the room of the file.
        self._storage.write(tables | {self.name: to_lines(rows)})


class Database(TinyDB):
    table_class = Shelf

    def shelf(self, name: str) -> Shelf:
        found = self.table(name)
        if not isinstance(found, Shelf):
            raise TypeError(name)
        return found

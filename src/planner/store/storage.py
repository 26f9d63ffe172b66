"""Where TinyDB reads and writes: one copy of the tables in memory, for one transaction."""

from collections.abc import Mapping
from typing import Any

from tinydb import Storage

Document = Mapping[str, Any]
Tables = dict[str, dict[str, Any]]
"""By the name of a table, its documents by number, as text: the form TinyDB stores."""


class Copy(Storage):
    """The tables as they were read; what is changed stays in memory until it is written out as a whole.

    TinyDB builds each table it changes anew, and so do we with each document: the tables handed in are never touched,
    and a transaction that fails leaves nothing behind.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> Tables:
        return dict(self.tables)

    def write(self, data: Tables) -> None:
        self.tables = data

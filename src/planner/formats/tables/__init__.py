"""Tables: the exports of job trackers and people's own sheets, as text or as workbooks; and the table we write."""

from planner.formats.tables.cells import written
from planner.formats.tables.headers import FIELDS, columns_of
from planner.formats.tables.reading import opened, read
from planner.formats.tables.values import Columns, NoTable, Offered, Refused, Sheet

__all__ = ["FIELDS", "Columns", "NoTable", "Offered", "Refused", "Sheet", "columns_of", "opened", "read", "written"]

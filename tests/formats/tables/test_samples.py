"""A table another program wrote."""

from pathlib import Path

import pytest

from planner.formats import tables
from planner.formats.tables import Refused
from tests.shared_files import shared_files


@pytest.mark.parametrize("file", shared_files("samples/csv/*.csv"), ids=lambda file: file.name)
def test_every_row_is_accounted_for(file: Path) -> None:
    sheet = tables.opened(file.read_bytes(), lambda _: {})
    found = list(tables.read(sheet, tables.columns_of(sheet.header, {}), "Europe/Berlin", ""))
    assert len(found) == len(list(sheet.rows()))
    assert all(isinstance(one, Refused) and one.reason == "No interview date: skipped." for one in found)

"""A data file of the test's own."""

from pathlib import Path

import pytest

from planner.store.data_file import DataFile
from tests.store.made import data_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "planner.json"


@pytest.fixture
def store(path: Path) -> DataFile:
    return data_file(path)

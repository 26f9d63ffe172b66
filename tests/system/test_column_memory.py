"""What was said of the columns of tables is kept, for the owner alone."""

import stat
from pathlib import Path

import pytest

from planner.domain.errors import BadInput
from planner.system import column_memory


@pytest.fixture
def file(home: Path) -> Path:
    return home / "state" / "columns.json"


def test_what_was_kept_is_read_again(file: Path) -> None:
    said = {"wo | was": {"Wo": "company", "Was": "role"}, "größe": {"Größe": "notes"}}
    column_memory.write(file, said)
    assert column_memory.read(file) == said
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_where_nothing_was_kept_there_is_nothing(file: Path) -> None:
    assert column_memory.read(file) == {}


def test_the_tables_said_first_are_forgotten_first(file: Path) -> None:
    column_memory.write(file, {str(number): {"x": "role"} for number in range(120)})
    kept = column_memory.read(file)
    assert len(kept) == 100
    assert "119" in kept
    assert "0" not in kept


@pytest.mark.parametrize("content", ["{", "[1]", '{"a": 1}', "\x00", "[" * 100_000])
def test_a_damaged_file_is_named_with_the_way_out(content: str, file: Path) -> None:
    file.parent.mkdir()
    file.write_text(content)
    with pytest.raises(BadInput, match="damaged") as error:
        column_memory.read(file)
    assert "remove it" in error.value.hint


def test_what_is_no_file_is_said(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(BadInput, match="can't be read"):
        column_memory.read(file)

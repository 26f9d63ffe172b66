"""A data file of each form there ever was is kept, and still opens with all that was in it.

A sample is never changed. A new form begins with the sample of it that this program writes.
"""

import json
import shutil
from pathlib import Path

import pytest

from planner.domain.log import KINDS
from planner.formats.migrations import SCHEMA
from planner.store import backups
from tests.store.made import added, data_file, undone

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(params=range(1, SCHEMA + 1))
def sample(request: pytest.FixtureRequest, path: Path) -> Path:
    """A copy of the sample of each form, as a data file."""
    path.parent.mkdir()
    shutil.copyfile(SAMPLES / f"schema-{request.param}.json", path)
    return path


def test_each_form_has_a_sample_and_no_sample_is_of_another(sample: Path) -> None:
    forms = sorted(json.loads(file.read_bytes())["schema"] for file in SAMPLES.iterdir())
    assert forms == list(range(1, SCHEMA + 1))


def test_a_sample_opens_with_every_kind_of_entry_and_all_that_can_be_undone(sample: Path) -> None:
    state = data_file(sample).load()
    interviews = [*state.interviews.values(), *(one for step in state.undo for _, one in step.restores if one)]
    assert sorted(state.interviews) == [1, 2]
    assert {entry.kind for one in interviews for entry in one.log} == set(KINDS)
    assert (len(state.undo), len(state.redo)) == (18, 1)
    first, second = state.interviews.values()
    assert (first.company, first.people[0].name, len(first.log), first.tags) == (
        "Müller & Söhne",
        "Ann Lee",
        10,
        ("remote", "first choice"),
    )
    assert second.starts_at.isoformat() == "2026-10-25T02:30:00+01:00"


def test_everything_in_it_can_be_undone_one_by_one(sample: Path) -> None:
    store = data_file(sample)
    for _ in range(18):
        store.commit(undone)
    assert store.load().interviews == {}


def test_the_next_change_writes_todays_form_and_keeps_the_old_file_as_it_was(sample: Path) -> None:
    old = sample.read_bytes()
    state = data_file(sample).commit(added("next"))
    assert json.loads(sample.read_bytes())["schema"] == SCHEMA
    assert sorted(state.interviews) == [1, 2, 4]
    (backup,) = backups.kept(sample)
    assert backup.path.read_bytes() == old
    assert backup.lasting is (json.loads(old)["schema"] < SCHEMA)

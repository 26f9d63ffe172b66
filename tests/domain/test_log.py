from datetime import date

import pytest

from planner.domain.errors import BadInput
from planner.domain.log import KINDS, Days, in_order
from tests.domain.building import said

FOURTH, NINTH = date(2026, 12, 4), date(2026, 12, 9)


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadInput, match=r"The range ends \(2026-12-04\) before it begins \(2026-12-09\)\.") as refusal:
        Days(NINTH, FOURTH)
    assert refusal.value.hint


def test_one_day_is_no_range() -> None:
    assert not Days.one(FOURTH).is_range
    assert not Days(FOURTH, FOURTH).is_range
    assert Days(FOURTH, NINTH).is_range


def test_each_kind_is_known_by_its_name() -> None:
    assert all(kind.kind == name for name, kind in KINDS.items())


def test_the_log_is_read_by_instant_whatever_the_offsets() -> None:
    berlin = said("note", "2026-11-24T12:00+01:00")
    new_york = said("note", "2026-11-24T07:00-05:00")
    tokyo = said("note", "2026-11-24T19:59+09:00")
    assert in_order([new_york, berlin, tokyo]) == (tokyo, berlin, new_york)


def test_entries_of_one_instant_keep_their_places() -> None:
    entries = [said("note", "2026-11-24T12:00+01:00", words=words) for words in "cab"]
    assert [entry.words for entry in in_order(entries)] == ["c", "a", "b"]

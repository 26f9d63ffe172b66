"""The real program lives through input that no person types; thousands of it by `python -m tests.endurance noise`."""

from pathlib import Path

from tests.e2e.noise import ordeal
from tests.e2e.person import added, at_home_in_berlin


def test_random_keys_pastes_reports_broken_sequences_and_sizes_do_no_harm(home: Path) -> None:
    at_home_in_berlin(home)
    added("Northwind", "Globex")
    assert ordeal(home, 80, seed=2).wrong == ""

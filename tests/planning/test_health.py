"""What an examination says of the content of a data file."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from planner.domain.interview import Interview
from planner.planning.health import Check, Sign, examined, numbered_on
from planner.planning.ports import Change
from planner.planning.state import State
from tests.domain.building import at, held, said, with_log

NOW = at("2026-11-24T10:00-05:00")


class Kept:
    """A store that holds one state."""

    def __init__(self, state: State) -> None:
        self.state = state

    def load(self) -> State:
        return self.state

    def commit(self, change: Change, wait: float = 5.0) -> State:
        self.state = change(self.state)
        return self.state

    def changed(self) -> bool:
        return False


def state(*interviews: Interview, next_id: int = 0, next_entry: int = 0) -> State:
    return State(
        revision=1,
        interviews=MappingProxyType({one.id: one for one in interviews}),
        next_id=next_id or max((one.id for one in interviews), default=0) + 1,
        next_entry=next_entry or max((entry.id for one in interviews for entry in one.log), default=0) + 1,
    )


def check(about: str, found: State) -> Check:
    (only,) = (each for each in examined(found, Kept(found), NOW) if each.about == about)
    return only


def test_of_a_sound_file_all_is_fine() -> None:
    sound = state(with_log(held(), said("thanked", "2026-11-23T17:00-05:00")))
    assert {each.sign for each in examined(sound, Kept(sound), NOW)} == {Sign.FINE}
    assert check("Log", sound).found == "1 entry, none of them in the future."


def test_an_entry_in_the_future_is_wrong_and_named() -> None:
    entries = [said("note", f"2026-11-{day}T10:00-05:00") for day in (23, 25, 26, 27, 28)]
    found = check("Log", state(with_log(held(id_=3), *entries)))
    assert found.is_wrong
    assert found.found.startswith(
        "Entries 2 of interview 3, 3 of interview 3, 4 of interview 3 and 1 more lie in the future"
    )
    assert found.remedy.endswith("planner correct 3 2 at=WHEN.")


def test_a_clock_that_runs_a_little_behind_makes_no_future() -> None:
    assert not check("Log", state(with_log(held(), said("note", "2026-11-24T10:04-05:00")))).is_wrong


def test_a_thank_you_noted_before_the_interview_is_a_hint() -> None:
    found = check("Log", state(with_log(held(), said("thanked", "2026-11-22T17:00-05:00"))))
    assert (found.sign, found.found[:48]) == (Sign.HINT, "Entry 1 of interview 1 lies before the interview")


def test_the_same_uid_twice_is_wrong() -> None:
    found = check("Identities", state(held(id_=1), replace(held(id_=2), uid="uid-1")))
    assert found.is_wrong
    assert "Interviews 1 and 2" in found.found


@pytest.mark.parametrize(
    "low",
    [
        state(held(id_=4), next_id=2),
        state(with_log(held(), said("note", "2026-11-23T18:00-05:00")), next_entry=1),
        state(held())
        .changed("Added", NOW, "", {7: held(id_=7)})
        .undone()
        ._replace(
            next_id=2,
        ),
    ],
    ids=["interview", "entry", "what redo brings back"],
)
def test_counters_below_a_number_in_use_are_wrong_and_raised_with_consent(low: State) -> None:
    store = Kept(low)
    (found,) = (each for each in examined(low, store, NOW) if each.about == "Numbers")
    assert found.is_wrong
    assert found.repair
    assert store.state is low
    found.repair.do()
    assert store.state.revision == low.revision + 1
    assert numbered_on(store.state) is store.state
    assert store.state.interviews == low.interviews
    assert not check("Numbers", store.state).is_wrong


def test_a_last_change_in_the_future_hints_at_the_clock() -> None:
    late = state(held()).changed("Edited", at("2026-11-25T10:00-05:00"), "", {1: held(notes="x")})
    found = check("Clock", late)
    assert (found.sign, "Wed 25 Nov 10:00" in found.found) == (Sign.HINT, True)

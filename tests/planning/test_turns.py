"""Going back to an earlier version: what it would change, and that it can be undone."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.interview import Interview
from planner.planning.state import State
from planner.planning.transfer.found import Difference
from planner.planning.turns import Fate, Turn, back_to, turns
from tests.domain.building import at, held, said, with_log

NOW = at("2026-11-23T16:00-05:00")
TODAY = date(2026, 11, 23)


def state(*interviews: Interview, revision: int = 1) -> State:
    numbered = {one.id: replace(one, rev=revision) for one in interviews}
    return State(
        revision=revision,
        interviews=MappingProxyType(numbered),
        next_id=max(numbered, default=0) + 1,
        next_entry=max((entry.id for one in interviews for entry in one.log), default=0) + 1,
    )


def facts(state: State) -> dict[int, Interview]:
    return {id_: replace(one, rev=0) for id_, one in state.interviews.items()}


def back(now: State, then: State) -> State:
    return back_to(now, then, "Restored", NOW, "here")


def test_each_interview_that_comes_goes_or_changes_is_named_by_number() -> None:
    now = state(held(id_=1), held(id_=2, company="Globex"), held(id_=4, company="Initech"))
    then = state(held(id_=1), held(id_=2, company="Globex Ltd"), held(id_=3, company="Contoso"))
    assert turns(now, then, TODAY) == (
        Turn(Fate.CHANGES, 2, "Globex Ltd (Analyst, round 1)", (Difference("company", "Globex", "Globex Ltd"),)),
        Turn(Fate.BACK, 3, "Contoso (Analyst, round 1)"),
        Turn(Fate.GOES, 4, "Initech (Analyst, round 1)"),
    )


def test_what_only_another_change_touched_is_no_difference() -> None:
    assert turns(state(held(), revision=1), state(held(), revision=7), TODAY) == ()


def test_fields_are_told_one_by_one() -> None:
    (turn,) = turns(state(held(notes="new", minutes=30)), state(held(notes="old")), TODAY)
    assert turn.differences == (Difference("minutes", "30", "60"), Difference("notes", "new", "old"))


def test_log_entries_are_told_with_what_they_say() -> None:
    before = with_log(held(), said("thanked", "2026-11-23T17:00-05:00", channel="email"))
    after = with_log(before, said("note", "2026-11-23T18:00-05:00", words="Ask for the salary"))
    (gone,) = turns(state(after), state(before), TODAY)
    assert gone.differences == (Difference("log entry 2", "Note, Mon 23 Nov 18:00: Ask for the salary", ""),)
    (comes,) = turns(state(held()), state(before), TODAY)
    assert comes.differences == (Difference("log entry 1", "", "Thank-you by email, Mon 23 Nov 17:00"),)
    changed = replace(before, log=(replace(before.log[0], words="sent late"),))
    (corrected,) = turns(state(before), state(changed), TODAY)
    assert corrected.differences[0].after.endswith(": sent late")


def test_a_difference_that_no_form_shows_is_still_told() -> None:
    ann = [{"name": "Ann Lee", "postal_address": "1 High Street"}]
    (turn,) = turns(state(held(people=[{"name": "Ann Lee"}])), state(held(people=ann)), TODAY)
    assert turn.differences == (Difference("people", "as it is", "as it was"),)


def test_another_interview_under_the_same_number_is_no_change_of_it() -> None:
    now = state(replace(held(company="Globex"), uid="other"))
    assert [turn.fate for turn in turns(now, state(held()), TODAY)] == [Fate.GOES, Fate.BACK]


def test_going_back_is_one_step_that_undo_takes_back() -> None:
    now = state(held(id_=1), held(id_=3, company="Initech"), revision=9)
    then = state(held(id_=1, company="Old"), held(id_=2))
    after = back(now, then)
    assert facts(after) == facts(then)
    assert (after.revision, len(after.undo), after.undo[-1].title) == (10, 1, "Restored")
    assert facts(after.undone()) == facts(now)


def test_where_nothing_differs_nothing_is_done() -> None:
    now = state(held(), revision=9)
    assert back(now, state(held())) is now


def test_a_number_given_since_is_given_to_nothing_else() -> None:
    then = state(with_log(held(), said("note", "2026-11-23T18:00-05:00")))
    now = then.changed("Added", NOW, "here", {2: with_log(held(id_=2), *[said("note", "2026-11-23T18:00-05:00")] * 4)})
    assert (back(now, then).next_id, back(now, then).next_entry) == (3, 5)
    assert (back(then, now).next_id, back(then, now).next_entry) == (3, 5)


COMPANIES = st.sampled_from(["Acme", "Globex", "Initech"])
STATES = st.dictionaries(st.integers(1, 6), COMPANIES).map(
    lambda found: state(*(held(id_=id_, company=company) for id_, company in found.items()))
)


@given(STATES, STATES)
def test_whatever_the_versions_there_and_back_is_identical_and_all_that_changes_is_foretold(
    now: State, then: State
) -> None:
    foretold = {turn.id for turn in turns(now, then, TODAY)}
    after = back(now, then)
    assert facts(after) == facts(then)
    assert facts(back(after, now)) == facts(now)
    changed = {id_ for id_ in {*facts(now), *facts(then)} if facts(now).get(id_) != facts(then).get(id_)}
    assert changed == foretold

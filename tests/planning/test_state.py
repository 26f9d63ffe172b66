from dataclasses import replace

import pytest

from planner.domain.interview import Interview
from planner.planning.state import STEPS_KEPT, State
from tests.domain.building import at, held, said

NOW = at("2026-11-23T16:00-05:00")


def put(state: State, *interviews: Interview, title: str = "Put.") -> State:
    return state.changed(title, NOW, "here", {interview.id: interview for interview in interviews})


def facts(state: State) -> dict[int, Interview]:
    """The interviews but for the revision, which counts every change, back and forth too."""
    return {id_: replace(interview, rev=0) for id_, interview in state.interviews.items()}


def test_a_change_puts_interviews_in_place_and_counts_one_revision() -> None:
    state = put(State(), held(id_=1), held(id_=2))
    assert facts(state) == {1: held(id_=1), 2: held(id_=2)}
    assert state.revision == 1
    assert {interview.rev for interview in state.interviews.values()} == {1}
    assert (state.next_id, len(state.undo)) == (3, 1)


def test_a_change_leaves_the_state_before_as_it_was() -> None:
    before = put(State(), held(id_=1))
    put(before, held(id_=1, company="Globex"))
    assert before.interviews[1].company == "Acme"
    with pytest.raises(TypeError):
        before.interviews[1] = held()  # type: ignore[index]


def test_only_what_a_change_touches_gets_its_revision() -> None:
    state = put(put(State(), held(id_=1)), held(id_=2))
    assert [state.interviews[id_].rev for id_ in (1, 2)] == [1, 2]


def test_a_step_says_who_did_what_and_when() -> None:
    step = put(State(), held(), title="Added Acme.").undo[-1]
    assert (step.title, step.at, step.session) == ("Added Acme.", NOW, "here")


def test_undo_takes_back_adding_changing_and_removing_one_after_another() -> None:
    added = put(State(), held())
    changed = put(added, held(company="Globex"))
    removed = changed.changed("Removed.", NOW, "here", {1: None})
    assert facts(removed) == {}
    assert facts(removed.undone()) == facts(changed)
    assert facts(removed.undone().undone()) == facts(added)
    assert facts(removed.undone().undone().undone()) == {}


def test_redo_does_again_what_was_undone_in_the_same_order() -> None:
    states = [State()]
    for company in ("A", "B", "C"):
        states.append(put(states[-1], held(company=company)))
    state = states[-1]
    for before in reversed(states[:-1]):
        state = state.undone()
        assert facts(state) == facts(before)
    for after in states[1:]:
        state = state.redone()
        assert facts(state) == facts(after)
    assert state.redo == ()


def test_several_interviews_changed_as_one_step_go_back_as_one() -> None:
    first = put(State(), held(id_=1))
    both = put(first, held(id_=1, company="Globex"), held(id_=2))
    assert facts(both.undone()) == facts(first)
    assert facts(both.undone().redone()) == facts(both)


def test_a_new_change_ends_what_could_be_redone() -> None:
    undone = put(put(State(), held()), held(company="Globex")).undone()
    assert undone.redo
    assert put(undone, held(company="Initech")).redo == ()


def test_numbers_are_never_given_twice_not_even_after_undo() -> None:
    entry = replace(said("note", "2026-11-23T16:00-05:00", words="hello"), id=7)
    state = put(State(), replace(held(id_=5), log=(entry,)))
    assert (state.next_id, state.next_entry) == (6, 8)
    undone = state.undone()
    assert (undone.next_id, undone.next_entry) == (6, 8)
    removed = state.changed("Removed.", NOW, "here", {5: None})
    assert (removed.next_id, removed.next_entry) == (6, 8)


def test_every_change_and_every_undo_is_a_new_revision() -> None:
    state = put(State(), held())
    assert [state.revision, state.undone().revision, state.undone().redone().revision] == [1, 2, 3]
    assert state.undone().redone().interviews[1].rev == 3


def test_a_hundred_steps_are_kept_and_the_oldest_go() -> None:
    state = State()
    for number in range(STEPS_KEPT + 5):
        state = put(state, held(company=f"C{number}"), title=f"Step {number}.")
    assert len(state.undo) == STEPS_KEPT
    assert state.undo[0].title == "Step 5."
    for _ in range(STEPS_KEPT):
        state = state.undone()
    assert state.undo == ()
    assert state.interviews[1].company == "C4"
    assert len(state.redo) == STEPS_KEPT

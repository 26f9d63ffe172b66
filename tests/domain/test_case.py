"""What of a company's other interviews bears on one, and what of its own log."""

from planner.domain.case import Case, cases_of
from planner.domain.interview import Interview
from planner.domain.log import Entry, Heard, Note, Result
from planner.domain.policy import Policy
from tests.domain.building import at, held, said


def cases(*interviews: Interview) -> dict[str, Case]:
    """By role."""
    return {case.interview.role: case for case in cases_of(interviews, Policy())}


def asked(*days: int) -> list[Entry]:
    return [said("followed_up", f"2026-11-{day}T09:00-05:00") for day in days]


def test_of_the_other_roles_the_question_that_came_last_counts_and_never_one_about_the_role_itself() -> None:
    found = cases(
        held(id_=1, role="A", log=asked(26, 24)),
        held(id_=2, role="B", log=asked(25)),
        held(id_=3, role="B", round=2, log=asked(27)),
        held(id_=4, role="C", log=asked(20)),
        held(id_=5, company="Zeta", role="D", log=asked(28)),
        held(id_=6, role="E"),
    )
    last = {role: case.other_contact_at and case.other_contact_at.day for role, case in found.items()}
    assert last == {"A": 27, "B": 26, "C": 27, "D": None, "E": 27}


def test_the_last_of_a_kind_is_the_last_that_happened_not_the_last_that_was_written_down() -> None:
    log = [said("note", "2026-11-25T09:00-05:00", words="later"), said("note", "2026-11-24T09:00-05:00", words="early")]
    (case,) = cases(held(log=log)).values()
    note = case.last(Note)
    assert note
    assert note.words == "later"
    assert case.last(Heard) is None


def test_of_two_outcomes_of_one_instant_the_later_round_s_counts() -> None:
    when = "2026-11-26T09:00-05:00"
    first = held(id_=2, role="A", log=[said("outcome", when, what="rejected")])
    second = held(id_=1, role="A", round=2, log=[said("outcome", when, what="offer")])
    for interviews in ((first, second), (second, first)):
        assert {case.outcome for case in cases_of(interviews, Policy())} == {Result.OFFER}


def test_the_end_is_an_instant_and_its_day_the_one_where_it_is_held() -> None:
    (case,) = cases(held("2026-11-23T22:30", minutes=45)).values()
    assert case.ends_at == at("2026-11-23T23:15-05:00")
    assert case.ends_on.isoformat() == "2026-11-23"

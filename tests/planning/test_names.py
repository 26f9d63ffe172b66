"""The interview meant by a company's name, and those found by what is typed."""

from planner.domain.board import board_of
from planner.domain.policy import Policy
from planner.planning.names import Search, interview_named
from tests.domain.building import at, held, said

NOW = at("2026-12-01T12:00-05:00")


def test_a_round_that_was_called_off_and_then_given_another_time_counts_as_held() -> None:
    log = [
        said("cancelled", "2026-11-20T09:00-05:00"),
        said("rescheduled", "2026-11-21T09:00-05:00", was="2026-11-22T14:00-05:00"),
    ]
    first, second = held(id_=1), held(id_=2, round=2, log=log)
    assert interview_named("Acme", [first, second], NOW) == second


def test_a_round_that_stays_called_off_does_not() -> None:
    first, second = held(id_=1), held(id_=2, round=2, log=[said("cancelled", "2026-11-20T09:00-05:00")])
    assert interview_named("Acme", [first, second], NOW) == first


def test_typing_on_and_taking_back_finds_what_the_same_words_would_find_at_once() -> None:
    companies = ("Acme", "Acorn", "Corn Flakes", "Ace of Cornwall", "Tacit")
    interviews = [held(id_=id_, company=company) for id_, company in enumerate(companies, 1)]
    standings = board_of(interviews, Policy(), NOW).standings
    search = Search()
    for typed in ("a", "ac", "ac c", "ac co", "ac corn", "ac", "", "c", "corn", "or", "ace", "ace x", "ace"):
        assert search.matching(standings, typed) == Search().matching(standings, typed), typed
    fewer = standings[:3]
    assert search.matching(fewer, "ace") == Search().matching(fewer, "ace")

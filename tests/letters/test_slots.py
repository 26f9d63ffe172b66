"""What fills the slots."""

import pytest

from planner.domain.errors import BadInput
from planner.domain.interview import Interview
from planner.letters.slots import SLOTS, values
from tests.domain.building import at, held, said, with_log
from tests.letters.examples import BARE, FULL, NOW


def filled(interview: Interview = FULL, given: dict[str, str] | None = None, now: str = NOW) -> dict[str, str]:
    to = interview.people[0] if interview.people else None
    return values(interview, to, given or {}, at(now))


def test_the_interview_fills_what_it_knows() -> None:
    assert filled() == {
        "name": "Ann",
        "full_name": "Ann Lee",
        "company": "Northwind Traders",
        "role": "Data analyst",
        "interview_day": "Monday 23 November",
        "decision_day": "Friday 4 December",
        "call_back_told_day": "Monday 23 November",
        "call_back_day": "Monday 7 December",
        "start_date_room": "from 1 February",
        "salary_room": "5 % either way",
        "start_date_answer": "from 1 February",
        "salary_answer": "5 % either way",
        "offer_deadline": "Tuesday 1 December",
    }
    assert filled(BARE) == {"company": "Acme", "role": "Analyst", "interview_day": "Monday 23 November"}


def test_room_is_an_answer_only_to_what_they_named() -> None:
    unasked = held(flexibility={"start_date": "from May", "salary": "some"})
    named = with_log(unasked, said("told_obstacle", "2026-11-24T10:00-05:00", what="salary"))
    assert [name for name in filled(unasked) if name.endswith("answer")] == []
    assert [name for name in filled(named) if name.endswith("answer")] == ["salary_answer"]


def test_of_a_range_the_last_day_counts_and_a_vague_word_leaves_the_date() -> None:
    ranged = with_log(
        BARE, said("told_decision", "2026-11-23T16:00-05:00", **{"from": "2026-12-01", "to": "2026-12-04"})
    )
    vague = with_log(ranged, said("told_decision", "2026-11-24T08:00-05:00", words="soon"))
    assert filled(ranged)["decision_day"] == filled(vague)["decision_day"] == "Friday 4 December"


def test_days_are_those_of_the_interviews_zone() -> None:
    late = held("2026-11-23T23:30", "America/New_York")  # the 24th in Berlin, and in UTC
    assert filled(late)["interview_day"] == "Monday 23 November"
    new_year = held("2026-12-31T09:00", "America/New_York")
    assert filled(new_year, now="2027-01-01T03:00+00:00")["interview_day"] == "Thursday 31 December"
    assert filled(new_year, now="2027-01-01T06:00+00:00")["interview_day"] == "Thursday 31 December 2026"


def test_what_is_given_wins_and_empty_is_not_given() -> None:
    assert filled(given={"name": "Mrs Lee", "role": " "})["name"] == "Mrs Lee"
    assert filled(given={"name": "Mrs Lee", "role": " "})["role"] == "Data analyst"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("your tests.", "your tests"),
        ("  your\n\ntests \u2028;", "your tests"),
        ("your\u202etests\x1b[31m", "your tests [31m"),
        ("is it so?", "is it so?"),
        ("…", "…"),
    ],
)
def test_what_is_given_is_made_to_fit_into_a_sentence(typed: str, written: str) -> None:
    assert filled(given={"discussed": typed})["discussed"] == written


@pytest.mark.parametrize("typed", ["", " \n", ".", "\u202e"])
def test_what_holds_nothing_is_no_value(typed: str) -> None:
    assert "discussed" not in filled(given={"discussed": typed})


def test_a_slot_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput, match="no place for “shoe_size”") as refused:
        filled(given={"shoe_size": "44"})
    assert all(name in refused.value.hint for name in SLOTS)


def test_a_text_too_long_to_be_kept_is_refused_not_cut() -> None:
    with pytest.raises(BadInput, match="20,001"):
        filled(given={"discussed": "x" * 20_001})


def test_every_slot_has_its_meaning_and_an_example() -> None:
    assert all(slot.means and slot.example for slot in SLOTS.values())

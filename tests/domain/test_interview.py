from datetime import timedelta

import pytest

from planner.domain.interview import Person, Pursuit
from tests.domain.building import held


def test_the_end_is_elapsed_minutes_after_the_start() -> None:
    assert held("2026-11-01T00:30", minutes=120).ends_at.isoformat() == "2026-11-01T01:30:00-05:00"
    assert held("2027-03-14T01:30", minutes=60).ends_at.isoformat() == "2027-03-14T03:30:00-04:00"
    assert held().ends_at - held().starts_at == timedelta(minutes=60)


def test_interviews_of_one_company_and_role_are_one_pursuit_however_written() -> None:
    assert held(company="  ACME  Corp", role="data\u00a0Analyst").pursuit == Pursuit("acme corp", "data analyst")
    assert held(company="STRASSE").pursuit == held(company="straße").pursuit


def test_notes_are_owed_to_those_who_interviewed() -> None:
    parts = ("interviewer", "recruiter", "hiring_manager", "coordinator", "agency")
    people = [{"name": part, "part": part} for part in parts]
    assert [person.name for person in held(people=people).owed_a_note] == ["interviewer", "hiring_manager"]


@pytest.mark.parametrize(
    ("people", "contact"),
    [
        ([], None),
        ([{"name": "Ann"}, {"name": "Di", "part": "coordinator"}], None),
        ([{"name": "Jo", "part": "recruiter"}, {"name": "Ed", "part": "recruiter"}], "Jo"),
        ([{"name": "Jo", "part": "recruiter"}, {"name": "Al", "part": "agency"}], "Al"),
        ([{"name": "Al", "part": "agency"}, {"name": "Ann", "main": True}], "Ann"),
    ],
)
def test_the_main_contact_is_the_one_marked_else_the_agency_else_the_recruiter(
    people: list[dict[str, object]], contact: str | None
) -> None:
    found = held(people=people).main_contact
    assert (found and found.name) == contact


def test_who_has_no_part_is_an_interviewer() -> None:
    assert held(people=[{"name": "Ann"}]).people == (Person("Ann"),)
    assert held(people=[{"name": "Ann"}]).owed_a_note == (Person("Ann"),)


@pytest.mark.parametrize(
    ("location", "link"),
    [
        ("", ""),
        ("5th floor, ask for Ann", ""),
        ("https://meet.example/abc", "https://meet.example/abc"),
        ("Room 4 or http://meet.example/abc (PIN 1234)", "http://meet.example/abc"),
    ],
)
def test_the_link_is_found_among_the_words_of_the_location(location: str, link: str) -> None:
    assert held(location=location).link == link

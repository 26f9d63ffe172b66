"""People on one line: every name can be written there and read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import BadInput
from planner.domain.interview import Part, Person
from planner.planning.people import CONTACTS, INTERVIEWERS, person, rewritten, written
from tests.formats.valid import names

phones = st.sampled_from(["", "+49 30 1", "0800 FLOWERS", "1 ext. 2"])
interviewers = st.builds(
    Person,
    name=names,
    part=st.sampled_from(INTERVIEWERS),
    email=st.sampled_from(["", "ann@x.example"]),
    phone=phones,
)


@given(st.lists(interviewers, max_size=4))
def test_every_name_and_number_comes_back_from_its_line(everyone: list[Person]) -> None:
    assert list(rewritten((), written(everyone, INTERVIEWERS), INTERVIEWERS)) == everyone


def test_a_name_with_a_sign_that_parts_something_stands_in_quotes() -> None:
    assert written([Person("Lee, Ann"), Person('Ann "Annie" Lee')], INTERVIEWERS) == '"Lee, Ann"; Ann "Annie" Lee'


def test_quotes_around_a_plain_name_as_mail_programs_write_them_are_no_part_of_it() -> None:
    assert person('"Ann Lee" <ann@x.example>', Part.INTERVIEWER) == Person("Ann Lee", email="ann@x.example")


def test_a_number_that_is_more_than_digits_stands_behind_tel() -> None:
    line = written([Person("Jo", Part.RECRUITER, phone="1 ext. 2")], CONTACTS)
    assert line == "Jo, tel:1 ext. 2"


def test_what_a_line_can_not_say_stays() -> None:
    ann = Person("Ann Lee", postal_address="1 Main St")
    assert rewritten([ann], "ann  lee, hiring manager", INTERVIEWERS)[0].postal_address == "1 Main St"


@pytest.mark.parametrize("line", ["<a@x.example>", ", main", "Ann, whatever", '""'])
def test_what_names_nobody_or_is_not_understood_is_refused(line: str) -> None:
    with pytest.raises(BadInput):
        person(line, Part.INTERVIEWER)


def test_who_writes_a_job_title_is_told_what_may_stand_behind_a_name() -> None:
    with pytest.raises(BadInput) as refused:
        person("Tom Reed, head of data", Part.INTERVIEWER)
    assert str(refused.value.sentence) == "“head of data” after Tom Reed is neither a part nor a phone number."
    assert refused.value.hint == (
        "After a name stands interviewer, recruiter, hiring manager, coordinator or agency; a number; or main."
        " A job title goes into the notes."
    )
    assert person("Tom Reed, Hiring-Manager", Part.INTERVIEWER).part is Part.HIRING_MANAGER


def test_a_part_is_written_in_words() -> None:
    bo = Person("Bo Ek", Part.HIRING_MANAGER)
    assert written([bo], INTERVIEWERS) == "Bo Ek, hiring manager"
    assert person("Bo Ek, hiring manager", Part.INTERVIEWER) == bo

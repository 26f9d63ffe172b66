"""How a template becomes a text."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.letters.filling import Filling
from planner.letters.reading import template_in


def text(template: str, values: Mapping[str, str] | None = None, *, place: int = 0, by_line: bool = False) -> str:
    return Filling(values or {}, place).text(template_in(template, "x").body, by_line=by_line)


def test_sentences_are_joined_and_paragraphs_parted() -> None:
    assert text("One.\nTwo.\n\n\nThree.") == "One. Two.\n\nThree."


def test_what_ends_in_a_comma_keeps_its_line() -> None:
    assert text("Bye.\nYours,\n{my_name}", {"my_name": "Maya"}) == "Bye.\nYours,\nMaya"


def test_in_a_script_each_sentence_has_its_line() -> None:
    assert text("One.\nTwo.\n\nThree.", by_line=True) == "One.\nTwo.\n\nThree."


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"role": "Cook", "company": "Acme"}, "Cook at Acme."),
        ({"role": "Cook"}, "Cook."),
        ({"company": "Acme"}, "A job."),
        ({}, "A job."),
    ],
)
def test_a_sentence_that_lacks_a_value_gives_way_to_what_is_said_else(values: dict[str, str], said: str) -> None:
    assert text("{role} at {company}.\nelse: {role}.\nelse: A job.", values) == said


def test_a_sentence_that_lacks_a_value_is_dropped_whole_and_its_paragraph_with_it() -> None:
    assert text("Hello.\n\nI liked {discussed}.\n\nBye.") == "Hello.\n\nBye."


def test_a_cue_goes_with_what_it_is_for() -> None:
    script = "Hello.\n\nIf they ask:\n{salary_room}.\n\nBye."
    assert text(script, by_line=True) == "Hello.\n\nBye."
    assert text(script, {"salary_room": "Some"}, by_line=True) == "Hello.\n\nIf they ask:\nSome.\n\nBye."


@pytest.mark.parametrize(
    ("value", "said"), [("Acme Inc.", "At Acme Inc."), ("Yahoo!", "At Yahoo!"), ("Acme", "At Acme."), ("A…", "At A…")]
)
def test_a_value_that_ends_in_a_stop_gets_no_second_one(value: str, said: str) -> None:
    assert text("At {company}.", {"company": value}) == said


def test_a_value_that_looks_like_a_slot_is_only_text() -> None:
    assert text("At {company}.", {"company": "{role} \\1 {", "role": "Cook"}) == "At {role} \\1 {."


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5), st.data())
def test_no_two_places_get_the_same_text_while_there_are_wordings_left(counts: list[int], data: st.DataObject) -> None:
    template = "\n".join(
        "\nor: ".join(f"{sentence}.{wording}" for wording in range(count)) for sentence, count in enumerate(counts)
    )
    total = len(list(product(*map(range, counts))))
    one, other = data.draw(st.integers(0, total - 1)), data.draw(st.integers(0, total - 1))
    assert (text(template, place=one) == text(template, place=other)) == (one == other)


def test_neighbours_differ_in_every_sentence() -> None:
    template = "A.\nor: B.\nor: C.\n\nAlways.\n\nD.\nor: E.\n\nF.\nor: G.\nor: H.\nor: I."
    one, other = (text(template, place=place).split("\n\n") for place in (0, 1))
    assert [here == there for here, there in zip(one, other, strict=True)] == [False, True, False, False]

"""The letters there are, and how they are named on the command line."""

from importlib import resources

import pytest

from planner.domain.errors import NotFound
from planner.letters.catalogue import LETTERS, LetterId, letter_called
from planner.letters.slots import SLOTS
from planner.letters.sources import FILES, shipped_text, template_of
from planner.letters.writing import OURS


def test_every_letter_is_listed_once() -> None:
    assert [letter.id for letter in LETTERS] == list(LetterId)


def test_the_package_holds_a_template_for_each_and_no_other_file() -> None:
    found = {file.name for file in (resources.files("planner.letters") / "templates").iterdir()}
    assert found == set(FILES)


def test_what_a_letter_wants_is_asked_for_and_has_a_place_in_its_template() -> None:
    for letter in LETTERS:
        assert set(letter.wanted) <= template_of(letter, OURS).slots, letter.id
        assert all(SLOTS[name].is_asked for name in letter.wanted), letter.id


@pytest.mark.parametrize("name", FILES)
def test_our_templates_are_plain_and_do_not_shout(name: str) -> None:
    text = shipped_text(name)
    assert text.isascii()
    assert "!" not in text


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("call-script", "call-script"),
        ("Call Script", "call-script"),
        ("exp", "expedite"),
        ("reply_to", "reply-to-a-no"),
    ],
)
def test_a_letter_is_called_by_its_id_or_the_beginning_of_it(said: str, meant: str) -> None:
    assert letter_called(said).id == meant


def test_a_beginning_that_fits_two_letters_names_both() -> None:
    with pytest.raises(NotFound) as refused:
        letter_called("thank-you")
    assert refused.value.candidates == ("thank-you-email", "thank-you-card")


@pytest.mark.parametrize("said", ["", "threat", "\x1b[31m"])
def test_what_is_no_letter_is_refused_with_those_there_are(said: str) -> None:
    with pytest.raises(NotFound, match="not a letter") as refused:
        letter_called(said)
    assert refused.value.candidates == tuple(LetterId)
    assert "\x1b" not in refused.value.sentence


def test_a_limit_reads_as_a_person_says_it() -> None:
    assert str(letter_called("thank-you-email").limit) == "60 to 150 words"
    assert str(letter_called("call-back").limit) == "up to 80 words"

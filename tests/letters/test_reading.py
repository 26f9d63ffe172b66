"""Templates of one's own: what is taken, and how a mistake is told."""

import pytest

from planner.domain.errors import BadInput
from planner.letters.reading import template_in
from planner.letters.slots import SLOTS
from planner.letters.sources import FILES, check_overrides, shipped_text
from planner.letters.template import Sentence
from tests.domain.building import held
from tests.letters.examples import ANN, BARE, FULL, letter

OWN = "subject: {role}\nHello {name},\nelse: Hello,\n\nThanks for {interview_day}.\n"


def test_an_override_takes_the_place_of_our_template() -> None:
    own = letter("follow-up-email", FULL, overrides={"follow-up-email.txt": OWN})
    assert (own.subject, own.body) == ("Data analyst", "Hello Jo,\n\nThanks for Monday 23 November.")
    assert letter("follow-up-email", BARE, overrides={"follow-up-email.txt": OWN}).body.startswith("Hello,\n")


def test_an_override_of_another_letter_changes_nothing() -> None:
    ours = letter("follow-up-email", FULL)
    assert letter("follow-up-email", FULL, overrides={"thank-you-card.txt": "{"}) == ours


def test_our_own_templates_may_be_taken_as_overrides() -> None:
    texts = {name: shipped_text(name) for name in FILES}
    check_overrides(texts)
    assert letter("call-script", FULL, overrides=texts) == letter("call-script", FULL)


def test_the_marks_are_read_in_any_case_and_with_any_ends_of_line() -> None:
    template = template_in(
        "\ufeff# mine\r\nSubject: A\r\nOR: B\r\n\r\nOne.\r\nTwo.\r\nElse: Three.\r\n\r\n\r\nFour.", "x"
    )
    assert template.subject == Sentence((("A", "B"),))
    assert template.body == ((Sentence((("One.",),)), Sentence((("Two.",), ("Three.",)))), (Sentence((("Four.",),)),))


def test_a_remark_may_stand_between_the_wordings_of_a_sentence() -> None:
    assert template_in("One.\n# why\nor: Two.", "x").body == ((Sentence((("One.", "Two."),)),),)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("Hello.\nThe {rôle}.", 2, "there is no slot {rôle}"),
        ("Hello.\n\n{Role}", 3, "there is no slot {Role}"),
        ("{}", 1, "there is no slot {}"),
        ("The {role.", 1, "a “{” has no partner"),
        ("The role}.", 1, "a “}” has no partner"),
        ("The {{role}}.", 1, "a “{” has no partner"),
        ("Dear [name],", 1, "a square bracket would reach the reader"),
        ("or: Hello.", 1, "“or:” has no sentence above it"),
        ("Hello.\n\nelse: Bye.", 3, "“else:” has no sentence above it"),
        ("Hello.\nor:", 2, "nothing follows “or:”"),
        ("Hello.\nsubject: Late", 2, "the subject stands once, before all else"),
        ("subject: One\nsubject: Two", 2, "the subject stands once, before all else"),
        ("Hello.\nvoicemail: Hi.", 2, "“voicemail:” stands once, alone on its line"),
        ("Hello.\nvoicemail:\nHi.\nvoicemail:\nHo.", 4, "“voicemail:” stands once, alone on its line"),
        ("Hello \u202eyou.", 1, "holds a control character"),
    ],
)
def test_a_mistake_is_told_by_template_and_line_with_what_is_accepted(text: str, line: int, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        template_in(text, "call-script.txt")
    assert refused.value.sentence.startswith(f"call-script.txt, line {line}")
    assert said in refused.value.sentence
    assert refused.value.hint


def test_an_unknown_slot_is_answered_with_all_that_there_are() -> None:
    with pytest.raises(BadInput) as refused:
        template_in("{salutation}", "x")
    assert all(name in refused.value.hint for name in SLOTS)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark", "subject: {role}", "voicemail:\nHello."])
def test_a_template_without_a_letter_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match=r"x\.txt holds no letter"):
        template_in(text, "x.txt")


def test_a_template_as_long_as_a_book_is_refused() -> None:
    with pytest.raises(BadInput, match="20,001"):
        template_in("x" * 20_001, "x.txt")


@pytest.mark.parametrize(
    ("id_", "text", "said"),
    [
        ("expedite", "Hello.", "an email needs a subject"),
        ("thank-you-card", "subject: Thanks\nHello.", "only an email has a subject"),
        ("call-script", "subject: Thanks\nHello.", "only an email has a subject"),
        ("thank-you-card", "Hello.\nvoicemail:\nHello.", "only a call script has a voicemail"),
    ],
)
def test_a_template_fits_its_medium_or_is_refused(id_: str, text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        letter(id_, overrides={f"{id_}.txt": text})
    with pytest.raises(BadInput, match=said):
        check_overrides({f"{id_}.txt": text})


def test_a_file_that_replaces_no_letter_is_refused_with_those_that_do() -> None:
    with pytest.raises(BadInput, match="replaces no letter") as refused:
        check_overrides({"thankyou.txt": "Hello."})
    assert all(name in refused.value.hint for name in FILES)


def test_the_words_to_an_agency_can_be_replaced_too() -> None:
    interview = held(people=[ANN, {"name": "Rita Okafor", "part": "agency"}])
    own = letter("thank-you-email", interview, overrides={"cover.txt": "{name}: for {reader}, please."})
    assert own.cover == "Rita: for Ann Lee, please."
    with pytest.raises(BadInput, match=r"cover\.txt, line 1"):
        check_overrides({"cover.txt": "{who}"})

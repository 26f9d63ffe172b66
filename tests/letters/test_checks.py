"""What is said of a draft before it goes out."""

from dataclasses import replace

import pytest

from planner.letters.checks import Beside
from planner.letters.draft import Draft, Weight
from planner.letters.writing import edited
from tests.domain.building import at, held, said, with_log
from tests.letters.examples import AGENCY, ANN, BARE, FULL, GIVEN, JO, NOW, letter, reasons


def said_of(one: Draft, reason: str) -> list[str]:
    return [check.text for check in one.checks if check.reason == reason]


def written(text: str, now: str = NOW, *companies: str) -> Draft:
    """An email to Ann with that text, as it comes from an editor."""
    return edited(letter("thank-you-email", FULL), f"Subject: Hello\n\n{text}", at(now), beside=Beside(companies))


def test_a_letter_that_lacks_nothing_has_nothing_said_of_it() -> None:
    assert letter("thank-you-email", FULL).checks == ()
    assert letter("call-script", FULL).checks == ()


def test_a_slot_without_its_value_is_advice_that_names_the_person() -> None:
    one = letter("thank-you-email", FULL, given={})
    assert said_of(one, "missing-discussed") == ["Say one thing you discussed with Ann."]
    assert said_of(letter("thank-you-email", given={}), "missing-discussed") == ["Say one thing you discussed."]
    assert {check.weight for check in one.checks} == {Weight.ADVICE}


def test_too_many_words_and_too_few_are_told_with_the_limit() -> None:
    assert said_of(written("word " * 151), "too-long") == ["It has 151 words; 150 are the most."]
    assert said_of(written("word " * 59), "too-short") == ["It has 59 words; 60 are the least."]
    for count in (60, 150):
        assert not reasons(written("word " * count)) & {"too-long", "too-short"}


def test_a_call_script_is_measured_in_spoken_lines_and_its_voicemail_in_words() -> None:
    text = "When they answer:\n" + "Hello.\n" * 9 + "\nVoicemail:\n" + "word " * 46
    one = edited(letter("call-script", FULL), text, at(NOW))
    assert said_of(one, "too-long") == [
        "It has 9 spoken lines; 8 are the most.",
        "The voicemail has 46 words; 45 are the most.",
    ]


def test_a_letter_with_nothing_in_it_is_a_warning_and_not_called_short_too() -> None:
    assert said_of(written(""), "empty") == ["There is nothing in it."]
    assert "too-short" not in reasons(written(""))


@pytest.mark.parametrize("text", ["Dear [Name],", "Dear {name},", "see [ link ] there"])
def test_a_gap_left_open_is_a_warning(text: str) -> None:
    assert "gap" in reasons(written(text))


def test_a_bracket_that_belongs_to_a_name_is_no_gap() -> None:
    assert "gap" not in reasons(letter("expedite", held(company="Acme [EMEA]")))


def test_the_same_text_to_two_people_is_a_warning_and_their_names_make_no_difference() -> None:
    own = {"thank-you-email.txt": "subject: x\nDear {name},\n\nthank you, {full_name}."}
    to_ann, to_bill = (letter("thank-you-email", FULL, name, overrides=own) for name in ("Ann Lee", "Bill Lund"))
    both = letter("thank-you-email", FULL, "Ann Lee", overrides=own, beside=Beside(drafts=(to_ann, to_bill)))
    assert said_of(both, "same-text") == ["Word for word the one to Bill Lund: they may compare."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I spoke with Globex Health, too.", True),
        ("I spoke with globex\nhealth, too.", True),
        ("I spoke with Globex.", False),
        ("We reached the target in May.", False),
        ("I bought it at Target.", True),
        ("I bought it at TARGET.", True),
        ("Targets are fine.", False),
        ("我在微软工作过", True),
        ("Northwind Traders is where I want to be.", False),
        ("Ann Lee told me so.", False),
        ("I know Lee from the fair.", True),
    ],
)
def test_another_companys_name_is_a_warning(text: str, *, found: bool) -> None:
    others = ("Globex Health", "Target", "微软", "Northwind", "Lee", "northwind  traders", " ")
    assert ("other-company" in reasons(written(text, NOW, *others))) is found


def test_another_companys_name_in_the_subject_or_the_voicemail_is_found_too() -> None:
    subject = edited(letter("expedite", FULL), "Subject: Globex\n\nHello.", at(NOW), beside=Beside(("Globex",)))
    spoken = edited(letter("call-script", FULL), "Hello.\n\nVoicemail:\nGlobex", at(NOW), beside=Beside(("Globex",)))
    assert (
        said_of(subject, "other-company") == said_of(spoken, "other-company") == ["It names Globex, another company."]
    )


def test_a_day_that_has_passed_is_a_warning() -> None:
    late = letter("expedite", FULL, now="2026-12-02T09:00-05:00")
    assert said_of(late, "date-passed") == ["It names Tuesday 1 December, which has passed."]
    assert "date-passed" not in reasons(letter("expedite", FULL, now="2026-12-01T23:00-05:00"))
    assert "date-passed" in reasons(letter("flexibility", FULL, now="2027-02-05T09:00-05:00"))
    proposed = GIVEN | {"proposed_step": "a call on 20 November"}
    assert "date-passed" in reasons(letter("sales-thank-you", FULL, given=proposed))


def test_the_day_of_the_interview_and_of_what_they_told_may_have_passed() -> None:
    assert "date-passed" not in reasons(letter("follow-up-email", FULL, now="2026-12-10T09:00-05:00"))
    assert "date-passed" not in reasons(letter("call-back", FULL, now="2026-12-10T09:00-05:00"))


def test_an_own_deadline_that_has_passed_is_told_even_where_they_named_that_day() -> None:
    same_day = with_log(FULL, said("told_decision", "2026-11-24T08:00-05:00", on="2026-12-01"))
    assert "date-passed" in reasons(letter("expedite", same_day, now="2026-12-02T09:00-05:00"))


@pytest.mark.parametrize(
    ("id_", "person", "text"),
    [
        ("thank-you-email", {"name": "Ann Lee"}, "No email address of Ann Lee is known."),
        ("thank-you-card", {"name": "Ann Lee"}, "No postal address of Ann Lee is known."),
        ("call-script", {"name": "Jo Park", "part": "recruiter"}, "No phone number of Jo Park is known."),
    ],
)
def test_a_reader_who_cannot_be_reached_that_way_is_told(id_: str, person: dict[str, str], text: str) -> None:
    assert said_of(letter(id_, held(people=[person])), "no-address") == [text]


def test_a_card_with_no_postal_address_to_be_had_points_to_email() -> None:
    nowhere = held(people=[{"name": "Ann Lee"}], no_postal_address=True)
    assert said_of(letter("thank-you-card", nowhere), "no-address") == [
        "There is no postal address to be had; an email does as well."
    ]


@pytest.mark.parametrize(
    "address", ["ann", "ann@", "a b@x.example", "a@b@c", "ann@x.example, eve@x.example", "é@x.example"]
)
def test_an_address_that_is_none_is_a_warning(address: str) -> None:
    one = letter("thank-you-email", held(people=[{"name": "Ann Lee", "email": address}]))
    assert said_of(one, "bad-address") == [f"“{address}” of Ann Lee is no email address."]


def test_nobody_by_name_is_told_with_what_to_do() -> None:
    assert said_of(letter("thank-you-email"), "nobody-named") == [
        "Nobody is named as interviewer; a name makes it warmer."
    ]
    assert said_of(letter("expedite"), "nobody-named") == [
        "There is no main contact; put “, main” after the one to write to."
    ]


def test_an_agency_in_between_is_noted_and_its_address_is_the_one_that_counts() -> None:
    one = letter("thank-you-email", AGENCY, "Ann Lee")
    assert [(check.text, check.weight) for check in one.checks] == [
        ("Everything goes through the agency: send it to Rita Okafor, to be passed on.", Weight.NOTE)
    ]
    assert "agency" not in reasons(letter("follow-up-email", AGENCY))


def test_room_is_not_to_be_offered_unasked_and_missing_room_is_asked_for() -> None:
    assert "not-asked" in reasons(letter("flexibility", BARE))
    named = with_log(held(people=[ANN, JO]), said("told_obstacle", "2026-11-24T10:00-05:00", what="salary"))
    named = with_log(named, said("told_obstacle", "2026-11-24T10:00-05:00", what="start_date"))
    assert said_of(letter("flexibility", named), "no-room") == [
        "Note what room you have on the start date.",
        "Note what room you have on the salary.",
    ]
    assert not reasons(letter("flexibility", FULL)) & {"not-asked", "no-room"}


def test_warnings_come_first_and_notes_last() -> None:
    one = letter("thank-you-email", AGENCY, "Ann Lee", given={"discussed": "1 May 2026"})
    weights = [check.weight for check in one.checks]
    assert weights == sorted(weights, key=list(reversed(Weight)).index)
    assert set(weights) == set(Weight)


def test_names_in_what_is_said_are_short_and_cannot_act_on_a_terminal() -> None:
    odd = replace(FULL.people[0], name="Ann\x1b[31m" + "n" * 300, email="")
    one = letter("thank-you-email", replace(FULL, people=(odd,)), given={})
    assert all("\x1b" not in check.text and len(check.text) < 150 for check in one.checks)

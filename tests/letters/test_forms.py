"""The forms a letter is read and copied in."""

from dataclasses import replace

from planner.letters.forms import CARD_WIDTH, card_form, editable, envelope, on_card, plain, script_form
from tests.domain.building import held
from tests.letters.examples import AGENCY, BARE, FULL, letter


def test_an_email_is_shown_with_its_head() -> None:
    one = letter("thank-you-email", FULL)
    assert plain(one) == (
        f"To: Ann Lee <ann@north.example>\nSubject: Thank you for our conversation on Monday 23 November\n\n{one.body}\n"
    )
    assert plain(letter("thank-you-email", BARE)).startswith("To:\nSubject: ")


def test_an_email_to_an_agency_is_shown_with_the_words_to_it() -> None:
    shown = plain(letter("thank-you-email", AGENCY, "Ann Lee"))
    assert shown.startswith("To: Rita Okafor <rita@agency.example>\n")
    assert "pass the lines below on to Ann Lee" in shown


def test_a_card_is_set_in_lines_that_fit_it_and_says_what_its_text_says() -> None:
    one = letter("thank-you-card", FULL)
    lines = on_card(one).splitlines()
    assert max(map(len, lines)) <= CARD_WIDTH
    assert " ".join(on_card(one).split()) == " ".join(one.body.split())
    assert lines[:2] == ["Dear Ann,", ""]


def test_a_word_longer_than_the_card_is_wide_is_parted() -> None:
    assert max(map(len, on_card(letter("thank-you-card", held(role="x" * 200))).splitlines())) <= CARD_WIDTH


def test_the_print_form_has_card_and_envelope() -> None:
    one = letter("thank-you-card", FULL)
    assert card_form(one) == (
        f"On the card, signed by hand:\n\n{on_card(one)}\n\n"
        "On the envelope:\n\nAnn Lee\nNorthwind Traders\n4 Quay Street\nBoston\n"
    )
    assert plain(one) == card_form(one)


def test_an_envelope_to_someone_behind_an_agency_goes_in_its_care() -> None:
    assert envelope(letter("thank-you-card", AGENCY)) == "Ann Lee\nc/o Rita Okafor\n9 Mill Lane\nLeeds"


def test_an_envelope_to_nobody_by_name_goes_to_the_company() -> None:
    assert envelope(letter("thank-you-card")) == "Acme"


def test_a_script_numbers_what_is_said_and_says_when_to_say_it() -> None:
    shown = script_form(letter("call-script", FULL))
    assert shown == plain(letter("call-script", FULL))
    assert shown.startswith("Call: Jo Park, +1 555 0142\n\n1. Hello Jo, this is Maya Chen;")
    assert "\n\nIf the start date stands in the way:\n4. I have some room there: from 1 February.\n\n" in shown
    assert "\n\nIf a machine answers (up to 45 words):\nHello Jo, this is Maya Chen." in shown
    assert shown.endswith("\n\nAfterwards note what they said.\n")


def test_a_script_for_nobody_by_name_without_a_voicemail_is_still_whole() -> None:
    shown = script_form(replace(letter("call-script"), voicemail=""))
    assert shown.startswith("1. Hello,")
    assert "machine" not in shown


def test_a_name_cannot_act_on_a_terminal() -> None:
    odd = replace(FULL.people[2], name="Jo\x1b[2J\nSubject: no", email="j\x07@x.example", phone="\x1b1")
    for id_ in ("follow-up-email", "call-script"):
        shown = plain(letter(id_, replace(FULL, people=(odd,))))
        assert not set("\x1b\x07") & set(shown)
        assert "\nSubject: no" not in shown


def test_the_editor_gets_what_can_be_changed() -> None:
    one = letter("call-script", FULL)
    assert editable(one) == f"{one.body}\n\nVoicemail:\n{one.voicemail}\n"
    card = letter("thank-you-card", FULL)
    assert editable(card) == f"{card.body}\n"
    assert editable(letter("expedite", FULL)).startswith("Subject: Data analyst at Northwind Traders: a question")

"""A letter as a message file, and as a mailto address."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import BadInput
from planner.letters.catalogue import LETTERS, Medium
from planner.letters.draft import Draft
from planner.letters.mail import MAILTO_LIMIT, eml, mailto
from tests.letters.examples import AGENCY, BARE, FULL, GIVEN, each, letter


def parsed(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(data: bytes) -> str:
    content: str = parsed(data).get_content()
    return content.replace("\r\n", "\n")


def to_ann(name: str = "Ann Lee", email: str = "ann@north.example") -> Draft:
    return letter("thank-you-email", replace(FULL, people=(replace(FULL.people[0], name=name, email=email),)))


def test_a_message_reads_back_as_the_letter_and_opens_unsent() -> None:
    for kind in (kind for kind in LETTERS if kind.medium is Medium.EMAIL):
        one = each(kind, FULL, GIVEN)[0]
        message = parsed(eml(one))
        assert one.recipient
        assert message["To"] == f"{one.recipient.name} <{one.recipient.email}>"
        assert (message["Subject"], message["X-Unsent"]) == (one.subject, "1")
        assert text_of(eml(one)) == one.text + "\n"
        assert not message.defects


def test_a_message_has_lines_as_mail_wants_them() -> None:
    data = eml(letter("sales-thank-you", FULL))
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 78


def test_any_script_survives() -> None:
    one = letter(
        "thank-you-email", replace(FULL, company="Łódź 微软 🙂", people=(replace(FULL.people[0], name="Zoë Åkerø"),))
    )
    message = parsed(eml(one))
    assert message["To"].addresses[0].display_name == "Zoë Åkerø"
    assert "Łódź 微软 🙂" in text_of(eml(one))
    assert eml(one).isascii()


def test_to_an_agency_goes_the_letter_with_the_words_to_it() -> None:
    message = parsed(eml(letter("thank-you-email", AGENCY, "Ann Lee")))
    assert message["To"] == "Rita Okafor <rita@agency.example>"
    assert "pass the lines below on to Ann Lee" in message.get_content()


def test_without_an_address_the_message_has_no_to() -> None:
    assert parsed(eml(letter("thank-you-email")))["To"] is None
    assert parsed(eml(to_ann(email="")))["To"] is None


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert eml(letter("expedite", FULL)) == eml(letter("expedite", FULL))


@given(st.text(st.sampled_from('aé ,;:<>"\\@\r\n\x00\u2028(){}='), max_size=20))
def test_no_name_can_add_a_head_line_or_a_second_address(name: str) -> None:
    one = replace(to_ann(name=name + "\r\nBcc: eve@evil.example"), subject=f"Hi {name}\r\nBcc: eve@evil.example")
    message = parsed(eml(one))
    assert set(message.keys()) == {
        "To",
        "Subject",
        "X-Unsent",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
    }
    assert [address.addr_spec for address in message["To"].addresses] == ["ann@north.example"]


@pytest.mark.parametrize("address", ["ann", "a@b@c", "a@b.example,eve@x.example", "a b@x.example", "@x.example", "a@"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    for form in (eml, mailto):
        with pytest.raises(BadInput, match="is no email address"):
            form(to_ann(email=address))


@pytest.mark.parametrize("address", ["ann@x.example\r\nBcc: eve@x.example", "ann@x.example\x00", "ann@\u202ex.example"])
def test_an_address_cannot_carry_a_head_line(address: str) -> None:
    for form in (eml, mailto):
        with pytest.raises(BadInput):
            form(to_ann(email=address))


def test_a_domain_in_other_letters_is_written_as_mail_carries_it() -> None:
    assert parsed(eml(to_ann(email="ann@müller.example")))["To"].addresses[0].addr_spec == "ann@xn--mller-kva.example"
    assert mailto(to_ann(email="ann@müller.example")).startswith("mailto:ann@xn--mller-kva.example?")


def test_a_mailto_holds_the_whole_letter() -> None:
    one = letter("thank-you-email", FULL)
    link = urlsplit(mailto(one))
    fields = parse_qs(link.query, strict_parsing=True)
    assert (link.scheme, unquote(link.path)) == ("mailto", "ann@north.example")
    assert fields == {"subject": [one.subject], "body": [one.body.replace("\n", "\r\n")]}
    assert mailto(letter("thank-you-email", BARE)).startswith("mailto:?subject=")


def test_signs_that_mean_something_in_an_address_are_written_so_that_they_do_not() -> None:
    one = replace(letter("expedite"), subject="a&b=c?d#e+f %41", body="x&cc=eve@x.example")
    fields = parse_qs(urlsplit(mailto(one)).query)
    assert fields == {"subject": ["a&b=c?d#e+f %41"], "body": ["x&cc=eve@x.example"]}
    assert mailto(to_ann(email="a?cc=eve&b@x.example")).startswith("mailto:a%3Fcc%3Deve%26b@x.example?subject=")


def test_all_our_letters_with_all_given_fit_into_a_mailto() -> None:
    for kind in LETTERS:
        assert len(mailto(each(kind, FULL, GIVEN)[0])) <= MAILTO_LIMIT


def test_a_letter_too_long_for_a_mailto_is_refused_with_what_to_do() -> None:
    with pytest.raises(BadInput, match="1,900") as refused:
        mailto(replace(letter("expedite"), body="ü" * 400))
    assert "eml" in refused.value.hint

"""vCards as telephones and mail programs write them."""

from pathlib import Path

import pytest

from planner.domain.interview import Part, Person
from planner.formats.contacts import Contact, looks_like_contacts, read_contacts
from tests.formats.contacts.cards import card, only, read
from tests.shared_files import shared_files


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_who_where_and_how_to_reach_them(version: str) -> None:
    contact = only(
        *("N:Lee;Ann;;;", "FN:Ann Lee", "ORG:Northwind;Sales", "TITLE:Talent acquisition"),
        *("EMAIL:ann@nw.example", "TEL:+1 555 0100", "ADR:;;1 Main St;Springfield;NY;12345;USA"),
        version=version,
    )
    assert contact.person == Person(
        "Ann Lee", Part.RECRUITER, False, "ann@nw.example", "+1 555 0100", "1 Main St, Springfield, NY, 12345, USA"
    )
    assert contact.company == "Northwind"


def test_several_cards_in_one_file() -> None:
    contacts = read(card("FN:Ann Lee"), card("FN:Bo Ek"))
    assert [one.person.name for one in contacts.people] == ["Ann Lee", "Bo Ek"]


def test_a_card_that_lost_its_end_does_not_swallow_the_next() -> None:
    contacts = read("BEGIN:VCARD\r\nFN:Ann Lee\r\n", card("FN:Bo Ek"), "BEGIN:VCARD\r\nFN:Cy Ray\r\n")
    assert [one.person.name for one in contacts.people] == ["Ann Lee", "Bo Ek", "Cy Ray"]


def test_what_stands_outside_of_cards_is_passed_over() -> None:
    contacts = read("END:VCARD\r\nFN:Nobody\r\n", card("FN:Ann Lee"))
    assert [one.person.name for one in contacts.people] == ["Ann Lee"]
    assert read("").people == ()


# -- names


def test_without_a_whole_name_it_is_put_together() -> None:
    assert only("N:Lee;Ann;Bea;Dr.;MBA").person.name == "Dr. Ann Bea Lee MBA"
    assert only("N:Lee").person.name == "Lee"


def test_a_card_without_a_name_goes_by_its_address() -> None:
    assert only("EMAIL:ann.lee@nw.example").person.name == "Ann Lee"
    assert only("EMAIL:al7@nw.example").person.name == "al7@nw.example"


def test_a_card_that_names_nobody_is_told() -> None:
    assert read(card("FN:Ann"), card("TEL:1")).nameless == ("card 2",)


def test_the_card_of_a_company_has_no_other_company() -> None:
    assert only("FN:Northwind", "ORG:Northwind").company == ""


# -- how lines are written


def test_folded_lines_are_joined() -> None:
    assert only("FN:Ann", "  Lee").person.name == "Ann Lee"


def test_groups_and_parameters_without_a_name_are_understood() -> None:
    person = only("FN:A", "item1.EMAIL;INTERNET;HOME:a@x.example", "item1.X-ABLabel:Home", "TEL;WORK;VOICE:1234").person
    assert (person.email, person.phone) == ("a@x.example", "1234")


def test_quoted_printable_with_soft_line_ends() -> None:
    contact = only(
        *("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=", "=C3=BCller"),
        *("ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:S=F6hne",),
        version="2.1",
    )
    assert (contact.person.name, contact.company) == ("Jörg Müller", "Söhne")


def test_quoted_printable_of_an_unknown_character_set_is_still_read() -> None:
    assert only("FN;QUOTED-PRINTABLE;CHARSET=KLINGON:J=C3=B6rg", version="2.1").person.name == "Jörg"
    assert only("FN;QUOTED-PRINTABLE:J=F6rg", version="2.1").person.name == "Jörg"


def test_escaped_signs_are_signs() -> None:
    contact = only("FN:Lee\\, Ann", "ORG:North\\;wind;Sales", "ADR:;;1 Main St\\nRoom 2;Town;;;")
    assert contact.person.name == "Lee, Ann"
    assert contact.company == "North;wind"
    assert contact.person.postal_address == "1 Main St, Room 2, Town"


def test_a_photo_without_indentation_is_passed_over() -> None:
    contact = only(
        "PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQ", "AAgAAgESAAMAAAABAAEAAIdpAAQAAAABAAAAJg", "", "FN:Ann Lee"
    )
    assert contact.person.name == "Ann Lee"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding(encoding: str) -> None:
    data = card("FN:Jörg").encode(encoding)
    assert looks_like_contacts(data)
    assert read_contacts(data).people[0].person.name == "Jörg"


def test_control_characters_and_overlong_names_do_not_get_in() -> None:
    person = only("FN:An\x1b[31mn" + "x" * 500, "ADR:;;1 \x07 St;;;;").person
    assert "\x1b" not in person.name
    assert len(person.name) == 200
    assert "\x07" not in person.postal_address


# -- of several, the best


def test_the_preferred_address_is_taken_else_the_first() -> None:
    assert only("FN:A", "EMAIL:one@x.example", "EMAIL;type=pref:two@x.example").person.email == "two@x.example"
    assert only("FN:A", "EMAIL:one@x.example", "EMAIL:two@x.example").person.email == "one@x.example"
    assert only("FN:A", "EMAIL;PREF=2:one@x.example", "EMAIL;PREF=1:two@x.example").person.email == "two@x.example"


def test_the_number_at_work_is_taken_and_never_a_fax() -> None:
    person = only("FN:A", "TEL;TYPE=HOME:1", "TEL;TYPE=WORK,FAX:2", "TEL;TYPE=WORK:3").person
    assert person.phone == "3"
    assert only("FN:A", "TEL;FAX:2").person.phone == ""


def test_a_card_goes_on_after_the_one_within_it() -> None:
    agent = card("FN:Fred", version="2.1").strip()
    contacts = read(card("FN:Big Boss", "AGENT:", *agent.splitlines(), "EMAIL:boss@x.example", version="2.1"))
    assert [(one.person.name, one.person.email) for one in contacts.people] == [
        ("Fred", ""),
        ("Big Boss", "boss@x.example"),
    ]


def test_a_character_set_that_can_be_none_costs_nothing() -> None:
    for name in ("a\0b", "klingon", "hex"):
        assert only(f"FN;CHARSET={name};QUOTED-PRINTABLE:J=C3=B6rg", version="2.1").person.name == "Jörg"


def test_an_address_as_a_link_is_an_address_however_it_is_written() -> None:
    assert only("EMAIL:MAILTO:cy.ray@x.example", "TEL:TEL:+1-418") == Contact(
        Person("Cy Ray", email="cy.ray@x.example", phone="+1-418"), ""
    )


def test_a_number_as_a_link_is_a_number() -> None:
    assert only("FN:A", 'TEL;VALUE=uri;TYPE="work,voice":tel:+1-418-656;ext=102', version="4.0").person.phone == (
        "+1-418-656 ext. 102"
    )


def test_the_address_at_work_comes_first_and_one_written_out_is_taken_as_it_is() -> None:
    person = only("FN:A", "ADR;TYPE=HOME:;;1 Home St;;;;", "ADR;TYPE=WORK:;;2 Work St;;;;").person
    assert person.postal_address == "2 Work St"
    labelled = only("FN:A", 'ADR;LABEL="Ann Lee\\n3 Main St":;;3 Main St;;;;', version="4.0").person
    assert labelled.postal_address == "Ann Lee, 3 Main St"


def test_other_files_are_told_apart() -> None:
    assert not looks_like_contacts(b"BEGIN:VCALENDAR\r\n")
    assert not looks_like_contacts(b"")


# -- other programs' own


@pytest.mark.parametrize("file", shared_files("samples/vcf/*.vcf"), ids=lambda file: file.name)
def test_every_card_of_a_sample_is_read(file: Path) -> None:
    data = file.read_bytes()
    contacts = read_contacts(data)
    assert looks_like_contacts(data)
    assert len(contacts.people) + len(contacts.nameless) == data.upper().count(b"BEGIN:VCARD")
    assert contacts.people
    assert all("=C3" not in one.person.name and "\\" not in one.person.name for one in contacts.people)

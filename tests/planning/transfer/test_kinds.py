"""Files told apart by what is in them, several at once, in whatever order they come."""

import json
from datetime import UTC, datetime

import pytest

from planner.formats import feed
from planner.planning import transfer
from planner.planning.transfer import Card, Filled, Found, Incoming, Refusal, recall_from
from tests.formats.contacts.cards import card
from tests.formats.invitations.calendars import calendar, event
from tests.formats.mails import invitation, mail, part
from tests.formats.tables.sheets import table, workbook
from tests.planning.transfer.bringing import after as state_after
from tests.planning.transfer.bringing import brought, found, only, rows, wishes

EXCHANGE = json.dumps(
    {"planner": 1, "interviews": [{"company": "Acme", "role": "Dev", "starts_at": "2026-11-23T14:00"}]}
).encode()
SHEET = table("Company,Role,Interview", "Acme,Dev,2026-11-23 14:00")
OURS = table("uid,company,role,starts_at,time_zone", "u,Acme,Dev,2026-11-23 14:00,Europe/Berlin")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (EXCHANGE, Incoming),
        (b"\xef\xbb\xbf\n" + EXCHANGE, Incoming),
        (invitation(), Incoming),
        (mail(part(invitation())), Incoming),
        (SHEET, Incoming),
        (OURS, Filled),
        (workbook([["Company", "Role", "Interview"], ["Acme", "Dev", 46349.5]]), Incoming),
        (card("FN:Ann Lee").encode(), Card),
    ],
)
def test_each_kind_is_told_by_its_content(data: bytes, kind: type[Found]) -> None:
    (one,) = found(data)
    assert isinstance(one, kind)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "It is empty."),
        (b" \r\n", "It is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "no kind of file"),
        (b"Dear Ann, it was good to meet you.", "no kind of file"),
        (b"{", "not JSON"),
        (b'{"planner": 1, "interviews": [\xff]}', "not UTF-8"),
        (mail(), "no calendar part"),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", "names nobody"),
        (b"BEGIN:VCARD", "names nobody"),
        (table("Wo,Was", "A,B", "C,D"), "--map"),
        (table("Company,Role,Interview", "A,B,3/4/2026"), "day or month"),
    ],
)
def test_what_can_not_be_read_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    (one,) = found(data)
    assert isinstance(one, Refusal)
    assert reason in one.reason


def test_one_file_that_can_not_be_read_does_not_cost_the_others() -> None:
    assert [type(one) for one in found(b"{", invitation())] == [Incoming, Refusal]


# -- mails


def test_an_event_that_a_mail_holds_twice_counts_once() -> None:
    twice = mail(part(invitation()), part(invitation(), 'application/ics; name="invite.ics"'))
    assert len(found(twice)) == 1
    without_method = mail(part(invitation()), part(invitation(method="PUBLISH"), "application/ics"))
    assert len(found(without_method)) == 1


def test_of_two_versions_in_a_mail_the_newer_is_taken() -> None:
    (one,) = found(
        mail(part(invitation("SEQUENCE:2", "DURATION:PT2H")), part(invitation("SEQUENCE:1", "DURATION:PT1H")))
    )
    assert isinstance(one, Incoming)
    assert one.interview.minutes == 120


def test_whom_a_mail_was_sent_to_is_no_person_to_thank() -> None:
    guests = ("ATTENDEE;CN=Me:mailto:me@home.example", "ATTENDEE;CN=Ann Lee:mailto:ann@nw.example")
    (one,) = found(mail(part(invitation(*guests))))
    assert isinstance(one, Incoming)
    assert [person.name for person in one.interview.people] == ["Jo Park", "Ann Lee"]


def test_whose_mailbox_it_is_shows_in_any_of_its_mails() -> None:
    border = b"From jo@nw.example Mon Nov 23 14:00:00 2026\r\n"
    to_all = "me@home.example, ann@nw.example"
    guests = ("ATTENDEE;CN=Me:mailto:me@home.example", "ATTENDEE;CN=Ann Lee:mailto:ann@nw.example")
    quoted = "ATTENDEE;CN=Delivered-To:mailto:x@nw.example"
    invited = mail(part(invitation(*guests, quoted)), to=to_all)
    another = mail(to=to_all, headers="Delivered-To: <Me@home.example>")
    one, _ = found(border + invited + b"\r\n" + border + another)
    assert isinstance(one, Incoming)
    assert [person.name for person in one.interview.people] == ["Jo Park", "Ann Lee", "Delivered-To"]


def test_who_one_is_can_be_said_in_the_settings() -> None:
    guests = ("ATTENDEE;CN=Me:mailto:me@home.example", "ATTENDEE;CN=Ann Lee:mailto:ann@nw.example")
    for data in (invitation(*guests), mail(part(invitation(*guests)), to="jo@nw.example, ann@nw.example")):
        (one,) = brought(data, wished=wishes(own=frozenset({"me@home.example"}))).found
        assert isinstance(one, Incoming)
        assert [person.name for person in one.interview.people] == ["Jo Park", "Ann Lee"]


def test_a_calendar_part_that_can_not_be_read_is_refused_and_the_other_taken() -> None:
    both = found(mail(part(b"no calendar"), part(invitation())))
    assert [type(one) for one in both] == [Incoming, Refusal]


def test_our_own_calendar_is_no_invitation() -> None:
    data = feed.write([], datetime(2026, 11, 23, 12, tzinfo=UTC))
    (row,) = rows(data)
    assert "planner export json" in row.reason


def test_of_what_outlook_wrapped_up_it_is_said_what_to_do() -> None:
    (row,) = rows(mail(part(b"x", "application/ms-tnef; name=winmail.dat")))
    assert "winmail.dat" in row.reason
    (row,) = rows(mail())
    assert "no calendar part" in row.reason


def test_an_answer_to_an_invitation_is_refused_as_such() -> None:
    (one,) = found(mail(part(invitation(method="REPLY"))))
    assert isinstance(one, Refusal)
    assert "answer" in one.reason


def test_each_mail_of_a_mailbox_is_named_by_its_number() -> None:
    border = b"From jo@nw.example Mon Nov 23 14:00:00 2026\r\n"
    box = border + mail(part(invitation())) + b"\r\n" + border + mail(subject="Hello")
    one, other = found(box)
    assert (one.source, other.source) == ("1, mail 1", "1, mail 2")
    assert isinstance(other, Refusal)
    assert other.what == "Hello"


# -- in which order


def test_a_cancellation_that_comes_before_its_invitation_still_cancels() -> None:
    state = state_after(invitation("SEQUENCE:1", method="CANCEL"), invitation())
    assert [entry.kind for entry in only(state).log] == ["cancelled"]


def test_an_update_that_comes_before_what_it_updates_holds() -> None:
    update = calendar(event("SUMMARY:Interview", "SEQUENCE:1", start="DTSTART:20261130T140000Z"))
    state = state_after(update, calendar(event("SUMMARY:Interview", "SEQUENCE:0")))
    assert only(state).starts_at.day == 30


def test_rounds_are_numbered_by_date_whatever_the_order_of_rows() -> None:
    sheet = table("Company,Role,Interview", "Acme,Dev,2026-11-23", "Acme,Dev,2026-11-02", "Acme,Dev,2026-11-09")
    interviews = state_after(sheet).interviews.values()
    assert [(one.starts_at.day, one.round) for one in interviews] == [(2, 1), (9, 2), (23, 3)]


def test_contacts_go_to_interviews_that_come_with_them() -> None:
    row = rows(card("FN:Ann Lee", "ORG:Acme").encode(), SHEET)[1]
    assert row.what == "Ann Lee, Acme"


# -- what the columns of a table are


def test_what_columns_are_taken_for_can_be_told_of_each_table() -> None:
    told = brought(SHEET, OURS, mail(), b"x,y").tables
    assert {name: columns.in_words() for name, columns in told.items()} == {
        "1": "Company → company, Role → role, Interview → starts_at"
    }


def test_what_was_said_of_columns_is_remembered_for_tables_with_that_header() -> None:
    sheet = table("Wo,Was,Wann", "Acme,Dev,2026-11-23 14:00")
    columns = {"Wo": "company", "Was": "role", "Wann": "starts_at"}
    told = brought(sheet, columns=columns).tables
    remembered = transfer.with_said({"other": {"x": "role"}}, told.values(), columns)
    again = table("WO,Was,Wann", "Contoso,Dev,2026-11-24 14:00")
    (one,) = brought(again, wished=wishes(recall=recall_from(lambda: remembered))).found
    assert isinstance(one, Incoming)
    assert one.interview.company == "Contoso"
    assert "other" in remembered


def test_a_column_that_is_not_there_can_not_be_put_right() -> None:
    (one,) = found(SHEET, columns={"Where": "company"})
    assert isinstance(one, Refusal)
    assert "no column “Where”" in one.reason

"""What an import would do, row by row, and that a second one does nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.domain.board import Section
from planner.domain.interview import Interview, Person
from planner.domain.log import Note
from planner.formats import exchange
from planner.planning import transfer
from planner.planning.transfer import Corrections, Kind
from tests.domain.building import standing
from tests.formats.contacts.cards import card
from tests.formats.invitations.calendars import calendar, event
from tests.formats.mails import invitation, mail, part
from tests.formats.tables.sheets import table
from tests.planning.transfer.bringing import READING, after, found, only, rows, state_with

HEADER = "Company,Role,Interview,Interviewer"
SHEET = table(HEADER, "Acme,Dev,2026-11-20 14:00,Ann Lee", "Contoso,Dev,2026-11-21,")


@pytest.mark.parametrize("data", [SHEET, invitation(), mail(part(invitation()))])
def test_a_second_import_of_the_same_thing_adds_nothing(data: bytes) -> None:
    state = after(data)
    assert {row.kind for row in rows(data, state=state)} == {Kind.SAME}
    assert transfer.taken(rows(data, state=state), state) == {}


def test_one_undo_takes_a_whole_import_back() -> None:
    assert after(SHEET, invitation()).undone().interviews == {}


def test_what_is_left_out_is_not_taken_nor_reckoned_with() -> None:
    corrections = Corrections(left_out=(0,))
    state = after(SHEET, corrections=corrections)
    assert only(state).company == "Contoso"


def test_a_row_can_be_corrected_before_it_is_taken() -> None:
    corrections = Corrections({0: {"company": "Acme Ltd", "starts_at": "2026-11-20 15:00"}}, left_out=(1,))
    one = only(after(SHEET, corrections=corrections))
    assert (one.company, one.starts_at.hour) == ("Acme Ltd", 15)


def test_a_correction_that_does_not_read_refuses_the_row() -> None:
    row = rows(SHEET, corrections=Corrections({0: {"company": ""}}))[0]
    assert row.kind is Kind.REFUSED
    assert "company is empty" in row.reason


def test_a_summary_counts_each_kind() -> None:
    assert transfer.summary(rows(SHEET, b"{")) == "2 new, 1 refused"
    assert transfer.summary(rows(SHEET), left_out=(0,)) == "1 new, 1 left out"
    assert transfer.summary(()) == "nothing found"


def test_a_row_that_has_ended_is_closed_at_once_and_one_that_ends_later_is_then() -> None:
    def sheet(status: str, day: str = "2026-11-20 14:00") -> bytes:
        return table("Company,Role,Interview,Status", f"Acme,Dev,{day},{status}")

    state = after(sheet("Rejected"))
    assert [entry.kind for entry in only(state).log] == ["outcome"]
    assert standing(only(state), READING.now.isoformat()).section is Section.CLOSED
    assert rows(sheet("Rejected"), state=state)[0].kind is Kind.SAME
    (row,) = rows(sheet("Rejected"), state=after(sheet("Applied")))
    assert [(one.field, one.after) for one in row.differences] == [("log", "and outcome")]
    ahead = only(after(sheet("Withdrawn", "2027-11-20 14:00"))).log[0]
    assert ahead.at == READING.now, "nothing is recorded of what is to come"


# -- rows of tables that were taken before


def acme(**facts: object) -> Interview:
    """The interview that the first row made, after a person changed it so."""
    one = next(one for one in after(SHEET).interviews.values() if one.company == "Acme")
    return replace(one, **facts)  # type: ignore[arg-type]


def test_a_row_with_another_day_moves_the_interview_of_its_id() -> None:
    def sheet(day: str) -> bytes:
        return table(f"id,{HEADER}", f"5c9b3f2e7d1a4b6c8e0f1a2b,Acme,Dev,{day},")

    state = after(sheet("2026-11-20 14:00"))
    (row,) = rows(sheet("2026-11-27 10:00"), state=state)
    assert (row.kind, row.id) == (Kind.CHANGED, 1)
    assert [(one.field, one.before, one.after) for one in row.differences] == [
        ("starts_at", "2026-11-20 14:00", "2026-11-27 10:00"),
        ("log", "0 entries", "and rescheduled"),
    ]
    (row,) = rows(sheet("2026-11-27"), state=state)
    assert row.differences[0].after == "2026-11-27 14:00", "where only the day is told the time of day stays"


def test_a_row_does_not_undo_what_the_person_made_of_the_interview() -> None:
    corrected = acme(starts_at=acme().starts_at, location="Room 4", notes="mine")
    (row, _) = rows(SHEET, state=state_with(corrected))
    assert row.kind is Kind.SAME
    noon = next(one for one in after(SHEET).interviews.values() if one.company == "Contoso")
    moved = replace(noon, starts_at=noon.starts_at + timedelta(hours=3))
    assert rows(SHEET, state=state_with(moved))[1].kind is Kind.SAME


def test_someone_new_in_a_row_is_added() -> None:
    (row,) = rows(table(HEADER, 'Acme,Dev,2026-11-20 14:00,"Ann Lee, Bo Ek"'), state=state_with(acme()))
    assert [(one.field, one.after) for one in row.differences] == [("interviewers", "Ann Lee; Bo Ek")]


def test_a_row_is_the_interview_that_an_invitation_made_that_day() -> None:
    invited = replace(acme(), uid="from-an-invitation@acme.example", minutes=45)
    (row, _) = rows(SHEET, state=state_with(invited))
    assert (row.kind, row.id, row.reason) == (Kind.SAME, 1, "An interview that day is here already.")


@pytest.mark.parametrize(
    "rows_of_a_day",
    [
        ("Company,Role,Interview", "NW,Dev,2026-11-23 10:00", "NW,Dev,2026-11-23 14:00", "NW,Dev,2026-11-23 14:00"),
        ("Company,Role,Date,Time", "NW,Dev,2026-11-23,10:00", "NW,Dev,2026-11-23,14:00", "NW,Dev,2026-11-23,"),
        ("Company,Role,Interview", "NW,Dev,2026-11-23 10:00 & 2026-11-23 14:00"),
        ("Id,Company,Role,Interview", "0123456789ab,NW,Dev,2026-11-23 10:00", "0123456789ac,NW,Dev,2026-11-23 14:00"),
        ("Company,Role,Interview", "NW,Dev,2026-11-23", "NW,Dev,2026-11-23 10:00", "NW,Dev,2026-11-23 14:00"),
    ],
)
def test_two_interviews_of_one_day_are_two_and_stay_what_they_are(rows_of_a_day: tuple[str, ...]) -> None:
    state = after(table(*rows_of_a_day))
    assert [(one.starts_at.hour, one.round) for one in state.interviews.values()] == [(10, 1), (14, 2)]
    assert {row.kind for row in rows(table(*rows_of_a_day), state=state)} == {Kind.SAME}


def test_a_row_that_tells_its_round_keeps_it() -> None:
    one = only(after(table("Company,Role,Interview,Round", "Acme,Dev,2026-11-20 14:00,3")))
    assert one.round == 3


def test_a_first_round_is_told_too_where_a_later_one_is_known() -> None:
    first = table("Company,Role,Interview,Round", "Acme,Dev,2026-11-10 14:00,1")
    assert [one.round for one in after(first, state=state_with(acme(round=2))).interviews.values()] == [2, 1]


# -- invitations by mail


def test_an_update_by_mail_moves_the_interview_and_keeps_its_log() -> None:
    state = after(mail(part(invitation())))
    update = calendar(
        event(
            "SUMMARY:Interview: Analyst",
            "SEQUENCE:1",
            "ORGANIZER:mailto:jo@nw.example",
            start="DTSTART:20261130T140000Z",
            uid="one@north.example",
        )
    )
    (row,) = rows(mail(part(update)), state=state)
    assert (row.kind, row.differences[0].field) == (Kind.CHANGED, "starts_at")
    state = after(mail(part(update)), state=state)
    assert [row.kind for row in rows(mail(part(invitation())), state=state)] == [Kind.SAME]


def test_an_invitation_anew_to_what_was_called_off_says_that_it_stays_so() -> None:
    state = after(mail(part(invitation())), mail(part(invitation("SEQUENCE:1", method="CANCEL"))))
    (row,) = rows(mail(part(invitation("SEQUENCE:2"))), state=state)
    assert row.remarks == ("It stays called off here: take that entry out of its log if it takes place after all.",)
    (moved,) = rows(invitation("SEQUENCE:2").replace(b"20261123", b"20261130"), state=state)
    assert (moved.kind, moved.remarks) == (Kind.CHANGED, ())


def test_a_cancellation_of_what_is_not_here_is_refused() -> None:
    (row,) = rows(mail(part(invitation(method="CANCEL"))))
    assert (row.kind, row.reason) == (Kind.REFUSED, "It cancels an interview that is not here.")


def test_numbers_of_log_entries_and_interviews_are_given_once() -> None:
    state = after(SHEET, invitation())
    assert sorted(state.interviews) == [1, 2, 3]


# -- contacts


def with_people(**facts: object) -> Interview:
    return acme(people=(Person("Ann Lee"),), **facts)


def contact(*lines: str) -> bytes:
    return card("FN:Ann Lee", *lines).encode()


def test_a_contact_updates_the_person_field_by_field() -> None:
    data = contact("EMAIL:ann@acme.example", "TEL:+49 30 1", "ADR:;;1 Main St;Berlin;;;")
    state = state_with(with_people())
    (row,) = rows(data, state=state)
    assert (row.kind, row.what, row.id) == (Kind.CHANGED, "Ann Lee, Acme", 1)
    assert [(one.field, one.before, one.after) for one in row.differences] == [
        ("email of Ann Lee", "", "ann@acme.example"),
        ("phone of Ann Lee", "", "+49 30 1"),
        ("postal_address of Ann Lee", "", "1 Main St, Berlin"),
    ]
    (ann,) = only(after(data, state=state)).people
    assert (ann.email, ann.phone, ann.postal_address) == ("ann@acme.example", "+49 30 1", "1 Main St, Berlin")
    assert rows(data, state=after(data, state=state))[0].kind is Kind.SAME


def test_a_contact_is_known_by_address_under_another_name_too() -> None:
    state = state_with(acme(people=(Person("A. Lee", email="ANN@acme.example"),)))
    (row,) = rows(contact("EMAIL:ann@acme.example", "TEL:1234"), state=state)
    assert [one.field for one in row.differences] == ["email of A. Lee", "phone of A. Lee"]


@pytest.mark.parametrize(
    ("works_at", "kind"),
    [("ACME", Kind.CHANGED), ("Acme GmbH & Co. KG", Kind.CHANGED), ("Acmeville", Kind.REFUSED), ("", Kind.REFUSED)],
)
def test_a_contact_is_added_to_the_newest_interview_at_their_company(works_at: str, kind: Kind) -> None:
    (row,) = rows(card("FN:Bo Ek", f"ORG:{works_at}").encode(), state=state_with(with_people()))
    assert (row.kind, row.id) == (kind, 1 if kind is Kind.CHANGED else None)


def test_a_contact_is_updated_in_every_interview_they_are_in() -> None:
    first, second = with_people(), with_people(uid="second", round=2)
    state = after(contact("TEL:1234"), state=state_with(first, second))
    assert [one.people[0].phone for one in state.interviews.values()] == ["1234", "1234"]
    (row,) = rows(contact("TEL:1234"), state=state_with(first, second))
    assert "So in one other interview with them." in row.remarks
    (row,) = rows(contact("TEL:1234"), state=state_with(first, second, with_people(uid="third", round=3)))
    assert "So in 2 other interviews with them." in row.remarks


def test_someone_of_a_known_company_is_offered_as_a_person_of_its_newest_interview() -> None:
    newest = acme(uid="newer", round=2, starts_at=acme().starts_at + timedelta(days=3), people=())
    (row,) = rows(contact("ORG:ACME", "TITLE:Recruiter"), state=state_with(acme(people=()), newest))
    assert (row.kind, row.id) == (Kind.CHANGED, 2)
    assert [tuple(one) for one in row.differences] == [("people", "", "Ann Lee")]
    assert row.remarks == ("The newest interview at Acme gets a new person: recruiter.",)


def test_someone_of_whom_nothing_is_known_is_refused() -> None:
    state = state_with(with_people())
    (row,) = rows(card("FN:Zoe Zed", "ORG:Elsewhere").encode(), state=state)
    assert (row.kind, row.reason) == (Kind.REFUSED, "There is no interview with Zoe Zed, or at Elsewhere.")
    (row,) = rows(card("FN:Zoe Zed").encode(), state=state)
    assert row.reason == "There is no interview with Zoe Zed."


def test_a_card_that_says_they_are_elsewhere_is_taken_with_a_word_on_it() -> None:
    (row,) = rows(contact("ORG:Elsewhere", "TEL:1234"), state=state_with(with_people()))
    assert row.remarks == ("The card says they are at Elsewhere.",)


def test_an_interview_keeps_so_many_people_and_no_more() -> None:
    crowd = tuple(Person(f"Guest {number}") for number in range(100))
    (row,) = rows(contact("ORG:Acme"), state=state_with(acme(people=crowd)))
    assert row.kind is Kind.REFUSED
    assert "100 people" in row.reason


def test_two_cards_of_one_person_are_both_reckoned_with() -> None:
    state = after(contact("TEL:1234") + contact("EMAIL:ann@acme.example"), state=state_with(with_people()))
    (ann,) = only(state).people
    assert (ann.phone, ann.email) == ("1234", "ann@acme.example")


def test_nothing_found_gives_no_rows() -> None:
    assert transfer.preview(found(), state_with(), READING) == ()


def test_a_correction_made_at_a_contact_goes_to_the_interview_it_belongs_to() -> None:
    state = state_with(with_people())
    (row,) = rows(contact("TEL:1234"), state=state, corrections=Corrections({0: {"company": "Acme Ltd"}}))
    assert [one.field for one in row.differences] == ["phone of Ann Lee", "company"]
    (row,) = rows(contact(), state=state, corrections=Corrections({0: {"company": "Acme"}}))
    assert row.kind is Kind.SAME


# -- our own exports


def test_an_older_export_loses_nothing_that_was_recorded_since() -> None:
    noted = replace(acme(), log=(Note(at=READING.now, words="kept", id=1),))
    export = exchange.write([replace(acme(), company="Acme Ltd")]).encode()
    (row,) = rows(export, state=state_with(noted))
    assert (row.kind, [one.field for one in row.differences]) == (Kind.CHANGED, ["company"])
    assert [entry.words for entry in only(after(export, state=state_with(noted))).log] == ["kept"]


def test_a_second_cancellation_is_no_second_entry() -> None:
    cancel = invitation("SEQUENCE:1", method="CANCEL")
    state = after(invitation(), cancel)
    state = after(invitation("SEQUENCE:2", method="CANCEL"), state=state)
    assert [entry.kind for entry in only(state).log] == ["cancelled"]


def test_an_invitation_without_a_version_is_taken_as_new() -> None:
    plain = replace(acme(), uid="one@north.example", received=None)
    (row,) = rows(invitation(), state=state_with(plain))
    assert row.kind is Kind.CHANGED

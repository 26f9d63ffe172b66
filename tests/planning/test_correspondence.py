"""Which letters are offered, what each is made of, and what is recorded once one has gone out."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

import pytest

from planner.domain.errors import BadInput, NotFound
from planner.domain.interview import Interview
from planner.domain.log import FollowedUp, Note, Thanked
from planner.letters.catalogue import BY_ID, LetterId
from planner.letters.draft import Draft
from planner.letters.forms import editable
from planner.planning.correspondence import (
    Correspondence,
    advised_against,
    as_file,
    correspondence,
    letter_named,
    link,
    mark_sent,
    message,
    offered,
    size_of,
    to_copy,
)
from planner.planning.outcomes import Done, NotYet
from planner.planning.planner import Planner
from planner.planning.ports import Templates
from planner.planning.settings import Me
from tests.domain.building import at, held, said, standing
from tests.tui.house import planner_of

NOW = "2026-11-24T09:00-05:00"
ANN = {"name": "Ann Lee", "email": "ann@north.example"}
BO = {"name": "Bo Ek", "part": "hiring_manager"}
JO = {"name": "Jo Park", "part": "recruiter", "phone": "+1 555 0142"}
NORTHWIND = held(company="Northwind", role="Data analyst", industry="technology", people=[ANN, BO, JO])
SAID = said("told_obstacle", "2026-11-23T15:10-05:00", what="salary")


def letters(
    interview: Interview = NORTHWIND,
    me: Me = Me(name="Maya Chen"),  # noqa: B008 - frozen
    texts: Mapping[str, str] | None = None,
    companies: tuple[str, ...] = (),
) -> Correspondence:
    return Correspondence(
        standing=standing(interview, NOW),
        me=me,
        templates=Templates("/config/letters", texts or {}),
        companies=companies,
        now=at(NOW),
    )


def ids(interview: Interview, now: str = NOW) -> list[str]:
    return [letter.id.value for letter in offered(standing(interview, now))]


def first(id_: str, interview: Interview = NORTHWIND) -> Draft:
    return letters(interview).drafts(BY_ID[LetterId(id_)])[0]


def test_the_letters_for_what_can_be_done_now_come_first() -> None:
    assert ids(NORTHWIND) == ["thank-you-email", "thank-you-card", "call-script", "follow-up-email"]
    thanked = said("thanked", "2026-11-23T17:00-05:00")
    assert ids(held(people=[ANN], log=[thanked]), "2026-12-01T09:00-05:00")[0] == "follow-up-email"
    assert ids(held(people=[ANN], log=[thanked]))[0] == "follow-up-email", "what waits comes before what is done"


def test_answers_are_offered_where_something_is_to_be_answered() -> None:
    room = held(flexibility={"salary": "5 %"}, own_offer_deadline="2026-12-01", log=[SAID])
    assert {"flexibility", "expedite"} <= set(ids(room))
    assert not {"flexibility", "expedite", "reply-to-a-no"} & set(ids(NORTHWIND))
    refused = held(log=[said("outcome", "2026-11-23T17:00-05:00", what="rejected")])
    assert ids(refused)[0] == "reply-to-a-no"


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("", "thank-you-email"),
        ("thank-you", "thank-you-email"),
        ("Thank", "thank-you-email"),
        ("follow up", "call-script"),
        ("card", "thank-you-card"),
        ("call", "call-script"),
        ("expedite", "expedite"),
        ("reply", "reply-to-a-no"),
        ("sales-thank", "sales-thank-you"),
    ],
)
def test_a_letter_is_named_by_its_id_by_what_it_is_for_or_by_what_tells_it_apart(name: str, id_: str) -> None:
    assert letter_named(name, standing(NORTHWIND, NOW)).id == id_


@pytest.mark.parametrize("name", ["email", "no", "poem"])
def test_a_name_that_is_no_letter_or_more_than_one_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(NotFound) as refused:
        letter_named(name, standing(NORTHWIND, NOW))
    assert refused.value.candidates


def test_each_interviewer_gets_a_letter_signed_and_with_what_was_said_to_them() -> None:
    ann, bo = letters().drafts(
        BY_ID[LetterId.THANK_YOU_EMAIL], {"Ann Lee": {"discussed": "test plans"}, "Bo Ek": {"my_name": " "}}
    )
    assert [one.to.name for one in (ann, bo) if one.to] == ["Ann Lee", "Bo Ek"]
    assert "test plans" in ann.body
    assert "test plans" not in bo.body
    assert all(one.body.endswith("Maya Chen") for one in (ann, bo)), "what is empty counts as not given"


def test_a_letter_to_somebody_else_is_checked_against_those_to_the_others() -> None:
    thanks = BY_ID[LetterId.THANK_YOU_EMAIL]
    ann, bo, jo = NORTHWIND.people
    assert letters().draft(thanks, bo).to == bo
    made = letters(companies=("Northwind", "Contoso")).draft(thanks, jo, {"Jo Park": {"discussed": "Contoso"}})
    assert made.to == jo
    assert "other-company" in {check.reason for check in made.checks}
    assert ann not in (made.to, made.recipient)


def test_a_letter_changed_in_an_editor_is_checked_against_the_others_again() -> None:
    theirs = letters(companies=("Contoso",))
    ann, bo = theirs.drafts(BY_ID[LetterId.THANK_YOU_EMAIL])
    assert {check.reason for check in theirs.edited(bo, editable(bo), (ann, bo)).checks} <= {"no-address", "agency"}
    copied = theirs.edited(bo, editable(ann) + "\nSee you at Contoso.", (ann, bo))
    assert "other-company" in {check.reason for check in copied.checks}
    with pytest.raises(BadInput):
        theirs.edited(bo, "no subject", (ann, bo))


def test_what_can_be_filled_in_is_what_is_wanted_and_not_known() -> None:
    thanks, expedite = BY_ID[LetterId.THANK_YOU_EMAIL], BY_ID[LetterId.EXPEDITE]
    assert [slot.id for slot in letters().slots(thanks)] == ["discussed", "interest"]
    assert [slot.id for slot in letters(me=Me()).slots(thanks)] == ["discussed", "interest", "my_name"]
    assert [slot.id for slot in letters().slots(BY_ID[LetterId.THANK_YOU_CARD])] == ["discussed"]
    sales = held(industry="sales", people=[ANN])
    assert "result_with_number" in [slot.id for slot in letters(sales).slots(BY_ID[LetterId.THANK_YOU_CARD])]
    assert [slot.id for slot in letters().slots(expedite)] == ["offer_deadline"]
    assert letters(held(own_offer_deadline="2026-12-01")).slots(expedite) == ()
    own = letters(texts={"follow-up-email.txt": "subject: News?\n\nYou told me about {discussed}.\n"})
    assert [slot.id for slot in own.slots(BY_ID[LetterId.FOLLOW_UP_EMAIL])] == ["discussed"]


def test_a_slot_given_that_the_letter_has_no_place_for_is_told() -> None:
    given = {"discussed": "x", "new_thing": "y"}
    assert letters().without_a_place(BY_ID[LetterId.THANK_YOU_EMAIL], given) == ("new_thing",)


def test_a_person_s_own_template_takes_the_place_of_ours_and_a_bad_one_is_refused_by_name() -> None:
    follow_up = BY_ID[LetterId.FOLLOW_UP_EMAIL]
    own = letters(texts={"follow-up-email.txt": "subject: News?\n\nAny news about the {role} job?\n"})
    assert own.drafts(follow_up)[0].body == "Any news about the Data analyst job?"
    with pytest.raises(BadInput, match=r"follow-up-email\.txt"):
        letters(texts={"follow-up-email.txt": "subject: {rolle}\n\nHello.\n"}).drafts(follow_up)


def test_size_and_forms_are_those_of_the_medium() -> None:
    email, card, call = first("thank-you-email"), first("thank-you-card"), first("call-script")
    assert size_of(email).endswith("words, of 60 to 150")
    assert "spoken lines, of 6 to 8; voicemail" in size_of(call)
    assert to_copy(email) == email.body
    assert max(map(len, to_copy(card).splitlines())) <= 40
    assert to_copy(call).startswith("Call: Jo Park, +1 555 0142")
    assert b"X-Unsent: 1" in message(email)
    assert link(email).startswith("mailto:ann@north.example?")
    for no_email in (card, call):
        with pytest.raises(BadInput, match="is no email"):
            message(no_email)
        with pytest.raises(BadInput, match="is no email"):
            link(no_email)


def test_a_file_is_named_so_that_no_other_letter_has_its_name() -> None:
    name, content = as_file(first("thank-you-email"))
    assert name == "1-northwind-thank-you-email-ann-lee.eml"
    assert b"X-Unsent" in content
    name, content = as_file(first("thank-you-card", held(company="../ 株式会社/" + "x" * 180, people=[])))
    assert name == f"1-株式会社-{'x' * 20}-thank-you-card.txt"
    assert "On the card" in content.decode()


def test_a_letter_that_the_rules_advise_against_says_why_and_until_when() -> None:
    thanks, asking, reply = (
        BY_ID[id_] for id_ in (LetterId.THANK_YOU_EMAIL, LetterId.FOLLOW_UP_EMAIL, LetterId.REPLY_TO_A_NO)
    )
    now = standing(NORTHWIND, NOW)
    assert advised_against(now, asking, at(NOW)) == f"Not yet. {now.follow_up.text}"
    assert "till Mon 30 Nov" in now.follow_up.text
    assert (advised_against(now, thanks, at(NOW)), advised_against(now, reply, at(NOW))) == ("", "")
    early = at("2026-11-23T10:00-05:00").astimezone(ZoneInfo("Europe/London"))
    no = advised_against(standing(NORTHWIND, early.isoformat()), thanks, early)
    assert no.startswith("Not yet. Opens when the interview ends: ")
    assert no.endswith("15:00 in New York, 20:00 at home.")
    thanked = held(log=[said("thanked", "2026-11-23T17:00-05:00")])
    assert advised_against(standing(thanked, NOW), thanks, at(NOW)).startswith("Done already.")


def seat(*interviews: Interview) -> tuple[Planner, Correspondence]:
    planner, _ = planner_of(interviews)
    return planner, correspondence(planner, planner.standing(1), planner.now())


def test_what_is_recorded_follows_from_the_letter_and_the_rules_have_their_say() -> None:
    held_yesterday = held("2026-11-21T14:00", "Europe/Berlin", people=[ANN, BO, JO])
    planner, theirs = seat(held_yesterday, held(company="Contoso", id_=2))
    assert theirs.companies == ("Acme", "Contoso")
    card = theirs.drafts(BY_ID[LetterId.THANK_YOU_CARD])[1]
    done = mark_sent(planner, card)
    assert isinstance(done, Done)
    entry = planner.interview(1).log[-1]
    assert isinstance(entry, Thanked)
    assert (entry.to, entry.channel) == ("Bo Ek", "card")

    call = theirs.drafts(BY_ID[LetterId.CALL_SCRIPT])[0]
    assert isinstance(mark_sent(planner, call), NotYet)
    assert isinstance(mark_sent(planner, call, anyway=True), Done)
    entry = planner.interview(1).log[-1]
    assert isinstance(entry, FollowedUp)
    assert (entry.channel, entry.anyway) == ("call", True)

    assert isinstance(mark_sent(planner, theirs.drafts(BY_ID[LetterId.EXPEDITE])[0]), Done)
    entry = planner.interview(1).log[-1]
    assert isinstance(entry, Note)
    assert entry.words == "Sent: An offer elsewhere, with a deadline, to Jo Park"

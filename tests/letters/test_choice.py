"""Which letters are offered, and to whom they go."""

import pytest

from planner.domain.interview import Interview
from planner.domain.log import Channel
from planner.domain.verdict import ActionId
from planner.letters.catalogue import BY_ID, LetterId
from planner.letters.choice import agent, is_sales, letters_for, readers
from tests.domain.building import held, said, with_log
from tests.letters.examples import AGENCY, ANN, BARE, BILL, FULL, JO, RITA, SALES


def offered(action: ActionId, interview: Interview = BARE, channel: Channel = Channel.EMAIL) -> list[str]:
    return [letter.id.value for letter in letters_for(action, interview, channel)]


def test_a_thank_you_is_offered_first_in_the_way_advised() -> None:
    assert offered(ActionId.THANK_YOU) == ["thank-you-email", "thank-you-card"]
    assert offered(ActionId.THANK_YOU, BARE, channel=Channel.CARD) == ["thank-you-card", "thank-you-email"]


def test_in_sales_the_letter_is_another_and_the_way_the_same() -> None:
    assert offered(ActionId.THANK_YOU, SALES) == ["sales-thank-you", "thank-you-email", "thank-you-card"]
    assert offered(ActionId.THANK_YOU, SALES, channel=Channel.CARD)[0] == "thank-you-card"
    assert offered(ActionId.FOLLOW_UP, SALES) == ["sales-follow-up", "call-script"]


def test_a_contact_with_only_a_phone_is_called() -> None:
    by_phone = held(people=[{"name": "Jo Park", "part": "recruiter", "phone": "1"}])
    assert offered(ActionId.FOLLOW_UP) == ["follow-up-email", "call-script"]
    assert offered(ActionId.FOLLOW_UP, by_phone) == ["call-script", "follow-up-email"]


def test_the_call_back_letter_is_offered_from_their_word_until_one_has_called_back() -> None:
    asked = with_log(BARE, said("told_call_back", "2026-11-27T10:00-05:00", on="2026-12-07"))
    done = with_log(asked, said("followed_up", "2026-12-07T10:00-05:00", channel="call"))
    assert offered(ActionId.FOLLOW_UP, asked) == ["call-back", "follow-up-email", "call-script"]
    assert offered(ActionId.FOLLOW_UP, done) == ["follow-up-email", "call-script"]


@pytest.mark.parametrize("action", [ActionId.FLEXIBILITY, ActionId.EXPEDITE])
def test_each_answer_beside_the_checklist_has_its_letter(action: ActionId) -> None:
    assert offered(action) == [action.value]


@pytest.mark.parametrize(
    ("interview", "sales"),
    [
        (held(industry=" Sales"), True),
        (held(role="Head of SALES"), True),
        (held(role="Salesforce developer"), False),
        (held(industry="technology"), False),
    ],
)
def test_a_job_is_in_sales_by_its_industry_or_by_the_word_in_its_role(interview: Interview, *, sales: bool) -> None:
    assert is_sales(interview) is sales


def names(id_: LetterId, people: list[dict[str, object]]) -> list[str]:
    return [person.name if person else "" for person in readers(BY_ID[id_], held(people=people))]


def test_a_thank_you_goes_to_each_interviewer() -> None:
    assert names(LetterId.THANK_YOU_EMAIL, [dict(ANN), dict(BILL), dict(JO)]) == ["Ann Lee", "Bill Lund"]
    assert names(LetterId.THANK_YOU_EMAIL, [dict(JO)]) == [""]


def test_other_letters_go_to_the_main_contact_or_to_nobody_by_name() -> None:
    assert [readers(BY_ID[LetterId.EXPEDITE], one) for one in (FULL, BARE)] == [(FULL.people[2],), (None,)]


def test_an_agency_stands_before_the_contact_at_the_company() -> None:
    assert names(LetterId.FOLLOW_UP_EMAIL, [{**JO, "main": True}, dict(RITA)]) == ["Rita Okafor"]
    assert agent(AGENCY) == AGENCY.people[2]
    two = held(people=[dict(RITA), {"name": "Max", "part": "agency", "main": True}])
    assert agent(two) == two.people[1]
    assert agent(FULL) is None

import pytest

from planner.domain import thanks
from planner.domain.case import Case, cases_of
from planner.domain.interview import Interview
from planner.domain.log import Channel
from tests.domain.building import at, held, policy_of, said

SOON = said("told_decision", "2026-11-23T15:00-05:00", on="2026-11-27")
LATER = said("told_decision", "2026-11-23T15:00-05:00", on="2026-11-30")


def case(interview: Interview, **policy: object) -> Case:
    (only,) = cases_of([interview], policy_of(policy))
    return only


@pytest.mark.parametrize(
    ("industry", "channel"),
    [
        ("", Channel.CARD),
        ("law", Channel.CARD),
        ("sales", Channel.CARD),
        ("technology", Channel.EMAIL),
        (" Information   Technology ", Channel.EMAIL),
        ("IT", Channel.EMAIL),
        ("technological", Channel.CARD),
    ],
)
def test_the_industry_decides_on_email_or_card(industry: str, channel: Channel) -> None:
    assert thanks.channel(case(held(industry=industry))) is channel


def test_a_card_that_would_come_after_their_decision_is_an_email() -> None:
    assert thanks.channel(case(held(industry="law", log=[SOON]))) is Channel.EMAIL
    assert thanks.channel(case(held(industry="law", log=[LATER]))) is Channel.CARD


def test_the_date_that_stands_decides_whether_a_card_comes_in_time() -> None:
    moved = said("told_decision", "2026-11-24T15:00-05:00", on="2026-12-18")
    assert thanks.channel(case(held(industry="law", log=[SOON, moved]))) is Channel.CARD


def test_without_an_address_it_is_an_email() -> None:
    assert thanks.channel(case(held(industry="law", no_postal_address=True))) is Channel.EMAIL


def test_one_s_own_choice_replaces_the_industry_but_not_what_makes_a_card_pointless() -> None:
    own = {"technology": "card", "law": "email"}
    assert thanks.channel(case(held(industry="Law"), channel=own)) is Channel.EMAIL
    assert thanks.channel(case(held(industry="technology"), channel=own)) is Channel.CARD
    assert thanks.channel(case(held(industry="technology", log=[SOON]), channel=own)) is Channel.EMAIL
    assert thanks.channel(case(held(industry="technology", no_postal_address=True), channel=own)) is Channel.EMAIL


def test_the_words_name_both_ways_while_the_industry_is_not_known() -> None:
    assert thanks.note(case(held())) == "an email or a card"
    assert thanks.note(case(held(industry="law"))) == "a card"
    assert thanks.note(case(held(industry="software"))) == "an email"
    assert thanks.note(case(held(no_postal_address=True))) == "an email"
    assert thanks.note(case(held(log=[SOON]))) == "an email"


def test_it_goes_either_way_where_both_are_named() -> None:
    assert thanks.goes_either_way(case(held()))
    for facts in ({"industry": "law"}, {"industry": "software"}, {"no_postal_address": True}, {"log": [SOON]}):
        assert not thanks.goes_either_way(case(held(**facts)))


def test_only_those_named_who_interviewed_are_owed_a_note() -> None:
    people = [
        {"name": "Ann Lee"},
        {"name": "Bo Chen", "part": "hiring_manager"},
        {"name": "Jo Park", "part": "recruiter"},
        {"name": "Di Roy", "part": "coordinator"},
        {"name": "Al Orr", "part": "agency"},
    ]
    ann = said("thanked", "2026-11-23T17:00-05:00", to="ann lee")
    everyone = said("thanked", "2026-11-23T18:00-05:00")
    assert thanks.left(case(held(people=people))) == ("Ann Lee", "Bo Chen")
    assert thanks.left(case(held(people=people, log=[ann]))) == ("Bo Chen",)
    assert thanks.left(case(held(people=people, log=[ann, everyone]))) == ()
    assert [thanks.is_sent(case(held(people=people, log=log))) for log in ([], [ann], [everyone])] == [
        False,
        False,
        True,
    ]


def test_a_note_that_is_rolled_past_its_end_is_too_late_at_its_end() -> None:
    """Due on Monday by a person's own choice, given up on Saturday by another."""
    friday = case(held("2026-11-27T15:00"), roll_thank_you=True, thank_you_lapse_days=1)
    assert thanks.due_at(friday).isoformat() == "2026-11-30T16:00:00-05:00"
    assert thanks.late_from(friday) == at("2026-11-28T16:00:00.000001-05:00")

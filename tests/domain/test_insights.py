"""What came of it all: each figure with the cases it comes from, and none from fewer than three."""

import pytest
from hypothesis import given

from planner.domain.insights import FEWEST, Answers, Figure, Group, Insights, Reached, ThankYous, Ways, insights_of
from planner.domain.interview import Interview
from planner.domain.log import Entry
from planner.domain.policy import Policy
from planner.domain.surveys import SURVEYS
from tests.domain.building import at, held, said
from tests.domain.worlds import World, worlds

MUCH_LATER = "2027-03-01T09:00-05:00"
IN_TIME = said("thanked", "2026-11-23T17:00-05:00")
LATE = said("thanked", "2026-11-25T17:00-05:00", channel="email")


def ended(what: str, when: str = "2026-12-04T10:00-05:00") -> Entry:
    return said("outcome", when, what=what)


def of(*logs: list[Entry], now: str = MUCH_LATER, **policy: object) -> Insights:
    """The insights of interviews at as many companies, all held on Monday 23 November from 14:00 to 15:00."""
    several = [held(id_=id_, company=f"Company {id_}", log=log) for id_, log in enumerate(logs, 1)]
    return insights_of(several, Policy()._replace(**policy), at(now))  # type: ignore[arg-type]


def at_one_company(*rounds: list[Entry], company: str = "Acme", id_: int = 1) -> list[Interview]:
    return [
        held(f"2026-11-{22 + round_}T10:00", id_=id_ + round_, company=company, round=round_, log=log)
        for round_, log in enumerate(rounds, 1)
    ]


def test_no_figure_comes_from_fewer_than_three_cases() -> None:
    few = of([IN_TIME, ended("offer")], [IN_TIME, ended("offer")])
    assert [few.thank_yous, few.answers, few.funnel] == [Figure(2, None)] * 3
    assert few.by_industry == (Group("", Figure(2, None)),)
    enough = of([IN_TIME, ended("offer")], [IN_TIME, ended("offer")], [IN_TIME, ended("offer")])
    assert enough.thank_yous.value == ThankYous(3, 0, 0)
    assert enough.by_industry == (Group("", Figure(3, Ways(3, 0, 0))),)


def test_thank_yous_are_in_time_within_24_hours_of_the_end_to_the_second() -> None:
    last_second = said("thanked", "2026-11-24T15:00-05:00")
    too_late = said("thanked", "2026-11-24T15:00:01-05:00")
    assert of([IN_TIME], [last_second], [too_late], [LATE], []).thank_yous == Figure(5, ThankYous(2, 2, 1))
    generous = of([IN_TIME], [last_second], [too_late], [LATE], [], thank_you_due_hours=72)
    assert generous.thank_yous == Figure(5, ThankYous(4, 0, 1))


def test_everyone_owed_a_note_must_have_theirs_in_time() -> None:
    people = [{"name": "Ann Lee"}, {"name": "Bo Ek"}]
    ann = said("thanked", "2026-11-23T17:00-05:00", to="Ann Lee")
    bo_late = said("thanked", "2026-11-26T17:00-05:00", to="Bo Ek")
    bo = said("thanked", "2026-11-23T18:00-05:00", to="Bo Ek")
    several = [
        held(id_=id_, company=f"Company {id_}", people=people, log=log)
        for id_, log in enumerate(([ann, bo], [ann, bo_late], [ann], []), 1)
    ]
    assert insights_of(several, Policy(), at(MUCH_LATER)).thank_yous == Figure(4, ThankYous(1, 2, 1))


@pytest.mark.parametrize(
    ("log", "now"),
    [
        ([], "2026-11-24T10:00-05:00"),
        ([said("told_no_thanks", "2026-11-23T15:00-05:00")], MUCH_LATER),
        ([ended("rejected", "2026-11-24T10:00-05:00")], MUCH_LATER),
        ([said("cancelled", "2026-11-22T10:00-05:00")], MUCH_LATER),
        ([], "2026-11-23T14:30-05:00"),
    ],
    ids=["not due yet", "not wanted", "turned down before it was due", "called off", "not over"],
)
def test_a_thank_you_that_was_not_owed_counts_nowhere(log: list[Entry], now: str) -> None:
    assert of(log, now=now).thank_yous.cases == 0


def test_days_are_counted_to_the_first_word_that_came_after_the_interview() -> None:
    asked = said("followed_up", "2026-11-30T10:00-05:00")
    found = of(
        [said("heard", "2026-11-23T18:00-05:00")],
        [said("told_decision", "2026-11-23T15:10-05:00", on="2026-12-04"), ended("rejected", "2026-12-01T10:00-05:00")],
        [asked, said("told_on_hold", "2026-12-07T10:00-05:00"), ended("offer", "2027-01-04T10:00-05:00")],
        [asked, ended("withdrawn")],
        [asked],
    )
    assert found.answers == Figure(3, Answers(8, (1, 2, 0, 0, 0)))
    assert found.unanswered == 1


@pytest.mark.parametrize(("day", "week"), [("23", 0), ("30", 0), ("31", 1), ("37", 1), ("38", 2), ("51", 3), ("52", 4)])
def test_the_first_week_ends_with_its_seventh_day(day: str, week: int) -> None:
    after = int(day) - 30
    when = f"2026-12-{after:02}" if after > 0 else f"2026-11-{day}"
    answer = [said("heard", f"{when}T18:00-05:00")]
    found = of(answer, answer, answer).answers.value
    assert found is not None
    assert found.by_week == tuple(3 * (place == week) for place in range(5))


def test_roles_are_counted_by_the_round_they_reached_and_by_how_they_stand() -> None:
    went_on = at_one_company([IN_TIME], [IN_TIME], [ended("accepted", "2026-12-24T10:00-05:00")])
    no = at_one_company([], [ended("rejected")], company="No", id_=10)
    others = [*at_one_company([], company="Open", id_=20), *at_one_company([ended("withdrawn")], company="Me", id_=30)]
    found = insights_of([*went_on, *no, *others], Policy(), at(MUCH_LATER)).funnel
    assert found.cases == 4
    assert found.value is not None
    assert found.value.rounds == (Reached(1, 4), Reached(2, 2), Reached(3, 1))
    assert (found.value.offers, found.value.rejected, found.value.withdrawn, found.value.open) == (1, 1, 1, 1)


def test_an_interview_led_on_when_a_next_round_or_an_offer_followed() -> None:
    quiet = said("told_not_to_contact", "2026-11-24T10:00-05:00")
    several = [
        *at_one_company([IN_TIME], [ended("offer")]),
        *at_one_company([ended("rejected")], company="No", id_=10),
        *at_one_company([quiet], company="Quiet", id_=20),
        *at_one_company([], [], company="Open", id_=30),
    ]
    (group,) = insights_of(several, Policy(), at(MUCH_LATER)).by_industry
    assert group.ways == Figure(6, Ways(on=3, ended=2, open=1))


def test_industries_are_one_whatever_their_case_and_stand_the_largest_first() -> None:
    named = ["Law", "law ", "tech", "LAW", ""]
    several = [held(id_=id_, company=f"C{id_}", industry=industry) for id_, industry in enumerate(named, 1)]
    groups = insights_of(several, Policy(), at(MUCH_LATER)).by_industry
    assert [(group.name, group.ways.cases) for group in groups] == [("Law", 3), ("", 1), ("tech", 1)]


def test_an_interview_belongs_to_the_channel_of_its_first_message() -> None:
    card = said("thanked", "2026-11-23T16:00-05:00", channel="card")
    call = said("followed_up", "2026-12-01T16:00-05:00", channel="call")
    found = of([card, LATE, call], [card], [LATE, call])
    assert [(group.name, group.ways.cases) for group in found.by_thank_you] == [("card", 2), ("email", 1)]
    assert [(group.name, group.ways.cases) for group in found.by_follow_up] == [("call", 2), ("", 1)]


@given(worlds)
def test_figures_add_up(world: World) -> None:
    found = insights_of(world.interviews, world.policy, world.now)
    cases = world.cases()
    is_held = [case for case in cases if not case.called_off and case.ends_at <= world.now]
    for groups in (found.by_industry, found.by_thank_you, found.by_follow_up):
        assert sum(group.ways.cases for group in groups) == len(is_held)
        for group in groups:
            assert (group.ways.value is None) == (group.ways.cases < FEWEST)
            ways = group.ways.value
            assert ways is None or ways.on + ways.ended + ways.open == group.ways.cases
            assert ways is None or min(ways.on, ways.ended, ways.open) >= 0
    thanked, answers, funnel = found.thank_yous, found.answers, found.funnel
    assert thanked.cases <= len(is_held)
    assert answers.cases + found.unanswered <= len(is_held)
    assert funnel.cases == len({case.interview.pursuit for case in is_held})
    assert (
        thanked.value is None or sum((thanked.value.in_time, thanked.value.late, thanked.value.none)) == thanked.cases
    )
    assert answers.value is None or sum(answers.value.by_week) == answers.cases
    if funnel.value:
        assert funnel.value.offers + funnel.value.rejected + funnel.value.withdrawn + funnel.value.open == funnel.cases
        reached = [one.pursuits for one in funnel.value.rounds]
        assert reached[0] == funnel.cases
        assert reached == sorted(reached, reverse=True)


def test_business_days_of_a_survey_are_compared_as_calendar_days() -> None:
    (government,) = [survey for survey in SURVEYS if survey.business]
    assert government.calendar_days == pytest.approx(53.2)
    assert SURVEYS[0].calendar_days == 24.75

"""Interviews along the days: what is marked on which day, how long the waits are, and what is said of each."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from planner.domain.board import Section, board_of
from planner.domain.log import Entry
from planner.domain.policy import Policy
from planner.domain.timeline import Course, Kind, Mark, Stretch, Wait, monday, timeline_of
from planner.domain.verdict import ActionState
from tests.domain.building import at, held, said
from tests.domain.worlds import World, worlds

THANKED = said("thanked", "2026-11-23T17:00-05:00")
FRIDAY = "2026-11-27T09:00-05:00"


def nov(day: int) -> date:
    return date(2026, 11, day)


def dec(day: int) -> date:
    return date(2026, 12, day)


def course(*log: Entry, now: str = FRIDAY) -> Course:
    (only,) = timeline_of(board_of([held(log=log)], Policy(), at(now)), at(now)).courses
    return only


def test_a_wait_is_behind_until_today_and_ahead_until_it_opens() -> None:
    shown = course(THANKED)
    assert shown.marks == (
        Mark(nov(23), Kind.INTERVIEW),
        Mark(nov(23), Kind.THANKED),
        Mark(nov(30), Kind.OPENS),
    )
    assert shown.stretches == (Stretch(Wait.BEHIND, nov(23), nov(27)), Stretch(Wait.AHEAD, nov(27), nov(30)))
    assert shown.caption == "opens Mon 30 · no date given"


def test_the_date_they_told_stands_on_its_day_and_a_new_one_in_its_place() -> None:
    told = said("told_decision", "2026-11-23T15:10-05:00", on="2026-12-01")
    shown = course(THANKED, told)
    assert Mark(dec(1), Kind.DECISION) in shown.marks
    assert shown.caption == "opens Wed 2 · they decide by Tue 1"
    shown = course(THANKED, told, said("told_decision", "2026-11-26T15:10-05:00", on="2026-12-04"))
    assert [mark.on for mark in shown.marks if mark.kind is Kind.DECISION] == [dec(4)]


def test_a_call_back_is_theirs_and_the_follow_up_before_it_stays_marked() -> None:
    asked = said("followed_up", "2026-11-24T10:00-05:00", channel="call")
    shown = course(THANKED, asked, said("told_call_back", "2026-11-24T10:05-05:00", on="2026-12-02"))
    assert shown.marks[2:] == (Mark(nov(24), Kind.FOLLOWED_UP), Mark(dec(2), Kind.CALL_BACK))
    assert shown.caption == "call back Wed 2, as they asked"


def test_where_the_interview_s_day_is_still_to_come_for_the_reader_all_of_the_wait_is_ahead() -> None:
    thanked = said("thanked", "2026-11-24T02:30+14:00")
    held_far_off = held("2026-11-24T01:00", "Pacific/Kiritimati", log=[thanked])
    (shown,) = timeline_of(
        board_of([held_far_off], Policy(), at("2026-11-23T13:00+00:00")), at("2026-11-23T13:00+00:00")
    ).courses
    assert shown.stretches == (Stretch(Wait.AHEAD, nov(24), dec(1)),)


def test_what_is_open_is_drawn_from_the_day_it_opened_through_today() -> None:
    shown = course(THANKED, now="2026-12-02T09:00-05:00")
    assert shown.stretches == (Stretch(Wait.OVER, nov(23), nov(30)), Stretch(Wait.OPEN, nov(30), dec(3)))
    assert shown.caption == "follow up, open since Mon 30"
    assert course(THANKED, now="2026-12-08T09:00-05:00").caption == "follow up, late: open since Mon 30"


def test_while_a_thank_you_is_owed_nothing_else_is_waited_for() -> None:
    shown = course(now="2026-11-24T09:00-05:00")
    assert shown.marks == (Mark(nov(23), Kind.INTERVIEW), Mark(nov(24), Kind.DUE))
    assert shown.stretches == ()
    assert shown.caption == "thank-you by 15:00 today"
    assert course(now="2026-11-25T09:00-05:00").caption == "thank-you late since yesterday"


@pytest.mark.parametrize(
    ("log", "caption"),
    [
        ([said("followed_up", "2026-11-24T10:00-05:00")], "one is enough"),
        ([said("told_on_hold", "2026-11-24T10:00-05:00")], "opens Thu 24 · on hold"),
        ([said("outcome", "2026-11-24T10:00-05:00", what="rejected")], "turned down"),
        ([said("outcome", "2026-11-24T10:00-05:00", what="offer")], "offer"),
        ([said("told_not_to_contact", "2026-11-24T10:00-05:00")], "no contact, as they asked"),
        ([said("cancelled", "2026-11-22T10:00-05:00")], "did not take place"),
    ],
)
def test_what_is_said_of_an_interview_tells_how_it_stands(log: list[Entry], caption: str) -> None:
    assert course(THANKED, *log).caption == caption


def test_an_interview_that_was_asked_about_and_never_answered_ends_without_an_answer() -> None:
    asked = said("followed_up", "2026-11-30T10:00-05:00")
    assert course(THANKED, asked, now="2026-12-02T09:00-05:00").stretches == (Stretch(Wait.OVER, nov(23), nov(30)),)
    over = course(THANKED, asked, now="2027-02-02T09:00-05:00")
    assert (over.caption, over.is_over) == ("no answer", True)


def test_an_interview_to_come_says_when() -> None:
    shown = course(now="2026-11-21T09:00-05:00")
    assert shown.marks == (Mark(nov(23), Kind.COMING),)
    assert shown.caption == "interview Mon 23 14:00"


def test_a_closed_interview_is_shown_only_where_something_of_it_is_seen() -> None:
    closed = held(id_=1, log=[THANKED, said("outcome", "2026-11-24T10:00-05:00", what="rejected")])
    waiting = held(id_=2, company="Other", log=[THANKED])

    def shown(first: date) -> list[int]:
        timeline = timeline_of(board_of([closed, waiting], Policy(), at(FRIDAY)), at(FRIDAY))
        return [course.standing.interview.id for course in timeline.shown(first, 14)]

    assert shown(nov(23)) == [2, 1]
    assert shown(nov(9)) == shown(nov(24)) == [2]


def test_a_week_begins_on_its_monday() -> None:
    assert {monday(nov(23) + timedelta(days=day)) for day in range(7)} == {nov(23)}


@given(worlds)
def test_the_timeline_shows_what_the_board_shows(world: World) -> None:
    timeline = timeline_of(world.board(), world.now)
    assert [course.standing for course in timeline.courses] == [*world.board().standings]
    for shown in timeline.courses:
        assert shown.caption
        assert list(shown.marks) == sorted(set(shown.marks))
        kinds = {mark.kind for mark in shown.marks}
        assert len(kinds & {Kind.INTERVIEW, Kind.COMING}) == 1
        assert (Kind.COMING in kinds) == (shown.standing.section is Section.UPCOMING)
        assert (Kind.DUE in kinds) == shown.standing.thank_you.is_open


@given(worlds)
def test_a_wait_is_one_piece_from_the_interview_to_the_day_it_opens(world: World) -> None:
    for shown in timeline_of(world.board(), world.now).courses:
        for stretch in shown.stretches:
            assert stretch.first < stretch.until
        for one, other in pairwise(shown.stretches):
            assert one.until == other.first
        follow_up = shown.standing.follow_up
        waits = [stretch for stretch in shown.stretches if stretch.wait in (Wait.BEHIND, Wait.AHEAD)]
        if waits:
            assert follow_up.state is ActionState.WAITING
            assert waits[-1].until == follow_up.finding.opens_on

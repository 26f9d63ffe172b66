"""What holds for the board of any interviews at any instant, now and as time runs on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.board import Board, Section, board_of
from planner.domain.calendar import pinned, start_of_day
from planner.domain.engine import assess, explain
from planner.domain.interview import Interview
from planner.domain.log import FollowedUp, ToldCallBack
from planner.domain.verdict import ActionId, ActionState, Finding
from tests.domain.building import with_log
from tests.domain.worlds import World, worlds

A_MOMENT = timedelta(microseconds=1)
LONG = timedelta(days=20_000)


def facts(finding: Finding) -> Finding:
    """All but the words, in which a year appears or goes at New Year."""
    return finding._replace(text="", until=None)


def facts_of(board: Board) -> list[tuple[object, ...]]:
    return [
        (
            standing.interview.id,
            standing.section,
            [facts(standing.answer(action).finding) for action in ActionId],
            standing.channel,
            standing.left,
            standing.next,
            standing.matters_at,
        )
        for standing in board.standings
    ]


@given(worlds, st.floats(0, 1))
def test_until_the_board_says_it_changes_nothing_changes_but_words(world: World, part: float) -> None:
    for board in world.boards_to_come():
        end = board.changes_at or board.at + LONG
        last = end - A_MOMENT  # which may be the first, too: something may hold for a moment only
        for now in (min(board.at + (end - board.at) * part, last), last):
            assert facts_of(world.board(now)) == facts_of(board)


@given(worlds)
def test_until_a_finding_says_it_may_change_it_is_the_same(world: World) -> None:
    for case, action, now in product(world.cases(), ActionId, world.nows()):
        answer = assess(case, action, now)
        assert answer.finding.until is None or answer.finding.until > now
        end = (answer.finding.until or now + LONG).astimezone(UTC)
        for later in (now + (end - now) / 2, end - A_MOMENT):
            assert facts(assess(case, action, later).finding) == facts(answer.finding)


@given(worlds)
def test_the_instants_at_which_it_changes_come_one_after_another_and_end(world: World) -> None:
    boards = list(world.boards_to_come())
    assert all(before.changes_at == after.at and before.at < after.at for before, after in pairwise(boards))
    assert boards[-1].changes_at is None


@given(worlds)
def test_every_interview_is_on_the_board_once(world: World) -> None:
    for now in world.nows():
        board = world.board(now)
        shown = [standing.interview.id for section in Section for standing in board.section(section)]
        assert sorted(shown) == [interview.id for interview in world.interviews]
        assert shown == [standing.interview.id for standing in board.standings]


@given(worlds)
def test_the_section_says_what_can_be_done(world: World) -> None:
    for now in world.nows():
        for standing in world.board(now).standings:
            states = {answer.state for answer in standing.checklist}
            match standing.section:
                case Section.DO_NOW:
                    assert any(state.is_open for state in states)
                    assert standing.next
                case Section.UPCOMING:
                    assert now < standing.interview.ends_at
                    assert standing.next
                    assert standing.next.action == "interview"
                case Section.WAITING:
                    assert standing.follow_up.state in (ActionState.WAITING, ActionState.DONE)
                    assert not any(state.is_open for state in states)
                case Section.CLOSED:
                    assert not any(state.is_open for state in states)
                    assert standing.next is None


@given(worlds)
def test_what_matters_first_stands_first(world: World) -> None:
    for now in world.nows():
        board = world.board(now)
        places = [list(Section).index(standing.section) for standing in board.standings]
        assert places == sorted(places)
        for section in (Section.DO_NOW, Section.WAITING, Section.UPCOMING):
            dates = [standing.matters_at.astimezone(UTC) for standing in board.section(section)]
            assert dates == sorted(dates)


@given(worlds)
def test_an_opening_day_begins_where_the_opening_lies(world: World) -> None:
    for case, now in product(world.cases(), world.nows()):
        finding = assess(case, ActionId.FOLLOW_UP, now).finding
        assert (finding.opens_on is None) == (finding.opens_at is None)
        if finding.opens_on:
            assert finding.opens_at == start_of_day(finding.opens_on, case.zone)
            assert finding.opens_on >= case.ends_on
            assert finding.state in (ActionState.WAITING, ActionState.AVAILABLE, ActionState.OVERDUE) or (
                finding.reason == "stale"
            )


@given(worlds)
def test_two_interviews_of_one_pursuit_never_both_have_an_open_follow_up(world: World) -> None:
    for board in world.boards_to_come():
        pursuits = [standing.interview.pursuit for standing in board.standings if standing.follow_up.is_open]
        assert len(pursuits) == len(set(pursuits))


def nothing_after(interviews: tuple[Interview, ...], now: datetime) -> tuple[Interview, ...]:
    """The interviews as they were at `now`: what is recorded later has not happened yet."""
    return tuple(replace(one, log=tuple(entry for entry in one.log if entry.at <= now)) for one in interviews)


@given(worlds, st.integers(0, 3))
def test_after_a_follow_up_it_is_shut_and_so_are_the_other_roles_unless_they_asked(world: World, which: int) -> None:
    known = nothing_after(world.interviews, world.now)
    asked = known[which % len(known)]
    followed_up = FollowedUp(at=pinned(world.now, ZoneInfo(asked.time_zone)))
    after = tuple(with_log(one, followed_up) if one is asked else one for one in known)
    for case in World(after, world.policy, world.now).cases():
        answer = assess(case, ActionId.FOLLOW_UP, world.now)
        assert case.interview.id != asked.id or not answer.is_open
        if answer.is_open and case.interview.pursuit != asked.pursuit and world.policy.min_gap_days:
            assert any(isinstance(entry, ToldCallBack) for entry in case.log)
            assert answer.finding.reason in ("call-back-date-reached", "follow-up-late")


@given(worlds)
def test_the_explanation_begins_with_what_decides_and_names_each_rule_once(world: World) -> None:
    for case, action, now in product(world.cases(), ActionId, world.nows()):
        answer, findings = assess(case, action, now), explain(case, action, now)
        assert (findings[0].rule, findings[0].finding) == (answer.rule, answer.finding)
        assert len({found.rule for found in findings}) == len(findings)
        deciding = [found.decides for found in findings]
        assert deciding == sorted(deciding, reverse=True)
        assert {found.finding.state.verdict for found in findings} <= {"allow", "wait", "block"}


@given(worlds)
def test_the_thank_you_is_due_while_it_is_owed(world: World) -> None:
    for standing in (standing for now in world.nows() for standing in world.board(now).standings):
        finding = standing.thank_you.finding
        owed = finding.state in (ActionState.WAITING, ActionState.AVAILABLE, ActionState.OVERDUE)
        assert (finding.due_at is not None) == owed
        assert set(standing.left) <= {person.name for person in standing.interview.owed_a_note}


def changed(world: World, how: str, which: int) -> World:
    """The world after a change to one of its interviews."""
    one = world.interviews[which % len(world.interviews)]
    others = tuple(other for other in world.interviews if other is not one)
    noted = with_log(one, FollowedUp(at=pinned(world.now, ZoneInfo(one.time_zone))))
    new = replace(one, id=len(world.interviews) + 1, round=one.round % 3 + 1)
    interviews = {
        "nothing": world.interviews,
        "noted": (*others, noted),
        "deleted": others,
        "added": (*world.interviews, new),
        "added elsewhere": (*world.interviews, replace(new, company="Initech")),
        "moved elsewhere": (*others, replace(one, company="Initech")),
        "policy": world.interviews,
    }[how]
    return replace(world, interviews=interviews, policy=world.policy._replace(wait_days=9 if how == "policy" else 7))


CHANGES_OF_ONE = ("nothing", "noted", "deleted", "added", "added elsewhere", "moved elsewhere", "policy")


@given(worlds, st.sampled_from(CHANGES_OF_ONE), st.integers(0, 3), st.sampled_from((-9, -1, 0, 1, 9, 27, 400)))
def test_a_board_made_from_an_earlier_one_is_the_same_to_the_word(
    world: World, how: str, which: int, days: int
) -> None:
    world = replace(world, policy=world.policy._replace(wait_days=7))
    elsewhere = replace(world.interviews[0], id=99, company="Elsewhere")
    world = replace(world, interviews=(*world.interviews, elsewhere))
    before = world.board()
    after, now = changed(world, how, which), world.now + timedelta(days=days)
    assert board_of(after.interviews, after.policy, now, before) == after.board(now)


@given(worlds)
def test_a_board_followed_from_change_to_change_is_the_same_to_the_word(world: World) -> None:
    board = world.board()
    for later in world.boards_to_come():
        board = board_of(world.interviews, world.policy, later.at, board)
        assert board == later

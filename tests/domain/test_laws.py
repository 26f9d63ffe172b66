"""The seven laws that hold for every rule, whatever was said, set and recorded."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import combinations, product
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.board import Section, standing_of
from planner.domain.case import cases_of
from planner.domain.engine import TABLES, Table, Tables, assess, explain, tables_of
from planner.domain.policy import Policy
from planner.domain.rule import OnTop, Rule
from planner.domain.rules import RULES
from planner.domain.verdict import ActionId, ActionState, Availability
from tests.domain.building import held
from tests.domain.worlds import ZONES, World, moments, worlds

CHAIN = 8
COLUMNS = 60


def settled_before(answer: Availability) -> bool:
    """A no that was known before the interview: the table has the thank-you wait for the interview all the same."""
    return answer.action is ActionId.THANK_YOU and answer.finding.reason == "outcome"


@given(worlds, st.randoms(use_true_random=False))
def test_law_1_same_facts_and_same_now_give_the_same_answer(world: World, chance: random.Random) -> None:
    shuffled = list(world.interviews)
    chance.shuffle(shuffled)
    assert World(tuple(shuffled), world.policy, world.now).board() == world.board()


@given(worlds)
def test_law_2_what_waits_opens_after_now(world: World) -> None:
    for case, action, now in product(world.cases(), ActionId, world.nows()):
        answer = assess(case, action, now)
        if answer.state is not ActionState.WAITING:
            continue
        if answer.finding.opens_at is None:
            assert (action, answer.finding.reason) == (ActionId.FOLLOW_UP, "not-held-yet")
        else:
            assert answer.finding.opens_at > now


@given(worlds)
def test_law_3_at_its_date_it_opens_or_waits_for_a_later_one_and_the_chain_ends(world: World) -> None:
    for case, action, now in product(world.cases(), ActionId, world.nows()):
        answer, opens_at = assess(case, action, now), None
        for _ in range(CHAIN):
            if answer.state is not ActionState.WAITING or answer.finding.opens_at is None:
                break
            assert opens_at is None or answer.finding.opens_at > opens_at
            opens_at = answer.finding.opens_at
            answer = assess(case, action, opens_at)
        assert answer.state is not ActionState.WAITING or answer.finding.opens_at is None, "it waits for ever"
        assert opens_at is None or answer.is_open or settled_before(answer)


ON_TOP = TABLES[ActionId.FOLLOW_UP].on_top
WITH_SOME_ON_TOP: dict[frozenset[str], Tables] = {
    frozenset(rule.id for rule in some): {ActionId.FOLLOW_UP: Table(TABLES[ActionId.FOLLOW_UP].rows, some)}
    for size in range(len(ON_TOP) + 1)
    for some in combinations(ON_TOP, size)
}


@given(worlds)
def test_law_4_a_rule_on_top_never_opens_anything(world: World) -> None:
    assert {table.on_top for action, table in TABLES.items() if action is not ActionId.FOLLOW_UP} == {()}
    for case, now in product(world.cases(), world.nows()):
        is_open = {
            some: assess(case, ActionId.FOLLOW_UP, now, tables).is_open for some, tables in WITH_SOME_ON_TOP.items()
        }
        opened = [(few, more) for few, more in product(is_open, is_open) if few < more and is_open[more] > is_open[few]]
        assert opened == []


@given(st.permutations(RULES), worlds)
def test_law_5_the_order_of_the_rules_changes_nothing(rules: list[Rule | OnTop], world: World) -> None:
    tables = tables_of(rules)
    assert tables == TABLES
    for case, action in product(world.cases(), ActionId):
        assert assess(case, action, world.now, tables) == assess(case, action, world.now)
        assert explain(case, action, world.now, tables) == explain(case, action, world.now)


def test_law_5_not_even_with_equal_ranks() -> None:
    level = [rule._replace(rank=1) for rule in RULES]
    assert tables_of(level) == tables_of(reversed(level))


@given(worlds, st.sampled_from(ZONES))
def test_law_6_an_instant_in_another_zone_is_the_same_instant(world: World, zone: str) -> None:
    assert world.board(world.now.astimezone(ZoneInfo(zone))) == world.board(world.now.astimezone(UTC))


@given(worlds, st.integers(-720, 720).map(lambda minutes: timezone(timedelta(minutes=minutes))))
def test_law_6_nor_does_it_matter_with_which_offset_the_log_was_written(world: World, offset: timezone) -> None:
    written = tuple(
        replace(one, log=tuple(replace(entry, at=entry.at.astimezone(offset)) for entry in one.log))
        for one in world.interviews
    )
    assert World(written, world.policy, world.now).board() == world.board()


def test_law_6_in_an_hour_the_clocks_show_twice() -> None:
    """Compared as the clocks show them, 01:10 the second time would be before 01:50 the first."""
    new_york = ZoneInfo("America/New_York")
    over = held("2026-11-01T01:00:00-04:00", minutes=50)
    again = datetime(2026, 11, 1, 1, 10, fold=1, tzinfo=new_york)
    assert over.ends_at == datetime(2026, 11, 1, 1, 50, tzinfo=new_york)
    (case,) = cases_of([over], Policy())
    assert standing_of(case, again).section is Section.DO_NOW
    assert standing_of(case, again) == standing_of(case, again.astimezone(UTC))


@given(worlds, moments)
def test_law_7_each_reason_is_a_sentence_of_at_most_60_columns_without_markup(world: World, far: datetime) -> None:
    for case, action, now in product(world.cases(), ActionId, (world.now, far)):
        for explained in explain(case, action, now):
            text = explained.finding.text
            assert 0 < len(text) <= COLUMNS, text
            assert text[0].isupper() or text[0].isdigit(), text
            assert text.endswith("."), text
            assert not set(text) & set("[]<>{}\\"), text
            assert text.isprintable(), text

import pytest

from planner.domain.case import Case, cases_of
from planner.domain.engine import assess, explain, tables_of
from planner.domain.log import Entry
from planner.domain.policy import Policy
from planner.domain.rules import RULES
from planner.domain.verdict import ActionId, ActionState
from tests.domain.building import at, held, said

ASKED_ELSEWHERE = said("followed_up", "2026-11-25T09:00-05:00")


def case(*log: Entry) -> Case:
    """An interview at whose company another role was asked about on Wednesday."""
    other = held("2026-11-16T09:00", id_=2, role="Engineer", log=[ASKED_ELSEWHERE])
    return cases_of([held(log=log), other], Policy())[0]


def test_of_the_rows_that_apply_the_one_with_the_lowest_rank_decides() -> None:
    told = said("told_decision", "2026-11-23T15:00-05:00", on="2026-12-18")
    hold = said("told_on_hold", "2026-11-24T15:00-05:00")
    findings = explain(case(told, hold), ActionId.FOLLOW_UP, at("2026-11-26T09:00-05:00"))
    assert [(found.rule, found.decides) for found in findings] == [("on-hold", True), ("decision-date", False)]


def test_an_explanation_begins_with_the_last_word() -> None:
    now = at("2026-12-09T09:00-05:00")
    findings = explain(case(), ActionId.FOLLOW_UP, now)
    assert [found.rule for found in findings] == ["follow-up-late", "recent-contact", "about-a-week"]
    assert all(found.decides for found in findings)
    assert [found.finding.opens_on and found.finding.opens_on.isoformat() for found in findings] == [
        "2026-12-02",
        "2026-12-02",
        "2026-11-30",
    ]
    assert assess(case(), ActionId.FOLLOW_UP, now).finding == findings[0].finding


def test_a_rule_that_does_not_apply_is_not_in_the_explanation() -> None:
    told = said("told_decision", "2026-11-23T15:00-05:00", on="2026-12-18")
    word = said("heard", "2026-11-24T15:00-05:00")
    findings = explain(case(told, word), ActionId.FOLLOW_UP, at("2026-11-25T09:00-05:00"))
    assert [found.rule for found in findings] == ["decision-date"]


def test_each_explanation_says_when_the_rule_applies_and_what_it_is_good_for() -> None:
    (found,) = explain(case(), ActionId.FLEXIBILITY, at("2026-11-24T09:00-05:00"))
    assert found.title == "They named no obstacle on which you have room"
    assert found.why
    assert found.finding.state is ActionState.CLOSED


def test_an_action_for_which_no_rule_answers_is_a_mistake_in_the_rules() -> None:
    tables = tables_of(rule for rule in RULES if rule.id != "no-own-offer")
    with pytest.raises(LookupError, match="expedite"):
        assess(case(), ActionId.EXPEDITE, at("2026-11-24T09:00-05:00"), tables)


def test_the_log_is_read_by_instant_and_by_place_where_instants_are_equal() -> None:
    noon, later = "2026-11-24T12:00-05:00", "2026-11-24T12:00:01-05:00"
    log = [said("note", later, words="last"), said("note", noon, words="first"), said("note", noon, words="second")]
    assert [entry.words for entry in case(*log).log] == ["first", "second", "last"]


def test_a_rule_may_be_left_out_without_touching_the_others() -> None:
    tables = tables_of(rule for rule in RULES if rule.id != "stale")
    now = at("2027-02-09T09:00-05:00")
    assert assess(case(), ActionId.FOLLOW_UP, now).rule == "stale"
    assert assess(case(), ActionId.FOLLOW_UP, now, tables).rule == "follow-up-late"

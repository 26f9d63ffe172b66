"""Worked cases: facts, a policy and an instant, and what is to be answered then. Those of the design, and our own."""

import json
from pathlib import Path

import pytest

from planner.domain.policy import Policy
from planner.domain.rule import OnTop, Rule
from planner.domain.rules import RULES
from tests.domain.building import Document, expected, standing_in
from tests.shared_files import shared_files

CASES = Path(__file__).with_name("cases")


def cases_in(path: Path) -> list[Document]:
    cases: list[Document] = json.loads(path.read_text(encoding="utf-8"))
    return cases


DESIGN = [case for path in shared_files("cases/rules.json") for case in cases_in(path)]
OURS = {f"{path.stem}: {case['name']}": case for path in sorted(CASES.rglob("*.json")) for case in cases_in(path)}
SETTINGS = {case["name"]: case for case in cases_in(CASES / "settings.json")}


@pytest.mark.parametrize("case", DESIGN, ids=lambda case: case["name"])
def test_the_design_s_case_holds(case: Document) -> None:
    assert expected(case, standing_in(case, case["policy"])) == case["expect"]


@pytest.mark.parametrize("case", OURS.values(), ids=OURS)
def test_the_case_holds(case: Document) -> None:
    assert expected(case, standing_in(case, case["policy"])) == case["expect"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_has_cases_of_its_own_in_which_it_decides(rule: Rule | OnTop) -> None:
    cases = cases_in(CASES / "rules" / f"{rule.id}.json")
    assert all(rule.action in case["expect"] for case in cases), "each says what becomes of the rule's action"
    assert rule.id in {standing_in(case, case["policy"]).answer(rule.action).rule for case in cases}


def test_no_cases_are_kept_for_a_rule_that_is_gone() -> None:
    assert {path.stem for path in (CASES / "rules").iterdir()} == {rule.id for rule in RULES}


@pytest.mark.parametrize("case", SETTINGS.values(), ids=SETTINGS)
def test_a_setting_changes_the_answer(case: Document) -> None:
    """The setting a case is about stands before the colon of its name; without it the answer is another."""
    policy = dict(case["policy"])
    del policy[case["name"].partition(":")[0]]
    assert expected(case, standing_in(case, policy)) != case["expect"]


def test_every_setting_has_a_case_that_it_changes() -> None:
    assert {name.partition(":")[0] for name in SETTINGS} == {*Policy._fields}

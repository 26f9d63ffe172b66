"""What each file in `rules/` has to be."""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from planner.domain import rules
from planner.domain.rule import OnTop, Rule
from planner.domain.rules import RULES
from planner.domain.verdict import ActionId

FOLDERS = {
    "thank_you": {ActionId.THANK_YOU},
    "follow_up": {ActionId.FOLLOW_UP},
    "answers": {ActionId.FLEXIBILITY, ActionId.EXPEDITE},
}
ADVICE = range(1, 12)
WIDEST = 120

HOME = Path(rules.__path__[0])
FILES = sorted(path.relative_to(HOME) for path in HOME.glob("*/*.py") if path.stem != "__init__")


def rule_in(file: Path) -> Rule | OnTop:
    rule: Rule | OnTop = import_module(f"{rules.__name__}.{file.parent}.{file.stem}").RULE
    return rule


def test_every_file_is_a_rule_and_every_rule_a_file() -> None:
    assert Counter(rule.id for rule in RULES) == Counter(rule_in(file).id for file in FILES)
    assert max(Counter(rule.id for rule in RULES).values()) == 1


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_rule_lies_in_the_folder_of_its_action(file: Path) -> None:
    assert rule_in(file).action in FOLDERS[str(file.parent)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_is(rule: Rule | OnTop) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.why[0].isupper()
    assert rule.why.endswith(".")
    assert max(len(rule.title), len(rule.why)) <= WIDEST
    assert not set(rule.title + rule.why) & set("[]<>")
    assert set(rule.advice) <= set(ADVICE)
    assert list(rule.advice) == sorted(set(rule.advice))


def test_no_two_rules_of_an_action_have_one_rank() -> None:
    ranks = Counter((rule.action, rule.rank) for rule in RULES)
    assert [place for place, number in ranks.items() if number > 1] == []


def test_every_piece_of_advice_stands_behind_some_rule() -> None:
    assert {number for rule in RULES for number in rule.advice} == set(ADVICE)

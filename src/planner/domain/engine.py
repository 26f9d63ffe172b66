"""Asks the rules, and says whether an action may be done now, and if not, when and why."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from planner.domain.case import Case
from planner.domain.rule import OnTop, Rule
from planner.domain.rules import RULES
from planner.domain.verdict import ActionId, Availability, Explained


class Table(NamedTuple):
    """The rules of one action: the rows in the order they are read, then those on top."""

    rows: tuple[Rule, ...]
    on_top: tuple[OnTop, ...]


Tables = Mapping[ActionId, Table]


def tables_of(rules: Iterable[Rule | OnTop]) -> Tables:
    """The rules arranged by action and rank; the order they are given in does not matter."""
    ranked = sorted(rules, key=lambda rule: (rule.rank, rule.id))
    return {
        action: Table(
            tuple(rule for rule in ranked if isinstance(rule, Rule) and rule.action is action),
            tuple(rule for rule in ranked if isinstance(rule, OnTop) and rule.action is action),
        )
        for action in ActionId
    }


TABLES = tables_of(RULES)


def assess(case: Case, action: ActionId, now: datetime, tables: Tables = TABLES) -> Availability:
    """The answer for one action at `now`, in whatever zone that is given."""
    return _answer(case, action, tables[action], now.astimezone(UTC))


def assess_all(case: Case, now: datetime) -> list[Availability]:
    """The answers for all actions, in their order, at `now`, which is in UTC."""
    return [_answer(case, action, table, now) for action, table in TABLES.items()]


def _answer(case: Case, action: ActionId, table: Table, now: datetime) -> Availability:
    rows, on_top = table
    for row in rows:
        finding = row.evaluate(case, now)
        if finding:
            decides = row.id
            for rule in on_top if finding.opens_on else ():
                narrowed = rule.narrow(case, finding, now)
                if narrowed:
                    finding, decides = narrowed, rule.id
            return Availability(action, decides, finding)
    raise LookupError(f"no rule answers for {action}")


def explain(case: Case, action: ActionId, now: datetime, tables: Tables = TABLES) -> tuple[Explained, ...]:
    """Every rule that has something to say: first those the answer comes from, the last word first; then by rank."""
    now = now.astimezone(UTC)
    rows, on_top = tables[action]
    said = [(row, finding) for row in rows if (finding := row.evaluate(case, now))]
    (first, finding), *others = said
    deciding = [Explained(first.id, first.title, first.why, finding, decides=True)]
    for rule in on_top if finding.opens_on else ():
        narrowed = rule.narrow(case, finding, now)
        if narrowed:
            finding = narrowed
            deciding.append(Explained(rule.id, rule.title, rule.why, finding, decides=True))
    rest = (Explained(row.id, row.title, row.why, other, decides=False) for row, other in others)
    return (*reversed(deciding), *rest)

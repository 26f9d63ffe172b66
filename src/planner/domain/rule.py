"""The shape of a rule. A rule is a module in `rules/` that holds one of these as `RULE`."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from planner.domain.case import Case
from planner.domain.verdict import ActionId, Finding


class Rule(NamedTuple):
    """A row of an action's table: of the rows that find something, the one with the lowest `rank` decides.

    `title` says when it applies, `why` what it is good for, `advice` the numbers of the advice it comes from (none:
    our default). `evaluate` answers None where the row does not apply.
    """

    id: str
    action: ActionId
    rank: int
    title: str
    why: str
    evaluate: Callable[[Case, datetime], Finding | None]
    advice: tuple[int, ...] = ()


class OnTop(NamedTuple):
    """A rule that is asked about the finding of the row that decided, in order of `rank`, and may only narrow it.

    It is asked only where the row gave a day of opening.
    """

    id: str
    action: ActionId
    rank: int
    title: str
    why: str
    narrow: Callable[[Case, Finding, datetime], Finding | None]
    advice: tuple[int, ...] = ()
